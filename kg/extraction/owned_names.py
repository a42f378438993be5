"""What a place owns where the parse takes the place itself for the argument: "X and Peru's [Norvik] signed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_OWNING = frozenset(["'s", "’s"])
_OWNER = "poss"  # what the parse calls an owner


def find_owned(
    place: Mention, token: int, types: tuple[str, ...], arguments: ArgumentFinder
) -> Mention | None:
    """The firm or body named right behind a place and its "'s", if the parse has not seen the owner in it."""
    parse = arguments.parse
    behind = token + 2
    if parse.words[token + 1 : behind] == [] or parse.words[token + 1] not in _OWNING:
        return None
    if parse.deps[token] == _OWNER or not arguments.fits(place, ("Place",)):
        return None
    return next(
        (
            m
            for m in arguments.by_token.get(behind, ())
            if m.kind is MentionKind.NAME
            and arguments.ranges[m][0] == behind
            and arguments.fits(m, ("Organization",))
            and arguments.fits(m, types)
        ),
        None,
    )
