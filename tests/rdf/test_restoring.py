"""From a graph in any form to any other, with the bytes that a build writes."""

import dataclasses
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from growing import world
from hypothesis import given, settings
from hypothesis import strategies as st

import kg.graph  # noqa: F401  it adds the page to the forms that can be written
from kg.errors import GraphError
from kg.ontology import TERMS
from kg.pipeline import Pipeline
from kg.rdf import terms as t
from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.restoring import restore
from kg.rdf.writing import check_form, formats, write_graph
from kg.stores.graph_store import open_graph, read_quads

from .sample import CONTENT
from .sample_hostile import make_hostile
from .test_formats import write
from .test_hostile import NASTY

SOURCES = (
    ".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf",
    ".rdf12.ttl", ".rdf12.nt", ".rdf12.nq", ".rdf12.trig",
)  # fmt: skip
TARGETS = tuple(ending for ending in formats.list_names() if ending != ".jsonl")
PLAIN = dataclasses.replace(CONTENT, provenance=False)


def pass_through(content: GraphContent, ending: str, folder: Path) -> GraphContent:
    """What is read back from the graph in that form."""
    path = folder / f"graph{ending}"
    write_graph(content, path)
    return restore(read_quads(path))


def assert_equal(one: GraphContent, other: GraphContent, endings: Iterable[str]) -> None:
    """Both give the same bytes in all these forms; a page but for the texts, which no graph holds."""
    for ending in endings:
        sides = [_drop_texts(c) for c in (one, other)] if ending == ".html" else [one, other]
        assert write(sides[0], ending) == write(sides[1], ending), ending


def _drop_texts(content: GraphContent) -> GraphContent:
    documents = (dataclasses.replace(document, text="") for document in content.documents)
    return dataclasses.replace(content, documents=tuple(documents), readings=None)


@pytest.mark.parametrize("source", SOURCES)
def test_every_form_comes_from_every_other(source: str, tmp_path: Path) -> None:
    """Quads, tables, networks and the page: nothing tells that the graph went through a file."""
    restored = pass_through(CONTENT, source, tmp_path)
    assert restored.quads is None
    assert_equal(CONTENT, restored, TARGETS)


@pytest.mark.parametrize("base", ["urn:x:", "http://a.example/q?id=", "https://a.example/b/"])
def test_the_base_is_found_in_the_graph(base: str, tmp_path: Path) -> None:
    """Whatever it ends with."""
    content = dataclasses.replace(CONTENT, base=base)
    assert_equal(content, pass_through(content, ".nt", tmp_path), (".ttl", ".jsonld", ".csv"))


@given(text=NASTY.map("x".__add__), source=st.sampled_from(SOURCES))
@settings(max_examples=25)
def test_any_text_comes_through(
    text: str, source: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever a label, title, link or quote holds, the graph is the same again in the forms of RDF.

    Ids that digest a text that no form can carry are the exception; then the triples stay as they are.
    """
    content = make_hostile(text)
    restored = pass_through(content, source, tmp_path_factory.mktemp("graph"))
    if restored.quads is None:
        assert_equal(content, restored, TARGETS)
    else:
        other = pass_through(restored, ".nq", tmp_path_factory.mktemp("graph"))
        assert set(other.quads or ()) == set(restored.quads)


@given(documents=st.dictionaries(st.sampled_from(world.DOCUMENTS), world.contents, min_size=1))
@settings(max_examples=15)
def test_a_build_comes_through(
    pipeline: Pipeline,
    documents: dict[str, list[world.Line]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Made-up documents with places of the gazetteer, judgements, several speakers and modalities."""
    readings = {name: world.make_reading(name, lines) for name, lines in documents.items()}
    content = world.build(pipeline, readings)
    restored = pass_through(content, ".ttl", tmp_path_factory.mktemp("graph"))
    assert restored.quads is None
    assert_equal(content, restored, TARGETS)


def test_plain_triples_come_through_in_rdf_alone(tmp_path: Path) -> None:
    """Tables and networks are of statements, which a graph without provenance has not."""
    restored = pass_through(PLAIN, ".nt", tmp_path)
    assert_equal(PLAIN, restored, SOURCES)
    for ending in set(TARGETS) - set(SOURCES):
        with pytest.raises(GraphError, match="plain triples alone"):
            check_form(restored, f"graph{ending}")


def test_claims_are_no_part_of_a_graph(tmp_path: Path) -> None:
    """They are refused in one sentence, and every other form is not."""
    restored = pass_through(CONTENT, ".ttl", tmp_path)
    with pytest.raises(GraphError, match="claims of texts"):
        check_form(restored, "claims.jsonl.gz")
    for ending in TARGETS:
        check_form(restored, f"graph{ending}")


def test_what_kg_does_not_write_stays_in_rdf(tmp_path: Path) -> None:
    """Own triples, also with blank nodes, are kept as they are; tables have the statements."""
    path = tmp_path / "graph.ttl"
    added = '\n<urn:a> <urn:b> [] , "x"@en , 01.50 .\n'
    path.write_bytes(write(CONTENT, ".ttl") + added.encode())
    restored = restore(read_quads(path))
    assert restored.quads is not None
    assert_equal(CONTENT, restored, (".csv", ".graphml", ".nodes.csv"))
    write_graph(restored, tmp_path / "again.ttl")
    assert '"x"@en' in (tmp_path / "again.ttl").read_text(encoding="utf-8")
    assert "01.50" in (tmp_path / "again.ttl").read_text(encoding="utf-8")
    assert len(read_quads(tmp_path / "again.ttl")) == len(read_quads(path))
    with pytest.raises(GraphError, match="blank nodes"):
        check_form(restored, "graph.jsonld")


@pytest.mark.parametrize("text", ["", "<urn:a> <urn:b> <urn:c> ."])
def test_a_graph_of_others_is_told(text: str, tmp_path: Path) -> None:
    """Nothing in it is kg's."""
    path = tmp_path / "graph.ttl"
    path.write_text(text)
    with pytest.raises(GraphError, match="nothing that kg wrote"):
        restore(read_quads(path))


def test_a_statement_that_is_not_whole_is_told(tmp_path: Path) -> None:
    """The message names it and what it lacks."""
    path = tmp_path / "graph.nt"
    lines = write(CONTENT, ".nt").splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if b"#confidence>" not in line))
    with pytest.raises(GraphError, match=r"statement/\w+ has no .*#confidence"):
        restore(read_quads(path))


