"""Works taken up as "the venture", "the mine", "the park": the only undertaking told just before."""

from collections.abc import Iterable

from kg.model.mention import MentionKind
from kg.model.parse import SUBJECTS
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent, find_undertakings
from kg.recognition.walking import Walk

_NEAR = 2  # sentences back in which it must be told
_OF_FIRMS = frozenset(
    ["own", "operate", "run", "sell", "export", "market", "sign", "invest", "buy"]
)
_SHARES = frozenset(
    ["percent", "%", "pct", "stake", "share", "interest", "half", "third", "quarter"]
)


def find_venture(
    nominal: Nominal, word: str, recent: Iterable[Referent], walk: Walk
) -> list[Referent]:
    """ "Norvik and Tarka are partners in a smelter project. Norvik holds 70 percent of [the venture]".

    What does something that only firms do is none, nor is there one where a firm without a name is told.
    """
    if word != "venture" or nominal.plural or not nominal.definite:
        return []
    tokens, parse = walk.tokens, walk.tokens.parse
    sentence, verb = parse.sentence_of[nominal.head], parse.heads[nominal.head]
    active = parse.deps[nominal.head] in SUBJECTS and parse.deps[nominal.head] == "nsubj"
    doing = _OF_FIRMS | walk.words.deeds | walk.words.building
    if tokens.lower_at(nominal.end) in {"between", "of", "with", ","}:
        return []
    if active and parse.lemmas[verb] in doing:
        return []
    told = [r for r in recent if sentence - r.last_sentence <= _NEAR]
    nameless = MentionKind.NOMINAL
    if any(r.type == "Company" and r.mention.kind is nameless and not r.plural for r in told):
        return []
    found = find_undertakings(told, word, parse, walk.words.keeping, walk.ontology)
    found = [r for r in found if r.type == "Project"] or found
    owned = not _SHARES.isdisjoint(tokens.lower[max(nominal.start - 4, 0) : nominal.start])
    owned = owned and any(r.type == "Project" for r in found)  # what is owned is a body or works
    return found if len(found) == 1 and not owned else []


def keep_fresh(found: list[Referent], word: str, sentence: int) -> list[Referent]:
    """ "Norvik plans a dry port in Zenda. … [the facility]": the only works just told for the first time.

    None where the sentence before was about named works.
    """
    if word != "facility" or any(r.named and r.subject_in == sentence - 1 for r in found):
        return []
    fresh = [r for r in found if r.first_sentence >= sentence - 1 and not (r.named or r.inner)]
    return fresh if len(fresh) == 1 else []
