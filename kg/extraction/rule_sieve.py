"""Which phrase rules a sentence can fit at all: the words that a pattern asks for stand in it."""

import functools
from collections import defaultdict
from collections.abc import Sequence

from kg.extraction.rule import Item, Rule

FREE = frozenset(["^"])  # the item that takes no word


class RuleSieve:
    """Leaves out the rules whose words are missing; nine in ten fall out before anything is matched."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        # The numbers of rules by each word of their rarest need: a sentence looks at those alone.
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.free: list[int] = []
        self.others: list[list[frozenset[str]]] = []  # what else each rule needs
        for n, rule in enumerate(rules):
            needs = sorted(list_needs(rule.items), key=len)
            self.others.append(needs[1:])
            for word in needs[0] if needs else ():
                self.by_word[word].append(n)
            if not needs:
                self.free.append(n)

    def sift(self, words: Sequence[str]) -> set[int]:
        """The numbers of the rules that a sentence of these words can fit."""
        told = {*words, *map(normalize_word, words)}
        found = self.by_word
        fitting = set(self.free)
        for n in {n for word in told if word in found for n in found[word]}:
            if not any(need.isdisjoint(told) for need in self.others[n]):
                fitting.add(n)
        return fitting


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
