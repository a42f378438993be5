"""Firms and hubs told by their rank: "Norvik warned of a loss. The world's largest car maker is closing mills"."""

from collections.abc import Iterable

from kg.model.parse import SUBJECTS
from kg.recognition.nominals import Nominal
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_BEST = frozenset(["JJS", "RBS"])
_OWNED = frozenset(["'s", "’s"])
_HUBS = frozenset(["Airport", "Port", "LandPort", "ResearchBody"])
_REACH = 4  # tokens from the owner to the noun
_ABOUT = 2  # times that a hub is named, for a text to be about it


def is_best_of_all(nominal: Nominal, tokens: Tokens) -> bool:
    """Whether a firm is told by its rank among others, as who acts: "Europe's second-largest airline said"."""
    if nominal.type not in {"Company", *_HUBS} or nominal.plural or nominal.definite:
        return False
    if tokens.parse.deps[nominal.head] not in SUBJECTS or tokens.lower_at(nominal.end) in {
        ",",
        "of",
    }:
        return False
    before = range(max(nominal.head - _REACH - 1, 0), nominal.head)
    owner = next((k for k in reversed(before) if tokens.words[k] in _OWNED), None)
    return owner is not None and any(tokens.tags[k] in _BEST for k in range(owner, nominal.head))


def keep_told_of(
    nominal: Nominal, tokens: Tokens, recent: Iterable[Referent], every: Iterable[Referent]
) -> list[Referent]:
    """The only named firm that the sentence before is about, or the only hub that the text is about."""
    sentence = tokens.parse.sentence_of[nominal.head]
    if nominal.type in _HUBS:
        told = [r for r in every if r.named and r.type == nominal.type]
        told = told if len(told) == 1 and told[0].count >= _ABOUT else []
        return [r for r in told if r.last_sentence < sentence]
    told = [r for r in recent if r.named and r.type == "Company"]
    told = [r for r in told if r.subject_in == sentence - 1]
    return told if len(told) == 1 else []
