"""The country of a text that tells of one country and of nothing else that has figures."""

from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measures import OwnerFinder
from kg.model.mention import Mention, MentionKind

_TOLD_OF = ("Company", "Project", "TransportCorridor", "Facility", "Event", "Agreement", "Product")


class OnlyHome:
    """Whose a figure is that nobody else has, in one document."""

    def __init__(
        self, arguments: ArgumentFinder, owners: OwnerFinder, home: Mention | None
    ) -> None:
        self.arguments, self.owners, self.told = arguments, owners, home

    @cached_property
    def home(self) -> Mention | None:
        """The country; None in a text that tells of more."""
        fits = self.arguments.fits
        names = [m for m in self.arguments.recognized.mentions if m.kind is MentionKind.NAME]
        lands = {self.arguments.find_first(m).text for m in names if m.type == "Country"}
        others = any(fits(m, _TOLD_OF) and m.type != "MediaOutlet" for m in names)
        return self.told if len(lands) == 1 and not others else None

    def find_measured(self, noun: int) -> tuple[Mention, bool] | None:
        """As `find`, of a measure: "foreign investors" are none, and act themselves."""
        acting = any(m.kind is MentionKind.NOMINAL for m in self.arguments.by_token.get(noun, ()))
        return None if acting else self.find(noun)

    def find(self, noun: int) -> tuple[Mention, bool] | None:
        """The home, which no clause tells (False); None where the measure is told to be another's."""
        beside = self.owners.beside
        if self.home is None or beside.is_elsewhere(noun) or beside.is_had_by_others(noun):
            return None
        plain = self.owners.told.is_plain(noun) and not beside.is_markets(noun)
        return (self.home, False) if plain else None
