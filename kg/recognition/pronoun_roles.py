"""What pronouns and names do in their clause."""

from kg.model.parse import Parse
from kg.ontology import Ontology
from kg.recognition.referents import Referent


def is_doer(parse: Parse, token: int, deeds: frozenset[str]) -> bool:
    """Whether the token is the subject of one of the verbs."""
    return parse.deps[token] == "nsubj" and parse.lemmas[parse.heads[token]] in deeds


def is_modifier(parse: Parse, token: int) -> bool:
    """Whether it only tells which thing is meant: "the Norvik plant"."""
    return parse.deps[token] in {"compound", "nmod", "amod"} and parse.heads[token] > token


def choose_doers(near: list[Referent], far: list[Referent], ontology: Ontology) -> list[Referent]:
    """Who may have done it: companies, bodies and countries, else towns, else one told farther back."""

    def pick(referents: list[Referent], *kinds: str) -> list[Referent]:
        return [r for r in referents if any(ontology.is_a(r.type, kind) for kind in kinds)]

    doers = pick(near, "Organization", "Country")
    return doers or pick(near, "City", "Province", "District") or pick(far, "Organization")
