"""What works are said to be: "it is a large-scale project", "the port, a joint venture of X and Y,"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology
from kg.recognition.appositions import Link, may_be
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_BUILT = ("Facility", "TransportCorridor", "EconomicZone")
_NEW = frozenset(["a", "an", "one"])
_DESCRIBING = frozenset(
    ["CD", "HYPH", "NN", "NNS", "JJ", "JJS", "JJR", "VBN", "VBG", "$", "RBS", "NNP"]
)
_SETTING_OFF = frozenset([",", "--", "—", "–"])
_PARTS = frozenset(["stage", "phase", "expansion", "section", "stretch", "part"])
_LINKS = load_lexicon("nominals").get("link_words")


def find_bearer(
    nominal: Nominal,
    tokens: Tokens,
    ontology: Ontology,
    told: Mapping[int, tuple[Mention, int]],
) -> Link | None:
    """ "It is a large-scale project", "the plant is a project worth": what works are said to be."""
    if host := _find_host(nominal, tokens, ontology, told):
        return Link(host[0], host[0].type, "apposition to what was told", 0.85, host[1])
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


def _find_host(
    nominal: Nominal,
    tokens: Tokens,
    ontology: Ontology,
    told: Mapping[int, tuple[Mention, int]],
) -> tuple[Mention, int] | None:
    """ "The port, a joint venture of X and Y,", "the Zenda project, an oil field off Hentz": works without a name."""
    parse, above = tokens.parse, tokens.parse.heads[nominal.head]
    host = told.get(above) if parse.deps[nominal.head] == "appos" else None
    if host is None or nominal.plural or host[0].kind is not MentionKind.NOMINAL:
        return None
    k = nominal.head - 1
    while k > above and tokens.tags[k] in _DESCRIBING:
        k -= 1
    opens = tokens.lower[k] in _NEW or tokens.lower[k : k + 2] == ["the", "first"]
    listed = any(parse.deps[c] in {"cc", "conj"} for c in parse.children[nominal.head])
    listed = listed or any(parse.deps[c] == "conj" for c in parse.children[above])
    if not opens or listed or tokens.lower[k - 1] not in _SETTING_OFF:
        return None
    works = any(ontology.is_a(host[0].type, kind) for kind in (*_BUILT, "Project"))
    if not works or tokens.lower_at(above) in _PARTS:
        return None
    venture = tokens.lower_at(nominal.head) == "venture" and tokens.lower_at(nominal.end) != "of"
    project = nominal.type == "Project" or host[0].type == "Project"
    same = may_be(host[0].type, nominal.type, ontology)
    built = any(ontology.is_a(nominal.type, kind) for kind in _BUILT)
    return host if venture or same or (project and built) else None


def _is_link(kind: str, nominal: Nominal, tokens: Tokens, ontology: Ontology) -> bool:
    """ "The bridge is a vital link": what any works may be said to be, and is no other way."""
    works = any(ontology.is_a(kind, built) for built in (*_BUILT, "Project"))
    return works and tokens.lower_at(nominal.head) in _LINKS
