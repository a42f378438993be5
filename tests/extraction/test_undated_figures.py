"""Times of figures where no day of publication is known."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.model.document import Document
from kg.pipeline import Pipeline

from .test_figures import format_figure

FILE = Path(__file__).parent / "cases" / "undated_figures.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_text_without_a_day_gives_its_figures(pipeline: Pipeline, case: dict[str, Any]) -> None:
    """Each text gives the observations of the table in the order of their values, and no others."""
    document = Document(identifier="case", text=case["text"].strip())
    claims = [c for c in pipeline.read(document).claims if c.predicate == "observes"]
    claims.sort(key=lambda claim: claim.object.span)
    assert [format_figure(claim) for claim in claims] == case["figures"]
