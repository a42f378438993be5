"""Works of two goods or trades under one name: "the Zenda Steel and Iron Works", "Tarka Road and Bridge Company"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_GOODS, _WORKS = _NAMES.get("joined_goods"), _NAMES.get("joined_works")


def joins_goods(tokens: Tokens, start: int, i: int, nxt: int, places: Container[int]) -> bool:
    """Whether behind the "and" at i only another of its goods and the word for the works follow.

    "Tarka Cement and Lime Works": a name of its own before the first, no other name behind it.
    """
    if tokens.lower[i - 1] not in _GOODS or tokens.lower[nxt] not in _GOODS or nxt in places:
        return False
    if i - start < 2 or tokens.lower_at(nxt + 1) not in _WORKS or not tokens.capital[nxt + 1]:
        return False
    end = nxt + 2
    goes_on = tokens.capital[end : end + 1] == [True] and tokens.lower[end] not in {
        "no",
        "no.",
        "nr",
    }
    return not goes_on and not tokens.headline[tokens.parse.sentence_of[i]]
