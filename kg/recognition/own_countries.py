"""What the gazetteer tells against a country: "the Croatian city" is no Graz, "the Peruvian firm" no Lusaka Copper."""

from kg.recognition.gazetteer import Gazetteer
from kg.recognition.referents import Referent

_PLACES = ("City", "Province", "District", "Region")


def drop_foreign(found: list[Referent], origin: str, gazetteer: Gazetteer) -> list[Referent]:
    """Those that may be of the country `origin`: places by where they lie, others by a town in their name."""
    return [r for r in found if _find_country(r, gazetteer) in {None, origin}]


def _find_country(referent: Referent, gazetteer: Gazetteer) -> str | None:
    """The id of the country that a referent is known to lie in or is named after a town of."""
    if referent.type in _PLACES:
        known = referent.mention.known_as
    else:
        words = referent.mention.text.split()
        entries = gazetteer.find_by_name(words[0]) if len(words) > 1 else ()
        known = entries[0].id if entries and entries[0].type in _PLACES else None
    return gazetteer.find_country(known) if known else None
