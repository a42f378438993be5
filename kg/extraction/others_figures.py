"""Figures that a land or firm beside them has not: a market's index, a firm's sales in one land."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind

_SALES = frozenset(["sales", "revenue", "revenues", "turnover", "profit", "earnings", "income"])
_OF = frozenset(["of", "at", "for"])
_NEAR = 5  # tokens behind "sales of" in which the firm's name begins
_INDEX = " index"


def give_back_figures(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates, a firm's figures given to it, and none of a market's index given to a firm."""
    return [made for c in candidates for made in _settle(c, arguments)]


def _settle(candidate: Candidate, arguments: ArgumentFinder) -> Iterator[Candidate]:
    if candidate.rule.predicate != "observes":
        yield candidate
    elif candidate.subject.kind is MentionKind.ADJECTIVE:
        yield _give_to_firm(candidate, arguments)
    elif not _is_of_market(candidate, arguments):
        yield candidate


def _give_to_firm(candidate: Candidate, arguments: ArgumentFinder) -> Candidate:
    """ "[Peruvian] sales of Norvik Foods fell": the firm's, and what is measured keeps its land."""
    land, words = candidate.subject, arguments.lower
    if land not in arguments.ranges:
        return candidate
    at = arguments.ranges[land][1]
    if words[at : at + 1] == [] or words[at] not in _SALES:
        return candidate
    firm = _find_firm(at + 2, arguments) if words[at + 1] in _OF else None
    if firm is None and candidate.speaker is not None:  # "Norvik said Peruvian sales fell"
        firm = arguments.find(candidate.speaker, ("Company",))
    if firm is None:
        return candidate
    measure = Qualifier(name="measure", value=f"{land.text} {candidate.measure}")
    told = [measure if q.name == "measure" else q for q in candidate.qualifiers]
    return replace(candidate, subject=firm, qualifiers=told)


def _find_firm(start: int, arguments: ArgumentFinder) -> Mention | None:
    for token in range(start, min(start + _NEAR, len(arguments.parse.words))):
        for mention in arguments.by_token.get(token, ()):
            if mention.kind is MentionKind.NAME and arguments.fits(mention, ("Company",)):
                return mention
        if arguments.parse.tags[token] not in {"NNP", "POS", "JJ", "DT", "NN"}:
            return None
    return None


def _is_of_market(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """ "the Zenda 40 index was down 0.9%" beside a firm that the sentence tells of elsewhere."""
    told, owner = candidate.measure, candidate.subject
    if not told.casefold().endswith(_INDEX) or not told[:1].isupper():
        return False
    return owner.text not in told and arguments.fits(owner, ("Company",))
