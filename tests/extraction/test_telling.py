"""Which things without a name are told well enough for a claim."""

import pytest

from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import Pipeline

CASES = [
    ("Norvik Group runs 11 factories.", ["Norvik Group operates factories"]),
    ("Norvik Group runs the 11 factories.", []),
    ("A new road will join Lusaka and Ndola.", ["road connects Lusaka", "road connects Ndola"]),
    ("The railway links the capital with Riga.", ["railway connects Riga"]),
    ("The railway links the inland provinces.", []),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_a_claim_needs_things_that_can_be_told_apart(
    pipeline: Pipeline, text: str, told: list[str]
) -> None:
    """Counted works and ways with their ends are things; nameless places are none."""
    claims = [
        f"{claim.subject.text} {claim.predicate} {claim.object.text}"
        for claim in pipeline.read(Document(identifier="case", text=text)).claims
        if isinstance(claim.object, Mention) and claim.predicate in {"operates", "connects"}
    ]
    assert claims == told
