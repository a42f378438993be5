"""What is told right before a mention and its preposition: how far it is from there, what is paid for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_DESCRIBING = frozenset(["DT", "JJ", "NN", "HYPH"])
_COMPASS = load_lexicon("names").get("compass")


def is_priced(start: int, arguments: ArgumentFinder) -> bool:
    """ "offered 2 billion euros for [Norvik]": what a sum of money right before "for" is paid for."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] == ["the"])
    if k < 1 or words[k].lower() != "for":
        return False
    return any(m.origin == "money" for m in arguments.by_token.get(k - 1, ()))


def is_measured_from(start: int, arguments: ArgumentFinder) -> bool:
    """ "40 km north of [Zenda] in Tarn": what lies in Tarn is that which is so far from there."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] == ["the"])
    if k < 1:
        return False
    if words[k] == "of":
        return words[k - 1].lower() in _COMPASS
    k -= words[k - 1] in {"away", "drive"}
    told = arguments.by_token.get(k - 1, ())
    return "from" in words[k : k + 2] and any(m.origin == "measure" for m in told)


def is_sourced(start: int, arguments: ArgumentFinder) -> bool:
    """ "acquire 36 planes from [Norvik]": who sells what is bought, past small words that describe it."""
    parse = arguments.parse
    k = start - 1
    while k > 0 and parse.tags[k] in _DESCRIBING and parse.words[k].islower():
        k -= 1
    return parse.words[k].lower() in {"from", "by", "with"}
