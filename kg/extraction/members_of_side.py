"""Members of one side of a deal: "the unions and the lenders, including A and B, signed a deal", A none with B."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention
from kg.model.parse import Parse

_DEALS = frozenset(["cooperatesWith"])
_LINKS = frozenset(["including", "like"])
_AMONG = ("among", "them")
_ROW = frozenset(["conj", "appos"])  # the parser takes the second of a row for an aside


def drop_ties_within(candidates: Iterable[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without ties between those whom one of two sides is told to have."""
    return drop_false(
        candidates, _DEALS, lambda c, other: _are_members(c.subject, other, arguments)
    )


def _are_members(one: Mention, other: Mention, arguments: ArgumentFinder) -> bool:
    """Whether two names stand in one row of examples, and who they are examples of is joined to another side."""
    parse, ranges = arguments.parse, arguments.ranges
    if one not in ranges or other not in ranges:
        return False
    tops = {_find_top(ranges[m][1] - 1, parse) for m in (one, other)}
    if len(tops) != 1:
        return False
    side = _find_side(tops.pop(), parse)
    return side is not None and _has_other_side(side, parse)


def _find_top(token: int, parse: Parse) -> int:
    """The first of the row that a name stands in."""
    while parse.deps[token] in _ROW and parse.heads[token] < token:
        if _is_led(token, parse):
            break
        token = parse.heads[token]
    return token


def _is_led(name: int, parse: Parse) -> bool:
    """ "lenders, among them [A] and B"."""
    start = _find_start(name, parse)
    return tuple(w.lower() for w in parse.words[max(start - 2, 0) : start]) == _AMONG


def _find_start(name: int, parse: Parse) -> int:
    start = name
    while start and parse.heads[start - 1] == name and parse.deps[start - 1] == "compound":
        start -= 1
    return start


def _find_side(first: int, parse: Parse) -> int | None:
    """The noun whose members a row tells: "[lenders], such as A and B", "[lenders], among them A and B"."""
    above = parse.heads[first]
    led = parse.deps[first] == "pobj" and parse.lemmas[above].lower() in _LINKS | {"include"}
    such = parse.deps[first] == "pobj" and parse.words[above - 1].lower() == "such"
    if led or such:
        cue = above - such
    elif _is_led(first, parse):
        cue = _find_start(first, parse) - len(_AMONG)
    else:
        return None
    noun = cue - 1 - (parse.words[cue - 1] == ",")
    return noun if noun >= 0 and parse.tags[noun] in {"NNS", "NNPS"} else None


def _has_other_side(noun: int, parse: Parse) -> bool:
    """ "[the unions] and the lenders", "Tarka and [a number of lenders]": others stand beside."""
    if parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] == "of":
        noun = parse.heads[parse.heads[noun]]
    joined = parse.deps[noun] == "conj" and parse.heads[noun] < noun
    return joined and parse.tags[parse.heads[noun]][:1] == "N"
