"""Names and their types, against a table of sentences in which every name is marked."""

from pathlib import Path

import pytest
from case_tables import read_table

from kg.extraction.examples import Mark, MarkedText, format_marked, parse_marked
from kg.model.document import Document
from kg.model.mention import MentionKind
from kg.pipeline import Pipeline
from kg.recognition import parse_documents

CASES = Path(__file__).parent / "cases"
NAMES = read_table(CASES / "names.yaml")
NO_NAMES = read_table(CASES / "no_names.yaml")


def mark_names(pipeline: Pipeline, text: str) -> str:
    """The text with every name in marks, the places inside other names left out."""
    document = Document(identifier="case", text=text)
    parsed = next(parse_documents([document], pipeline.model))
    recognized = pipeline.recognizer.recognize(document, parsed)
    marks: list[Mark] = []
    for mention in recognized.mentions:  # longer ones first, so that the outermost stay
        is_name = mention.kind in {MentionKind.NAME, MentionKind.ADJECTIVE}
        if is_name and not (marks and marks[-1].span.covers(mention.span)):
            marks.append(Mark(mention.span, None, mention.type))
    return format_marked(MarkedText(text, tuple(marks)))


@pytest.mark.parametrize("case", NAMES)
def test_a_sentence_gives_its_names_with_their_types(
    pipeline: Pipeline, case: dict[str, str]
) -> None:
    """Exactly the marked names are found, with their whole extent and their type."""
    assert mark_names(pipeline, parse_marked(case["text"]).text) == case["text"]


@pytest.mark.parametrize("case", NO_NAMES)
def test_capitals_that_name_nothing_give_no_name(pipeline: Pipeline, case: dict[str, str]) -> None:
    """Common words in capitals, days, months, headlines and credits are no names."""
    assert mark_names(pipeline, case["text"]) == case["text"]


def test_the_tables_are_large_enough() -> None:
    """Both tables hold enough kinds of names to notice a change of the rules for names."""
    assert len(NAMES) >= 60
    assert len(NO_NAMES) >= 15
