"""Constants of rules about the only country that a text tells, and the one that a capital is of."""

from collections.abc import Callable, Mapping

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.home import HomeFinder
from kg.model.mention import Mention, MentionKind

_TOLD = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])


def find_land(arguments: ArgumentFinder, home: HomeFinder, token: int) -> Mention | None:
    """The country that the text tells in which the town at `token` is known to lie; of no known town the only one."""
    town = next((m for m in arguments.by_token.get(token, ()) if m.type == "City"), None)
    land = arguments.recognized.lands.get(town.known_as or "") if town is not None else None
    if land is None:
        return home.only if town is None or town.known_as is None else None
    mentions = arguments.recognized.mentions
    return next((m for m in mentions if m.known_as == land and m.kind in _TOLD), None)


def find_only(_arguments: ArgumentFinder, home: HomeFinder, _token: int) -> Mention | None:
    """The only country of the text itself."""
    return home.only


OF_HOME: Mapping[str, Callable[[ArgumentFinder, HomeFinder, int], Mention | None]] = {
    "@only_country": find_only,
    "@land": find_land,
}
