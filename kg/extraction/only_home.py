"""The country of a text that tells of one country and of nothing else that has figures."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_TOLD_OF = ("Company", "Project", "TransportCorridor", "Facility", "Event", "Agreement", "Product")


def find_only_home(arguments: ArgumentFinder, home: Mention | None) -> Mention | None:
    """`home`, where no other country is named, and no firm, work or occasion but media."""
    names = [m for m in arguments.recognized.mentions if m.kind is MentionKind.NAME]
    lands = {arguments.find_first(m).text for m in names if m.type == "Country"}
    others = any(arguments.fits(m, _TOLD_OF) and m.type != "MediaOutlet" for m in names)
    return home if home is not None and len(lands) == 1 and not others else None
