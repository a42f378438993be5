"""Whether a state that a text tells is over."""

from pathlib import Path

import pytest
import yaml

from kg.model.document import Document
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "ended_states.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_state_is_over_where_the_text_says_so(pipeline: Pipeline, case: dict[str, str]) -> None:
    """The state is told, and has an end if and only if it is over."""
    claims = pipeline.read(Document(identifier="case", text=case["text"])).claims
    ends = {c.find_qualifier("endTime") for c in claims if c.predicate == case["told"]}
    assert ends == ({".."} if case["over"] == "yes" else {None})
