"""What is told in the present tense of a day after the article."""

import datetime

import pytest

from kg.model.document import Document
from kg.pipeline import Pipeline

PUBLISHED = datetime.date(2025, 10, 9)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The Hentz Forum opens in Lima on 14 October.", "planned"),
        ("It told of the Hentz Forum in Lima on 14 October 2025.", "planned"),
        ("The Hentz Forum opened in Lima on 7 October.", "actual"),
        ("The Hentz Forum was held in Lima in 2024.", "actual"),
        ("The Hentz Forum was not held in Lima.", "negated"),
    ],
)
def test_an_occasion_after_the_article_is_planned(
    pipeline: Pipeline, text: str, modality: str
) -> None:
    """No tense tells it, only the two dates."""
    document = Document(identifier="case", text=text, published=PUBLISHED)
    claims = [c for c in pipeline.read(document).claims if c.predicate in {"heldIn", "heldOn"}]
    assert {c.modality.value for c in claims} == {modality}
