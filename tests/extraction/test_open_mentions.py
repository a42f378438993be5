"""Claims on "the company" and "it" where the text never says which."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.model.document import Document
from kg.model.mention import OPEN, Mention
from kg.pipeline import Pipeline
from kg.resolution import consolidate, resolve

FILE = Path(__file__).parent / "cases" / "open_mentions.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def is_open(value: object) -> bool:
    """Whether a part of a claim points to nothing named."""
    return isinstance(value, Mention) and value.origin == OPEN


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_open_mentions_fill_roles_but_make_no_statement(
    pipeline: Pipeline, case: dict[str, Any]
) -> None:
    """Each text gives the claims of the table, and its graph none of them."""
    reading = pipeline.read(Document(identifier="case", text=case["text"]))
    claims = [c for c in reading.claims if is_open(c.subject) or is_open(c.object)]
    told = [
        f"{c.subject.text} {c.predicate} {c.object.text}"
        for c in claims
        if isinstance(c.object, Mention)
    ]
    assert told == case["claims"]
    resolution = resolve([reading], pipeline.ontology, lambda _: None)
    statements = consolidate([reading], resolution, pipeline.ontology)
    texts = {c.subject.text for c in claims if is_open(c.subject)}
    assert not any(s.predicate == c.predicate for s in statements for c in claims)
    assert not texts & {entity.label for entity in resolution.entities}
