import json
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.readers.normalizing import MAX_MARKS, clean_identifier, normalize_text

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
HOSTILE = st.text(
    st.sampled_from("a\r\n\t \x00\x1f\x7f\x85\x9f\xa0\xad\u0301\u0327\u0344\u0958\u200b\u200d\u202e"
                    "\u2028\u3000\ud800\udc00\ufeff\ufffd\ufffe\U0001f600\U000e0041\U0010ffff")
)  # fmt: skip


@given(ANY_TEXT | HOSTILE)
def test_is_idempotent(text: str) -> None:
    """Cleaning a cleaned text changes nothing and marks nothing."""
    once, _ = normalize_text(text)
    assert normalize_text(once) == (once, False)


@given(ANY_TEXT | HOSTILE)
def test_leaves_no_forbidden_character(text: str) -> None:
    """The result is NFC, encodes as UTF-8, and holds no control, invisible or lost character."""
    cleaned, _ = normalize_text(text)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    for character in cleaned:
        category = unicodedata.category(character)
        assert category not in ("Cc", "Cs", "Zl", "Zp") or character == "\n"
        assert category != "Zs" or character == " "
        assert character not in "\ufeff\ufffd\ufffe\uffff\xad\u200b\u200d\u202e"


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.just("\n")))
def test_leaves_plain_text_alone(text: str) -> None:
    """Printable ASCII and newlines stay as they are, unmarked."""
    assert normalize_text(text) == (text, False)


@pytest.mark.parametrize(
    ("text", "cleaned", "sanitized"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd", False),
        ("a\u2028b\u2029c\x85d", "a\nb\nc\nd", False),
        ("5\xa0million\u202fyuan\tin\u3000all", "5 million yuan in all", False),
        ("Zu\u0308rich", "Zürich", False),
        ("An\x00gela Mer\x7fkel\x9b", "Angela Merkel", True),
        ("\ufeffBar\u200back O\xadbama\u202e", "Barack Obama", True),
        ("lone \ud800 here", "lone  here", True),
        ("Par\ufffddis \ufffe", "Pardis ", True),
        ("“It’s”, she said – ‘yes’…", "“It’s”, she said – ‘yes’…", False),
    ],
)
def test_cleans_by_rule(text: str, cleaned: str, sanitized: bool) -> None:
    """Line ends, spaces and composition change unmarked; what is removed is marked."""
    assert normalize_text(text) == (cleaned, sanitized)


def test_bounds_marks_on_one_character() -> None:
    """A pile of combining marks is cut, in time that does not grow with its square."""
    started = time.perf_counter()
    cleaned, sanitized = normalize_text("a" + "\u0301\u0327" * 200_000 + "b")
    assert time.perf_counter() - started < 5
    assert sanitized
    assert len(cleaned) <= MAX_MARKS + 2
    assert cleaned.endswith("b")


def test_keeps_ordinary_marks() -> None:
    """Marks as languages use them are no pile."""
    assert normalize_text("x\u0323\u0301 and क़") == ("x\u0323\u0301 and क\u093c", False)


@given(ANY_TEXT | HOSTILE)
def test_identifiers_can_be_printed(text: str) -> None:
    """An identifier of any input is one printable line that encodes as UTF-8."""
    identifier = clean_identifier(text)
    identifier.encode("utf-8")
    assert len(identifier.splitlines()) <= 1
    assert json.loads(json.dumps(identifier)) == identifier


def test_identifiers_stay_apart() -> None:
    """Names that differ only in bytes that cannot be shown keep different identifiers."""
    assert clean_identifier("caf\udce9.txt") == "caf%E9.txt"
    assert clean_identifier("a\nb") == "a%0Ab"
    assert clean_identifier("caf\udce8.txt") != clean_identifier("caf\udce9.txt")
