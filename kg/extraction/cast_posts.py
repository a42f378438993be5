"""Titles of posts beside runs of capitals: what holds one is no work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.mention import MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder


def stands_behind_post(position: int, arguments: ArgumentFinder) -> bool:
    """Whether a title of two words ends there: one of one may be a work's ("Captain Zenda: Dusk")."""
    beside = arguments.by_token.get(position - 1, ())
    return any(m.kind is MentionKind.POST and " " in m.text for m in beside)


def has_post(end: int, arguments: ArgumentFinder) -> bool:
    """ "a board with Nina Aalto as its chair": who is given a post is no work."""
    words = arguments.parse.words
    if words[end : end + 1] != ["as"]:
        return False
    beside = [k for k in (end + 1, end + 2) if k < len(words)]
    return any(m.kind is MentionKind.POST for k in beside for m in arguments.by_token.get(k, ()))
