"""Dates of lives in the brackets after a name, against a table of texts."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import read_table
from recognized import recognize

from kg.model.mention import BORN, DIED
from kg.model.period import Period
from kg.pipeline import Pipeline

CASES = read_table(Path(__file__).parent / "cases" / "lives.yaml")


@pytest.mark.parametrize("case", CASES)
def test_brackets_tell_the_dates_of_a_life(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """Each date is a period of its own, and its words are in the text."""
    recognized = recognize(pipeline, case["text"])
    told = {m.origin: m for m in recognized.mentions if m.origin in {BORN, DIED}}
    for origin, name in ((BORN, "born"), (DIED, "died")):
        value = told[origin].value if origin in told else None
        assert (value.edtf if isinstance(value, Period) else None) == case[name]
    for mention in told.values():
        assert case["text"][mention.span.start : mention.span.end] == mention.text
