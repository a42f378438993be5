"""Firms that another one is only likened to: "dubbed Ruritania's Norvik", "hopes to become the Norvik of Ruritania"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention

_PLACING = frozenset(["headquarteredIn", "operatesIn", "locatedIn"])
_NAMING = frozenset(["dub", "nickname", "call", "label", "style", "term", "christen"])
_TAKING = frozenset("know hail describe see bill tout regard position pitch view cast".split())  # noqa: SIM905
_NEARING = frozenset(["liken", "compare", "akin", "answer", "equivalent", "similar"])
_BEING = frozenset(["be", "become"])
_PASSED = frozenset(["the", "next", "a", "an", "new", "“", '"', "``", "‘", "'"])


def drop_likened(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without the lands of firms that are told for likeness alone."""
    return drop_false(
        candidates,
        _PLACING,
        lambda c, place: (
            isinstance(c.subject, Mention) and _is_likened(c.subject, place, arguments)
        ),
    )


def _is_likened(firm: Mention, place: Mention, arguments: ArgumentFinder) -> bool:
    """Whether the first of a firm and its land stands right behind words of likening."""
    ranges = [arguments.ranges[m] for m in (firm, place) if m in arguments.ranges]
    if len(ranges) < len((firm, place)) or max(ranges)[0] > min(ranges)[1] + 2:
        return False
    k = min(ranges)[0] - 1
    first = arguments.parse.sentences[arguments.parse.sentence_of[k + 1]][0]
    while k > first and arguments.lower[k] in _PASSED:
        k -= 1
    if k <= first:
        return False
    lemmas, before = arguments.parse.lemmas, arguments.parse.lemmas[k - 1]
    aims = lemmas[k] in _BEING and arguments.lower[k - 1] in {"to", "could", "would", "will", "may"}
    return (
        aims
        or (lemmas[k] in _NAMING and arguments.parse.tags[k][:1] == "V")
        or (arguments.lower[k] == "as" and before in _TAKING)
        or (arguments.lower[k] == "to" and before in _NEARING)
    )
