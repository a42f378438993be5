"""The SPARQL 1.1 Protocol, form by form, and clients that nobody here wrote."""

import json
import xml.etree.ElementTree as ElementTree
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from .conftest import Serving

NAMES = "SELECT ?name WHERE { ?city a kg:City ; rdfs:label ?name } ORDER BY ?name"
LINKS = "CONSTRUCT { ?s kg:holdsPost ?o } WHERE { ?s kg:holdsPost ?o }"
FORM = "application/x-www-form-urlencoded"


def _ask(server: Serving, query: str, accept: str = "") -> httpx.Response:
    return httpx.get(f"{server.url}sparql", params={"query": query}, headers={"Accept": accept})


@pytest.mark.parametrize("way", ["get", "form", "direct", "form with charset"])
def test_a_query_comes_in_each_of_its_ways(server: Serving, way: str) -> None:
    """GET, POST as a form, POST as it is: one answer."""
    url = f"{server.url}sparql"
    if way == "get":
        answer = httpx.get(url, params={"query": NAMES})
    elif way == "direct":
        headers = {"Content-Type": "application/sparql-query; charset=utf-8"}
        answer = httpx.post(url, content=NAMES.encode(), headers=headers)
    else:
        kind = f"{FORM}; charset=UTF-8" if "charset" in way else FORM
        content = f"query={quote(NAMES)}".encode()
        answer = httpx.post(url, content=content, headers={"Content-Type": kind})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/sparql-results+json"
    rows = answer.json()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Alba", "Bruma"]


