"""Who does what others sign for or hire for: "the agency signed a contract with X to set up a mill": X builds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_WORDS = load_lexicon("triggers")
_SIGNING = _WORDS.get("sign")
_DEALS, _VENTURES = _WORDS.get("works_deals"), _WORDS.get("venture_nouns")
_HIRING = _WORDS.get("hiring")
_FORMING = _WORDS.get("form_verbs")
_LOANS = load_lexicon("scope").get("loans")
_LENDERS = frozenset(["bank", "fund", "banks", "funds"])
_DEEDS = frozenset(["develops", "operates"])
_PURPOSES = frozenset(["advcl", "xcomp", "acl"])
_PUBLIC = ("GovernmentBody", "Country", "Province", "City", "EconomicZone")
_FIRM = ("Company",)
_SIDES = ("Company", "Country", "GovernmentBody")
_DOERS = ("Agent", "Country", "Province", "City", "Region")


def assign_builders(
    candidates: Sequence[Candidate], clauses: Sequence[Clause], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates, those of what a body has signed for with a firm given to the firm, of ventures to all."""
    by_token = {c.token: c for c in clauses if c.kind == "verb"}
    found: list[Candidate] = []
    for candidate in candidates:
        found.extend(_assign(candidate, by_token, arguments))
    return found


def _assign(
    candidate: Candidate, clauses: Mapping[int, Clause], arguments: ArgumentFinder
) -> list[Candidate]:
    if candidate.rule.predicate not in _DEEDS:
        return [candidate]
    if _tells_loan(candidate, arguments):
        return []
    above = _find_deal(candidate.token, clauses, arguments)
    if above is None:
        return [candidate]
    clause, nouns = above
    subjects = [m for t in clause.subjects for m in arguments.find_all(t, _SIDES + _PUBLIC)]
    if clause.lemma in _HIRING and not arguments.fits(candidate.subject, _DOERS):
        return [replace(candidate, subject=m) for m in subjects]  # "chose a site to build"
    if candidate.subject not in subjects and not _is_nameless(candidate, clause, arguments):
        return [candidate]
    if clause.lemma in _HIRING:
        firms = [m for t in clause.objects for m in arguments.find_all(t, _FIRM)]
        return [replace(candidate, subject=firm) for firm in firms] or [candidate]
    public = arguments.fits(candidate.subject, _PUBLIC)
    if public and clause.lemma in _SIGNING and not _DEALS.isdisjoint(nouns):
        firms = _find_others(clause, _FIRM, candidate, arguments)
        return [replace(candidate, subject=firm) for firm in firms] or [candidate]
    if clause.lemma in _SIGNING | _FORMING and not _VENTURES.isdisjoint(nouns):
        others = _find_others(clause, _SIDES, candidate, arguments)
        return [candidate, *(replace(candidate, subject=other) for other in others)]
    return [candidate]


def _is_nameless(candidate: Candidate, clause: Clause, arguments: ArgumentFinder) -> bool:
    """ "[the ministry] signed a contract with X": a body that is told by no name."""
    bounds = arguments.ranges.get(candidate.subject)
    nominal = candidate.subject.kind is MentionKind.NOMINAL
    return nominal and bounds is not None and bounds[1] - 1 in clause.subjects


def _tells_loan(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    """ "[the bank] signed agreements for 5 million in loans to build a dam": who lends builds nothing."""
    parse, token = arguments.parse, candidate.token
    if parse.deps[token] not in _PURPOSES or parse.tags[token] != "VB":
        return False
    if _LENDERS.isdisjoint(candidate.subject.text.lower().split()):
        return False
    start = (
        arguments.ranges[candidate.subject][1] if candidate.subject in arguments.ranges else token
    )
    return not _LOANS.isdisjoint(parse.lemmas[start:token])


def _find_deal(
    token: int, clauses: Mapping[int, Clause], arguments: ArgumentFinder
) -> tuple[Clause, set[str]] | None:
    """The clause whose purpose a verb tells, with its objects: "sign a [contract] … to build"."""
    parse = arguments.parse
    if parse.deps[token] not in _PURPOSES or parse.tags[token] != "VB":
        return None
    above = parse.heads[token]
    if parse.tags[above][0] == "N":
        above = parse.heads[above]
    clause = clauses.get(above)
    if clause is None or clause.passive:
        return None
    around = {parse.lemmas[c] for noun in clause.objects for c in parse.children[noun]}
    if not _LOANS.isdisjoint(around):  # "a loan agreement with the bank to build a dam"
        return None
    return clause, {parse.lemmas[noun] for noun in clause.objects}


def _find_others(
    clause: Clause, types: tuple[str, ...], candidate: Candidate, arguments: ArgumentFinder
) -> list[Mention]:
    others = [m for t in clause.prepositions.get("with", []) for m in arguments.find_all(t, types)]
    sides = {candidate.subject, candidate.object}
    return [m for m in others if m not in sides and _LENDERS.isdisjoint(m.text.lower().split())]
