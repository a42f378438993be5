"""The words that a phrase pattern asks for."""

import functools
from collections.abc import Sequence

from kg.extraction.rule import Item

FREE = frozenset(["^"])  # the item that takes no word


@functools.lru_cache(maxsize=1 << 16)
def normalize_word(word: str) -> str:
    """The word as patterns spell it: in lower case, with a straight apostrophe."""
    return word.lower().replace("’", "'")


def list_needs(items: Sequence[Item]) -> list[frozenset[str]]:
    """The alternatives of each word that may not be missing."""
    return [
        item.words
        for item in items
        if item.words and not item.optional and not item.refused and item.words != FREE
    ]