@pytest.mark.parametrize(
    ("query", "accept", "kind"),
    [
        (NAMES, "", "application/sparql-results+json"),
        (NAMES, "*/*", "application/sparql-results+json"),
        (NAMES, "application/json", "application/sparql-results+json"),
        (NAMES, "application/sparql-results+xml", "application/sparql-results+xml"),
        (NAMES, "text/csv, application/json;q=0.5", "text/csv"),
        (NAMES, "text/tab-separated-values", "text/tab-separated-values"),
        (NAMES, "text/html,application/xhtml+xml,*/*;q=0.8", "text/html"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        (LINKS, "", "text/turtle"),
        (LINKS, "application/n-triples", "application/n-triples"),
        (LINKS, "application/rdf+xml;q=0.9, application/ld+json", "application/ld+json"),
        (LINKS, "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE id:city/alba".replace("id:city/alba", "<https://w3id.org/newskg/id/city/alba>"), "", "text/turtle"),
    ],
)  # fmt: skip
def test_the_accept_header_chooses_the_form(
    server: Serving, query: str, accept: str, kind: str
) -> None:
    """Weights are obeyed; without a wish SELECT and ASK come as JSON, triples as Turtle."""
    answer = _ask(server, query, accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == kind


def test_the_forms_say_the_same(server: Serving) -> None:
    """JSON, XML, CSV and TSV of one query hold the same names; so do four forms of triples."""
    rows = ElementTree.fromstring(_ask(server, NAMES, "application/sparql-results+xml").text)  # noqa: S314
    literals = [e.text for e in rows.iter("{http://www.w3.org/2005/sparql-results#}literal")]
    assert literals == ["Alba", "Bruma"]
    assert _ask(server, NAMES, "text/csv").text == "name\r\nAlba\r\nBruma\r\n"
    tsv = _ask(server, NAMES, "text/tab-separated-values").text
    assert tsv == '?name\n"Alba"\n"Bruma"\n'
    forms = {"text/turtle": "turtle", "application/n-triples": "nt",
             "application/rdf+xml": "xml", "application/ld+json": "json-ld"}  # fmt: skip
    graphs = [
        set(rdflib.Graph().parse(data=_ask(server, LINKS, kind).text, format=name))
        for kind, name in forms.items()
    ]
    assert graphs[0]
    assert all(graph == graphs[0] for graph in graphs)


@pytest.mark.parametrize(
    ("method", "parameters", "kind", "body", "status"),
    [
        ("GET", {"query": "SELECT"}, "", "", 400),
        ("GET", {"query": ""}, "", "", 400),
        ("GET", [("query", "ASK{}"), ("query", "ASK{}")], "", "", 400),
        ("GET", {"query": "ASK{}", "default-graph-uri": "http://example.org/"}, "", "", 400),
        ("GET", {"query": "ASK{}", "named-graph-uri": "http://example.org/"}, "", "", 400),
        ("GET", {"update": "DROP ALL"}, "", "", 403),
        ("POST", {}, FORM, "update=DROP+ALL", 403),
        ("POST", {}, "application/sparql-update", "DROP ALL", 403),
        ("POST", {}, "application/sparql-query", "DROP ALL", 400),
        ("POST", {}, "application/sparql-query", "INSERT DATA { <a:a> <a:a> <a:a> }", 400),
        ("POST", {}, FORM, "", 400),
        ("POST", {}, "text/plain", "ASK{}", 415),
        ("POST", {}, "", "ASK{}", 415),
        ("PUT", {}, "text/turtle", "<a:a> <a:a> <a:a> .", 405),
        ("DELETE", {}, "", "", 405),
        ("OPTIONS", {}, "", "", 405),
        ("GET", {"query": "ASK{}", "accept": ""}, "", "", 200),
        ("POST", {"query": "ASK{}"}, "application/sparql-query", "ASK{}", 400),
    ],
)
def test_what_is_no_query_is_refused(
    server: Serving, method: str, parameters: Any, kind: str, body: str, status: int
) -> None:
    """With the status of the protocol and a sentence; nothing writes."""
    headers = {"Content-Type": kind} if kind else {}
    answer = httpx.request(
        method,
        f"{server.url}sparql",
        params=parameters,
        headers=headers,
        content=body.encode(),
    )
    assert answer.status_code == status
    assert "access-control-allow-origin" not in answer.headers
    assert status == 200 or answer.text.strip()


def test_nothing_acceptable_is_said(server: Serving) -> None:
    """406 with the forms that there are."""
    answer = _ask(server, NAMES, "image/png")
    assert answer.status_code == 406
    assert "application/sparql-results+json" in answer.text


def test_the_service_describes_itself(server: Serving) -> None:
    """Without a query a program gets the service description, a browser the page."""
    data = httpx.get(f"{server.url}sparql", headers={"Accept": "text/turtle"}).text
    described = rdflib.Graph().parse(data=data, format="turtle")
    service = rdflib.URIRef(f"{server.url}sparql")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert described.value(service, sd.endpoint) == service
    assert (service, sd.supportedLanguage, sd.SPARQL11Query) in described
    page = httpx.get(f"{server.url}sparql", headers={"Accept": "text/html"})
    assert "<textarea" in page.text


def test_an_answer_that_is_cut_says_so(server: Serving) -> None:
    """In a header for programs, in words on the page; one that fits says nothing."""
    everything = "SELECT ?s ?p ?o { ?s ?p ?o }"
    answer = _ask(server, everything)
    assert answer.headers["kg-cut"] == "rows=50"
    assert len(answer.json()["results"]["bindings"]) == 50
    assert "the answer was cut" in _ask(server, everything, "text/html").text
    assert "kg-cut" not in _ask(server, NAMES).headers
    assert _ask(server, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }").headers["kg-cut"] == "rows=50"


def test_named_queries_take_parameters_as_values(server: Serving) -> None:
    """The columns are those of the query; a wrong parameter is told, a hostile one is a mere value."""
    url = f"{server.url}queries/posts"
    accept = {"Accept": "application/json"}
    every = httpx.get(url, headers=accept).json()
    assert every["results"]["bindings"]
    hostile = httpx.get(url, params={"person": '" } DROP ALL {'}, headers=accept)
    assert hostile.json()["results"]["bindings"] == []
    assert httpx.get(url, params={"no": "1"}, headers=accept).status_code == 400
    assert httpx.get(f"{server.url}queries/none").status_code == 404
    assert "<table>" in httpx.get(url, headers={"Accept": "text/html"}).text


def test_rdflib_asks_it_as_a_store(server: Serving) -> None:
    """A client that others wrote."""
    store = SPARQLStore(f"{server.url}sparql")
    rows = list(
        rdflib.Graph(store).query(f"PREFIX kg: <https://w3id.org/newskg/ontology#> {NAMES}")
    )
    assert [str(row[0]) for row in rows] == ["Alba", "Bruma"]  # type: ignore[index]


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_sparqlwrapper_asks_it(server: Serving, form: str) -> None:
    """Another client that others wrote, in each of its forms."""
    wrapper = pytest.importorskip("SPARQLWrapper", reason="install SPARQLWrapper for this test")
    client = wrapper.SPARQLWrapper(f"{server.url}sparql", returnFormat=form)
    client.setQuery(NAMES)
    answer = client.query().convert()
    text = (
        answer.toxml()
        if form == "xml"
        else answer
        if isinstance(answer, bytes)
        else json.dumps(answer)
    )
    assert all(name in str(text) for name in ("Alba", "Bruma"))
