"""Whose the traffic of a town is: of its airport or port, where one was told: "Zenda served 3 million travellers"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind, read_unit

_TOWNS = ("City", "District")


class HubsOfTowns:
    """Finds the hubs in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.traffic = {
            "Airport": words.get("airport_traffic"),
            "Port": words.get("port_traffic"),
        }

    def narrow(self, owner: Mention, measure: str | None, value: Mention) -> Mention:
        """The only hub called after a town, told before, where passengers or containers are counted; else the owner."""
        town = self.arguments.find_first(owner)
        if town.kind is not MentionKind.NAME or town.type not in _TOWNS or not measure:
            return owner
        words = {*measure.lower().replace("-", " ").split(), read_unit(value).lower()}
        found = {
            self.arguments.find_first(m).text: m
            for kind, told in self.traffic.items()
            if not words.isdisjoint(told)
            for m in self.arguments.recognized.mentions
            if m.kind is MentionKind.NAME
            and m.span.end < value.span.start
            and self.arguments.fits(m, (kind,))
            and self._is_of(m, town)
        }
        return next(iter(found.values())) if len(found) == 1 else owner

    def _is_of(self, hub: Mention, town: Mention) -> bool:
        """ "Zenda Airport", "Port of Zenda"."""
        name, told = hub.text.split(), town.text.split()
        return name[: len(told)] == told or name[-len(told) :] == told
