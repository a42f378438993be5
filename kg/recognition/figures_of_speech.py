"""Bridges that nobody drives over: "a living bridge between the peoples", "trade is a bridge between them"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_BETWEEN = frozenset(["DT", "JJ", "JJS", "RB", "CD"])
_GOVERNING = frozenset(["IN", "VB", "VBD", "VBP", "VBZ", "TO"])  # no article between
_LINKING = frozenset(["be", "become", "remain"])


class FigureReader:
    """Tells what is only called a bridge; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("nominals")
        self.nouns = lexicon.get("figures")
        self.kinds = lexicon.get("figure_kinds")
        self.states = lexicon.get("states_of_people")

    def is_figure(self, tokens: Tokens, i: int) -> bool:
        """Whether the noun at i is said of what is no work, or described as none can be.

        Nor is who is "in prison" in any one that is told.
        """
        if tokens.lower[i] in self.states and tokens.tags[i - 1] in _GOVERNING:
            return True
        if tokens.parse.lemmas[i] not in self.nouns:
            return False
        k = i - 1
        while k >= 0 and (tokens.tags[k] in _BETWEEN or tokens.lower[k] in self.kinds):
            if tokens.lower[k] in self.kinds:
                return True
            k -= 1
        if k < 0:
            return False
        # "a cable-stayed bridge" has words of other kinds before it and is one
        return tokens.parse.lemmas[k] in _LINKING or tokens.lower[k] == "as"
