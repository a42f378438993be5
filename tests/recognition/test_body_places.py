"""The name of a public body tells the place that it acts for."""

import pytest
from recognized import recognize

from kg.model.mention import INNER_PLACE
from kg.pipeline import Pipeline

PLACES = [
    ("Kent Police", "Kent", "District"),
    ("Swakopmund Police", "Swakopmund", "City"),
    ("Tarnley County Council", "Tarnley", "District"),
    ("Tarnley City Council", "Tarnley", "City"),
    ("Velmund Borough Council", "Velmund", "District"),
    ("Elkhart County Sheriff's Department", "Elkhart County", "District"),
    ("Korea Customs Service", "Korea", "Country"),
    ("Royal Malaysian Police", "Malaysian", "Country"),
    ("Royal Netherlands Navy", "Netherlands", "Country"),
    ("Police Scotland", "Scotland", "Province"),
    ("Natural Resources Canada", "Canada", "Country"),
    ("Office of the United States Trade Representative", "United States", "Country"),
    ("Waikato Regional Council", "Waikato", "Province"),
    ("Welsh Government", "Welsh", "Province"),
]
NOWHERE = [
    "National Park Service",
    "Police Department",
    "Bureau of Indian Affairs",
    "Georgia Department of Transportation",  # two lands of the name
    "Garda National Economic Crime Bureau",
    "Metropolitan Police",
    "City Council",
    "Coast Assembly",
    "Kenya – Peru Joint Commission",
]


def _find(pipeline: Pipeline, name: str) -> list[tuple[str, str]]:
    text = f"Report\n\nThe {name} said on Monday that it would publish the results next week."
    found = recognize(pipeline, text)
    return [(m.text, m.type) for m in found.mentions if m.origin == INNER_PLACE]


@pytest.mark.parametrize(("name", "place", "kind"), PLACES)
def test_name_of_body_tells_place(pipeline: Pipeline, name: str, place: str, kind: str) -> None:
    """A place before what the body is, behind it, or after "of the" is found with its type."""
    assert _find(pipeline, name) == [(place, kind)]


@pytest.mark.parametrize("name", NOWHERE)
def test_name_without_one_sure_place_tells_none(pipeline: Pipeline, name: str) -> None:
    """Words that no place is called by, and names that two lands have, give none."""
    assert _find(pipeline, name) == []
