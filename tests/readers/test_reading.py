import datetime
import gzip
import io
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.model.document import Document, ErrorKind, Outcome, Span, Status
from kg.readers import FORMATS, Format, ReadOptions, read_documents

from .making import list_names, read, read_document, read_outcome, write

TEXT = "Acme opens terminal\n\nAcme Port opened a terminal on Monday. (Newtown/Nov26/2025)\n"


def test_reads_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text stays as it is, with its title in it; date and boilerplate are found."""
    write(tmp_path / "articles" / "a.txt", TEXT)
    monkeypatch.chdir(tmp_path)
    start = TEXT.index("(Newtown")
    assert read("articles/a.txt") == [
        Document(
            identifier="articles/a.txt",
            text=TEXT,
            title="Acme opens terminal",
            published=datetime.date(2025, 11, 26),
            ignored=(Span(start, len(TEXT) - 1),),
        )
    ]


def test_bad_files_stop_nothing(tmp_path: Path) -> None:
    """Each bad file ends in one outcome, and the good ones around it are read."""
    write(tmp_path / "a.txt", "Acme opened.")
    write(tmp_path / "b.pdf", "no pdf")
    write(tmp_path / "c.txt", "")
    write(tmp_path / "d.docx", "no word file")
    write(tmp_path / "e.html", "<p>Beta closed.</p>")
    results = read(tmp_path, tmp_path / "missing.txt")
    assert [getattr(result, "kind", None) for result in results] == [
        None, ErrorKind.BAD_PDF, ErrorKind.EMPTY, ErrorKind.UNREADABLE, None, ErrorKind.UNREADABLE,
    ]  # fmt: skip
    for result in results:
        if isinstance(result, Outcome):
            assert (result.message or "").startswith(result.identifier)
            assert "; " in (result.message or "")


def test_size_limits(tmp_path: Path) -> None:
    """Bytes and characters beyond the limits are refused, those at the limits are read."""
    path = write(tmp_path / "a.txt", "é" * 50)
    assert read_document(path, ReadOptions(max_bytes=100, max_characters=50)).text == "é" * 50
    for options in (ReadOptions(max_bytes=99), ReadOptions(max_characters=49)):
        outcome = read_outcome(path, options)
        assert (outcome.status, outcome.kind) == (Status.FAILED, ErrorKind.TOO_LARGE)


def test_default_limits_are_those_of_the_contract() -> None:
    """20 MB a file and 5 million characters a document."""
    options = ReadOptions()
    assert (options.max_bytes, options.max_characters) == (20_000_000, 5_000_000)


@pytest.mark.parametrize("ending", ["txt", "md", "html", "jsonl"])
def test_compressed_texts_are_inflated(tmp_path: Path, ending: str) -> None:
    """A .gz of a text-like format is read as what is inside."""
    content = '{"text": "Acme opened."}' if ending == "jsonl" else "Acme opened."
    path = write(tmp_path / f"a.{ending}.gz", gzip.compress(content.encode()))
    assert read_document(tmp_path).text == "Acme opened."
    assert read_document(path).text == "Acme opened."


def test_compressed_bomb_is_refused(tmp_path: Path) -> None:
    """The limit holds for what a file inflates to."""
    path = write(tmp_path / "a.txt.gz", gzip.compress(b"a " * 2_000_000))
    assert read_outcome(path, ReadOptions(max_bytes=1_000_000)).kind == ErrorKind.TOO_LARGE


@pytest.mark.parametrize(
    "data", [b"no gzip", gzip.compress(b"Acme opened." * 99, mtime=0)[:-12], b"\x1f\x8b"]
)
def test_broken_compression_is_unreadable(tmp_path: Path, data: bytes) -> None:
    """A file that cannot be inflated fails as unreadable."""
    assert read_outcome(write(tmp_path / "a.txt.gz", data)).kind == ErrorKind.UNREADABLE


def test_second_identifier_fails(tmp_path: Path) -> None:
    """A path or record that comes twice fails the second time; other records are read."""
    text = write(tmp_path / "a.txt", "Acme opened.")
    records = write(tmp_path / "a.jsonl", '{"id": "1", "text": "A."}\n{"id": 1, "text": "B."}\n')
    results = read(text, records, tmp_path / "." / "a.txt")
    assert [getattr(result, "kind", None) for result in results] == [
        None, None, ErrorKind.DUPLICATE_ID, ErrorKind.DUPLICATE_ID,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "data", "names"),
    [
        (None, b"Acme opened.", ["stdin"]),
        ("html", b"<p>Acme opened.</p>", ["stdin"]),
        (
            "jsonl",
            b'{"text": "Acme opened."}\n{"id": "b", "text": "Acme opened."}',
            ["stdin#1", "b"],
        ),
        (None, b"", ["stdin"]),
    ],
)
def test_reads_standard_input(form: str | None, data: bytes, names: list[str]) -> None:
    """Standard input is text unless the format says otherwise."""
    results = read_documents(["-"], options=ReadOptions(format=form), stdin=io.BytesIO(data))
    found = list(results)
    assert list_names(found) == names
    assert all(result.text == "Acme opened." for result in found if isinstance(result, Document))


def test_format_overrides_the_ending_of_named_files_only(tmp_path: Path) -> None:
    """A file that the user names is read as told, members of a folder by their ending."""
    path = write(tmp_path / "a.txt", '{"id": "1", "text": "Acme opened."}')
    assert list_names(read(path, tmp_path, options=ReadOptions(format="jsonl"))) == ["1", str(path)]


@pytest.mark.parametrize(
    "settings",
    [{"encoding": "klingon"}, {"encoding": "rot13"}, {"max_bytes": 0}, {"fields": {"x": "y"}}],
)
def test_wrong_settings_are_refused(settings: dict[str, object]) -> None:
    """Settings that cannot work are errors before anything is read."""
    with pytest.raises(UsageError):
        ReadOptions(**settings)  # type: ignore[arg-type]


def test_unknown_format_is_refused_at_once() -> None:
    """An unknown format is an error that lists the formats, before any result is asked for."""
    with pytest.raises(
        UsageError, match="of atom, docx, htm, html, jsonl, md, ndjson, pdf, rss, txt"
    ):
        read_documents([], options=ReadOptions(format="odt"))


def test_defect_of_a_reader_is_one_outcome(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that no reader foresaw costs its document alone."""

    def fail(*_: object) -> None:
        raise KeyError("unforeseen")

    monkeypatch.setitem(FORMATS._values, "md", Format(read=fail))  # type: ignore[arg-type]
    write(tmp_path / "a.md", "Acme")
    write(tmp_path / "b.txt", "Acme opened.")
    outcome, document = read(tmp_path)
    assert isinstance(outcome, Outcome)
    assert outcome.kind == ErrorKind.INTERNAL
    assert isinstance(document, Document)


