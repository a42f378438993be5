"""Where the nearer of two things is: "runs a mill in Zenda and depots in Tarn" puts no mill in Tarn.

And whose seat is told of two firms: "Norvik is a unit of Tarka, a carrier based in Zenda" tells that of Tarka.
"""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_PLACING, _SEATED = "locatedIn", "headquarteredIn"
_WORKS = ("Facility",)
_IN = frozenset(["in", "at", "near", "outside"])
_ARTICLES = frozenset(["a", "an", "the", "one"])


def leave_to_nearer(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without the places of things that have one before, and a thing between both."""
    placed = _list_placed(_PLACING, candidates, arguments)
    seated = _list_placed(_SEATED, candidates, arguments)
    dropped = {
        id(candidate)
        for at, to, candidate in seated
        for nearer, seat, other in seated
        if at < nearer < to == seat and _is_told_of_nearer(candidate, other, arguments)
    }
    dropped |= {
        id(candidate)
        for at, to, candidate in placed
        for start, own, _ in placed
        if start == at and own < to and _has_between(own, to, arguments)
    }
    return [c for c in candidates if id(c) not in dropped] if dropped else candidates


def _list_placed(
    predicate: str, candidates: list[Candidate], arguments: ArgumentFinder
) -> list[tuple[int, int, Candidate]]:
    """The candidates of a predicate whose place stands behind their subject, with where both begin."""
    return [
        (at, to, c)
        for c in candidates
        if c.rule.predicate == predicate and isinstance(c.object, Mention)
        for at, to in [(_find(c.subject, arguments), _find(c.object, arguments))]
        if 0 <= at < to
    ]


def _is_told_of_nearer(first: Candidate, nearer: Candidate, arguments: ArgumentFinder) -> bool:
    """Whether what the nearer firm is stands set off behind its name, and it is no further one of a row."""
    parse, (start, end) = arguments.parse, arguments.ranges[nearer.subject]
    between = range(arguments.ranges[first.subject][1], start)
    apart = any(parse.tags[k][:1] == "V" or parse.tags[k] == "IN" for k in between)
    words = arguments.lower[end : end + 2]
    return apart and words[:1] == [","] and not _ARTICLES.isdisjoint(words[1:])


def _find(mention: Mention, arguments: ArgumentFinder) -> int:
    return arguments.ranges[mention][0] if mention in arguments.ranges else -1


def _has_between(own: int, to: int, arguments: ArgumentFinder) -> bool:
    """Whether another thing stands between two places, with a word for where it is behind it."""
    words = arguments.parse.words
    return any(
        words[arguments.ranges[m][1]].lower() in _IN and arguments.fits(m, _WORKS)
        for token in range(own + 1, to)
        for m in arguments.by_token.get(token, ())
        if arguments.ranges[m][0] > own and arguments.ranges[m][1] < to
    )
