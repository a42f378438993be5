"""Who says what the text tells."""

from pathlib import Path

import pytest
import yaml

from kg.model.document import Document
from kg.pipeline import Pipeline

FILE = Path(__file__).parent / "cases" / "speakers.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_figure_has_its_speaker(pipeline: Pipeline, case: dict[str, str]) -> None:
    """The last figure of each text is attributed to whom the table names."""
    claims = pipeline.read(Document(identifier="case", text=case["text"])).claims
    figures = [claim for claim in claims if claim.predicate == "observes"]
    speaker = figures[-1].attributed_to
    assert (speaker.text if speaker else "-") == case["speaker"]


def test_nobody_says_of_himself_which_post_he_holds(pipeline: Pipeline) -> None:
    """ "according to Norvik chairman X": the text tells his post, he the rest."""
    text = "Exports rose, according to Norvik Group chairman Juan Quispe, who also runs a bank."
    claims = pipeline.read(Document(identifier="case", text=text)).claims
    posts = [claim for claim in claims if claim.predicate == "holdsPost"]
    assert posts
    assert all(claim.attributed_to is None for claim in posts)
