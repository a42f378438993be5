"""Titles of posts, against a table of sentences in which every title is marked."""

from pathlib import Path

import pytest
from case_tables import read_table
from recognized import recognize

from kg.extraction.examples import Mark, MarkedText, format_marked, parse_marked
from kg.model.mention import MentionKind
from kg.pipeline import Pipeline

CASES = read_table(Path(__file__).parent / "cases" / "posts.yaml")


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_gives_its_titles(pipeline: Pipeline, case: dict[str, str]) -> None:
    """Titles are found whole, with their field, without former, and public ones are told apart."""
    text = parse_marked(case["text"]).text
    recognized = recognize(pipeline, text)
    marks = [
        Mark(m.span, None, "Public" if m in recognized.public_posts else "Private")
        for m in recognized.mentions
        if m.kind is MentionKind.POST
    ]
    assert format_marked(MarkedText(text, tuple(marks))) == case["text"]
