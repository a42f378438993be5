"""Pairs of nouns that tell together what a thing is: "an oil and gas terminal"."""

from kg.recognition.tokens import Tokens

_BESIDE = frozenset(["compound", "nmod", "amod"])


def join_pair(tokens: Tokens, start: int, head: int) -> int:
    """Where "[oil and] gas terminal" begins: both nouns tell what it is."""
    parse = tokens.parse
    second = start if parse.deps[start] == "conj" else start - 1
    first = second - 2
    if first < 0 or parse.tags[second - 1] != "CC" or parse.tags[first] != "NN":
        return start
    paired = parse.deps[second] == "conj" and parse.heads[second] == first
    if not paired or parse.deps[first] not in _BESIDE or not second < parse.heads[first] <= head:
        return start
    return first
