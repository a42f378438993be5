"""Ways and zones with the names of both their ends, a dash between spaces: "the Tarn Keo - Zenda Lo Expressway"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_DASHES = frozenset(["-", "–", "—"])
_LONGEST = 4  # words of the first end
_KINDS = frozenset(["TransportCorridor", "EconomicZone", "LandPort", "RailHub", "Airport"])


class SpacedDashReader:
    """Tells of single dashes whether they stand inside such a name; holds no state."""

    def __init__(self) -> None:
        heads = load_lexicon("names").get_mapping("heads")
        self.ways = frozenset(h.split()[-1] for h, kind in heads.items() if kind in _KINDS)
        self.heads = frozenset(h.split()[-1] for h in heads)

    def joins(self, tokens: Tokens, start: int, i: int) -> bool:
        """Whether the dash at i joins the capitals from `start` on with those behind it.

        An article before the whole tells that they are one, here or where the text has the same words; a
        headline may have a dash between what it tells and whom it cites.
        """
        if tokens.words[i] not in _DASHES or not 0 < i - start <= _LONGEST or start == 0:
            return False
        end = i + 1
        while end < tokens.size and tokens.capital[end]:
            end += 1
        if end - i < 3 or tokens.lower[end - 1] not in self.ways:
            return False
        if tokens.lower[i - 1] in self.heads or not all(tokens.capital[start:i]):
            return False
        if start in tokens.datelines:
            return False
        return tokens.lower[start - 1] == "the" or f"the {tokens.slice(start, end)}" in tokens.text
