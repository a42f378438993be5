import resource
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from kg.model.document import ErrorKind, Status
from kg.readers import ReadOptions
from kg.readers.lines import join_pages

from .making import encrypt_pdf, make_pdf, read_document, read_outcome, write

FIRST = (
    "Harbour Daily",
    "Acme Port opens new terminal",
    "Acme Port opened a new container terminal in Newtown on Monday, officials",
    "said. The terminal is part of an infra-",
    "structure plan worth $3 billion, and state-",
    "owned Beta Works built it for the state-owned group within four years.",
    "Jane Doe, chief executive of the port, said that it would create 300 jobs",
    "for people of the region, and",
    "Page 1 of 2",
)
SECOND = ("Harbour Daily", "that it would open fully in 2026.", "The mayor agreed.", "Page 2 of 2")
TEXT = (
    "Acme Port opens new terminal\n\n"
    "Acme Port opened a new container terminal in Newtown on Monday, officials said. The terminal "
    "is part of an infrastructure plan worth $3 billion, and state-owned Beta Works built it for "
    "the state-owned group within four years. Jane Doe, chief executive of the port, said that it "
    "would create 300 jobs for people of the region, and that it would open fully in 2026.\n\n"
    "The mayor agreed."
)


@pytest.mark.parametrize("deflated", [0, 1])
def test_joins_lines_words_and_pages(tmp_path: Path, deflated: int) -> None:
    """Lines, broken words and paragraphs across pages are joined, running heads are dropped."""
    document = read_document(
        write(tmp_path / "a.pdf", make_pdf([FIRST, SECOND], deflated=deflated))
    )
    assert (document.text, document.title) == (TEXT, "Acme Port opens new terminal")


def test_file_that_only_restricts_printing_is_read(tmp_path: Path) -> None:
    """An owner password without a user password hides nothing."""
    data = encrypt_pdf(make_pdf([FIRST, SECOND]), user="", owner="secret")
    assert read_document(write(tmp_path / "a.pdf", data)).text == TEXT


def test_password_is_asked_to_be_taken_off(tmp_path: Path) -> None:
    """A file under a user password fails with the way to mend it."""
    data = encrypt_pdf(make_pdf([FIRST]), user="secret", owner="secret")
    outcome = read_outcome(write(tmp_path / "a.pdf", data))
    assert (outcome.status, outcome.kind) == (Status.FAILED, ErrorKind.ENCRYPTED_PDF)
    assert outcome.message == (
        f"{tmp_path}/a.pdf is encrypted; save it without a password and try again."
    )


@pytest.mark.parametrize(
    "data",
    [
        make_pdf([FIRST])[:700],
        b"Acme opened a port.",
        b"%PDF-1.4\n",
        make_pdf([FIRST]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"),
        make_pdf([FIRST]).replace(b"/Type /Catalog /Pages 2 0 R", b"/Type /Nothing"),
    ],
    ids=["truncated", "text", "head", "cyclic", "rootless"],
)
def test_broken_file_is_a_bad_pdf(tmp_path: Path, data: bytes) -> None:
    """Truncated, cyclic and other broken files fail as such."""
    outcome = read_outcome(write(tmp_path / "a.pdf", data))
    assert (outcome.status, outcome.kind) == (Status.FAILED, ErrorKind.BAD_PDF)


@pytest.mark.parametrize(
    ("data", "kind"), [(b"", ErrorKind.EMPTY), (make_pdf([b"q Q"]), ErrorKind.NO_TEXT)]
)
def test_file_without_text_is_empty(tmp_path: Path, data: bytes, kind: ErrorKind) -> None:
    """A file of pictures is empty, and says that it needs text recognition."""
    outcome = read_outcome(write(tmp_path / "a.pdf", data))
    assert (outcome.status, outcome.kind) == (Status.EMPTY, kind)


def deflate_zeros(size: int) -> bytes:
    """What `size` zero bytes deflate to, made without holding them."""
    packer = zlib.compressobj(9)
    block = bytes(10_000_000)
    parts = [packer.compress(block) for _ in range(size // len(block))]
    return b"".join([*parts, packer.flush()])


@pytest.mark.parametrize("layers", [1, 3])
def test_bomb_is_refused_in_bounds(tmp_path: Path, layers: int) -> None:
    """A small file that inflates to 600 MB fails fast and within 1 GB."""
    content = deflate_zeros(600_000_000)
    for _ in range(layers - 1):
        content = zlib.compress(content, 9)
    data = make_pdf([content]).replace(b"[]", b"[" + b"/FlateDecode " * layers + b"]")
    path = write(tmp_path / "a.pdf", data)
    script = (
        "import sys; from kg.readers import *; "
        "print(*(r.kind for r in read_documents(sys.argv[1:], options=ReadOptions())))"
    )
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (10**9, 10**9)),
    )
    assert time.perf_counter() - started < 10
    assert (done.stdout.strip(), done.stderr) == ("TOO_LARGE", "")


def test_more_characters_than_the_limit_are_refused(tmp_path: Path) -> None:
    """The limit of characters holds while pages are read."""
    path = write(tmp_path / "a.pdf", make_pdf([FIRST] * 5))
    assert read_outcome(path, ReadOptions(max_characters=1_000)).kind == ErrorKind.TOO_LARGE


def test_soft_hyphens_and_names_at_line_ends() -> None:
    """A soft hyphen goes, a hyphen before a capital stays."""
    page = "The Baden-\nWürttemberg govern\xad\nment opened a port for people in its region."
    assert join_pages([page]) == (
        "The Baden-Württemberg government opened a port for people in its region."
    )


def test_list_items_stay_lines() -> None:
    """Bullets begin paragraphs of their own."""
    assert join_pages(["The plan has these parts, the mayor said:\n• a port\n• a railway"]) == (
        "The plan has these parts, the mayor said:\n\n• a port\n\n• a railway"
    )


def test_long_paragraph_takes_linear_time() -> None:
    """50,000 lines of one paragraph are joined fast."""
    started = time.perf_counter()
    assert len(join_pages(["a line without any end that goes on\n" * 50_000])) > 1_000_000
    assert time.perf_counter() - started < 5
