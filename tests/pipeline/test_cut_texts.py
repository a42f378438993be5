"""Texts that end anywhere: feeds and scrapers cut articles in the middle of words and sentences."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from kg.model.claim import Reading
from kg.model.document import Document
from kg.pipeline import Pipeline

ARTICLES = sorted((Path(__file__).parents[2] / "seeds" / "articles").glob("*.txt"))
OTHERS = sorted((Path(__file__).parents[1] / "gold" / "articles").glob("*.txt"))
# What a reader looks behind: values, small words and opened brackets and quotations.
LEADING = re.compile(
    r"\d[\d,.]*(?: ?(?:percent|%|million|billion))?"
    r"|\b(?:in|with|from|to|by|of|and|the|its|for|a|at|was|is|said)\b|[,(“\"]"
)
MOST = 40  # cuts of one article
STEP = 97  # characters: a prime, so that the cuts fall everywhere in words and sentences


def read_up_to(pipeline: Pipeline, text: str, ends: Iterable[int]) -> Iterator[Reading]:
    """The readings of what stands before each end, parsed in common as texts of a folder are."""
    lines = {str(end): text[max(end - 3 * STEP, 0) : end] for end in ends}
    documents = [Document(identifier=end, text=line) for end, line in lines.items()]
    parsed = pipeline.parse_all(documents)
    for document in documents:
        yield pipeline.read_parsed(document, parsed[document.identifier])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_text_that_breaks_off_is_read_up_to_there(pipeline: Pipeline, path: Path) -> None:
    """No cut makes an error, and nothing is told of what was cut away."""
    text = path.read_text(encoding="utf-8")
    for reading in read_up_to(pipeline, text, range(STEP, len(text), STEP)):
        length = len(reading.document.text)
        assert all(mention.span.end <= length for mention in reading.mentions)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_a_text_may_end_behind_what_leads_on(pipeline: Pipeline, path: Path) -> None:
    """Whatever word or mark comes last, what is looked for behind it is missed without an error."""
    text = path.read_text(encoding="utf-8")
    ends = [found.end() for found in LEADING.finditer(text)]
    cuts = ends[:: len(ends) // MOST + 1]
    assert len(list(read_up_to(pipeline, text, cuts))) == len(cuts)


@pytest.mark.parametrize(
    "last", ["Kenya", "Kenya's", "Kenyan", "Kenya and", "Jane Doe", "$5", "2024"]
)
def test_the_last_word_may_be_anything(pipeline: Pipeline, last: str) -> None:
    """What looks for the word behind a name finds that there is none."""
    text = f"The Minister of Transport met officials in Nairobi and {last}"
    reading = pipeline.read(Document(identifier="last", text=text))
    assert "Nairobi" in {mention.text for mention in reading.mentions}
