"""What is told right before a mention and its preposition: what is paid for it, who it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_DESCRIBING = frozenset(["DT", "JJ", "NN", "HYPH"])


def is_priced(start: int, arguments: ArgumentFinder) -> bool:
    """ "offered 2 billion euros for [Norvik]": what a sum of money right before "for" is paid for."""
    words = arguments.parse.words
    k = start - 1 - (words[start - 1 : start] == ["the"])
    if k < 1 or words[k].lower() != "for":
        return False
    return any(m.origin == "money" for m in arguments.by_token.get(k - 1, ()))


def is_sourced(start: int, arguments: ArgumentFinder) -> bool:
    """ "acquire 36 planes from [Norvik]": who sells what is bought, past small words that describe it."""
    parse = arguments.parse
    k = start - 1
    while k > 0 and parse.tags[k] in _DESCRIBING and parse.words[k].islower():
        k -= 1
    return parse.words[k].lower() in {"from", "by", "with"}
