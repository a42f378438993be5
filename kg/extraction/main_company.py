"""The company that a document is about."""

from collections import Counter
from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_MAIN, _TWICE = 3, 2  # mentions for it to be what the document is about; times the next one's
_FAR_MAIN, _FAR = 6, 4  # and with its other names counted in


def find_main_company(arguments: ArgumentFinder) -> Mention | None:
    """The company told most: three times at least and twice as often as any other.

    Its other names are counted in where it is told far more often by them.
    """
    mentions = [m for m in arguments.recognized.mentions if arguments.fits(m, ("Company",))]
    plain = _find_most([arguments.find_antecedent(m) for m in mentions], _MAIN, _TWICE)
    return plain or _find_most([arguments.find_first(m) for m in mentions], _FAR_MAIN, _FAR)


def _find_most(told: Sequence[Mention], least: int, times: int) -> Mention | None:
    """Of first mentions, one for each that the document tells, the name told most, if by so much."""
    counts = Counter(m.text for m in told if m.kind is MentionKind.NAME)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < least:
        return None
    if len(ranked) > 1 and ranked[0][1] < times * ranked[1][1]:
        return None
    return min((m for m in told if m.text == ranked[0][0]), key=lambda m: m.span.start)
