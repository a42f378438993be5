"""The period and the speaker of figures, by texts that tell them beside the figure."""

from pathlib import Path

import pytest
import yaml

from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.period import Period
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "parts_of_figures.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def _find_period(claim: Claim) -> str:
    value = claim.find_qualifier("period")
    return value.edtf if isinstance(value, Period) else "-"


@pytest.mark.parametrize("case", CASES["periods"], ids=lambda case: case["text"])
def test_figures_have_their_periods(pipeline: Pipeline, case: dict[str, str]) -> None:
    """All figures of each text, in order, with the periods that the table names."""
    claims = pipeline.read(Document(identifier="case", text=case["text"])).claims
    figures = [claim for claim in claims if claim.predicate == "observes"]
    assert " ".join(map(_find_period, figures)) == case["periods"]


@pytest.mark.parametrize("case", CASES["speakers"], ids=lambda case: case["text"])
def test_claims_have_their_speakers(pipeline: Pipeline, case: dict[str, str]) -> None:
    """The last claim of a predicate in each text is said by whom the table names; "-" is nobody."""
    claims = pipeline.read(Document(identifier="case", text=case["text"])).claims
    told = [c for c in claims if c.predicate == case.get("predicate", "observes")]
    speaker = told[-1].attributed_to
    assert (speaker.text if speaker else "-") == case["speaker"]
