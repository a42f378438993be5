"""When deeds were done."""

from pathlib import Path

import pytest
import yaml

from kg.model.document import Document
from kg.model.period import Period
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "deed_times.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_deed_has_its_time(pipeline: Pipeline, case: dict[str, str]) -> None:
    """The deed is told with the time of its own clause and of no other."""
    claims = pipeline.read(Document(identifier="case", text=case["text"])).claims
    times = [c.find_qualifier("time") for c in claims if c.predicate == case["told"]]
    assert {t.edtf if isinstance(t, Period) else "-" for t in times} == {case["time"]}
