"""What deals and works amount to."""

from pathlib import Path

import pytest
import yaml

from kg.model.document import Document
from kg.model.quantity import Quantity
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "deal_amounts.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_deal_has_its_amount(pipeline: Pipeline, case: dict[str, str]) -> None:
    """The sum beside the deal's noun is its amount, and no sum of anything else."""
    claims = pipeline.read(Document(identifier="case", text=case["text"])).claims
    sums = [c.find_qualifier("amount") for c in claims if c.predicate == case["told"]]
    found = {f"{s.value} {s.unit}" if isinstance(s, Quantity) else "-" for s in sums}
    assert found == {case["amount"]}
