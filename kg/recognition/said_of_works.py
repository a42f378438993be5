"""What works are said to be: "it is a large-scale project", "the bridge is a vital link"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.ontology import Ontology
from kg.recognition.appositions import Link, may_be
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_BUILT = ("Facility", "TransportCorridor", "EconomicZone")
_LINKS = load_lexicon("nominals").get("link_words")


def find_bearer(
    nominal: Nominal,
    tokens: Tokens,
    ontology: Ontology,
    told: Mapping[int, tuple[Mention, int]],
) -> Link | None:
    """ "It is a large-scale project", "the plant is a project worth": what works are said to be."""
    parse, verb = tokens.parse, tokens.parse.heads[nominal.head]
    said = parse.deps[nominal.head] == "attr" and parse.lemmas[verb] == "be" and not nominal.plural
    if not said or tokens.lower_at(nominal.end) == "of":
        return None
    if not any(ontology.is_a(nominal.type, kind) for kind in (*_BUILT, "Project")):
        return None
    deps = {parse.deps[c]: c for c in parse.children[verb]}
    bearer = told.get(deps.get("nsubj", -1))
    if bearer is None or "neg" in deps:
        return None
    kind = bearer[0].type
    if not may_be(kind, nominal.type, ontology) and not _is_link(kind, nominal, tokens, ontology):
        return None
    return Link(bearer[0], bearer[0].type, "said of what was told", 0.85, bearer[1])


def _is_link(kind: str, nominal: Nominal, tokens: Tokens, ontology: Ontology) -> bool:
    """ "The bridge is a vital link": what any works may be said to be, and is no other way."""
    works = any(ontology.is_a(kind, built) for built in (*_BUILT, "Project"))
    return works and tokens.lower_at(nominal.head) in _LINKS
