"""Firms of two partners: "Tarn and Velmo said", "analysts at Tarn and Velmo", "A, Tarn and Velmo and B"."""

from collections.abc import Container, Sequence

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.parsing import NamedSpan
from kg.recognition.tokens import Tokens

_SINGULAR = frozenset(["has", "is", "says", "was", "plans", "expects", "owns", "makes", "sells"])
_ROW = 8  # tokens in which another "and" stands for a row
_WIDEST = 4  # words of the row's other members
_OWNER = frozenset(["'s", "’s"])


class PairedFirms:
    """Finds such names where something beside the words tells that they are one; holds no state."""

    def __init__(self) -> None:
        names, nominals = load_lexicon("names"), load_lexicon("nominals").get_mapping("nominals")
        self.kinds = frozenset(noun for noun, kind in nominals.items() if kind == "Company")
        self.kinds |= names.get("firm_kinds")
        self.staff = names.get("staff")
        self.heads = names.get_mapping("heads")
        self.parts = names.get("company_parts")
        self.not_names = names.get("not_names")
        self.given = load_lexicon("given_names").get("given")

    def find(
        self,
        tokens: Tokens,
        named: Sequence[NamedSpan],
        places: Container[int],
        posts: Container[int],
    ) -> list[Name]:
        """Such firms in order. `places` are the starts of known places, `posts` the tokens of titles."""
        joints = [
            k
            for k, word in enumerate(tokens.lower)
            if word == "and" and self._is_pair(tokens, k, places, posts)
        ]
        if not joints:
            return []
        spans = {(s.start, s.end) for s in named if s.label == "ORG"}
        told = {
            _read(tokens, k)
            for k in joints
            if self._is_told(tokens, k, spans) and not self._stands_alone(tokens, k)
        }
        return [
            Name(start=k - 1, end=k + 2, type="Company", origin="head noun")
            for k in joints
            if _read(tokens, k) in told
        ]

    def _is_pair(
        self, tokens: Tokens, k: int, places: Container[int], posts: Container[int]
    ) -> bool:
        """Whether one capitalised word stands on each side and no more, neither place nor title."""
        if k < 1 or k + 2 > len(tokens.words) - 1:
            return False
        sides = (k - 1, k + 1)
        if not all(
            tokens.capital[n]
            and n not in places
            and n not in posts
            and tokens.tags[n].startswith("NNP")
            and tokens.words[n].istitle()
            and tokens.lower[n] not in self.heads
            and tokens.lower[n] not in self.not_names
            for n in sides
        ):
            return False
        outer = (k - 2, k + 2)
        return not any(n >= 0 and tokens.capital[n] for n in outer) and tokens.words[k - 2] != "-"

    def _is_told(self, tokens: Tokens, k: int, spans: set[tuple[int, int]]) -> bool:
        start, end = k - 1, k + 2
        owned = end + (tokens.lower_at(end) in _OWNER)
        opens = start in tokens.first_of_sentence
        seen = opens and ((start, end) in spans or (start, owned) in spans)
        if seen and self._is_apart(tokens, start):
            return True
        if opens and tokens.lower_at(end) in _SINGULAR:
            return True
        if owned > end and _is_full_name(tokens, owned):
            return True  # "Tarn and Velmo's Jane Roe"
        if f"{tokens.words[start][0]}&{tokens.words[k + 1][0]}" in tokens.words:
            return True  # "T&V", later or before
        before = tokens.lower_at(start - 1)
        if before in self.kinds and tokens.tags[start - 1] == "NN":
            return True  # "the law firm Tarn and Velmo"
        if before == "at" and tokens.lemma_at(start - 2) in self.staff:
            return True
        return self._is_in_row(tokens, k)

    def _is_apart(self, tokens: Tokens, start: int) -> bool:
        """Whether the pair closes no row and is not told as two: "films Tarn and Velmo", "A, Tarn and Velmo"."""
        given = tokens.lower[start] in self.given and tokens.lower[start + 2] in self.given
        before = tokens.tags[start - 1] if start else ""
        field = tokens.is_common(start) and tokens.is_common(start + 2)
        return not (given or field) and before not in {",", "NNS", "CC"}

    def _is_in_row(self, tokens: Tokens, k: int) -> bool:
        """ "Norvik Air and Tarn and Velmo," or "Norvik, Tarn and Velmo and Zarvo Bank": one "and" too many."""
        left = k - 2
        if tokens.lower[left] == "and" and not _goes_on(tokens, k + 2):
            return tokens.capital[left - 1] and tokens.capital[left - 2]
        right = k + 2
        if tokens.lower_at(right) != "and" or tokens.lower[left] != ",":
            return False
        end = right + 1
        while end < len(tokens.words) and tokens.capital[end]:
            end += 1
        return tokens.capital[left - 1] and 1 < end - right - 1 <= _WIDEST

    def _stands_alone(self, tokens: Tokens, k: int) -> bool:
        """Whether one of the two is told without the other elsewhere."""
        for side in (k - 1, k + 1):
            word, other = tokens.words[side], tokens.words[2 * k - side]
            for n, found in enumerate(tokens.words):
                if found == word and other not in tokens.words[max(n - 2, 0) : n + 3]:
                    return True
        return False


def _is_full_name(tokens: Tokens, k: int) -> bool:
    """Whether two words in capitals stand there and no more, the second in no dictionary."""
    capitals = tokens.capital[k : k + 3]
    return capitals[:2] == [True, True] and capitals[2:] != [True] and not tokens.is_common(k + 1)


def _read(tokens: Tokens, k: int) -> str:
    return f"{tokens.words[k - 1]} and {tokens.words[k + 1]}"


def _goes_on(tokens: Tokens, k: int) -> bool:
    return tokens.lower_at(k) in {"and", "&"} or tokens.capital[k : k + 1] == [True]
