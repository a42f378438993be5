"""Deeds whose verb is told once for several, or of somebody else than the one that does them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.mention import Mention
from kg.model.quantity import Quantity
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "rows_of_givers.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def write(claim: Claim) -> str:
    """ "Norvik Bank > Zenda Dam 5 USD"."""
    assert isinstance(claim.object, Mention)
    value = claim.find_qualifier("amount") or claim.find_qualifier("share")
    amount = f" {value.value} {value.unit}" if isinstance(value, Quantity) else ""
    return f"{claim.subject.text} > {claim.object.text}{amount}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_each_of_a_row_does_its_part(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """Those and no others do what the predicate of the case tells."""
    claims = pipeline.read(Document(identifier="case", text=case["text"])).claims
    assert {write(c) for c in claims if c.predicate == case["told"]} == set(case["claims"])
