"""Pairs told in one: "ties between A and B as well as C and D" are two, and A has none with C."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention

_PAIRED = frozenset(["cooperatesWith", "connectedTo"])
_OWNING = frozenset(["'s", "’s", "'", "’"])
_LINK = ("as", "well", "as")
_FAR = 40  # tokens between two sides of a sentence


def drop_crossed(candidates: Iterable[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without those whose two sides stand in different pairs."""
    return drop_false(
        candidates, _PAIRED, lambda c, other: _is_crossed(c.subject, other, arguments)
    )


def _is_crossed(one: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    if one not in arguments.ranges or other not in arguments.ranges:
        return False
    first, second = sorted([arguments.ranges[one], arguments.ranges[other]])
    if second[0] == first[1] + 1 and arguments.parse.words[first[1]] in _OWNING:
        return True  # "talks with [Peru]'s [Ministry of Trade]": the two are one side
    words = [w.lower() for w in arguments.parse.words[first[0] : second[1] + 1]]
    if len(words) > _FAR or "well" not in words:
        return False
    well = first[0] + words.index("well")
    if tuple(w.lower() for w in arguments.parse.words[well - 1 : well + 2]) != _LINK:
        return False
    return _is_pair(well - 1, arguments, before=True) and _is_pair(
        well + 2, arguments, before=False
    )


def _is_pair(at: int, arguments: ArgumentFinder, *, before: bool) -> bool:
    """Whether two sides with "and" between end at a token, or begin there."""
    parse = arguments.parse
    at += not before and parse.words[at : at + 1] == ["between"]
    for start, end in arguments.ranges.values():
        if (end if before else start) != at:
            continue
        joint = start - 1 if before else end
        if parse.words[joint : joint + 1] == ["and"]:
            return True
    return False
