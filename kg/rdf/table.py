"""CSV: one row a statement, for spreadsheets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from kg.model.entity import Entity
from kg.model.statement import (
    LiteralValue,
    Statement,
    StatementObject,
)
from kg.rdf.content import GraphContent
from kg.rdf.network import list_details
from kg.rdf.terms import clean_verbatim

COLUMNS = (
    "subject",
    "subject_type",
    "predicate",
    "object",
    "object_type",
    "qualifiers",
    "modality",
    "attributed_to",
    "confidence",
    "rules",
    "independent_sources",
    "document",
    "quote",
    "statement",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets take for the beginning of a formula
_SPECIAL = re.compile(r'[",\r\n]')
_SEPARATOR = " | "


def write_csv(content: GraphContent, stream: BinaryIO) -> None:
    """Writes one row a statement, by id; several values in a cell are separated by " | "."""
    stream.write(format_row(COLUMNS).encode())
    for row in _list_rows(content):
        stream.write(format_row(row).encode())


def format_row(cells: Iterable[str]) -> str:
    """One line of CSV with its line feed.

    Python's own writer leaves a carriage return bare where lines end in a line feed alone.
    """
    return ",".join(_quote(cell) if _SPECIAL.search(cell) else cell for cell in cells) + "\n"


def guard_cell(text: str) -> str:
    """The text with "'" before it where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _quote(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def _list_rows(content: GraphContent) -> Iterator[Sequence[str]]:
    for statement in sorted(content.statements, key=lambda s: s.id):
        yield [guard_cell(clean_verbatim(cell)) for cell in list_cells(statement)]


def list_cells(statement: Statement) -> Sequence[str]:
    """The cells of a row, in the order of COLUMNS."""
    label, kind = _describe_object(statement.object)
    evidence = sorted(statement.evidence, key=lambda e: (e.document, e.span))
    return (
        statement.subject.label,
        statement.subject.type,
        statement.predicate,
        label,
        kind,
        _SEPARATOR.join(f"{name}={text}" for name, text in list_details(statement)),
        statement.modality.value,
        _SEPARATOR.join(speaker.label for speaker in statement.attributed_to),
        f"{statement.confidence:g}",
        _SEPARATOR.join(statement.rules),
        str(statement.independent_sources),
        _SEPARATOR.join(dict.fromkeys(e.document for e in evidence)),
        _SEPARATOR.join(e.quote for e in evidence),
        statement.id,
    )


def _describe_object(value: StatementObject) -> tuple[str, str]:
    if isinstance(value, LiteralValue):
        return value.value, "date" if value.datatype == "edtf" else "text"
    return (value.label, value.type) if isinstance(value, Entity) else (value.label, "Observation")
