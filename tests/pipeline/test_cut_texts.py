"""Texts that end anywhere: feeds and scrapers cut articles in the middle of words and sentences."""

from pathlib import Path

import pytest

from kg.model.document import Document
from kg.pipeline import Pipeline

ARTICLES = sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.txt"))
STEP = 97  # characters: a prime, so that the cuts fall everywhere in words and sentences


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_text_that_breaks_off_is_read_up_to_there(pipeline: Pipeline, path: Path) -> None:
    """No cut makes an error, and nothing is told of what was cut away."""
    text = path.read_text(encoding="utf-8")
    for end in range(STEP, len(text), STEP):
        line = text[max(end - 3 * STEP, 0) : end]
        reading = pipeline.read(Document(identifier=f"{path.stem}-{end}", text=line))
        assert all(mention.span.end <= len(line) for mention in reading.mentions)


@pytest.mark.parametrize(
    "last", ["Kenya", "Kenya's", "Kenyan", "Kenya and", "Jane Doe", "$5", "2024"]
)
def test_the_last_word_may_be_anything(pipeline: Pipeline, last: str) -> None:
    """What looks for the word behind a name finds that there is none."""
    text = f"The Minister of Transport met officials in Nairobi and {last}"
    reading = pipeline.read(Document(identifier="last", text=text))
    assert "Nairobi" in {mention.text for mention in reading.mentions}
