"""Nouns for a person that is told by another one: who does what follows is that person, and not the other."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_FOLLOWING = frozenset(["predecessor", "successor", "deputy"])
_KIN = load_lexicon("names").get("kin")
_BESIDE = frozenset(["JJ", "VBN", "HYPH", "RB"])  # "his long-time", "her late"


def tells_person(noun: str) -> bool:
    """Whether a noun is one that a possessor only helps to tell: "[her predecessor] left"."""
    return noun in _FOLLOWING or noun in _KIN


def is_persons_owner(last: int, parse: Parse) -> bool:
    """Whether the possessor that ends at a token only tells who a person is: "[his] brother, X, joined"."""
    end = parse.sentences[parse.sentence_of[last]][1]
    if parse.tags[last] not in {"POS", "PRP$"}:
        return False
    k = last + 1
    while k < end and parse.tags[k] in _BESIDE:
        k += 1
    return k < end and tells_person(parse.lemmas[k].lower())
