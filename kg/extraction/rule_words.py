"""The words that a phrase pattern asks for."""

import functools
from collections.abc import Sequence

from kg.extraction.rule import Item

FREE = frozenset(["^"])  # the item that takes no word
_THEMSELVES = frozenset(["himself", "herself"])


@functools.lru_cache(maxsize=1 << 16)
def normalize_word(word: str) -> str:
    """The word as patterns spell it: in lower case, with a straight apostrophe."""
    return word.lower().replace("’", "'")


def find_word_end(words: Sequence[str], plain: Sequence[str], position: int, item: Item) -> int:
    """The token behind a word of the item at a position, "re-elected" being three; 0 where none stands.

    `plain` are the words normalized. "X, [himself] a former mayor": the pronoun belongs to the comma.
    """
    word, told = words[position], item.words
    if (word in told or plain[position] in told) is not item.refused:
        stressed = word == "," and not _THEMSELVES.isdisjoint(words[position + 1 : position + 2])
        return position + 1 + stressed
    if item.refused or position + 2 >= len(words) or words[position + 1] != "-":
        return 0
    return position + 3 if f"{word}-{words[position + 2]}".lower() in told else 0


def list_tokens(item: Item) -> frozenset[str]:
    """The words of an item and the parts of those with hyphens, as a text has them."""
    parts = {part for word in item.words if "-" in word[1:-1] for part in word.split("-")}
    return item.words | item.forms | parts


def list_needs(items: Sequence[Item]) -> list[frozenset[str]]:
    """The alternatives of each word that may not be missing."""
    return [
        list_tokens(item)
        for item in items
        if item.words and not item.optional and not item.refused and item.words != FREE
    ]
