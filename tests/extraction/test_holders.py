"""Whose a post is, where several names, titles and bodies stand side by side."""

from pathlib import Path
from typing import Any

import pytest
from case_tables import read_table

from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import Pipeline

CASES = read_table(Path(__file__).parent / "cases" / "holders.yaml")


@pytest.mark.parametrize("case", CASES)
def test_each_title_goes_to_its_holder_and_to_no_other(
    pipeline: Pipeline, case: dict[str, Any]
) -> None:
    """All posts of a text, and none beside them."""
    claims = [
        claim
        for claim in pipeline.read(Document(identifier="case", text=case["text"])).claims
        if claim.predicate == "holdsPost" and isinstance(claim.object, Mention)
    ]
    found = {
        f"{c.subject.text} | {title.value} | {c.object.text}"
        for c in claims
        if isinstance(c.object, Mention)
        for title in c.qualifiers
        if title.name == "title"
    }
    assert sorted(found) == case["posts"]
