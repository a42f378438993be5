"""What firms report: "X Q4 net rises", "profit at X", "X posted a loss": a firm, though the name is like a person's."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_QUARTER = re.compile(r"(?:q[1-4]|h[12]|fy)(?:\d{2,4})?")
_COUNTED = frozenset(["first", "second", "third", "fourth", "full"])
_OWNING = frozenset(["'s", "’s", "'", "’"])
_CLOSING = frozenset([",", ";", ":", "(", "–", "—", "that", "who", "which"])
_FAR = 10  # tokens from "posted" to the profit
_NEAR = 4  # tokens from an owner to what is its


class FirmFigureReader:
    """Reads what is beside a name; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.figures = names.get("firm_figures")
        self.told = names.get("figure_verbs")
        self.chairs = names.get("firm_chairs")
        self.held = names.get("firm_shares")

    def tells_firm(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a figure or a chief beside a name is one that only firms have."""
        return (
            self._is_quarterly(tokens, end)
            or self._has(tokens, end)
            or self._is_at(tokens, start)
            or self._reports(tokens, end)
            or self._is_headed(tokens, end)
        )

    def _is_quarterly(self, tokens: Tokens, end: int) -> bool:
        """ "X Q4 net rises", "X first-quarter profit"."""
        word = tokens.lower_at(end)
        spelled = word in _COUNTED and tokens.lower_at(end + 2) in {"quarter", "half", "year"}
        return bool(_QUARTER.fullmatch(word)) or spelled

    def _has(self, tokens: Tokens, end: int) -> bool:
        """ "X's net profit", "X shares"."""
        if tokens.lower_at(end) not in _OWNING:
            return tokens.lower_at(end) in self.held
        for k in range(end + 1, end + 1 + _NEAR):
            if tokens.lower_at(k) in self.figures:  # a person may have shares
                return True
            if k >= len(tokens.words) or tokens.tags[k][0] not in "JNV":
                return False
        return False

    def _is_at(self, tokens: Tokens, start: int) -> bool:
        """ "profit at X", "shares of X", "a stake in X"."""
        link, noun = tokens.lower_at(start - 1), tokens.lower_at(start - 2)
        return (link == "at" and noun in self.figures) or (
            link in {"of", "in"} and noun in self.held
        )

    def _reports(self, tokens: Tokens, end: int) -> bool:
        """ "X posted a 3 percent rise in profit"."""
        if end >= len(tokens.words) or tokens.parse.lemmas[end] not in self.told:
            return False
        for k in range(end + 1, min(end + _FAR, len(tokens.words))):
            if tokens.lower[k] in self.figures:
                return True
            if tokens.lower[k] in _CLOSING or tokens.tags[k] in {"VBD", "VBZ", "MD"}:
                return False
        return False

    def _is_headed(self, tokens: Tokens, end: int) -> bool:
        """ "X chairman Jane Roe": whose chairman somebody is that is named next."""
        for length in (1, 2):
            title = " ".join(tokens.lower_at(k) for k in range(end, end + length))
            if title in self.chairs:
                after = end + length
                return after < len(tokens.words) and tokens.tags[after][:3] == "NNP"
        return False
