"""Measures of somebody who has no name or whom nobody knows, and not of who was told of before."""

from collections.abc import Container

from kg.model.parse import Parse

_OF_MANY = frozenset(["of", "at", "for", "by", "among", "per"])


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
