"""Words that take up a place told by another, and names no thing alone: "Zenda Province ... the locality"."""

from functools import cache

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

GOES_ON = frozenset(
    ["of", "in", "where", "that", "between", "-"]
)  # behind a word that takes up no place
_DESCRIBING = frozenset(["JJ", "NN", "NNP", "HYPH", "VBN", "RB"])
_LONGEST = 4  # words that describe it: "the wind-swept northern"


@cache
def read_words() -> dict[str, frozenset[str]]:
    """The types of place that a word may take up."""
    rows = load_lexicon("nominals").get_mapping("place_words").items()
    return {word: frozenset(kinds.split("/")) for word, kinds in rows}


@cache
def read_named() -> dict[str, frozenset[str]]:
    """The places that alone a word may take up, by their names in small letters."""
    lists = load_lexicon("nominals")
    return {word: lists.get(name) for word, name in lists.get_mapping("words_of_places").items()}


def find_echoed_place(tokens: Tokens, i: int) -> str | None:
    """A type for a word that names no thing unless it takes up a place told before: "the locality"."""
    kinds = read_words().get(tokens.lower[i])
    if kinds is None or tokens.tags[i] != "NN" or tokens.capital[i]:
        return None
    if tokens.tags[i + 1 : i + 2] in (["NN"], ["NNS"]) or tokens.lower_at(i + 1) in GOES_ON:
        return None
    k = i - 1
    while i - k <= _LONGEST and tokens.tags[k] in _DESCRIBING and not tokens.capital[k]:
        k -= 1
    return min(kinds) if tokens.lower_at(k) in {"the", "this"} else None
