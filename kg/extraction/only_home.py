"""The country of a text that tells of one country and of nothing else that has figures."""

from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.lone_owners import LoneOwners
from kg.extraction.measures import OwnerFinder
from kg.extraction.telling_lands import find_telling_land
from kg.model.mention import Mention, MentionKind

_TOLD_OF = ("Company", "Project", "TransportCorridor", "Facility", "Event", "Agreement", "Product")


class OnlyHome(LoneOwners):
    """Whose a figure is that nobody else has, in one document."""

    def __init__(
        self, arguments: ArgumentFinder, owners: OwnerFinder, home: Mention | None
    ) -> None:
        super().__init__(arguments, owners)
        self.told = home

    @cached_property
    def home(self) -> Mention | None:
        """The country; None in a text that tells of more."""
        fits = self.arguments.fits
        names = [m for m in self.arguments.recognized.mentions if m.kind is MentionKind.NAME]
        lands = {self.arguments.find_first(m).text for m in names if m.type == "Country"}
        others = any(fits(m, _TOLD_OF) and m.type != "MediaOutlet" for m in names)
        return self.told if len(lands) == 1 and not others else None

    def find(self, noun: int) -> tuple[Mention, bool] | None:
        """The home, which no clause tells (False); None where the measure is told to be another's.

        Before it the land whose body of statistics tells the sentence.
        """
        land = find_telling_land(self.arguments, self.arguments.parse.sentence_of[noun])
        if (self.home is None and land is None) or self.is_of_others(noun):
            return None
        if land is not None:
            return land, True
        return (self.home, False) if self.home is not None else None
