"""Bodies and firms taken up by a general word: "Norvik Ratings kept its view. The global rating agency said"."""

from collections.abc import Container, Iterable

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_WORDS = load_lexicon("nominals").get("topic_words")
_TOLD_APART = frozenset(["of", "for", "that", "which", "in"])
_LONGEST = 4  # words of such a phrase
_FAR = 8  # sentences in which a word goes on to mean the same
_TYPES = ("GovernmentBody", "Company", "IntergovernmentalBody", "Association")
_NEAR = 2  # sentences back in which one alone must have acted


def find_topic(
    nominal: Nominal,
    tokens: Tokens,
    told: Iterable[Referent],
    ontology: Ontology,
    others: Container[int],
) -> list[Referent]:
    """The only body or firm that acted just before, or what was called so before; none where two may be meant."""
    word, head = tokens.lower[nominal.head], nominal.head
    if word not in _WORDS or nominal.plural or tokens.lower_at(nominal.end) in _TOLD_APART:
        return []
    if tokens.lower_at(nominal.start - 1) != "the" or nominal.end - nominal.start > _LONGEST:
        return []
    if any(tokens.capital[nominal.start : head]):
        return []
    sentence = tokens.parse.sentence_of[head]
    named = [r for r in told if r.named and any(ontology.is_a(r.type, k) for k in _TYPES)]
    named = [r for r in named if r.chain not in others]
    called = [r for r in named if sentence - r.called.get(word, -_FAR) < _FAR]
    if called:
        return called if len(called) == 1 else []
    acting = [r for r in named if sentence - _NEAR <= r.subject_in < sentence]
    alike = [r for r in acting if ontology.is_a(r.type, nominal.type)]
    found = alike or acting
    return found if len(found) == 1 else []
