"""Lists as a table for people, as CSV, or as JSON for programs."""

import json
from collections.abc import Mapping, Sequence

import pyoxigraph as ox

from kg.model.spelling import strip_accents
from kg.stores.results import Table, format_results

Value = str | int | float | tuple[str, ...]
_WIDEST = 48  # characters of a table's cell with several values


def format_list(columns: Sequence[str], rows: Sequence[Mapping[str, Value]], form: str) -> str:
    """The rows as "table", "csv" or "json"; ends in a line feed.

    JSON has every field of a row. Of several values in one cell a table shows those that fit.
    """
    if form == "json":
        return json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"
    show = _show if form == "table" else _join
    cells = tuple(tuple(ox.Literal(show(row[name])) for name in columns) for row in rows)
    return format_results(Table(variables=tuple(columns), rows=cells), form)


def fold(text: str) -> str:
    """The text without case and accents."""
    return strip_accents(text.casefold())


def _join(value: Value) -> str:
    return " | ".join(value) if isinstance(value, tuple) else str(value)


def _show(value: Value) -> str:
    if not isinstance(value, tuple):
        return str(value)
    shown: list[str] = []
    for text in value:
        if shown and len("; ".join([*shown, text])) > _WIDEST:
            break
        shown.append(text)
    left = len(value) - len(shown)
    return "; ".join(shown) + (f"; and {left} more" if left else "")
