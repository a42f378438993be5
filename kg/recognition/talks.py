"""Talks, which sides hold together: an occasion in the plural."""

from kg.lexicon import load_lexicon
from kg.recognition.sessions import is_ordinal
from kg.recognition.tokens import Tokens

_HOLDING = frozenset(["hold", "conclude", "host", "attend"])
_BROKEN = frozenset(["VBD", "VBZ", "VBP", "MD", "."])
_PLACE = (
    18  # tokens from the talks to where they are: "talks with his Omani counterpart X in Zenda"
)
_REACH = 9  # tokens from "round" to "talks": "round of Ruritania-Tarn free trade talks"


class TalksReader:
    """Tells talks that are held from those that somebody is in; holds no state."""

    def __init__(self) -> None:
        lexicon = load_lexicon("nominals")
        self.talks, self.about = lexicon.get("talks"), lexicon.get("talks_about")
        self.editions = lexicon.get("talks_editions")

    def are_held(self, tokens: Tokens, i: int, start: int) -> bool:
        """ "talks between Peru and Chile", "at the talks"; "in talks with Norvik" is no occasion.

        `start` is where the noun phrase begins.
        """
        following = tokens.lower_at(i + 1)
        the = i > 0 and "the" in {tokens.lower[i - 1], tokens.lower_at(start - 1)}
        told = the and following not in self.about
        pair = tokens.capital[start] and "-" in tokens.words[start:i]  # "the Kenya-Peru talks"
        told = told or pair or self.find_round(tokens, start) != start
        placed = following in {"in", "at"} and any(tokens.capital[i + 2 : i + 3])
        told = told or (placed and tokens.lower_at(start - 1) != "in")  # "in talks in Zenda"
        told = told or (following == "with" and self._are_placed(tokens, i, start))
        return tokens.tags[i] == "NNS" and (told or following == "between")

    def _are_placed(self, tokens: Tokens, i: int, start: int) -> bool:
        """ "held bilateral [talks] with Peru in Lima": told by where; "held talks with banks" are not."""
        before = start - 1 - (tokens.lower_at(start - 1) in {"a", "the", "two"})
        if tokens.lemma_at(before) not in _HOLDING:
            return False
        for k in range(i + 2, min(i + _PLACE, len(tokens.words) - 1)):
            if tokens.tags[k] in _BROKEN:
                return False
            if tokens.lower[k] in {"in", "at"} and k > i + 2:
                return tokens.capital[k + 1]
        return False

    def opens(self, tokens: Tokens, i: int) -> bool:
        """Whether "round" at i is one with the talks: "a [round] of trade talks"."""
        behind = tokens.lower[i + 2 : i + _REACH] if tokens.lower_at(i + 1) == "of" else []
        behind = behind[: behind.index(",")] if "," in behind else behind
        return not self.talks.isdisjoint(behind)

    def find_round(self, tokens: Tokens, start: int) -> int:
        """Where "[previous round of] talks between" begins."""
        before = tokens.lower_at(start - 1) == "of" and tokens.lower_at(start - 2) == "round"
        if not before or not self.opens(tokens, start - 2):
            return start
        return start - 2 - self.tells_edition(tokens.lower_at(start - 3))

    def tells_edition(self, word: str) -> bool:
        """Whether a word tells which of several occasions: "third", "next"."""
        return word in self.editions or is_ordinal(word)
