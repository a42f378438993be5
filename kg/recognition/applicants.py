"""Whose "its" is where somebody else rules on it: "Norvik said the court rejected its appeal"."""

from collections.abc import Callable

from kg.lexicon import load_lexicon
from kg.model.parse import SUBJECTS, Parse
from kg.ontology import Ontology
from kg.recognition.appositions import Link
from kg.recognition.possessors import Told
from kg.recognition.walking import Walk

_RULERS = ("GovernmentBody", "IntergovernmentalBody", "Country")
_CLAUSES = frozenset(["ccomp", "advcl", "xcomp", "relcl", "acl", "conj", "pcomp"])
_APPLICANTS = ("Organization", "Country")
_WORDS = load_lexicon("nominals")
_RULING, _REBUFFING = map(_WORDS.get, ("ruling", "rebuffing"))
_ASKED_OF_FIRMS, _ASKED_OF_BODIES = map(_WORDS.get, ("asked_of_firms", "asked_of_bodies"))
_HAD_BY_RULERS = _WORDS.get("had_by_rulers")


def find_ruled(
    walk: Walk, token: int, find_thing: Callable[[int, set[int]], Link | None]
) -> tuple[Link | None] | None:
    """Who has what is ruled on: who asked, if that is told, else another one; None where nobody rules."""
    parse, told = walk.tokens.parse, walk.told
    its = walk.tokens.lower[token] == "its"
    ruler = find_ruler(parse, token, told, walk.ontology) if its else None
    if ruler is None:
        return None
    asks = find_applicant(parse, ruler, told, walk.ontology)
    if asks is not None and told[asks][1] != told[ruler][1]:
        mention, chain = told[asks]
        return (Link(mention, mention.type, "who asks for what is ruled on", 0.8, chain),)
    own = parse.lemmas[parse.heads[token]] in _HAD_BY_RULERS
    return None if own else (find_thing(token, {told[ruler][1]}),)


def find_ruler(parse: Parse, token: int, told: Told, ontology: Ontology) -> int | None:
    """Who rules on what a possessive has, and so is not who has it: "[the court] rejected its appeal".

    A firm is asked for itself alone: "[Tarka] rejected its bid".
    """
    noun = parse.heads[token]
    verb = parse.heads[noun]
    if parse.deps[noun] != "dobj" or parse.lemmas[verb] not in _RULING:
        return None
    ruler = next((c for c in parse.children[verb] if parse.deps[c] in SUBJECTS and c in told), None)
    if ruler is None:
        return None
    body = any(ontology.is_a(told[ruler][0].type, kind) for kind in _RULERS)
    if parse.lemmas[noun] in _ASKED_OF_FIRMS:
        wooed = told[ruler][0].type == "Company" and parse.lemmas[verb] in _REBUFFING
        return ruler if body or wooed else None
    return ruler if body and parse.lemmas[noun] in _ASKED_OF_BODIES else None


def find_applicant(parse: Parse, ruler: int, told: Told, ontology: Ontology) -> int | None:
    """Who tells of the ruling, or acts upon it: the subject of a verb above the ruler's."""
    verb = parse.heads[ruler]
    while parse.deps[verb] in _CLAUSES and parse.heads[verb] != verb:
        verb = parse.heads[verb]
        for c in parse.children[verb]:
            acts = parse.deps[c] in SUBJECTS and c < ruler and c in told
            if acts and any(ontology.is_a(told[c][0].type, kind) for kind in _APPLICANTS):
                return c
    return None
