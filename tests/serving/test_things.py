"""Every node has a page, and the graph a view; no text of the graph runs in them."""

import dataclasses
from pathlib import Path

import httpx
import pyoxigraph as ox
from rdf.sample import ALBA, CONTENT, ENTITIES

from kg.rdf.writing import write_graph

from .conftest import Serving, run_server

HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(1)">'


def test_a_thing_has_a_page_with_its_evidence(server: Serving) -> None:
    """By the end of its IRI or by the whole; names, statements and the sentences behind them."""
    short = httpx.get(f"{server.url}id/city/alba", headers={"Accept": "text/html"})
    whole = httpx.get(
        f"{server.url}about",
        params={"iri": "https://w3id.org/newskg/id/city/alba"},
        headers={"Accept": "text/html"},
    )
    assert short.status_code == 200
    assert short.text == whole.text
    for words in ("<h1>Alba</h1>", "Alba City", "Industrial output of Alba reached 2.72 trillion"):
        assert words in short.text


def test_a_thing_comes_as_triples_with_its_statements(server: Serving) -> None:
    """Turtle and JSON-LD hold the node, the statements on it and their passages."""
    url = f"{server.url}id/city/alba"
    turtle = httpx.get(url, headers={"Accept": "text/turtle"})
    triples = {q.triple for q in ox.parse(turtle.content, format=ox.RdfFormat.TURTLE)}
    linked = httpx.get(f"{url}?format=jsonld")
    again = {q.triple for q in ox.parse(linked.content, format=ox.RdfFormat.JSON_LD)}
    assert triples == again
    predicates = {t.predicate.value.rpartition("#")[2] for t in triples}
    assert {"label", "altLabel", "exactMatch", "subject", "evidence", "quote"} <= predicates


def test_other_nodes_have_pages_too(server: Serving) -> None:
    """Each IRI of the graph that is under its base, statements, passages and documents among them."""
    query = (
        'SELECT DISTINCT ?s { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "https://w3id.org/newskg/id/")) }'
    )
    answer = httpx.get(f"{server.url}sparql", params={"query": query}).json()
    nodes = [row["s"]["value"] for row in answer["results"]["bindings"]]
    assert len(nodes) > 40
    for node in nodes:
        page = httpx.get(
            f"{server.url}about", params={"iri": node}, headers={"Accept": "text/html"}
        )
        assert page.status_code == 200, node


def test_what_is_not_there_is_404(server: Serving) -> None:
    """And what is no IRI is 400."""
    assert httpx.get(f"{server.url}id/city/nowhere").status_code == 404
    assert httpx.get(f"{server.url}about?iri=no%20iri").status_code == 400
    assert httpx.get(f"{server.url}nothing").status_code == 404


def test_text_of_the_graph_is_shown_and_never_run(tmp_path: Path) -> None:
    """In names and in a query: escaped, under a policy that allows no script at all."""
    alba = dataclasses.replace(ALBA, aliases=(HOSTILE,))
    content = dataclasses.replace(CONTENT, entities=(alba, *ENTITIES[1:]))
    write_graph(content, tmp_path / "graph.ttl")
    with run_server(tmp_path / "graph.ttl", "--workers", "1") as server:
        html = {"Accept": "text/html"}
        pages = [
            httpx.get(f"{server.url}id/city/alba", headers=html),
            httpx.get(f"{server.url}sparql", params={"query": HOSTILE}, headers=html),
            httpx.get(
                f"{server.url}sparql", params={"query": "SELECT ?o { ?s ?p ?o }"}, headers=html
            ),
        ]
        view = httpx.get(f"{server.url}view", timeout=30)
    for page in pages:
        assert "<script" not in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "script-src" not in page.headers["content-security-policy"]
    assert any("&lt;script&gt;" in page.text for page in pages)
    assert "Content-Security-Policy" in view.text
    assert HOSTILE not in view.text
