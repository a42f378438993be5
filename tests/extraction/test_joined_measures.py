"""Several nouns that have one value together keep all their names; those with a value each have their own."""

import pytest

from kg.model.claim import Claim
from kg.model.document import Document
from kg.model.quantity import Quantity
from kg.pipeline import Pipeline

LOANS = "Norvik Bank's {} to $8 billion in 2024."


def _show(claim: Claim) -> str:
    value = claim.object.value
    assert isinstance(value, Quantity)
    return f"{claim.find_qualifier('measure')} {value.value}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LOANS.format("loans and advances grew"), ["loans and advances 8000000000"]),
        (
            LOANS.format("debt and other instruments fell"),
            ["debt and other instruments 8000000000"],
        ),
        (
            LOANS.format("property, plant and equipment rose"),
            ["property, plant and equipment 8000000000"],
        ),
        (LOANS.format("Stage 3 loans fell"), ["Stage 3 loans 8000000000"]),
        (
            "Fee and commission income of Norvik Bank rose to $8 billion.",
            ["Fee and commission income 8000000000"],
        ),
        (
            "Norvik Bank's cash and cash equivalents were $8 billion at the end of 2023.",
            ["cash and cash equivalents 8000000000"],
        ),
        (
            "Norvik Group's scope 1 and 2 emissions fell 12% to 3 million tonnes.",
            ["scope 1 and 2 emissions 3000000"],
        ),
        ("Norvik Group's exports and imports rose 8%.", ["exports and imports 8"]),
        (
            "Norvik Group's revenue and net profit rose to $8 billion and $1 billion.",
            ["revenue 8000000000", "net profit 1000000000"],
        ),
        ("Norvik Bank's loans and deposits grew 4% and 6%.", ["loans 4", "deposits 6"]),
        (
            "Kenya's output and Norvik Group's sales rose 8% and 9%.",
            ["output 8", "sales 9"],
        ),
    ],
)
def test_measures_in_a_row(pipeline: Pipeline, text: str, told: list[str]) -> None:
    """A value for all of a row, or one for each of it."""
    claims = pipeline.read(Document(identifier="case", text=text)).claims
    assert [_show(c) for c in claims if c.predicate == "observes"] == told
