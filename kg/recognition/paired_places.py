"""Towns with their province behind a comma: "Sariaya, Quezon", "Campinas, São Paulo"."""

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.mention import PlaceChoice
from kg.model.spelling import strip_accents
from kg.recognition.gazetteer import Gazetteer, GazetteerEntry, GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.place_lines import closes_line
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

Known = Mapping[int, tuple[int, GazetteerMatch]]  # known names: start → (end, match)

_TOWNS = frozenset(["City", "District"])
_LONGEST = 4  # tokens of a town's name
_STATE, _TOWN = 3.0, 2.0  # votes: told by the map and by the comma
_ROW = 14  # tokens of a row of provinces
_STATES_BEHIND = frozenset(
    ["regions", "provinces", "oblasts", "states", "governorates", "prefectures", "emirates"]
)
_SCORE = 0.9
_GOING_ON = frozenset(["and", "or", "&", "'s", "’s", "-"])
_LISTED = frozenset([",", "of", "-", "–", "—"])
_THERE = load_lexicon("names").get("place_prepositions") | {"at", "from", "to"}


class PairedPlaces:
    """Reads such pairs; holds no state between documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def is_state(self, tokens: Tokens, start: int, match: GazetteerMatch) -> bool:
        """Whether the map has what stands before the comma as a town of the province's country."""
        if match.entry.type != "Province":
            return False
        land = match.entry.within
        return any(
            land in {place.id for place in self.gazetteer.list_above(town.id)}
            for town in self._find_towns(tokens, start)
        )

    def settle(self, tokens: Tokens, known: Known) -> dict[int, tuple[int, GazetteerMatch]]:
        """The known names; a city that closes such a pair is the province of its name."""
        return {
            start: (end, self._lift(tokens, start, end, match))
            for start, (end, match) in known.items()
        }

    def vote(
        self, tokens: Tokens, names: Sequence[Name], votes: MutableMapping[str, dict[str, float]]
    ) -> None:
        """Adds votes for provinces that make no mentions by themselves, and for the towns before them."""
        ends = {name.end: name for name in names}
        for name in names:
            before = ends.get(name.start - 1)
            if before is None or tokens.words[name.start - 1] != ",":
                continue
            state, town = (tokens.slice(n.start, n.end) for n in (name, before))
            listed = tokens.lower_at(before.start - 1) in _LISTED and closes_line(tokens, name.end)
            there = listed or tokens.lower_at(before.start - 1) in _THERE
            if not (self._are_pair(town, state) or (there and self._is_province(state))):
                continue
            for part, text, kind, weight in (
                (name, state, "Province", _STATE),
                (before, town, "City", _TOWN),
            ):
                if not part.type and text in votes:
                    vote(votes[text], kind, weight)

    def _is_province(self, text: str) -> bool:
        """Whether the map has nothing else of the name."""
        linked = self.gazetteer.find_linked(text)
        return bool(linked) and all(
            e.type == "Province" and text not in e.ambiguous for e in linked
        )

    def _are_pair(self, town: str, state: str) -> bool:
        """Whether the map has a town of the first name in a province of the second."""
        provinces = {e.id for e in self.gazetteer.find_linked(state) if e.type == "Province"}
        return bool(provinces) and any(
            place.id in provinces
            for entry in self.gazetteer.find_linked(town)
            if entry.type in _TOWNS
            for place in self.gazetteer.list_above(entry.id)
        )

    def _lift(self, tokens: Tokens, start: int, end: int, match: GazetteerMatch) -> GazetteerMatch:
        if match.entry.type != "City":
            return match
        row = _leads_to_states(tokens, end)
        if not row and not self._closes(tokens, start, end):
            return match
        state = self._find_state(match.entry, tokens.slice(start, end))
        if state is None or not (row or self._is_town_of(tokens, start, match.entry, state)):
            return match
        told = "the provinces behind the row" if row else "a town of it before it"
        choice = PlaceChoice(full=state.label, reason=told, score=_SCORE)
        return replace(match, entry=state, choice=choice)

    def _closes(self, tokens: Tokens, start: int, end: int) -> bool:
        """Whether a comma stands before and no list goes on behind: not "Toluca, Puebla and León"."""
        if start < 2 or tokens.words[start - 1] != "," or not tokens.capital[start - 2]:
            return False
        if closes_line(tokens, end):
            return True
        following = tokens.lower_at(end)
        if following in _GOING_ON or tokens.capital[end : end + 1] == [True]:
            return False
        beyond = end + 1 + (tokens.lower_at(end + 1) in {"and", "or"})
        return following != "," or tokens.capital[beyond : beyond + 1] != [True]

    def _find_state(self, city: GazetteerEntry, text: str) -> GazetteerEntry | None:
        """The province with the city's name that it lies in, or that has the name in its country."""
        name = strip_accents(text).casefold()
        above = self.gazetteer.list_above(city.id)
        around = (e for e in above if e.type == "Province" and _is_called(e, name))
        land = self.gazetteer.find_country(city.id)
        alike = (
            e
            for form in (f"{text} Province", f"{text} State", text)
            for e in self.gazetteer.find_linked(form)
            if e.type == "Province" and e.within == land
        )
        return next(around, None) or next(alike, None)

    def _is_town_of(
        self, tokens: Tokens, start: int, city: GazetteerEntry, state: GazetteerEntry
    ) -> bool:
        """Whether a smaller town of the province, or of its country, stands before the comma.

        Of one that the map does not know, only "in" tells that it is a town.
        """
        towns = list(self._find_towns(tokens, start))
        if not towns:
            return tokens.lower_at(_find_first(tokens, start) - 1) in _THERE
        above = [
            ({place.id for place in self.gazetteer.list_above(town.id)}, town)
            for town in towns
            if town.id != city.id
        ]
        smaller = (places for places, town in above if town.prominence < city.prominence)
        return any(state.id in places for places, _ in above) or any(
            state.within in places for places in smaller
        )

    def _find_towns(self, tokens: Tokens, start: int) -> Iterator[GazetteerEntry]:
        """What the map has as towns of the longest name before the comma."""
        if start < 2 or tokens.words[start - 1] != ",":
            return
        for k in range(_find_first(tokens, start), start - 1):
            linked = self.gazetteer.find_linked(tokens.slice(k, start - 1))
            if towns := [entry for entry in linked if entry.type in _TOWNS]:
                yield from towns
                return


def _leads_to_states(tokens: Tokens, end: int) -> bool:
    """ "[Sumy], Cherkasy and Poltava regions": a row that closes with the plural for provinces."""
    k, joined = end, False
    while k < min(end + _ROW, len(tokens.words)) and (
        tokens.capital[k] or tokens.lower[k] in {",", "and"}
    ):
        joined = joined or tokens.lower[k] == "and"
        k += 1
    joined = joined or "and" in tokens.lower[max(end - _LONGEST, 0) : end]
    return joined and tokens.lower_at(k) in _STATES_BEHIND


def _find_first(tokens: Tokens, start: int) -> int:
    """Where the capitals before the comma begin that may be a town: "Lapu-Lapu"."""
    first = start - 1
    while first > 0 and start - first <= _LONGEST:
        joined = tokens.words[first - 1] == "-" and tokens.capital[first - 2]
        if not (tokens.capital[first - 1] or joined):
            break
        first -= 1 + joined
    return first


def _is_called(entry: GazetteerEntry, name: str) -> bool:
    label = strip_accents(entry.label).casefold()
    return label == name or label.startswith(f"{name} ") or label.endswith(f" de {name}")
