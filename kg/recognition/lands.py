"""The countries of the places that a document names: which of the lands told "the capital" is of."""

from collections.abc import Iterable

from kg.model.mention import INNER_PLACE, Mention
from kg.recognition.gazetteer import Gazetteer

COUNTRY = "country/"
_GOVERNED = "government of "
_SPOKEN_FROM = frozenset(["City", "Province"])


def find_land(place: str, gazetteer: Gazetteer) -> str | None:
    """The id of the country that a known place is or lies in, by the place's id."""
    return place if place.startswith(COUNTRY) else gazetteer.find_country(place)


def find_lands(names: Iterable[Mention], gazetteer: Gazetteer) -> dict[str, str]:
    """The id of the country of each known town and province, by the place's id."""
    lands = {}
    for name in names:
        if name.known_as is None or name.type not in _SPOKEN_FROM or name.known_as in lands:
            continue
        if (land := gazetteer.find_country(name.known_as)) is not None:
            lands[name.known_as] = land
    return lands


def list_governed(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The lands within the names of their governments, told as if they stood alone: "the government of [Peru]"."""
    inner = (m for m in mentions if m.origin == INNER_PLACE)
    return [m for m in inner if text[: m.span.start].removesuffix("the ").endswith(_GOVERNED)]
