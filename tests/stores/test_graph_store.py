import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdf.sample import CONTENT

from kg.errors import GraphError, QueryError
from kg.rdf.quads import to_content_quads
from kg.rdf.writing import write_graph
from kg.stores.graph_store import GraphStore, open_graph
from kg.stores.results import Table, Triples, Truth

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
ENDINGS = [".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf", ".ttl.gz", ".nq.gz"]


def _count(store: GraphStore) -> int:
    table = store.query(COUNT)
    assert isinstance(table, Table)
    assert isinstance(table.rows[0][0], ox.Literal)
    return int(table.rows[0][0].value)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_graph_of_any_format_is_asked_as_one(tmp_path: Path, ending: str) -> None:
    """What stands in named graphs is seen beside the default graph."""
    path = tmp_path / f"graph{ending}"
    write_graph(CONTENT, path)
    assert _count(open_graph(path)) == len(list(to_content_quads(CONTENT)))


def test_a_store_folder_is_opened_for_reading(tmp_path: Path) -> None:
    """An Oxigraph store on disk answers as a file does, and is not changed."""
    store = ox.Store(str(tmp_path / "store"))
    store.extend(to_content_quads(CONTENT))
    store.flush()
    del store
    assert _count(open_graph(tmp_path / "store")) == len(list(to_content_quads(CONTENT)))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.ttl", b"@prefix a: <http://a/> .\na:b a:c <x y> .", "line 2"),
        ("a.nq", b"<http://a/b> <http://a/c> .\n", "line 1"),
        ("a.rdf", b"<rdf:RDF", "cannot be read"),
        ("a.jsonld", b'{"@id": ', "line 1"),
        ("a.ttl.gz", b"no gzip", "cannot be read"),
        ("a.xyz", b"", r"\.ttl"),
        ("a.rdf", b'<!DOCTYPE x [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><x>&b;</x>', "entities"),
    ],
)
def test_a_bad_file_is_told_with_its_place(
    tmp_path: Path, name: str, text: bytes, message: str
) -> None:
    """The error names the file and, where there is one, the line."""
    (tmp_path / name).write_bytes(text)
    with pytest.raises(GraphError, match=message) as caught:
        open_graph(tmp_path / name)
    assert name in str(caught.value)


def test_a_cut_gzip_file_is_told(tmp_path: Path) -> None:
    """A file that ends too early is no graph."""
    data = gzip.compress(b"<http://a/b> <http://a/c> <http://a/d> .\n" * 100)
    (tmp_path / "a.nt.gz").write_bytes(data[:-20])
    with pytest.raises(GraphError, match=r"a\.nt\.gz"):
        open_graph(tmp_path / "a.nt.gz")


def test_a_missing_file_or_store_is_told(tmp_path: Path) -> None:
    """Neither a missing file nor a folder of other things is a graph; nothing is made there."""
    with pytest.raises(GraphError, match="No such file"):
        open_graph(tmp_path / "none.ttl")
    with pytest.raises(GraphError, match="no store of kg or Oxigraph"):
        open_graph(tmp_path)
    assert not list(tmp_path.iterdir())


def test_answers_have_a_type_each() -> None:
    """SELECT gives a table, ASK a truth, CONSTRUCT and DESCRIBE sorted triples."""
    store = GraphStore.from_quads(to_content_quads(CONTENT))
    assert store.query("ASK { ?x a kg:City }") == Truth(value=True)
    table = store.query("SELECT ?x { ?x a kg:City ; rdfs:label ?l } ORDER BY ?l")
    assert isinstance(table, Table)
    assert table.variables == ("x",)
    assert len(table.rows) == 2
    triples = store.query("CONSTRUCT WHERE { ?x a kg:City }")
    assert isinstance(triples, Triples)
    assert [str(t.subject)[-5:-1] for t in triples.triples] == ["alba", "ruma"]


def test_a_value_is_bound_as_a_term_and_never_as_text() -> None:
    """A value full of SPARQL finds nothing and breaks nothing."""
    store = GraphStore.from_quads(to_content_quads(CONTENT))
    text = '" } UNION { ?x ?p ?o } #'
    answer = store.query("SELECT ?x ?l { ?x rdfs:label ?l }", substitutions={"l": ox.Literal(text)})
    assert isinstance(answer, Table)
    assert answer.rows == ()


@pytest.mark.parametrize("query", ["SELEC ?x", "SELECT ?x { ?x }", "DROP ALL", ""])
def test_what_is_no_query_is_told(query: str) -> None:
    """Bad syntax and updates raise QueryError."""
    with pytest.raises(QueryError, match="no SPARQL"):
        GraphStore.from_quads([]).query(query)
