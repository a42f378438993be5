"""Things that others are only compared with: "half that of [the 300 MW Zenda Dam]" stands, whatever is planned."""

from collections.abc import Iterable, Iterator

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.claim import Modality
from kg.model.mention import Mention

_LINKS = frozenset(["of", "as", "than", "to", "with"])
_BACK = 4  # words before such a link in which what is compared stands
_BETWEEN = 5  # tokens from the link to the name
_MEASURES = frozenset(
    ["that", "size", "length", "height", "capacity", "times", "twice", "half", "large", "big", "long",
     "high", "deep", "larger", "bigger", "longer", "higher", "smaller", "shorter", "next", "close",
     "compared", "similar"]
)  # fmt: skip


def as_it_stands(
    candidates: Iterable[Candidate], thing: Mention, arguments: ArgumentFinder
) -> Iterator[Candidate]:
    """The figures of a thing, as facts where others are only compared with it."""
    stands = is_compared_with(thing, arguments)
    for candidate in candidates:
        if stands and candidate.modality is Modality.PLANNED:
            candidate.modality = Modality.ACTUAL
        yield candidate


def is_compared_with(thing: Mention, arguments: ArgumentFinder) -> bool:
    """ "twice as large as", "three times the size of", "next to": right before a thing."""
    words, start = arguments.lower, arguments.ranges[thing][0]
    for link in range(start - 1, max(start - _BETWEEN, 0), -1):
        if words[link] in {",", ".", ";"}:
            return False
        if words[link] in _LINKS:
            return not _MEASURES.isdisjoint(words[max(link - _BACK, 0) : link])
    return False
