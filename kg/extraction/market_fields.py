"""Markets that are fields of business: "the global [smartphone market]", no stock market and no home market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.fields import is_odd, make_field
from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.model.mention import Mention

_MARKETS = load_lexicon("fields").get("markets")
_NO_MARKETS = load_lexicon("fields").get("no_markets")
_EDGE = load_lexicon("arguments").get("open_edge") | load_lexicon("fields").get("market_edge")
_INSIDE = frozenset(["NN", "NNS", "JJ", "VBG", "HYPH"])
_LONGEST = 4  # tokens of a field: "business - to - business software" is no field


def find_market(token: int, arguments: ArgumentFinder) -> list[Mention]:
    """The market that ends at `token`, if the words before it tell of what; without places and what only rates it."""
    parse = arguments.parse
    if parse.lemmas[token] not in _MARKETS:
        return []
    sentence = parse.sentences[parse.sentence_of[token]][0]
    start = token
    while start > sentence and token - start < _LONGEST and _belongs(start - 1, arguments):
        start -= 1
    while start < token and parse.words[start].lower() in _EDGE:
        start += 1
    words = {word.lower() for word in parse.words[start:token]}
    if start == token or not words.isdisjoint(_NO_MARKETS) or is_odd((start, token), arguments):
        return []
    return [make_field((start, token + 1), arguments)]


def _belongs(k: int, arguments: ArgumentFinder) -> bool:
    """Whether a word before the market is a common one that tells of it."""
    parse = arguments.parse
    return parse.tags[k] in _INSIDE and not parse.words[k][:1].isupper()
