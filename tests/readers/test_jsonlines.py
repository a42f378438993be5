import datetime
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.model.document import Document, ErrorKind, Outcome, Status
from kg.readers import ReadOptions, read_documents

from .making import read, read_document, read_outcome, write

GOOD = '{"id": "good", "text": "Acme opened a port."}'


def test_reads_all_fields(tmp_path: Path) -> None:
    """A record gives text, title, day, address, publisher and identifier."""
    record = {
        "id": "a-1",
        "text": "Acme opened a port.",
        "title": "Acme  opens\nport",
        "date": "2025-11-26T23:00:00+08:00",
        "url": "https://news.example/a",
        "publisher": "Harbour Daily",
    }
    document = read_document(write(tmp_path / "a.jsonl", json.dumps(record)))
    assert document == Document(
        identifier="a-1",
        text="Acme opened a port.",
        title="Acme opens port",
        published=datetime.date(2025, 11, 26),
        url="https://news.example/a",
        publisher="Harbour Daily",
    )


def test_field_names_can_be_set(tmp_path: Path) -> None:
    """The fields of other data sets are read by naming them, and the rest keeps its names."""
    path = write(tmp_path / "a.ndjson", '{"body": "Acme opened.", "key": 7, "title": "T"}\n')
    document = read_document(path, ReadOptions(fields={"text": "body", "id": "key"}))
    assert (document.identifier, document.text, document.title) == ("7", "Acme opened.", "T")


def test_records_without_id_are_named_by_their_line(tmp_path: Path) -> None:
    """Lines count from 1, blank ones too, and a blank line is no record."""
    path = write(tmp_path / "a.jsonl", '{"text": "One."}\r\n\n{"text": "Two.", "id": ""}\n')
    assert [r.identifier for r in read(path)] == [f"{path}#1", f"{path}#3"]


def test_only_newline_ends_a_line(tmp_path: Path) -> None:
    """Raw line separators of Unicode inside a string do not break a record apart."""
    path = write(tmp_path / "a.jsonl", '{"text": "One\u2028two\u0085three."}\n' + GOOD)
    first, second = read(path)
    assert isinstance(first, Document)
    assert first.text == "One\ntwo\nthree."
    assert second.identifier == "good"


@pytest.mark.parametrize(
    ("line", "kind", "says"),
    [
        ("{not json}", ErrorKind.BAD_JSON, "not valid JSON"),
        ('{"text": "cut', ErrorKind.BAD_JSON, "not valid JSON"),
        ('{"text": "x", "score": NaN}', ErrorKind.BAD_JSON, "NaN"),
        ('{"text": "x", "score": -Infinity}', ErrorKind.BAD_JSON, "Infinity"),
        ('{"text": "x", "n": ' + "9" * 5_000 + "}", ErrorKind.BAD_JSON, "digits"),
        ('{"text": "x", "n": ' + "[" * 100_000 + "]" * 100_000 + "}", ErrorKind.BAD_JSON, "deep"),
        ('{"text": "x", "text": "y"}', ErrorKind.BAD_RECORD, "'text' twice"),
        ('{"title": "x"}', ErrorKind.BAD_RECORD, "no field 'text'"),
        ('{"text": 5}', ErrorKind.BAD_RECORD, "no text"),
        ('{"text": "x", "title": ["y"]}', ErrorKind.BAD_RECORD, "'title'"),
        ('{"text": "x", "id": true}', ErrorKind.BAD_RECORD, "'id'"),
        ('{"text": "x", "id": 1.5}', ErrorKind.BAD_RECORD, "'id'"),
        ('{"text": "x", "id": "' + "i" * 2_000 + '"}', ErrorKind.BAD_RECORD, "identifier"),
        ('["text"]', ErrorKind.BAD_RECORD, "no JSON object"),
        ("null", ErrorKind.BAD_RECORD, "no JSON object"),
        ('{"text": "  "}', ErrorKind.EMPTY, "no text"),
        ('{"text": "\\u0000\\u0001"}', ErrorKind.NO_TEXT, "no text"),
    ],
)
def test_bad_line_fails_alone(tmp_path: Path, line: str, kind: ErrorKind, says: str) -> None:
    """Each kind of bad line becomes an outcome that names it, and the next line is read."""
    path = write(tmp_path / "a.jsonl", f"{line}\n{GOOD}\n")
    outcome, document = read(path)
    assert isinstance(outcome, Outcome)
    assert (outcome.identifier, outcome.kind) == (f"{path}#1", kind)
    assert says in (outcome.message or "")
    assert len(outcome.message or "") < 300 + len(str(path))
    assert document.identifier == "good"


