"""Periods that stand right behind a value: "at 68 percent as of May", but not "…, with delivery due in June"."""

from collections.abc import Iterable, Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_BESIDE = 6  # tokens behind a value in which its period begins
_STOPS = frozenset([",", ";", ".", "and", "with", "while"])


def keep_periods_beside(
    found: Iterable[Candidate], arguments: ArgumentFinder
) -> Iterator[Candidate]:
    """The candidates, each without a period that tells when something else is to be."""
    for candidate in found:
        value = candidate.object
        if isinstance(value, Mention) and not _is_timed(value, arguments):
            candidate.qualifiers = [q for q in candidate.qualifiers if q.name != "period"]
        yield candidate


def _is_timed(value: Mention, arguments: ArgumentFinder) -> bool:
    words, end = arguments.parse.words, arguments.ranges[value][1]
    for token in range(end, min(end + _BESIDE, len(words))):
        if words[token].lower() in _STOPS:
            return False
        if arguments.find_period_around(token) is not None:
            return True
    return False
