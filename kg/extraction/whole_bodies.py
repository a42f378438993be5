"""Bodies told with what they are part of behind a comma: no row of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.parent_bodies import is_parent

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.model.mention import Mention


def is_whole_body(part: Mention, whole: Mention, arguments: ArgumentFinder) -> bool:
    """Whether the second is what the first is part of, and no further body of a list."""
    if not arguments.fits(part, ("GovernmentBody",)):
        return False
    words, end = arguments.parse.words, arguments.ranges[whole]
    between = words[arguments.ranges[part][1] : end[0]]
    return is_parent(part.text, whole.text, between, words[end[1] : end[1] + 2])
