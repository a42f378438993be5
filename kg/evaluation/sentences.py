"""The sentence that a piece of evidence stands in, and which names stand in a sentence."""

import re
from collections.abc import Iterable
from pathlib import Path

from kg.evaluation.gold import GoldEntity
from kg.evaluation.plain import format_plain
from kg.evaluation.reading import Node, View

_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)\]]))\s+(?=[\"“‘(\[]?[A-Z0-9])")
_SHORT = re.compile(r"(?:\b[A-Z][a-z]{0,2}|\b[A-Z]|\bNo|\.[A-Za-z])\.$")  # "Mr.", "Jan.", "U.S."


def find_article(view: View, gold: Path | None, folders: Iterable[Path]) -> str:
    """The text of an article; empty where it is not found.

    Looked for in `folders`, beside the annotations (also in a folder "articles" there), and where the
    graph says that it was read from. Only plain text will do.
    """
    beside = [] if gold is None else [gold.parent, gold.parent / "articles"]
    options = [folder / f"{view.name}.txt" for folder in (*folders, *beside)]
    options += [Path(name) for name in view.identifiers if name.endswith(".txt")]
    for path in options:
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, ValueError):
            continue
    return ""


class Sentences:
    """The sentences of one article, as the graph's passages or else the text's marks end them."""

    def __init__(self, view: View, text: str) -> None:
        self._quotes = sorted({p.quote for row in view.rows for p in row.passages}, key=len)
        self._text = text

    def find(self, evidence: str) -> str:
        """The sentence around a piece of evidence; the piece itself where no text is known."""
        for quote in self._quotes:
            if evidence and evidence in quote:
                return quote
        at = self._text.find(evidence) if evidence else -1
        if at < 0:
            return evidence
        start = self._text.rfind("\n", 0, at) + 1
        end = self._text.find("\n", at + len(evidence))
        paragraph = self._text[start : end if end >= 0 else len(self._text)]
        return _cut(paragraph, at - start, at - start + len(evidence))


def _cut(paragraph: str, start: int, end: int) -> str:
    """The sentence or sentences of a paragraph that a range lies in."""
    first, last = 0, len(paragraph)
    for match in _END.finditer(paragraph):
        if _SHORT.search(paragraph[: match.start()]):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return paragraph[first:last].strip()


def is_named(sentence: str, entity: GoldEntity | None, nodes: Iterable[Node]) -> bool:
    """Whether a name of the entity, or of what the graph takes for it, stands in the sentence."""
    text = f" {format_plain(sentence)} "
    forms = set() if entity is None else set(entity.forms)
    for node in nodes:
        forms |= node.forms
    return any(f" {form} " in text for form in forms)


def is_overlapping(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether two things' names share so many words that one may be a piece of the other."""
    for a in (set(form.split()) for form in left):
        for b in (set(form.split()) for form in right):
            if a and b and (a <= b or b <= a or len(a & b) * 2 >= len(a | b)):
                return True
    return False
