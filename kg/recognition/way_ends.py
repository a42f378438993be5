"""Which names are the ends of ways: "the track between X and Y", "runs from X to Y", "links X with Y"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_SECOND = frozenset(["and", "to", "with"])
_OPENING = frozenset(["between", "from"])
_THROUGH = frozenset(["through", "via", "towards"])
_LINKING = frozenset(["link", "connect"])
_BACK = 7  # tokens from the second end to the word before the first


class WayReader:
    """Reads the words before a name; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("nominals")
        self.nominals = lexicon.get_mapping("nominals")
        self.ways = lexicon.get("ways")
        self.going = lexicon.get("way_going")
        self.ends = load_lexicon("arguments").get("telling_ends")

    def is_end(self, tokens: Tokens, start: int) -> bool:
        """Whether the name that begins at `start` is an end of a way; ends are more often towns than not."""
        if tokens.tags[start - 1] == "POS" and tokens.lower_at(start - 3) in _SECOND:
            start -= 2  # "links X with Ruritania's Y"
        if tokens.lower_at(start - 1) in _SECOND:
            opened = range(start - 2, max(start - _BACK, 0), -1)
            start = next((k + 1 for k in opened if self._opens(tokens, k)), start)
        return self._opens(tokens, start - 1)

    def _opens(self, tokens: Tokens, k: int) -> bool:
        """Whether the word at `k` leads to the first end."""
        if k < 1:
            return False
        lower, lemma = tokens.lower[k], tokens.lemma_at(k - 1)
        way = self.nominals.get(lemma) == "TransportCorridor" or lemma in self.ways
        if way and lower in self.ends:
            return True
        if lower in _OPENING or lower in _THROUGH:  # "the ferry runs between X and Y"
            before = range(max(k - 5, 0), k)
            return tokens.lower_at(k - 1) in self.going and any(
                self.nominals.get(tokens.lemma_at(n)) == "TransportCorridor"
                or tokens.lemma_at(n) in self.ways
                for n in before
            )
        k -= tokens.tags[k] == "POS"  # "links Ruritania's X", "links Ruritanian X"
        if tokens.capital[k]:
            k -= 1
        return tokens.lemma_at(k) in _LINKING and tokens.tags[k].startswith("V")
