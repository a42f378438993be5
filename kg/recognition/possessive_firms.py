"""Firms whose own name has an owner's mark: "Barlow's Investors Service", "Tarn and Barlow's said"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_OWNING = frozenset(["'s", "’s"])
_BEHIND = frozenset(["V", "I", "M", ",", ".", ":", "R", "W", "-"])  # first letters of tags


class PossessiveFirms:
    """Finds such names where no owner is told by itself anywhere in the document; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        heads = names.get_mapping("heads")
        self.closers = names.get("possessive_closers") | names.get("company_suffixes")
        self.fields = names.get("topics") | load_lexicon("triggers").get("industries")
        self.fields |= {h for h, kind in heads.items() if kind == "Company" and " " not in h}
        self.fields |= names.get("possessive_fields") | names.get("trade_fields")
        self.heads, self.not_names = frozenset(heads), names.get("not_names")

    def find(self, tokens: Tokens, places: Container[int]) -> list[Name]:
        """The names in order; `places` are the starts of known places."""
        found = []
        for k, word in enumerate(tokens.lower):
            if word not in _OWNING or not self._may_own(tokens, k - 1, places):
                continue
            start, end = k - 1, self._find_end(tokens, k)
            if end is None and self._is_pair(tokens, k, places):
                start, end = k - 3, k + 1
            elif k > 1 and tokens.capital[k - 2]:
                continue  # "Jane Barlow's Services"
            if end is not None and self._is_never_alone(tokens, k - 1):
                found.append(Name(start=start, end=end, type="Company", origin="head noun"))
        return found

    def _may_own(self, tokens: Tokens, k: int, places: Container[int]) -> bool:
        plain = k >= 0 and k not in places and tokens.words[k].istitle()
        return plain and tokens.lower[k] not in self.heads and tokens.lower[k] not in self.not_names

    def _find_end(self, tokens: Tokens, k: int) -> int | None:
        """The end of capitals that tell a trade up to a firm's last word, and no other noun behind."""
        end = k + 1
        while end < len(tokens.words) and tokens.capital[end]:
            end += 1
        if end == k + 1 or tokens.lower[end - 1] not in self.closers:
            return None
        trades = all(tokens.lower[n] in self.fields for n in range(k + 1, end - 1))
        behind = tokens.tags[end] if end < len(tokens.tags) else "."
        return end if trades and behind not in {"NN", "NNS"} else None

    def _is_pair(self, tokens: Tokens, k: int, places: Container[int]) -> bool:
        """ "Tarn and Barlow's said": two words, and no noun that they could own."""
        if (
            k < 3
            or tokens.lower[k - 2] not in {"and", "&"}
            or not self._may_own(tokens, k - 3, places)
        ):
            return False
        if k > 3 and (tokens.capital[k - 4] or tokens.words[k - 4] == ","):
            return False
        behind = tokens.tags[k + 1] if k + 1 < len(tokens.tags) else "."
        return behind[:1] in _BEHIND and self._is_never_alone(tokens, k - 3, beside=k - 2)

    def _is_never_alone(self, tokens: Tokens, owner: int, beside: int | None = None) -> bool:
        """Whether the word stands with its mark, or beside the other of a pair, wherever it is told."""
        word, mark = tokens.words[owner], beside is None
        return all(
            (tokens.lower_at(n + 1) in _OWNING if mark else tokens.lower_at(n + 1) in {"and", "&"})
            for n, found in enumerate(tokens.words)
            if found == word
        )
