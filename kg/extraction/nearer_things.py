"""Where the nearer of two things is: "runs a mill in Zenda and depots in Tarn" puts no mill in Tarn."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_PLACING = "locatedIn"
_WORKS = ("Facility",)
_IN = frozenset(["in", "at", "near", "outside"])


def leave_to_nearer(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without the places of things that have one before, and a thing between both."""
    placed = [
        (at, to, c)
        for c in candidates
        if c.rule.predicate == _PLACING and isinstance(c.object, Mention)
        for at, to in [(_find(c.subject, arguments), _find(c.object, arguments))]
        if 0 <= at < to
    ]
    dropped = {
        id(candidate)
        for at, to, candidate in placed
        for start, own, _ in placed
        if start == at and own < to and _has_between(own, to, arguments)
    }
    return [c for c in candidates if id(c) not in dropped] if dropped else candidates


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
