"""Paragraphs of a text: its lines, where a fixed width has not cut them, and lines with a label."""

from kg.lexicon import load_lexicon
from kg.model.document import Span

LABELS = load_lexicon("labels").get("labels")
_MAX_LABEL = 40  # code points
_MIN_WRAP = 30  # the longest line of a hard-wrapped text is not shorter
_MAX_WRAP = 130  # longest line that may be a hard-wrapped one


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
    width = max(len(line) for line in lines)
    return _MIN_WRAP <= width <= _MAX_WRAP and all(len(line) >= 0.6 * width for line in lines[:-1])


def find_paragraphs(text: str) -> list[Span]:
    """Paragraphs in order: lines, but hard-wrapped blocks stay together. Blank ones are left out."""
    paragraphs: list[Span] = []
    block: list[Span] = []

    def close_block() -> None:
        if not block:
            return
        if _is_wrapped([text[s.start : s.end] for s in block]):
            paragraphs.append(Span(block[0].start, block[-1].end))
        else:
            paragraphs.extend(block)
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
