"""What a query answers, and how that is shown."""

import io
import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import UsageError
from kg.rdf.table import format_row, guard_cell
from kg.rdf.terms import XSD
from kg.rdf.turtle import write_turtle_quads

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a SELECT; None where a variable has no value. `cut` if there were more."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """The answer of an ASK."""

    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, each once, sorted. `cut` if there were more."""

    triples: tuple[ox.Triple, ...]
    cut: bool = False


Results = Table | Truth | Triples

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, formats, surrogates, line ends
_JOINERS = "\u200c\u200d"  # harmless, and emoji and several scripts need them


def format_results(results: Results, form: str, prefixes: Mapping[str, str] | None = None) -> str:
    """The results as "table", "csv", "json" (SPARQL results) or "turtle"; ends in a line feed.

    Prefixes shorten IRIs in tables and Turtle. Raises UsageError for an unknown form, and for
    Turtle of what are no triples.
    """
    formatter = _FORMS.get(form)
    if formatter is None:
        raise UsageError(f"There is no result form '{form}'; choose one of {', '.join(_FORMS)}.")
    return formatter(results, dict(prefixes or {}))


def to_table(results: Results) -> Table:
    """The results as rows: triples by their parts, a truth as "true" or "false"."""
    if isinstance(results, Triples):
        rows = tuple((t.subject, t.predicate, t.object) for t in results.triples)
        return Table(variables=("subject", "predicate", "object"), rows=rows)
    if isinstance(results, Truth):
        answer = ox.Literal("true" if results.value else "false")
        return Table(variables=("answer",), rows=((answer,),))
    return results


def _format_table(results: Results, prefixes: dict[str, str]) -> str:
    if isinstance(results, Truth):
        return "true\n" if results.value else "false\n"
    table = to_table(results)
    cells = [[show_term(term, prefixes) for term in row] for row in table.rows]
    lines = [list(table.variables), *cells]
    widths = [max(map(_measure, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    text = "\n".join(_align(line, widths) for line in lines)
    return f"{text}\n({len(cells)} row{'' if len(cells) == 1 else 's'})\n"


def _align(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _measure(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _measure(text: str) -> int:
    """Columns on a terminal: East Asian wide characters take two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def show_term(term: Term | None, prefixes: Mapping[str, str]) -> str:
    """A term for people on one line: a literal's text, an IRI by its prefix where one fits."""
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        return make_printable(term.value)
    if isinstance(term, ox.NamedNode):
        for name, namespace in prefixes.items():
            if term.value.startswith(namespace) and len(term.value) > len(namespace):
                return make_printable(f"{name}:{term.value[len(namespace) :]}")
        return make_printable(term.value)
    return make_printable(str(term))


def make_printable(text: str) -> str:
    """One line that cannot steer a terminal: controls and direction marks stand as escapes."""
    return "".join(
        _escape(c) if unicodedata.category(c) in _STEERING and c not in _JOINERS else c
        for c in text
    )


def _escape(character: str) -> str:
    return " " if character in "\t\n\r\u2028\u2029\x85" else f"\\u{ord(character):04x}"


def _format_csv(results: Results, _: dict[str, str]) -> str:
    table = to_table(results)
    rows = ([_to_cell(term) for term in row] for row in table.rows)
    return format_row(table.variables) + "".join(map(format_row, rows))


def _to_cell(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        is_text = term.datatype.value == XSD + "string" or term.language is not None
        return guard_cell(term.value) if is_text else term.value
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _format_json(results: Results, _: dict[str, str]) -> str:
    return json.dumps(make_json_document(results), ensure_ascii=False, indent=1) + "\n"


def make_json_document(results: Results) -> dict[str, object]:
    """The results as SPARQL 1.1 Query Results JSON has them."""
    if isinstance(results, Truth):
        return {"head": {}, "boolean": results.value}
    table = to_table(results)
    bindings = [
        {
            name: _to_json_term(term)
            for name, term in zip(table.variables, row, strict=True)
            if term is not None
        }
        for row in table.rows
    ]
    return {"head": {"vars": list(table.variables)}, "results": {"bindings": bindings}}


def _to_json_term(term: Term) -> dict[str, object]:
    """A term as SPARQL 1.1 Query Results JSON has it."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {
            "type": "triple",
            "value": {name: _to_json_term(part) for name, part in parts.items()},
        }
    record: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language is not None:
        record["xml:lang"] = term.language
    elif term.datatype.value != XSD + "string":
        record["datatype"] = term.datatype.value
    return record


def _format_turtle(results: Results, prefixes: dict[str, str]) -> str:
    if not isinstance(results, Triples):
        raise UsageError(
            "Turtle shows triples alone; ask by CONSTRUCT or DESCRIBE, or take a table."
        )
    stream = io.BytesIO()
    write_turtle_quads(results.triples, stream, prefixes)
    return stream.getvalue().decode()


_FORMS: dict[str, Callable[[Results, dict[str, str]], str]] = {
    "table": _format_table,
    "csv": _format_csv,
    "json": _format_json,
    "turtle": _format_turtle,
}
