"""Works that the lead tells in other words than the headline: "X opens pump plant", "X has opened a factory"."""

from kg.model.mention import MentionKind
from kg.ontology import Ontology
from kg.recognition.appositions import Link, agree
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens
from kg.recognition.walking import Walk

_DEEDS = (
    frozenset(["open", "inaugurate", "launch", "unveil", "commission"]),
    frozenset(["build", "construct", "erect", "set", "establish"]),
)
_HEADS = frozenset(["plant", "factory", "facility", "mill", "works", "site", "unit", "complex"])


def find_headline_works(nominal: Nominal, walk: Walk) -> Link | None:
    """The only works of the headline, where the lead has the same doer do the same to works.

    A plain noun for works is meant ("plant", "facility") or the same noun twice; a place that both
    tell need not be compared, as one doer hardly opens two in a headline and its lead.
    """
    tokens, told, parse = walk.tokens, walk.told, walk.tokens.parse
    if nominal.plural or not tokens.lead or parse.sentence_of[nominal.head] != tokens.lead:
        return None
    verb = parse.heads[nominal.head]
    deed = next((d for d in _DEEDS if parse.lemmas[verb] in d), None)
    if deed is None or parse.deps[nominal.head] != "dobj":
        return None
    doers = {told[k][1] for k in parse.list_subjects(verb, passive=False) if k in told}
    works = [r for r in walk.referents.values() if _is_headlined(r, nominal, walk.ontology)]
    if len(works) != 1 or works[0].plural or not _may_be_one(works[0], nominal, tokens):
        return None
    end = parse.sentences[0][1]
    acted = next((k for k in range(end) if parse.lemmas[k] in deed), end)
    before = {told[k][1] for k in range(acted) if k in told}
    found = works[0]
    if not doers & before or found.last_token < acted:
        return None
    return Link(found.mention, found.type, "what the headline has done", 0.7, found.chain)


def _is_headlined(referent: Referent, nominal: Nominal, ontology: Ontology) -> bool:
    plain = referent.mention.kind is MentionKind.NOMINAL and referent.last_sentence == 0
    return plain and agree(referent.type, nominal.type, ontology) and nominal.type == "Facility"


def _may_be_one(referent: Referent, nominal: Nominal, tokens: Tokens) -> bool:
    word = tokens.parse.lemmas[nominal.head]
    return word in referent.heads or (word in _HEADS and bool(referent.heads & _HEADS))
