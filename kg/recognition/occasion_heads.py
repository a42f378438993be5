"""Nouns that name an occasion only where it is held or attended: "at the launch", "the briefing was held"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NOMINALS = load_lexicon("nominals")
_HEADS, _NOT_OF = _NOMINALS.get("held_occasions"), _NOMINALS.get("no_occasions_of")
_GOING = frozenset(
    ["attend", "host", "organise", "organize", "hold", "stage", "sponsor", "inaugurate"]
)
_JOINING = frozenset(["part", "participate", "compete"])  # "took part in the contest"
_DETERMINERS = frozenset(["the", "a", "an", "this", "its", "their", "his", "her"])
_HELD = frozenset(["held", "attended", "organised", "organized", "hosted"])
_BEING = frozenset(["was", "were", "is", "be", "been", "being"])
_PLACES = (["took", "place"], ["takes", "place"], ["take", "place"], ["taking", "place"])
_PASSED = frozenset([",", "IN", "NNP", "CD", "WDT", "MD", "DT"])
_BEGUN = frozenset(
    ["kicked", "kicks", "teed", "tees", "opened", "opens", "began", "begins", "started", "starts"]
)
_BEHIND = frozenset(["off", "on", "in", "at"])
_FAR = 5  # tokens from the head to the verb: "the launch in Zenda on Monday was attended"
_LONGEST = 4  # tokens from the article to the head


class OccasionHeads:
    """Tells such occasions; holds no state."""

    def tells(self, tokens: Tokens, i: int) -> bool:
        """Whether the noun at i is one that is held there, or that somebody attends."""
        if tokens.lower[i] not in _HEADS:
            return False
        if tokens.lower_at(i + 1) == "of" and tokens.lower_at(i + 2) in _NOT_OF:
            return False  # "at the opening of trading"
        return self._is_entered(tokens, i) or self._is_held(tokens, i)

    def _is_entered(self, tokens: Tokens, i: int) -> bool:
        """ "at the launch", "attended a press briefing"."""
        k = i - 1
        while k > max(i - _LONGEST, 0) and tokens.lower[k] not in _DETERMINERS:
            if tokens.tags[k][:1] not in {"N", "J", "H", "V"}:
                return False
            k -= 1
        if tokens.lower[k] not in _DETERMINERS or k < 1:
            return False
        joined = tokens.lower[k - 1] == "in" and tokens.lemma_at(k - 2) in _JOINING
        return joined or tokens.lower[k - 1] == "at" or tokens.lemma_at(k - 1) in _GOING

    def _is_held(self, tokens: Tokens, i: int) -> bool:
        """ "the briefing was held", "the dinner, hosted by X", "a launch that took place", "the parade began in"."""
        begun = i + 1 + (tokens.lower_at(i + 1) in {"which", "that"})
        if tokens.lower_at(begun) in _BEGUN and tokens.lower_at(begun + 1) in _BEHIND:
            return True
        for k in range(i + 1, min(i + _FAR, len(tokens.words) - 1)):
            if tokens.lower[k] in _BEING:
                return tokens.lower[k + 1] in _HELD
            if tokens.lower[k] in _HELD or tokens.lower[k : k + 2] in _PLACES:
                return tokens.lower[k] in _HELD or k < i + 3
            if tokens.tags[k] not in _PASSED:
                return False
        return False
