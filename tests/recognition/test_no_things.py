"""Nouns that name no thing where they stand: no nominal is made of them."""

import pytest

from kg.model.document import Document
from kg.model.mention import MentionKind
from kg.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "noun", "told"),
    [
        ("Others wished to bring capital to Peru.", "capital", False),
        ("With that capital the two firms will build mills.", "capital", False),
        ("The firm moved to sustaining capital in May.", "capital", False),
        ("The talks were held in the capital.", "capital", True),
        ("The talks were held in Peru's capital.", "capital", True),
        ("The mill has been off line since May.", "line", False),
        ("There is a line of cars at the gate.", "line", False),
        ("It got the deal over the line.", "line", False),
        ("The plant makes 240 cars, and a second line is slated for May.", "line", False),
        ("The railway carried coal, and a second line will open in May.", "second line", True),
        ("A line of 120 km will be built in Peru.", "line", True),
        ("The state cut them from 240 to 104 units.", "units", False),
        ("The price rose to 40 rupees a unit.", "unit", False),
        ("Norvik Group sold its units in Peru.", "units", True),
        ("The cargo left the port by road.", "road", False),
        ("The road was built in May.", "road", True),
        ("He has been holding the fort since May.", "fort", False),
        ("I would have bitten your arm off.", "arm", False),
        ("Boats sail to coastal ports including Lima and Kurno.", "coastal ports", False),
        ("Boats sail to coastal ports in Peru.", "coastal ports", True),
        ("The Tarka-Velmo lot was sold.", "Tarka-Velmo lot", False),
        ("The loan is a syndicated facility of three banks.", "syndicated facility", False),
    ],
)
def test_a_noun_is_a_thing_where_it_stands_for_one(
    pipeline: Pipeline, text: str, noun: str, told: bool
) -> None:
    """Money, queues, counts and ways of going are none."""
    reading = pipeline.read(Document(identifier="x", text=text))
    found = [m.text for m in reading.mentions if m.kind is MentionKind.NOMINAL]
    assert (noun in found) == told, found
