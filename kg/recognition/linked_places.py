"""Divisions and towns of the gazetteer that make no mentions by themselves, where a text tells their country."""

from collections.abc import MutableMapping, Sequence

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.lands import find_land
from kg.recognition.name import Name
from kg.recognition.national_bodies import NationalBodies
from kg.recognition.paired_places import PairedPlaces
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

# A district is as sure as the statistical model's word, a province as a construction of one type.
_VOTES = {"Province": 2.0, "District": 1.0}
# Towns share their names with people and firms: one counts where the text says that something is there or goes there.
_TOWN, _TOWN_THERE = 0.6, 1.5
_THERE = load_lexicon("names").get("leading_to_towns")


class LinkedPlaces:
    """Votes for the types of names that a division of a told country has; holds no state between documents."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer, self.bodies = gazetteer, NationalBodies()
        self.pairs = PairedPlaces(gazetteer)

    def vote(
        self,
        tokens: Tokens,
        names: Sequence[Name],
        votes: MutableMapping[str, dict[str, float]],
    ) -> None:
        """Adds a vote to names in `votes` of divisions, towns or bodies of the countries told, and to no other.

        A word that any text may hold needs more than its country: "Central", "Capital".
        """
        self.pairs.vote(tokens, names, votes)
        lands = self._find_lands(names)
        if not lands:
            return
        self.bodies.vote(tokens, names, votes, lands)
        open_names = {tokens.slice(n.start, n.end): n for n in names if not n.type}
        there = {tokens.slice(n.start, n.end) for n in names if _is_there(tokens, n)}
        for text, name in open_names.items():
            if text not in votes or all(tokens.is_common(k) for k in range(name.start, name.end)):
                continue
            kinds = self._find_kinds(text, lands)
            if len(kinds) == 1:
                kind = kinds.pop()
                town = _TOWN_THERE if text in there else _TOWN
                vote(votes[text], kind, _VOTES.get(kind, town))

    def _find_kinds(self, text: str, lands: frozenset[str]) -> set[str]:
        """What a name is in the countries told; a division goes before a town of its name."""
        kinds = {
            entry.type
            for entry in self.gazetteer.find_linked(text)
            if (entry.type in _VOTES or entry.type == "City")
            and text not in entry.ambiguous
            and self.gazetteer.find_country(entry.id) in lands
        }
        return kinds - {"City"} or kinds

    def _find_lands(self, names: Sequence[Name]) -> frozenset[str]:
        """The countries that names tell, or that the places told lie in."""
        told = {n.known_as for n in names if n.known_as is not None}
        lands = {find_land(place, self.gazetteer) for place in told}
        return frozenset(land for land in lands if land is not None)


def _is_there(tokens: Tokens, name: Name) -> bool:
    """ "a train from Zenda", but not "in Zenda Steel's plant"."""
    before, after = tokens.lower_at(name.start - 1), tokens.tags[name.end : name.end + 1]
    return before in _THERE and after not in (["NN"], ["NNS"], ["POS"])
