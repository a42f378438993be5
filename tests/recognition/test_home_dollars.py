"""Whose dollars bare dollars are."""

import pytest

from kg.model.document import Document
from kg.model.quantity import Quantity
from kg.recognition.value_mentions import find_value_mentions

HOME = "Australia will pay $46 million for a weir. Australian farmers in Queensland agree."


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (HOME, "AUD"),
        (HOME.replace("$46", "US$46"), "USD"),
        (HOME + " The US agrees.", "USD"),
        (HOME + " Canada agrees.", "USD"),
        (HOME + " It cost A$5 million.", "USD"),
        ("Australia will pay $46 million for a weir in Peru.", "USD"),
        ("Kenya will pay $46 million. Kenyan farmers in Kenya agree.", "USD"),
    ],
)
def test_bare_dollars_are_those_of_the_text(text: str, unit: str) -> None:
    """A text of one country with dollars of its own means those; all others are read as before."""
    found = find_value_mentions(Document(identifier="text", text=text))
    sums = [m.value for m in found if isinstance(m.value, Quantity) and m.origin == "money"]
    assert sums[0].unit == unit
