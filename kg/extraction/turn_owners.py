"""Rows in which each thing has an owner of its own: "Tarka's PlayBox and Norvik's Zendo"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.token_ranges import find_tokens
from kg.model.mention import Mention

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder


def is_of_another(first: Mention, following: Mention, arguments: ArgumentFinder) -> bool:
    """Whether the first of a row is somebody's and what follows begins with another firm that it is of."""
    parse = arguments.parse
    start = arguments.ranges[first][0]
    if start == 0 or parse.tags[start - 1] != "POS":
        return False
    owner = arguments.find_name(find_tokens(following, parse)[0], ("Company",))
    end = arguments.ranges[owner][1] if owner is not None else 0
    return owner is not None and parse.tags[end : end + 1] == ["POS"]
