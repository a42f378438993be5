"""The countries of the towns that a document names: which of the lands told "the capital" is of."""

from collections.abc import Iterable

from kg.model.mention import Mention
from kg.recognition.gazetteer import Gazetteer


def find_lands(names: Iterable[Mention], gazetteer: Gazetteer) -> dict[str, str]:
    """The id of the country of each known town, by the town's id."""
    lands = {}
    for name in names:
        if name.known_as is None or name.type != "City" or name.known_as in lands:
            continue
        if (land := gazetteer.find_country(name.known_as)) is not None:
            lands[name.known_as] = land
    return lands
