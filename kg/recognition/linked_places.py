"""Provinces and districts of the gazetteer that make no mentions by themselves, where a text tells their country."""

from collections.abc import MutableMapping, Sequence

from kg.recognition.gazetteer import Gazetteer
from kg.recognition.lands import find_land
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

# A district is as sure as the statistical model's word, a province as a construction of one type.
_VOTES = {"Province": 2.0, "District": 1.0}


class LinkedPlaces:
    """Votes for the types of names that a division of a told country has; holds no state between documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def vote(
        self,
        tokens: Tokens,
        names: Sequence[Name],
        votes: MutableMapping[str, dict[str, float]],
    ) -> None:
        """Adds a vote to names in `votes` that are divisions of the countries told, and to nothing else's.

        A word that any text may hold needs more than its country: "Central", "Capital".
        """
        lands = self._find_lands(names)
        if not lands:
            return
        open_names = {tokens.slice(n.start, n.end): n for n in names if not n.type}
        for text, name in open_names.items():
            if text not in votes or all(tokens.is_common(k) for k in range(name.start, name.end)):
                continue
            kinds = {
                entry.type
                for entry in self.gazetteer.find_linked(text)
                if entry.type in _VOTES
                and text not in entry.ambiguous
                and self.gazetteer.find_country(entry.id) in lands
            }
            if len(kinds) == 1:
                kind = kinds.pop()
                votes[text][kind] = votes[text].get(kind, 0.0) + _VOTES[kind]

    def _find_lands(self, names: Sequence[Name]) -> frozenset[str]:
        """The countries that names tell, or that the places told lie in."""
        told = {n.known_as for n in names if n.known_as is not None}
        lands = {find_land(place, self.gazetteer) for place in told}
        return frozenset(land for land in lands if land is not None)
