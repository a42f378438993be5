"""Rows of towns each told with its own province: "in A in [P], B in [Q] and C in R" puts A in P alone."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention

_PLACING = frozenset(["locatedIn"])
_PROVINCES = ("Province", "Region", "Country")
_TOWNS = ("City", "District", "LogisticsHub")
_JOINTS = frozenset([",", "and", "in", "the", "(", ")", "both", "of", "&"])


def drop_next_provinces(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without places put in the province of a later member of their row."""
    return drop_false(
        candidates, _PLACING, lambda c, province: _is_next(c.subject, province, arguments)
    )


def _is_next(place: Mention, province: Mention, arguments: ArgumentFinder) -> bool:
    later = _is_of_later(place, province, arguments)
    return later or _are_alike(place, province, arguments)


def _is_of_later(place: Mention, province: Mention, arguments: ArgumentFinder) -> bool:
    """Whether nothing but a row stands between both, in which another province is told of an earlier place."""
    if place not in arguments.ranges or province not in arguments.ranges:
        return False
    (_, k), (end, _) = arguments.ranges[place], arguments.ranges[province]
    if k >= end or not arguments.fits(place, _TOWNS) or not arguments.fits(province, _PROVINCES):
        return False
    words, passed, followed = arguments.parse.words, False, False
    while k < end:
        named = next((m for m in arguments.by_token.get(k, ()) if _is_place(m, arguments)), None)
        if named is not None and arguments.ranges[named][1] > k:
            fits = arguments.fits(named, _PROVINCES) and words[k - 1] in {"in", "the"}
            followed = followed or (passed and arguments.fits(named, _TOWNS))
            passed = passed or fits
            k = arguments.ranges[named][1]
        elif words[k].lower() in _JOINTS or words[k].strip("()").isdigit():
            k += 1
        else:
            return False
    return passed and followed


def _are_alike(one: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    """ "X District (6), Y District": two districts side by side are two of a row."""
    if one not in arguments.ranges or other not in arguments.ranges:
        return False
    (_, end), (start, last) = arguments.ranges[one], arguments.ranges[other]
    words = arguments.parse.words
    alike = words[end - 1] == words[last - 1] and last - start > 1
    between = words[end:start]
    return (
        alike
        and bool(between)
        and all(w in {",", "(", ")"} or w.strip("()").isdigit() for w in between)
    )


def _is_place(mention: Mention, arguments: ArgumentFinder) -> bool:
    return mention in arguments.ranges and arguments.fits(mention, ("Place",))
