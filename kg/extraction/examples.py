"""Marked sentences: "[Tarka Group](investor: Company) invested in [Chongqing](target: City)."."""

import re
from dataclasses import dataclass

from kg.model.document import Span

_MARK = re.compile(r"\[(?P<text>[^\[\]]+)\]\((?:(?P<role>[a-zA-Z_]+):\s*)?(?P<type>[A-Za-z]+)\)")
_VALUES = frozenset(["Money", "Percent", "Count", "Quantity", "Period", "Post", "NP", "Pronoun"])


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked span of the plain text; `role` is None where only the type is given."""

    span: Span
    role: str | None
    type: str

    @property
    def is_name(self) -> bool:
        """Whether the mark stands for an entity and not for a value, title or phrase."""
        return self.type not in _VALUES


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A plain text and its marks in order."""

    text: str
    marks: tuple[Mark, ...]


def parse_marked(text: str) -> MarkedText:
    """Reads a marked sentence; raises ValueError naming the column of a mark that is not closed."""
    plain: list[str] = []
    marks: list[Mark] = []
    position = length = 0
    for match in _MARK.finditer(text):
        between = text[position : match.start()]
        plain.append(between)
        length += len(between)
        inner = match["text"]
        marks.append(Mark(Span(length, length + len(inner)), match["role"], match["type"]))
        plain.append(inner)
        length += len(inner)
        position = match.end()
    plain.append(text[position:])
    rest = _MARK.sub("", text)
    closed = rest.count("[") == rest.count("]")  # "Zenda [[Peru](Country)]": brackets of the text
    for piece in plain:
        if "](" in piece or ("[" in piece and "]" not in piece and not closed):
            column = text.find(piece) + max(piece.find("["), piece.find("]("), 0) + 1
            raise ValueError(f"the mark at column {column} is not closed; write [text](role: Type)")
    return MarkedText("".join(plain), tuple(marks))


def check_marked(text: str) -> None:
    """Raises the ValueError of parse_marked; most sentences are found right without parsing."""
    rest = _MARK.sub("", text)
    if "[" in rest or "](" in rest:
        parse_marked(text)


def format_marked(marked: MarkedText) -> str:
    """The inverse of parse_marked."""
    parts: list[str] = []
    position = 0
    for mark in marked.marks:
        parts.append(marked.text[position : mark.span.start])
        inner = marked.text[mark.span.start : mark.span.end]
        label = f"{mark.role}: {mark.type}" if mark.role else mark.type
        parts.append(f"[{inner}]({label})")
        position = mark.span.end
    parts.append(marked.text[position:])
    return "".join(parts)
