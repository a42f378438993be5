"""Sums that a statement of investing has for its amount: no figure of who gives it, too."""

from collections import defaultdict

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_TARGETS = ("Organization", "Place", "Project")
_OWN = frozenset(
    ["cost", "price", "value", "capital", "stock", "total", "assets"]
)  # figures of their own


def drop_paid(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without figures that repeat what is invested: "earmarked $5 million for a plant"."""
    givers: dict[tuple[int, object], set[Mention]] = defaultdict(set)
    for candidate in candidates:
        if candidate.rule.predicate != "investsIn" or not isinstance(candidate.object, Mention):
            continue
        if not arguments.fits(candidate.object, _TARGETS):
            continue
        for qualifier in candidate.qualifiers:
            if qualifier.name == "amount":
                key = (_find_sentence(candidate, arguments), qualifier.value)
                givers[key].add(arguments.find_first(candidate.subject))
    if not givers:
        return candidates
    return [c for c in candidates if not _is_repeated(c, givers, arguments)]


def _is_repeated(
    candidate: Candidate, givers: dict[tuple[int, object], set[Mention]], arguments: ArgumentFinder
) -> bool:
    told = candidate.object
    if candidate.rule.predicate != "observes" or not isinstance(told, Mention):
        return False
    if told.origin != "money" or not _OWN.isdisjoint(candidate.measure.lower().split()):
        return False
    known = givers.get((_find_sentence(candidate, arguments), told.value), set())
    return arguments.find_first(candidate.subject) in known


def _find_sentence(candidate: Candidate, arguments: ArgumentFinder) -> int:
    return arguments.parse.sentence_of[candidate.token]
