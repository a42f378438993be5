"""Who is an Official: by a title that states alone give, or by a rank."""

import pytest

from kg.model.document import Document
from kg.pipeline import Pipeline


def _find_kinds(pipeline: Pipeline, text: str) -> set[str]:
    """What Jane Tarko is wherever she is named."""
    reading = pipeline.read(Document(identifier="x", text=text))
    return {m.type for m in reading.mentions if m.text == "Jane Tarko"}


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
    assert _find_kinds(pipeline, text) == {"Official" if official else "Person"}


@pytest.mark.parametrize(
    ("text", "official"),
    [
        ("Ruritanian police spokesman Jane Tarko said the road was closed.", True),
        ("The road was closed, said army spokesman Lt. Col. Jane Tarko.", True),
        ("Council leader Jane Tarko opened a road.", True),
        ("Jane Tarko, director general for trade at the foreign ministry, opened a road.", True),
        ("Jane Tarko, chairwoman of the parliament's finance committee, spoke.", True),
        ("Jane Tarko, a spokeswoman for the fire service, spoke.", True),
        ("ECB policymaker Jane Tarko opened a road.", True),
        ("Business Secretary Jane Tarko opened a road.", True),
        ("US Trade Representative Jane Tarko opened a road.", True),
        ("Coroner Jane Tarko opened a road.", True),
        ("Peruvian leader Jane Tarko opened a road.", True),
        ("Zenda MEP Jane Tarko opened a road.", True),
        ("Company Secretary Jane Tarko opened a road.", False),
        ("Police union leader Jane Tarko opened a road.", False),
        ("Works council chairwoman Jane Tarko opened a road.", False),
        ("Jane Tarko, head of government relations at Norvik Group, left.", False),
        ("Jane Tarko, a professor at the police academy, left.", False),
        ("Party member Jane Tarko left.", False),
        ("Union leader Jane Tarko left.", False),
        ("Norvik Group spokeswoman Jane Tarko left.", False),
    ],
)
def test_a_public_body_in_small_letters_tells_an_official(
    pipeline: Pipeline, text: str, official: bool
) -> None:
    """A police union's leader serves no state."""
    assert _find_kinds(pipeline, text) == {"Official" if official else "Person"}