def test_bad_bytes_fail_alone(tmp_path: Path) -> None:
    """A line in no known encoding does not cost its neighbours."""
    path = write(tmp_path / "a.jsonl", b'{"text": "\x80\x81 x"}\n' + GOOD.encode())
    outcome, document = read(path)
    assert isinstance(outcome, Outcome)
    assert outcome.kind == ErrorKind.BAD_ENCODING
    assert document.identifier == "good"


def test_lone_surrogate_is_cleaned(tmp_path: Path) -> None:
    """A lone surrogate leaves the text, with a mark, and shows encoded in an identifier."""
    path = write(tmp_path / "a.jsonl", r'{"id": "x\ud800", "text": "Acme \ud800opened."}')
    document = read_document(path)
    assert (document.identifier, document.text) == ("x%ED%A0%80", "Acme opened.")
    assert document.marks == ("sanitized",)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_reads_other_unicode_encodings(tmp_path: Path, encoding: str, end: str) -> None:
    """A file in another encoding of Unicode, with a mark or without, gives its records."""
    lines = '{"text": "Zürich ਊ opened."}\n' + GOOD + end
    first, second = read(write(tmp_path / "a.jsonl", lines.encode(encoding)))
    assert isinstance(first, Document)
    assert first.text == "Zürich ਊ opened."
    assert second.identifier == "good"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-be", "utf-7"])
def test_named_encoding_is_used(tmp_path: Path, encoding: str) -> None:
    """The encoding that the user names decodes the records."""
    path = write(tmp_path / "a.jsonl", ('{"text": "Zürich opened."}\n' + GOOD).encode(encoding))
    first, second = read(path, options=ReadOptions(encoding=encoding))
    assert isinstance(first, Document)
    assert (first.text, second.identifier) == ("Zürich opened.", "good")


def test_overlong_record_fails_alone(tmp_path: Path) -> None:
    """The size limit holds for each record, not for the file."""
    long = '{"text": "' + "x" * 400_000 + '"}'
    path = write(tmp_path / "a.jsonl", f"{long}\n{GOOD}\n{long}")
    options = ReadOptions(max_bytes=200_000)
    kinds = [
        r.kind if isinstance(r, Outcome) else r.identifier for r in read(path, options=options)
    ]
    assert kinds == [ErrorKind.TOO_LARGE, "good", ErrorKind.TOO_LARGE]


def test_overlong_stream_ends_with_an_outcome() -> None:
    """Beyond the limit of the stream, what was read stays and the rest is refused."""
    results = read_documents(
        ["-"],
        options=ReadOptions(format="jsonl", max_stream_bytes=60),
        stdin=io.BytesIO((GOOD + "\n").encode() * 3),
    )
    first, second = results
    assert first.identifier == "good"
    assert isinstance(second, Outcome)
    assert second.kind == ErrorKind.TOO_LARGE


def test_file_without_records_is_empty(tmp_path: Path) -> None:
    """Blank lines alone are an empty file."""
    outcome = read_outcome(write(tmp_path / "a.jsonl", "\n  \n"))
    assert (outcome.status, outcome.kind) == (Status.EMPTY, ErrorKind.EMPTY)


def test_unknown_role_is_refused() -> None:
    """A field role that does not exist is an error that lists the roles."""
    with pytest.raises(UsageError, match="choose one of text, title"):
        ReadOptions(fields={"body": "text"})


@given(st.lists(st.binary(max_size=60), max_size=8))
def test_any_bytes_give_a_result_for_each_line(lines: list[bytes]) -> None:
    """Whatever stands in the lines, reading ends and raises nothing."""
    data = io.BytesIO(b"\n".join([GOOD.encode(), *lines]))
    results = list(read_documents(["-"], options=ReadOptions(format="jsonl"), stdin=data))
    assert results[0].identifier == "good"
