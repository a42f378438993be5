"""States that share a city's name, told by who governs them: "New York Governor X", "governor of Lagos"."""

from collections.abc import Mapping
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import PlaceChoice
from kg.model.spelling import strip_accents
from kg.recognition.gazetteer import Gazetteer, GazetteerEntry, GazetteerMatch
from kg.recognition.tokens import Tokens

_SCORE = 0.95
_NAMED = 7  # tokens of "Governor Jane Doe of"


class GovernedPlaces:
    """Takes a city with a governor beside it for the state of its name that it lies in."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.governors = load_lexicon("names").get("state_heads")

    def settle(
        self, tokens: Tokens, decided: Mapping[int, tuple[int, GazetteerMatch]]
    ) -> dict[int, tuple[int, GazetteerMatch]]:
        """The matches, those of governed cities with their state."""
        return {
            start: (end, self._lift(tokens, start, end, match))
            for start, (end, match) in decided.items()
        }

    def _lift(self, tokens: Tokens, start: int, end: int, match: GazetteerMatch) -> GazetteerMatch:
        if match.entry.type != "City" or not self._is_governed(tokens, start, end):
            return match
        name = strip_accents(tokens.slice(start, end)).casefold()
        above = self.gazetteer.list_above(match.entry.id)
        state = next((e for e in above if _is_state_of(e, name)), None)
        if state is None:
            return match
        choice = PlaceChoice(full=state.label, reason="its governor beside it", score=_SCORE)
        return replace(match, entry=state, choice=choice)

    def _is_governed(self, tokens: Tokens, start: int, end: int) -> bool:
        before = tokens.lower[max(start - 2, 0) : start]
        if tokens.lower_at(end) in self.governors:
            return before[-1:] != ["of"]  # "the Bank of Lagos governor"
        if before[1:] != ["of"]:
            return False
        k = start - 2  # "Governor [Jane Doe] of Lagos"
        floor = max(start - _NAMED, 0)
        while k > floor and tokens.capital[k] and tokens.lower[k] not in self.governors:
            k -= 1
        return tokens.lower[k] in self.governors


def _is_state_of(entry: GazetteerEntry, name: str) -> bool:
    return entry.type == "Province" and strip_accents(entry.label).casefold().startswith(f"{name} ")
