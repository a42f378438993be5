"""Rows of what is done with wares that are told once: "[manufacturing], marketing and export of spices"."""

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_DEEDS = load_lexicon("triggers").get("deeds_with_wares")
_JOINTS = frozenset([",", "and", "&", "or"])


def shares_of(end: int, parse: Parse) -> bool:
    """Whether the deed that ends there stands in a row of such that ends in "of"."""
    if parse.words[end - 1].lower() not in _DEEDS:
        return False
    last, k = parse.sentences[parse.sentence_of[end - 1]][1], end
    while k < last and (parse.words[k] in _JOINTS or parse.words[k].lower() in _DEEDS):
        k += 1
    return end < k < last and parse.words[k].lower() == "of"
