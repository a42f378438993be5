"""Nouns that name a ware only with the word before them that tells its kind: "brake parts", "packaging film".

In a list of words they stand as "* film", and as "- film" in one of words that are no ware without it.
"""

from collections.abc import Collection

from kg.lexicon import load_lexicon
from kg.model.parse import Parse

_TRIGGERS = load_lexicon("triggers")
_NO_KINDS = _TRIGGERS.get("no_ware_kinds")
_ADJECTIVES = _TRIGGERS.get("ware_adjectives")
_WARES = _TRIGGERS.get("wares") | _TRIGGERS.get("goods")
_NOUNS = frozenset(["NN", "NNS"])
_BESIDE = frozenset(["compound", "nmod", "amod"])


def names_ware_by_kind(token: int, parse: Parse, words: Collection[str]) -> bool:
    """Whether a noun is in `words` as one that needs its kind, and has it."""
    known = f"* {parse.lemmas[token].lower()}" in words
    return known and has_ware_kind(token, parse)


def lacks_ware_kind(token: int, parse: Parse, words: Collection[str]) -> bool:
    """Whether a noun is in `words` as one that is no ware without its kind, and has none."""
    known = f"- {parse.lemmas[token].lower()}" in words
    return known and not has_ware_kind(token, parse)


def has_ware_kind(token: int, parse: Parse) -> bool:
    """Whether the word before a noun tells of what kind it is, or of what it is made."""
    k = token - 1
    if k < 0 or parse.sentence_of[k] != parse.sentence_of[token]:
        return False
    word = parse.words[k].lower()
    if parse.deps[k] not in _BESIDE or not k < parse.heads[k] <= token + 2 or word in _NO_KINDS:
        return False
    acronym = parse.tags[k] == "NNP" and parse.words[k].isupper()  # "OLED film"
    making = parse.tags[k] == "VBG" and parse.deps[k] == "compound"  # "packaging film"
    return parse.tags[k] in _NOUNS or acronym or making or word in _ADJECTIVES


def reach_head(bounds: tuple[int, int], parse: Parse) -> tuple[int, int]:
    """ "a Lodz [paint thinner] maker": words before one noun are one ware, however the parse hangs them on it.

    `bounds` end behind the first of them.
    """
    start, end = bounds
    head = parse.heads[end - 1]
    between = range(end, head)
    if not between or any(
        not k < parse.heads[k] <= head or parse.deps[k] not in _BESIDE for k in between
    ):
        return bounds
    last = head - 1
    if _WARES.isdisjoint({parse.words[last].lower(), parse.lemmas[last].lower()}):
        return bounds
    named = parse.tags[end - 1] == "NNP" and not parse.words[end - 1].isupper()
    return (end if named else start), head
