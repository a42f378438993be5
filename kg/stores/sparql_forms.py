"""Answers in the forms of the SPARQL 1.1 recommendations, exact to the character."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.rdf.terms import XSD
from kg.rdf.turtle import write_turtle_quads
from kg.stores.results import (
    Results,
    Table,
    Term,
    Triples,
    Truth,
    make_json_document,
    to_table,
)

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAMESPACE = "http://www.w3.org/2005/sparql-results#"
GRAPH_FORMS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


def write_triples(triples: Sequence[ox.Triple], form: str, prefixes: dict[str, str]) -> bytes:
    """Triples in one of GRAPH_FORMS; Turtle is grouped and ordered as in the files of kg."""
    if form == "text/turtle":
        stream = io.BytesIO()
        write_turtle_quads(triples, stream, prefixes)
        return stream.getvalue()
    written = ox.serialize(triples, format=GRAPH_FORMS[form], prefixes=prefixes)
    return written or b""


def write_results(results: Results, form: str, prefixes: dict[str, str]) -> bytes:
    """Rows or a truth in one of RESULT_FORMS, triples in one of GRAPH_FORMS."""
    if isinstance(results, Triples):
        return write_triples(results.triples, form, prefixes)
    return RESULT_FORMS[form](results).encode()


def _write_json(results: Table | Truth) -> str:
    return json.dumps(make_json_document(results), ensure_ascii=False)


def _write_xml(results: Table | Truth) -> str:
    parts = [f'<?xml version="1.0"?>\n<sparql xmlns="{_NAMESPACE}">']
    if isinstance(results, Truth):
        parts.append(f"<head/><boolean>{str(results.value).lower()}</boolean>")
    else:
        names = "".join(f"<variable name={quoteattr(name)}/>" for name in results.variables)
        parts.append(f"<head>{names}</head><results>")
        for row in results.rows:
            cells = zip(results.variables, row, strict=True)
            bound = (
                f"<binding name={quoteattr(name)}>{_to_xml(term)}</binding>"
                for name, term in cells
                if term is not None
            )
            parts.append(f"<result>{''.join(bound)}</result>")
        parts.append("</results>")
    return "\n".join([*parts, "</sparql>\n"])


def _to_xml(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{escape(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = zip(
            ("subject", "predicate", "object"),
            (term.subject, term.predicate, term.object),
            strict=True,
        )
        inner = "".join(f"<{name}>{_to_xml(part)}</{name}>" for name, part in parts)
        return f"<triple>{inner}</triple>"
    text = escape(_NOT_XML.sub("\ufffd", term.value), {"\r": "&#13;"})
    if term.language is not None:
        return f"<literal xml:lang={quoteattr(term.language)}>{text}</literal>"
    if term.datatype.value == XSD + "string":
        return f"<literal>{text}</literal>"
    return f"<literal datatype={quoteattr(term.datatype.value)}>{text}</literal>"


def _write_csv(results: Table | Truth) -> str:
    table = to_table(results)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(table.variables)
    writer.writerows([[_to_plain(term) for term in row] for row in table.rows])
    return stream.getvalue()


def _to_plain(term: Term | None) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode | ox.Literal):
        return str(term.value)
    return str(term)


def _write_tsv(results: Table | Truth) -> str:
    table = to_table(results)
    lines = ["\t".join(f"?{name}" for name in table.variables)]
    for row in table.rows:
        cells = ("" if term is None else str(term).replace("\t", "\\t") for term in row)
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


RESULT_FORMS: dict[str, Callable[[Table | Truth], str]] = {
    "application/sparql-results+json": _write_json,
    "application/sparql-results+xml": _write_xml,
    "text/csv": _write_csv,
    "text/tab-separated-values": _write_tsv,
}
