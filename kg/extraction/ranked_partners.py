"""Countries that a ranking of partners names: "Kenya came first with 300 tonnes, followed by Peru"."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_FOLLOWED = ("followed", "by")
_RANKED = frozenset(
    [
        "first",
        "buyer",
        "importer",
        "purchaser",
        "market",
        "destination",
        "customer",
        "partner",
        "supplier",
    ]
)


def leave_partners(countries: Sequence[Mention], arguments: ArgumentFinder) -> list[Mention]:
    """The countries without those of such sentences: the text is told from none of them."""
    parse = arguments.parse
    ranking = {n for n in range(len(parse.sentences)) if _ranks(n, arguments)}
    if not ranking:
        return list(countries)
    return [m for m in countries if parse.sentence_of[arguments.ranges[m][0]] not in ranking]


def leave_ranked(figures: Iterable[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The figures without those of such sentences: what others tell is of none of the partners."""
    sentence_of = arguments.parse.sentence_of
    return [c for c in figures if not _ranks(sentence_of[c.token], arguments)]


def _ranks(sentence: int, arguments: ArgumentFinder) -> bool:
    """Whether a sentence, not the first of its text, tells who comes first and who follows."""
    first, last = arguments.parse.sentences[sentence]
    words = arguments.lower[first:last]
    if sentence == 0 or "followed" not in words:
        return False
    followed = any(pair == _FOLLOWED for pair in pairwise(words))
    return followed and not _RANKED.isdisjoint(words)
