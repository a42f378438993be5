"""Measures of somebody who has no name or whom nobody knows, and not of who was told of before."""

import itertools
from collections.abc import Container
from collections.abc import Set as AbstractSet

from kg.model.parse import Parse

_GROUPS = frozenset(
    [
        "emerging",
        "advanced",
        "developing",
        "developed",
        "industrialised",
        "industrialized",
        "frontier",
    ]
)
_LANDS = frozenset(["economy", "economies", "market", "markets", "country", "countries", "nations"])
_OF_FIRMS = frozenset(
    ["revenue", "sale", "sales", "profit", "turnover", "earning", "earnings", "income"]
)
_BLOCS = (["-", "zone"], ["-", "area"])
_GROUPED = 3  # tokens before a measure in which its lands are told
_OF_ALL = (frozenset(["cross", "border"]), frozenset(["total", "market"]))
_BEFORE = 4  # tokens before a noun that tell of which kind it is
_TAGS = frozenset(["JJ", "NN", "NNP", "RB", "HYPH", "VBG"])
_OF_MANY = frozenset(["of", "at", "for", "by", "among", "per"])


def list_kinds(noun: int, parse: Parse) -> set[str]:
    """The words beside a noun, and right before it, that tell of which kind it is."""
    first = noun
    while first and noun - first < _BEFORE and parse.tags[first - 1] in _TAGS:
        first -= 1
    words = {parse.words[c].lower() for c in parse.children[noun]}
    return words | {w.lower() for w in parse.words[first:noun]}


def is_of_all(kinds: AbstractSet[str]) -> bool:
    """ "cross-border freight", "total market capacity": of nobody who is told alone."""
    return any(pair <= kinds for pair in _OF_ALL)


def is_unknown(noun: int, parse: Parse) -> bool:
    """ "Zenda shares fell", where nobody knows a Zenda: not those of who was told of before."""
    return parse.lemmas[noun] in {"share", "stock"} and any(
        parse.tags[c] == "NNP" and parse.deps[c] == "compound" and not parse.words[c].isupper()
        for c in parse.children[noun]
    )


def is_of_many(noun: int, parse: Parse, many: Container[str]) -> bool:
    """ "the revenue of telecom operators": of many that have no name."""
    return any(
        parse.tags[inner] == "NNS" and parse.lemmas[inner] in many
        for child in parse.children[noun]
        if parse.deps[child] == "prep" and parse.lemmas[child] in _OF_MANY
        for link in (child, *(c for i in parse.children[child] for c in parse.children[i]))
        for inner in parse.children[link]
    )


def is_of_group(noun: int, parse: Parse) -> bool:
    """ "Emerging economy growth", "advanced economies", "euro-zone inflation": of lands told by a word for them all."""
    if parse.lemmas[noun] in _OF_FIRMS:
        return False
    first = parse.sentences[parse.sentence_of[noun]][0]
    words = [w.lower() for w in parse.words[max(noun - _GROUPED, first) : noun + 1]]
    joined = any(words[k : k + 2] in _BLOCS for k in range(len(words)))
    return joined or any(
        one in _GROUPS and other in _LANDS for one, other in itertools.pairwise(words)
    )
