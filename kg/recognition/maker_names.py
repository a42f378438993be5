"""Makers before the models that they build: "30 Norvik N320 planes" names the firm Norvik."""

from collections.abc import Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_CUT = frozenset(["", "Company", "Organization", "Product", "Facility"])
_MOST = 6  # tokens of makers and models before the noun
_LONGEST = 2  # words of a maker


class MakerNames:
    """Cuts such names to the maker, and adds those that nobody saw; holds no state."""

    def __init__(self) -> None:
        self.vehicles = load_lexicon("triggers").get("vehicles")

    def take(self, tokens: Tokens, names: list[Name]) -> list[Name]:
        """The names, with makers in place of what reaches over their models."""
        found = [
            m
            for k, w in enumerate(tokens.lower)
            if w in self.vehicles and (m := self._find(tokens, k))
        ]
        if not found:
            return names
        kept, made = names, []
        for start, end in found:
            if all(_may_cut(n, start) for n in kept if n.start < end and start < n.end):
                made.append((start, end))
        return _put(kept, made)

    def _find(self, tokens: Tokens, noun: int) -> tuple[int, int] | None:
        """The maker of what is counted: "[Norvik] N320 planes", "[Leixo Rail] X4 trains"."""
        first = noun
        while noun - first < _MOST and first > 0 and _is_part(tokens, first - 1):
            first -= 1
        words = tokens.words[first:noun]
        size = next((i for i, w in enumerate(words) if _is_model(w)), 0)
        if not 0 < size <= _LONGEST or not all(w.isalpha() for w in words[:size]):
            return None
        if not all(tokens.tags[k].startswith("NN") for k in range(first, first + size)):
            return None  # "20 Ruritanian F4 jets"
        return first, first + size


def _may_cut(name: Name, start: int) -> bool:
    return name.type in _CUT and name.start == start and name.known_as is None


def _is_part(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    return (
        word[:1].isupper() or word == "-" or (_is_model(word) and k > 0 and tokens.capital[k - 1])
    )


def _is_model(word: str) -> bool:
    """ "A320neo", "737", "X4": with a digit."""
    return any(c.isdigit() for c in word)


def _put(names: Sequence[Name], makers: Sequence[tuple[int, int]]) -> list[Name]:
    """The names with `makers` as firms in place of those that begin there."""
    starts = dict(makers)
    kept = [n for n in names if n.start not in starts]
    old = {n.start: n for n in names}
    for start, end in makers:
        base = old.get(start) or Name(start=start, end=end, type="Company", origin="context")
        kept.append(replace(base, end=end, type="Company", origin="context"))
    return sorted(kept, key=lambda n: n.start)
