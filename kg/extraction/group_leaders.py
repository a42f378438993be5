"""Whoever leads a group that acts stands for it: "an [Norvik]-led consortium won the contract"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_GROUPS = load_lexicon("arguments").get("led_groups")
_LEADING = frozenset(["led", "headed"])
_BETWEEN = 2  # words between "led" and the noun: "Norvik-led [private investor] group"


def find_leader(token: int, types: tuple[str, ...], arguments: ArgumentFinder) -> Mention | None:
    """The name before "-led" and a noun for a group."""
    parse = arguments.parse
    if parse.lemmas[token] not in _GROUPS:
        return None
    for k in range(token - 1, max(token - 2 - _BETWEEN, 1), -1):
        if parse.words[k] in _LEADING and parse.words[k - 1] == "-":
            return next(
                (
                    m
                    for m in arguments.by_token.get(k - 2, ())
                    if m.kind is MentionKind.NAME
                    and arguments.ranges[m][1] == k - 1
                    and arguments.fits(m, types)
                ),
                None,
            )
    return None


def leads_group(end: int, arguments: ArgumentFinder) -> bool:
    """Whether "-led" and a noun for a group stand behind a name."""
    parse = arguments.parse
    if parse.words[end + 1 : end + 2] == [] or parse.words[end + 1] not in _LEADING:
        return False
    return not _GROUPS.isdisjoint(parse.lemmas[end + 2 : end + 3 + _BETWEEN])
