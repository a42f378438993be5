"""Titles that the second of two is given: "named X as CEO and Y as [chairman]"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_BEFORE = frozenset(["its", "the", "their", "a", "an", "new", "next", "interim", "acting", "first"])
_JOINTS = frozenset([",", "and"])
_DESCRIBING = frozenset(["NN", "JJ", "HYPH", "VBN", "NNP"])
_FAR = 6  # tokens of what the second was before


def is_anothers(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether the title is of somebody who is told behind another title and a comma or "and"."""
    parse, k = arguments.parse, start - 1
    if parse.tags[end - 1] == "NNS":
        return False  # "named X and Y as directors"
    if _find_person(end, arguments) is not None:  # "as CEO and [board member] Y as chairman"
        return _is_behind_title(start, arguments)
    while k > 0 and parse.words[k].lower() in _BEFORE:
        k -= 1
    if k < 1 or parse.words[k].lower() != "as":
        return False
    name = _find_person(k - 1, arguments)
    return name is not None and _is_behind_title(arguments.ranges[name][0], arguments)


def _find_person(token: int, arguments: ArgumentFinder) -> Mention | None:
    named = (m for m in arguments.by_token.get(token, ()) if m.kind is MentionKind.NAME)
    return next((m for m in named if arguments.fits(m, ("Person",))), None)


def _is_behind_title(start: int, arguments: ArgumentFinder) -> bool:
    """Whether a title and a joint stand before what begins at `start` and describes the second."""
    parse = arguments.parse
    for k in range(start - 1, max(start - 1 - _FAR, 0), -1):
        if parse.words[k].lower() in _JOINTS:
            return arguments.find_post_around(k - 1) is not None
        if parse.tags[k] not in _DESCRIBING:
            return False
    return False
