"""From when and until when posts are held."""

import datetime
from pathlib import Path

import pytest
import yaml

from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.period import Period
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "post_times.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))
PUBLISHED = datetime.date(2025, 11, 26)


def format_time(claim: Claim, name: str) -> str:
    """An end of a post as the table writes it."""
    value = claim.find_qualifier(name)
    return value.edtf if isinstance(value, Period) else str(value or "-")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_post_has_its_times(pipeline: Pipeline, case: dict[str, str]) -> None:
    """The person's post has the start and end of the table."""
    document = Document(identifier="case", text=case["text"], published=PUBLISHED)
    (post,) = [
        claim
        for claim in pipeline.read(document).claims
        if claim.predicate == "holdsPost" and claim.subject.text == case["person"]
    ]
    times = f"{format_time(post, 'startTime')} / {format_time(post, 'endTime')}"
    assert times == case["times"]