def test_long_runs_are_set_aside(tmp_path: Path) -> None:
    """More than 500 characters without a space yield nothing, and 500 do."""
    path = write(tmp_path / "a.txt", f"Acme {'(' * 501} opened {'a' * 500} it.")
    assert read_document(path).ignored == (Span(5, 506),)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", ErrorKind.EMPTY),
        (b" \r\n\t", ErrorKind.EMPTY),
        (b"\xef\xbb\xbf", ErrorKind.EMPTY),
        (b"\xff\xfe", ErrorKind.EMPTY),
        (b"\x00" * 50, ErrorKind.NO_TEXT),
        (b"\x01\x02\x1b", ErrorKind.NO_TEXT),
    ],
)
def test_text_without_words_is_empty(tmp_path: Path, data: bytes, kind: ErrorKind) -> None:
    """Nothing, blanks and a mark alone are empty; characters that do not print are no text."""
    outcome = read_outcome(write(tmp_path / "a.txt", data))
    assert (outcome.status, outcome.kind) == (Status.EMPTY, kind)


def test_hostile_characters_are_cleaned(tmp_path: Path) -> None:
    """NUL, controls, invisible characters and mixed line ends change no name."""
    hostile = "Acme\r\n\r\nAnge\x00la \u200bMer\xadkel\x9f spoke\rin \ufeffBerlin\x7f."
    document = read_document(write(tmp_path / "a.txt", hostile))
    assert document.text == "Acme\n\nAngela Merkel spoke\nin Berlin."
    assert document.marks == ("sanitized",)


def test_heavy_libraries_are_not_imported_for_texts(tmp_path: Path) -> None:
    """Reading texts imports no parser of other formats."""
    path = write(tmp_path / "a.txt", TEXT)
    script = (
        "import sys\nfrom kg.readers import *\n"
        "list(read_documents(sys.argv[1:], options=ReadOptions()))\n"
        "heavy = {'trafilatura', 'lxml', 'pypdf', 'docx', 'charset_normalizer', 'markdown_it'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_reading_is_lazy(tmp_path: Path) -> None:
    """A document is read when it is asked for and not before."""
    first, second = write(tmp_path / "a.txt", "One."), write(tmp_path / "b.txt", "Two.")
    results = read_documents([str(first), str(second)], options=ReadOptions())
    assert next(results).identifier == str(first)
    write(second, "Changed.")
    last = next(results)
    assert isinstance(last, Document)
    assert last.text == "Changed."
