"""Places by whose they are: the "Umbria" of "Governor Jane Roe of Umbria"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAME = 5  # tokens of a name between a title and "of"
_PLACE = 3  # … of a place
_VOTE = 2.0  # a construction of one type


class RulerReader:
    """Reads "TITLE NAME of PLACE" before a name; holds no state between documents."""

    def __init__(self) -> None:
        self.rulers = load_lexicon("posts").get_mapping("rulers")

    def read(self, tokens: Tokens, start: int, end: int, found: dict[str, float]) -> None:
        """Adds a vote for the type of place that such an office is of."""
        if tokens.lower_at(start - 1) != "of" or start < 2 or end - start > _PLACE:
            return
        for k in range(start - 2, max(start - 3 - _NAME, -1), -1):
            kind = self.rulers.get(tokens.lower[k])
            if kind is not None and k < start - 2:
                found[kind] += _VOTE
            if kind is not None or not (tokens.capital[k] or tokens.words[k] == "."):
                return
