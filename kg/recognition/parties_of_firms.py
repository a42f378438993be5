"""Names told as parties of what firms form or hold: "a consortium of A, B and C", "its shareholders are A and B"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_LONGEST = 8  # names of one row
_JOINTS = frozenset([",", "and", "&"])
_TYING = frozenset(["of", "between", "by", "with"])
_LISTING = frozenset(
    ["are", "include", "includes", "included", "including", "comprise", "comprises"]
)
_HOLDING = frozenset(["stake", "stakes", "shareholding", "shares"])


class PartyReader:
    """Tells of single names; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.unions = names.get("unions_of_firms")
        self.sides = names.get("sides")
        self.forms = names.get("small_suffixes")

    def is_party(self, tokens: Tokens, start: int) -> bool:
        """Whether the name at `start`, or the row that it closes, is told as a firm among firms."""
        first = self._find_first(tokens, start)
        before = tokens.lower_at(first - 1)
        lemma = tokens.lemma_at(first - 2)
        if before in _TYING and (lemma in self.unions or tokens.lemma_at(first - 3) in self.unions):
            return True  # "a consortium of A", "a consortium led by A"
        if before in _LISTING or before == ":":
            return lemma in self.unions or (lemma in self.sides and tokens.tags[first - 2] == "NNS")
        return before == "in" and tokens.lower_at(first - 2) in _HOLDING

    def _find_first(self, tokens: Tokens, start: int) -> int:
        """Where the row of names begins whose last, so far, stands at `start`."""
        first = start
        for _ in range(_LONGEST):
            k = first
            while k > 0 and tokens.lower[k - 1] in _JOINTS:
                k -= 1
            k -= k > 1 and tokens.lower[k - 1] in self.forms  # "Norvik [plc], Tarka"
            name = k
            while name > 0 and (tokens.capital[name - 1] or tokens.words[name - 1] == "-"):
                name -= 1
            if k == first or name == k:
                return first
            first = name
        return first
