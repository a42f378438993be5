"""Owners that gaps of a pattern pass over: "by Kenya's carrier X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.mention import MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder


def is_place(k: int, arguments: ArgumentFinder) -> bool:
    """Whether the token is in the name of a place."""
    return any(
        m.kind is MentionKind.NAME and arguments.fits(m, ("Place",))
        for m in arguments.by_token.get(k, ())
    )


def is_home(k: int, arguments: ArgumentFinder) -> bool:
    """Whether the possessive mark at `k` is that of a place, and a name follows."""
    named = any(m.kind is MentionKind.NAME for m in arguments.by_token.get(k + 1, ()))
    return arguments.parse.tags[k] == "POS" and named and is_place(k - 1, arguments)
