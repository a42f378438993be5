"""Word lists are read strictly."""

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.recognition.wordlists import WordList, read_word_list


class Shape(WordList):
    """A small word list."""

    words: tuple[str, ...]
    limit: int = 0


def read(folder: Path, text: str) -> Shape:
    """Read a list with the given text."""
    (folder / "small.yaml").write_text(text, encoding="utf-8")
    return read_word_list("small", Shape, folder=folder)


def test_every_word_stays_a_text(tmp_path: Path) -> None:
    """Words like no and 12:30 stay as they are written; numbers come by the shape."""
    shape = read(tmp_path, "words: [no, on, 12:30, 0012]\nlimit: 7\n")
    assert shape == Shape(words=("no", "on", "12:30", "0012"), limit=7)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("words: [a]\nwords: [b]\n", "small.yaml:2: "),
        ("words: [a]\nword: [b]\n", "word"),
        ("words: [a\n", "small.yaml:2: "),
        ("words: [a]\nlimit: many\n", "limit"),
        ("limit: 1\n", "words"),
    ],
)
def test_a_slip_is_an_error_that_names_it(tmp_path: Path, text: str, named: str) -> None:
    """Duplicate, unknown and missing keys, broken YAML and wrong values say where they are."""
    with pytest.raises(RuleError, match=named) as caught:
        read(tmp_path, text)
    assert "small.yaml" in str(caught.value)


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    """A word list that is not there is an error, not an empty list."""
    with pytest.raises(RuleError, match="cannot be read"):
        read_word_list("nowhere", Shape, folder=tmp_path)
