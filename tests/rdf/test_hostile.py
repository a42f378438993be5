import csv
import dataclasses
import io
import xml.etree.ElementTree as ET

import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.rdf.quads import to_content_quads

from .sample import CONTENT, STATEMENTS
from .sample_hostile import make_hostile
from .test_formats import READERS, TRIPLES, digest, read, write

PIECES = (
    *('"', "'", "<", ">", "\\", "\n", "\r", "\r\n", "\x00", "\x1b[31m", "\ud800", "\u202e", "🚢"),
    *("javascript:", " . <urn:evil> <urn:owned> ", "]]>", "&", "{", "}", "@en", "^^", "\u2028"),
    *("https://", "%zz", "=cmd()", "\ufffe", "\x85", "é", "x", '"""', "#", ";", "\\u003e"),
)
NASTY = st.lists(st.sampled_from(PIECES) | st.text(st.characters(), max_size=3), max_size=8).map(
    "".join
)
PLAIN_COUNT = {
    ending: len(read(write(make_hostile("plain"), ending), ending)) for ending in READERS
}


@given(NASTY.map("x".__add__))
@example('x" . <urn:evil> <urn:owned> "')
@example("x> <urn:evil> <urn:owned> <y")
@example("x\x00\ud800\r\n'''\"\"\"")
@settings(max_examples=40, deadline=None)
def test_no_text_breaks_or_injects(text: str) -> None:
    """Every format is read strictly to as many quads as with harmless texts, and to one graph."""
    content = make_hostile(text)
    digests: dict[bool, set[str]] = {True: set(), False: set()}
    for ending in READERS:
        quads = read(write(content, ending), ending)
        assert len(quads) == PLAIN_COUNT[ending], ending
        assert not any(
            "urn:" in str(term) for quad in quads for term in (quad.subject, quad.predicate)
        )
        digests[ending in TRIPLES].add(digest(quads))
    assert [len(found) for found in digests.values()] == [1, 1]


@given(NASTY.map("x".__add__))
@settings(max_examples=10, deadline=None)
def test_rdflib_reads_hostile_texts_in_full(text: str) -> None:
    """Turtle and JSON-LD lose no triple in rdflib."""
    content = make_hostile(text)
    for ending, name in ((".ttl", "turtle"), (".jsonld", "json-ld"), (".rdf", "xml")):
        graph = rdflib.Graph()
        graph.parse(data=write(content, ending), format=name)
        assert len(graph) == PLAIN_COUNT[".ttl"], ending


@given(NASTY)
@settings(max_examples=30, deadline=None)
def test_tables_and_networks_hold_any_text(text: str) -> None:
    """CSV has one row a statement, none a formula; GraphML is well-formed XML."""
    content = make_hostile(text)
    rows = list(csv.reader(io.StringIO(write(content, ".csv").decode(), newline="")))
    assert len(rows) == len(STATEMENTS) + 1
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    ET.fromstring(write(content, ".graphml"))  # noqa: S314 - our own output


@pytest.mark.parametrize("base", ["urn:x:", "http://a.example/q?id=", "https://a.example/b/"])
def test_another_base_gives_the_same_shape(base: str) -> None:
    """All formats agree on the graph for any base."""
    content = dataclasses.replace(CONTENT, base=base)
    found = {digest(read(write(content, ending), ending)) for ending in TRIPLES}
    assert len(found) == 1
    assert any(str(quad.subject).startswith(f"<{base}") for quad in to_content_quads(content))
