import io
import time
from pathlib import Path

import docx
import pytest

from kg.model.document import ErrorKind, Status
from kg.readers import ReadOptions

from .making import read_document, read_outcome, replace_part, write

PART = "word/document.xml"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_docx(title: str = "") -> bytes:
    """A Word file with a heading, a table between paragraphs, and a title in its properties."""
    document = docx.Document()
    document.core_properties.title = title
    document.add_paragraph("Acme opens terminal")
    document.add_paragraph("Acme Port opened a terminal in Newtown on Monday.")
    table = document.add_table(2, 2)
    for row, texts in enumerate((("Year", "TEU"), ("2024", "1.2 million"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.add_paragraph("The mayor agreed.")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def make_body(body: str, doctype: str = "") -> bytes:
    """A Word file with raw markup as its body."""
    page = f"{doctype}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"
    return replace_part(make_docx(), PART, page)


def test_reads_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    """Paragraphs and rows come in the order of the page."""
    document = read_document(write(tmp_path / "a.docx", make_docx()))
    assert document.text.split("\n\n") == [
        "Acme opens terminal",
        "Acme Port opened a terminal in Newtown on Monday.",
        "Year | TEU",
        "2024 | 1.2 million",
        "The mayor agreed.",
    ]
    assert (document.title, document.published) == ("Acme opens terminal", None)


def test_title_of_the_properties_goes_first(tmp_path: Path) -> None:
    """A title that the file names is the title."""
    document = read_document(write(tmp_path / "a.docx", make_docx("Named title")))
    assert document.title == "Named title"


def test_shows_what_the_page_shows(tmp_path: Path) -> None:
    """Inserted, linked and controlled words are read; deleted ones are not."""
    body = (
        "<w:p><w:ins><w:r><w:t>Acme </w:t></w:r></w:ins><w:del><w:r><w:delText>x</w:delText>"
        "<w:t>x</w:t></w:r></w:del><w:hyperlink><w:r><w:t>opened</w:t><w:tab/><w:t>a port."
        "</w:t></w:r></w:hyperlink></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Beta built it.</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    document = read_document(write(tmp_path / "a.docx", make_body(body)))
    assert document.text == "Acme opened a port.\n\nBeta built it."


def test_nested_tables_are_read_once(tmp_path: Path) -> None:
    """Tables inside cells are read once each, however deep."""
    body = (
        "<w:tbl><w:tr><w:tc>" * 60
        + "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
        + "</w:tc></w:tr></w:tbl>" * 60
    )
    started = time.perf_counter()
    assert read_document(write(tmp_path / "a.docx", make_body(body))).text == "deep"
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    "data",
    [
        b"Acme opened a port.",
        b"PK\x03\x04 cut",
        make_docx()[:3_000],
        replace_part(make_docx(), PART, "<not xml"),
        make_body("<w:p>" * 5_000 + "</w:p>" * 5_000),
        b"\xd0\xcf\x11\xe0" * 200,
    ],
    ids=["text", "head", "truncated", "markup", "deep", "old"],
)
def test_broken_file_is_unreadable(tmp_path: Path, data: bytes) -> None:
    """What is no Word file, or a broken, old or protected one, fails as unreadable."""
    outcome = read_outcome(write(tmp_path / "a.docx", data))
    assert (outcome.status, outcome.kind) == (Status.FAILED, ErrorKind.UNREADABLE)
    assert "save it" in (outcome.message or "")


def test_bomb_is_refused(tmp_path: Path) -> None:
    """A file whose parts inflate far beyond the limit is not inflated."""
    data = replace_part(make_docx(), PART, b"<a>" + b" " * 6_000_000 + b"</a>")
    outcome = read_outcome(write(tmp_path / "a.docx", data), ReadOptions(max_bytes=1_000_000))
    assert outcome.kind == ErrorKind.TOO_LARGE


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    """Neither nested entities nor files named by entities reach the text."""
    secret = write(tmp_path / "secret", "hidden words")
    doctype = f'<!DOCTYPE d [<!ENTITY f SYSTEM "{secret.as_uri()}"><!ENTITY a "aa">]>'
    body = "<w:p><w:r><w:t>Acme.</w:t></w:r><w:r><w:t>&f;&a;</w:t></w:r></w:p>"
    document = read_document(write(tmp_path / "a.docx", make_body(body, doctype)))
    assert document.text == "Acme."


@pytest.mark.parametrize(("data", "kind"), [(b"", "EMPTY"), (make_body("<w:p/>"), "NO_TEXT")])
def test_file_without_text_is_empty(tmp_path: Path, data: bytes, kind: str) -> None:
    """A file without words is empty."""
    outcome = read_outcome(write(tmp_path / "a.docx", data))
    assert (outcome.status, outcome.kind) == (Status.EMPTY, kind)
