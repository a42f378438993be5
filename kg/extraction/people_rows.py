"""Rows of people: whether what a list was taken for are names of people, and whether people act together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.casting import CAST
from kg.extraction.title_gaps import skip_own_titles
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_SURE = 3  # names with commas between them that are a row without "and"


def are_persons(found: tuple[Mention, ...], arguments: ArgumentFinder) -> bool:
    """Whether each of them, as what it was taken for, stands on a person's name."""
    return all(
        member.origin == CAST
        and any(
            m.type == "Person" and m.kind is MentionKind.NAME and " " in m.text
            for m in arguments.by_token.get(arguments.ranges[member][1] - 1, ())
        )
        for member in found
    )


def act_together(members: list[Mention], arguments: ArgumentFinder) -> bool:
    """ "Mayor X, Norvik chairman Y, Z led the rite": a row of people that a verb ends, and no "and"."""
    if len(members) < _SURE or not all(_is_name(m, arguments) for m in members):
        return False
    end = skip_own_titles(arguments.ranges[members[-1]][1], arguments)
    end += arguments.parse.words[end : end + 1] == [","]
    return arguments.parse.tags[end : end + 1] != [] and arguments.parse.tags[end] in FINITE


def _is_name(mention: Mention, arguments: ArgumentFinder) -> bool:
    return mention.kind is MentionKind.NAME and arguments.fits(mention, ("Person",))
