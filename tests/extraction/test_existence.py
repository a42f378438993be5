"""Where a thing is, is as sure as that it is there at all."""

from pathlib import Path

import pytest
import yaml

from kg.model.document import Document
from kg.model.mention import Mention
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "existence.yaml"
TABLE = yaml.safe_load(FILE.read_text(encoding="utf-8"))
CASES = [(modality, text) for modality, texts in TABLE.items() for text in texts]


@pytest.mark.parametrize(("modality", "text"), CASES)
def test_place_of_a_thing_has_the_modality_of_the_thing(
    pipeline: Pipeline, modality: str, text: str
) -> None:
    """The plant is in Riga as surely as it is built."""
    claims = [
        claim
        for claim in pipeline.read(Document(identifier="case", text=text)).claims
        if claim.predicate == "locatedIn"
        and isinstance(claim.object, Mention)
        and claim.object.text == "Riga"
    ]
    assert [claim.modality.value for claim in claims] == [modality]