QUADS = sorted(to_content_quads(CONTENT), key=str)
WRONG = (
    ox.Literal("x"), ox.Literal(""), ox.Literal("9" * 5000, datatype=t.INTEGER), ox.NamedNode("urn:x"),
    ox.Literal("NaN", datatype=t.DECIMAL), ox.NamedNode(f"{TERMS}City"), ox.BlankNode("b"),
    ox.NamedNode(CONTENT.base), ox.NamedNode(f"{CONTENT.base}city/alba"), ox.Literal("2024-02-30"),
)  # fmt: skip
changes = st.lists(
    st.tuples(st.sampled_from(range(len(QUADS))), st.none() | st.sampled_from(WRONG)),
    min_size=1,
    max_size=4,
)


@given(changed=changes)
@settings(max_examples=150)
def test_a_graph_with_anything_wrong_is_told_or_kept(
    changed: list[tuple[int, ox.NamedNode | ox.BlankNode | ox.Literal | None]],
) -> None:
    """Triples that go or have another value: one error of the graph, or all in the forms of RDF."""
    quads = list(QUADS)
    for place, value in changed:
        quad = quads[place]
        if value is not None:
            quads.append(ox.Quad(quad.subject, quad.predicate, value, quad.graph_name))
    gone = {QUADS[place] for place, _ in changed}
    given_quads = {quad for quad in quads if quad not in gone}
    try:
        restored = restore(given_quads)
    except GraphError:
        return
    assert set(to_content_quads(restored)) == given_quads
    for ending in (".graphml", ".csv", ".html", ".nq", ".rdf12.nq"):
        write(restored, ending)


def test_two_bases_are_told(tmp_path: Path) -> None:
    """Graphs of two bases in one file have ids that may mean two things."""
    path = tmp_path / "graph.nt"
    other = dataclasses.replace(CONTENT, base="urn:x:")
    path.write_bytes(write(CONTENT, ".nt") + write(other, ".nt"))
    with pytest.raises(GraphError, match="two bases"):
        restore(read_quads(path))


def test_a_store_gives_the_same_as_a_file(tmp_path: Path) -> None:
    """Also one of Oxigraph, which spells numbers in its own way."""
    write_graph(CONTENT, tmp_path / "graph.nq")
    open_graph(tmp_path / "graph.nq").copy_to(tmp_path / "store")
    restored = restore(read_quads(tmp_path / "store"))
    assert restored.quads is None
    assert_equal(CONTENT, restored, TARGETS)
    assert any(isinstance(quad.graph_name, ox.NamedNode) for quad in read_quads(tmp_path / "store"))
