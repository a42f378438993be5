"""Marked sentences: reading and writing are inverse, and a broken mark never reads as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.examples import Mark, MarkedText, format_marked, parse_marked
from kg.model.document import Span

PLAIN = st.text(alphabet="aé中😀 .,(:)-'\n", max_size=8)
INNER = st.text(alphabet="aé中😀 .,(:)-'", min_size=1, max_size=8)
ROLES = st.one_of(st.none(), st.from_regex(r"[a-zA-Z_]{1,6}", fullmatch=True))
TYPES = st.from_regex(r"[A-Za-z]{1,6}", fullmatch=True)


@st.composite
def marked_texts(draw: st.DrawFn) -> MarkedText:
    """A text with marks in order that do not overlap."""
    text, marks = draw(PLAIN), []
    for _ in range(draw(st.integers(0, 4))):
        inner = draw(INNER)
        span = Span(len(text), len(text) + len(inner))
        marks.append(Mark(span, draw(ROLES), draw(TYPES)))
        text += inner + draw(PLAIN)
    return MarkedText(text, tuple(marks))


@given(marked_texts())
def test_what_is_written_is_read_again(marked: MarkedText) -> None:
    """parse_marked is the inverse of format_marked."""
    assert parse_marked(format_marked(marked)) == marked


@given(st.text(alphabet="ab[]() :", max_size=30))
def test_any_text_is_read_without_loss_or_refused(text: str) -> None:
    """What is read can be written back as the very same text; all else is a ValueError."""
    try:
        marked = parse_marked(text)
    except ValueError:
        return
    again = format_marked(marked)
    assert parse_marked(again) == marked
    assert again.replace(": ", ":").replace(" ", "") == text.replace(": ", ":").replace(" ", "")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[Norvik Group](Company", 14),
        ("[Norvik Group grew.", 1),
        ("[Norvik](Company) and [Tarn grew.", 23),
        ("Norvik](Company) grew.", 7),
        ("[Norvik](the: Company: x) grew.", 8),
    ],
)
def test_a_broken_mark_is_an_error_that_names_its_column(text: str, column: int) -> None:
    """Columns count from 1 in the text with its marks."""
    with pytest.raises(ValueError, match=rf"column {column} is not closed"):
        parse_marked(text)


@pytest.mark.parametrize(
    "kind", ["Money", "Percent", "Count", "Quantity", "Period", "Post", "NP", "Pronoun"]
)
def test_values_and_titles_are_no_names(kind: str) -> None:
    """Marks of values, titles and phrases are not handed to recognition as names."""
    marked = parse_marked(f"[Norvik](who: Company) [x]({kind})")
    assert [mark.is_name for mark in marked.marks] == [True, False]
