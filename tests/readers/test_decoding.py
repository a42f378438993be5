import codecs
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.document import ErrorKind, Status
from kg.readers import ReadOptions
from kg.readers.decoding import GUESSED, find_decoded

from .making import read_document, read_outcome, write

WESTERN = "Zürich Mayor José Núñez visited Malmö – “a café”, he said."
RUSSIAN = "Владимир Иванов встретился с министром в Москве и обсудил новые проекты порта."
CHINESE = "重庆市市长在北京会见了记者，并介绍了今年的经济发展情况和港口建设。"


def make_noise(seed: int, size: int) -> bytes:
    """Random bytes, the same in each run."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - not for cryptography


@pytest.mark.parametrize(
    "data",
    [
        WESTERN.encode("utf-8"),
        codecs.BOM_UTF8 + WESTERN.encode("utf-8"),
        WESTERN.encode("utf-16"),
        codecs.BOM_UTF16_BE + WESTERN.encode("utf-16-be"),
        WESTERN.encode("utf-32"),
        codecs.BOM_UTF32_BE + WESTERN.encode("utf-32-be"),
    ],
)
def test_certain_encodings_are_not_marked(tmp_path: Path, data: bytes) -> None:
    """UTF-8 and everything with a byte order mark is read right and without a mark."""
    document = read_document(write(tmp_path / "a.txt", data))
    assert (document.text, document.marks) == (WESTERN, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        ("Zürich Mayor Núñez visited Malmö.", "latin-1"),
        ("Prezydent Wrocławia i Łodzi: Kraków, Małopolska też ogłosiły plany.", "cp1250"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (CHINESE, "gb18030"),
        (CHINESE, "iso2022_jp_2"),
        ("東京都知事は会見で新しい港について述べた。", "shift_jis"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-32-le"),
    ],
)
def test_guessed_encodings_are_marked(tmp_path: Path, text: str, encoding: str) -> None:
    """Encodings that nothing declares are guessed right and marked."""
    if encoding == "iso2022_jp_2":
        text, encoding = "東京都知事", "iso2022_jp"
    document = read_document(write(tmp_path / "a.txt", text.encode(encoding)))
    assert (document.text, document.marks) == (text, (GUESSED,))


def test_named_encoding_goes_first(tmp_path: Path) -> None:
    """The user's encoding is believed and not marked, even against valid UTF-8."""
    path = write(tmp_path / "a.txt", "Zürich")
    document = read_document(path, ReadOptions(encoding="cp1252"))
    assert (document.text, document.marks) == ("ZÃ¼rich", ())


def test_named_encoding_that_does_not_fit_fails(tmp_path: Path) -> None:
    """A wrong encoding by the user is an error that says so, not a guess."""
    outcome = read_outcome(
        write(tmp_path / "a.txt", WESTERN.encode("cp1252")), ReadOptions(encoding="utf-8")
    )
    assert outcome.kind == ErrorKind.BAD_ENCODING
    assert "is not utf-8 text" in (outcome.message or "")


@pytest.mark.parametrize(
    "data",
    [
        b"Angela Merkel visited \x80\x81\x8d Berlin.",
        b"Hello \xff\xfe\xfa\x81 world",
        b"Zo\xc3\xab met M\xfcller",  # two encodings in one file
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + make_noise(1, 400),
        b"\x7fELF\x02\x01\x01" + b"\x00" * 200 + make_noise(2, 400),
        make_noise(3, 5_000),
        "Par\ufffd\ufffddis in the n\ufffdws".encode(),
    ],
)
def test_rubbish_is_refused(tmp_path: Path, data: bytes) -> None:
    """Bytes that no encoding explains fail, and no replacement character comes out."""
    outcome = read_outcome(write(tmp_path / "a.txt", data))
    assert (outcome.status, outcome.kind) == (Status.FAILED, ErrorKind.BAD_ENCODING)
    assert "save it as UTF-8" in (outcome.message or "")


@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "latin-1", "utf-16", "nonsense", "hex"]),
)
def test_never_raises(data: bytes, declared: str | None) -> None:
    """Any bytes under any declaration give text or nothing."""
    decoded = find_decoded(data, declared=declared)
    assert decoded is None or isinstance(decoded.text, str)
