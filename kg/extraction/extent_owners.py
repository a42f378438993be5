"""Whose an extent is that stands behind a noun of no thing: "can handle trains up to 1,100 metres long"."""

from kg.extraction.arguments import ArgumentFinder

_UP_TO = frozenset(["up", "to", "of", "about", "some", "around", "over", "nearly", "almost"])
_OBJECTS = frozenset(["dobj", "pobj"])


def is_of_other(start: int, first: int, arguments: ArgumentFinder) -> bool:
    """Whether the noun before the value at `start`, an object of its sentence's verb, is long and no thing told."""
    parse, beside = arguments.parse, start - 1
    while beside > first and parse.words[beside].lower() in _UP_TO:
        beside -= 1
    told = arguments.by_token.get(beside)
    return parse.deps[beside] in _OBJECTS and parse.tags[beside] in {"NN", "NNS"} and not told
