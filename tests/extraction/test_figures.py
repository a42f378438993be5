"""Observations with what belongs to them: change, period, what they are compared with, who is meant."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.mention import Mention
from kg.model.period import Period
from kg.model.quantity import Quantity, format_number
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "figures.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))
PUBLISHED = datetime.date(2025, 11, 26)


def format_figure(claim: Claim) -> str:
    """The observation as the table writes it."""
    value = claim.object.value if isinstance(claim.object, Mention) else None
    assert isinstance(value, Quantity)
    change, period = claim.find_qualifier("change"), claim.find_qualifier("period")
    parts = (
        claim.subject.text,
        claim.find_qualifier("measure"),
        f"{'' if value.comparator == '=' else value.comparator}{format_number(value.value)} {value.unit}",
        format_number(change.value) if isinstance(change, Quantity) else "",
        period.edtf if isinstance(period, Period) else "",
        claim.modality.value,
    )
    return " ".join(" | ".join(str(part).strip() for part in parts).split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_text_gives_its_figures(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """Each text gives the observations of the table in the order of their values, and no others."""
    document = Document(identifier="case", text=case["text"], published=PUBLISHED)
    claims = [c for c in pipeline.read(document).claims if c.predicate == "observes"]
    claims.sort(key=lambda claim: claim.object.span)
    assert [format_figure(claim) for claim in claims] == case["figures"]
