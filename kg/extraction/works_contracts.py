"""What a contract at works does not say: who cooks there builds nothing, who builds a road supplies no goods."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_TRIGGERS = load_lexicon("triggers")
_SERVICES = _TRIGGERS.get("contract_services")
_DEALS = _TRIGGERS.get("works_deals")
_MATTERS = ("for", "of", "on", "at")
_BUILDING, _SUPPLYING = "develops", "supplies"
_WAYS = ("TransportCorridor",)
_PUBLIC = ("GovernmentBody", "IntergovernmentalBody", "Country", "City", "Province")


def drop_contract_errors(
    candidates: list[Candidate], clauses: Sequence[Clause], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates but for works "built" by a contract for services, and public bodies "supplied" with ways."""
    served = _find_served(clauses, arguments)
    builders = {
        (c.subject, arguments.parse.sentence_of[c.token])
        for c in candidates
        if c.rule.predicate == _BUILDING and _is_of(c.object, _WAYS, arguments)
    }
    return [
        c
        for c in candidates
        if not (
            (c.rule.predicate == _BUILDING and c.object in served)
            or (
                c.rule.predicate == _SUPPLYING
                and (c.subject, arguments.parse.sentence_of[c.token]) in builders
                and _is_of(c.object, _PUBLIC, arguments)
            )
        )
    ]


def _find_served(clauses: Sequence[Clause], arguments: ArgumentFinder) -> set[object]:
    """The things that contracts with a word for a service before them are for."""
    return {
        mention
        for clause in clauses
        if clause.kind == "noun" and clause.lemma in _DEALS
        if any(arguments.parse.words[k].lower() in _SERVICES for k in clause.compounds)
        for matter in _MATTERS
        for token in clause.slot(matter)
        for mention in arguments.by_token.get(token, ())
    }


def _is_of(thing: object, types: tuple[str, ...], arguments: ArgumentFinder) -> bool:
    return isinstance(thing, Mention) and arguments.fits(thing, types)
