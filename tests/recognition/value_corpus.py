"""Reads the corpora of texts and what they must give."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "corpora"
_MARK = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Row:
    """A text without its marks, the marked spans, and the expected values as they are written."""

    text: str
    spans: tuple[tuple[int, int], ...]
    expected: str


def read_rows(name: str) -> list[Row]:
    """The rows of a corpus: expected value to texts, [brackets] around each span."""
    data: dict[str, list[str]] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return [_parse_row(text, expected) for expected, texts in data.items() for text in texts]


def read_texts(name: str) -> list[str]:
    """The texts of a negative corpus, grouped by reason or not."""
    data = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    groups = data.values() if isinstance(data, dict) else [data]
    return [str(text) for group in groups for text in group]


def _parse_row(marked: str, expected: str) -> Row:
    spans: list[tuple[int, int]] = []
    for count, match in enumerate(_MARK.finditer(marked)):
        start = match.start() - 2 * count
        spans.append((start, start + len(match[1])))
    text = _MARK.sub(r"\1", marked)
    return Row(text=text, spans=tuple(spans) or ((0, len(text)),), expected=expected)
