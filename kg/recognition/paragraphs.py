"""Paragraphs of a text: its lines, where a fixed width has not cut them, and lines with a label."""

import re

from kg.lexicon import load_lexicon
from kg.model.document import Span

LABELS = load_lexicon("labels").get("labels")
_MAX_LABEL = 40  # code points
_MIN_WRAP = 30  # the longest line of a hard-wrapped text is not shorter
_MAX_WRAP = 130  # longest line that may be a hard-wrapped one
_FULL = 0.6  # of the width: a shorter line ends its paragraph
_FINAL = re.compile(r"[.!?:;][”\"’')\]]*$")


def is_label(text: str) -> bool:
    """ "Location: ", "Turbine supplier: ": what the line tells, and no place that it was sent from."""
    words = text.rstrip().removesuffix(":").lower().split()
    return text.rstrip().endswith(":") and words != [] and words[-1] in LABELS


def _starts_with_label(line: str) -> bool:
    """ "Location: Zenda"."""
    label, colon, _ = line[:_MAX_LABEL].partition(": ")
    return bool(colon) and is_label(f"{label}:")


def _is_wrapped(lines: list[str]) -> bool:
    """Whether a block's line ends come from a fixed width and not from its paragraphs."""
    if len(lines) < 3:
        return False
    if any(_starts_with_label(line) for line in lines):
        return False
    if not any(line[0].islower() for line in lines[1:]):
        return False  # items of a list, one a line
    width = max(len(line) for line in lines)
    return _MIN_WRAP <= width <= _MAX_WRAP and all(
        len(line) >= _FULL * width for line in lines[:-1]
    )


def _join_lines(lines: list[str]) -> list[int]:
    """The first line of each paragraph of a block; most lines of a hard-wrapped one end within a sentence."""
    if _is_wrapped(lines):
        return [0]
    width = max(len(line) for line in lines)
    full = [len(line) >= _FULL * width and not _FINAL.search(line) for line in lines[:-1]]
    final = [_FINAL.search(line) is not None for line in lines[:-1]]
    wrapped = (
        _MIN_WRAP <= width <= _MAX_WRAP
        and sum(full) * 2 > len(full)
        and all(map(max, full, final))
        and sum(line[0].islower() for line in lines) * 3 >= len(lines)
    )
    if wrapped:
        ends = [final[k] and len(lines[k]) < _FULL * width for k in range(len(final))]
        return [0, *(k + 1 for k, end in enumerate(ends) if end)]
    return [k for k, line in enumerate(lines) if not k or not _goes_on(lines[k - 1], line)]


def _goes_on(line: str, following: str) -> bool:
    """ "…, the" and "company said.": a long line that ends in a word, and one in small letters behind it."""
    within = line[-1].isalnum() or line[-1] == ","
    return (
        within
        and _MIN_WRAP <= len(line) <= _MAX_WRAP
        and following[:2].isalpha()
        and following[0].islower()
    )


def find_paragraphs(text: str) -> list[Span]:
    """Paragraphs in order: lines, but hard-wrapped blocks stay together. Blank ones are left out."""
    paragraphs: list[Span] = []
    block: list[Span] = []

    def close_block() -> None:
        if not block:
            return
        firsts = _join_lines([text[s.start : s.end] for s in block])
        for first, behind in zip(firsts, [*firsts[1:], len(block)], strict=True):
            paragraphs.append(Span(block[first].start, block[behind - 1].end))
        block.clear()

    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.index(stripped[0])
            block.append(Span(start, start + len(stripped)))
        else:
            close_block()
        position += len(line) + 1
    close_block()
    return paragraphs
