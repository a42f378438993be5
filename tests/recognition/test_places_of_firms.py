"""Firms that a text tells short by a place in their name."""

import pytest

from kg.model.document import Document
from kg.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "seat"),
    [
        ("Denver Holdings makes pipes. The Denver group has 4,000 workers.", None),
        ("Tokai Toyama Holdings Corp. makes lifts. The Toyama group has debts.", None),
        ("Norvik Holdings makes pipes. The Denver group has 4,000 workers.", "Denver"),
        ("Bank of Denver makes loans. The Denver group has 4,000 workers.", "Denver"),
    ],
)
def test_a_group_is_of_a_town_unless_a_firm_is_called_so(
    pipeline: Pipeline, text: str, seat: str | None
) -> None:
    """The name a firm was told by wins over the town; "of" tells the town."""
    claims = pipeline.read(Document(identifier="x", text=text)).claims
    seats = [c.object.text for c in claims if c.predicate == "headquarteredIn"]  # type: ignore[union-attr]
    assert seats == ([seat] if seat else [])
