"""Of places that lie in each other only the narrowest is told of a thing."""

import pytest

from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import Pipeline

CASES = [
    ("locatedIn", "Norvik Group will build a tyre plant near Riga in Latvia.", ["Riga"]),
    (
        "investsIn",
        "Norvik Group will invest 5 million euros in a tyre plant in Latvia.",
        ["tyre plant"],
    ),
    ("locatedIn", "Norvik Group will build a tyre plant in Latvia.", ["Latvia"]),
]


@pytest.mark.parametrize(("predicate", "text", "told"), CASES)
def test_the_narrowest_place_is_told(
    pipeline: Pipeline, predicate: str, text: str, told: list[str]
) -> None:
    """What lies around it follows from where that one lies."""
    claims = pipeline.read(Document(identifier="case", text=text)).claims
    found = [
        c.object.text
        for c in claims
        if c.predicate == predicate
        and isinstance(c.object, Mention)
        and c.subject.type in {"Facility", "Company"}
    ]
    assert found == told
