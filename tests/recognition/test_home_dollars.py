"""Whose dollars bare dollars are."""

import pytest
from recognized import recognize

from kg.model.mention import MentionKind
from kg.model.quantity import Quantity
from kg.pipeline import Pipeline

HOME = "Australia will pay $46 million for a weir. Farmers in Queensland agree."


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (HOME, "AUD"),
        (HOME.replace("$46", "US$46"), "USD"),
        (HOME + " The US agrees.", "USD"),
        (HOME + " A miner from Peru agrees.", "USD"),
        (HOME + " It cost A$5 million.", "USD"),
        ("Australia will pay $46 million for a weir.", "USD"),
        ("Kenya will pay $46 million. Kenyan farmers in Kenya agree.", "USD"),
    ],
)
def test_bare_dollars_are_those_of_the_only_land_told(
    pipeline: Pipeline, text: str, unit: str
) -> None:
    """Marked dollars, another land and a land told but once leave them as they are read."""
    values = (m.value for m in recognize(pipeline, text).mentions if m.kind is MentionKind.QUANTITY)
    sums = [v for v in values if isinstance(v, Quantity) and v.value == 46_000_000]
    assert [v.unit for v in sums] == [unit]
