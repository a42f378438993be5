"""Other names of a person, against a table of texts."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import read_table
from recognized import find_chain_name, recognize

from kg.pipeline import Pipeline

CASES = read_table(Path(__file__).parent / "cases" / "other_names.yaml")


@pytest.mark.parametrize("case", CASES)
def test_another_name_leads_to_the_first(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """The name is found, and stands for the person whom the text gives it to."""
    recognized = recognize(pipeline, case["text"])
    found = next(m for m in recognized.mentions if m.text == case["other"])
    assert find_chain_name(recognized, found) == case["is"]
