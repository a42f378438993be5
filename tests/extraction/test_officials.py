"""Who is an Official: by a title that states alone give, or by a rank."""

import pytest

from kg.model.document import Document
from kg.pipeline import Pipeline


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Jane Tarko, Peru's industry and trade minister, opened a road.", True),
        ("The Minister of Trade, Jane Tarko, opened a road.", True),
        ("The Finance Secretary Jane Tarko opened a road.", True),
        ("Speaker Jane Tarko opened a road.", True),
        ("The keynote speaker Jane Tarko opened a road.", False),
        ("Ambassador to Peru Jane Tarko opened a road.", True),
        ("State prosecutor Jane Tarko said so.", True),
        ("Lt Cdr Jane Tarko will be based in Lima.", True),
        ("Jane Tarko, the wife of the minister, opened a road.", False),
        ("Jane Tarko, a former adviser to the trade minister, left.", False),
        ("Jane Tarko, who chairs Norvik Group, met the minister of trade.", False),
        ("Jane Tarko, president of Norvik Group, left.", False),
    ],
)
def test_a_title_beside_a_name_tells_an_official(
    pipeline: Pipeline, text: str, official: bool
) -> None:
    """Whoever is only told of beside a minister is none."""
    reading = pipeline.read(Document(identifier="x", text=text))
    kinds = {m.type for m in reading.mentions if m.text == "Jane Tarko"}
    assert kinds == {"Official" if official else "Person"}
