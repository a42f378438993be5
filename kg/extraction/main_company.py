"""The company that a document is about."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_MAIN = 3  # mentions of a company, for it to be what the document is about


def find_main_company(arguments: ArgumentFinder) -> Mention | None:
    """The company told most: three times at least and twice as often as any other."""
    counts: dict[Mention, int] = defaultdict(int)
    for mention in arguments.recognized.mentions:
        if arguments.fits(mention, ("Company",)):
            first = arguments.find_first(arguments.find_antecedent(mention))
            counts[first] += first.kind is MentionKind.NAME
    by_text: dict[str, int] = defaultdict(int)
    for mention, count in counts.items():
        by_text[mention.text] += count
    ranked = sorted(by_text.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _MAIN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    return min((m for m in counts if m.text == ranked[0][0]), key=lambda m: m.span.start)
