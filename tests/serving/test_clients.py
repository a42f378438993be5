"""Clients that nobody here wrote get the hand-checked answers from kg serve and from loaded stores."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from stores.servers import require_virtuoso, run_oxigraph, run_virtuoso

from kg.queries import load_queries
from kg.stores.batches import read_graphs
from kg.stores.endpoint import Endpoint, Login
from kg.stores.graph_store import open_graph
from kg.stores.journal import Journal
from kg.stores.loading import Loader, LoadOptions
from kg.stores.profiles import PROFILES
from kg.stores.store_types import StoreType

from .conftest import run_server

GOLDEN = Path(__file__).parents[1] / "queries" / "golden"
COMUNICA = Path(__file__).parents[2] / "build/clients/node_modules/.bin/comunica-sparql"
ASKED = ("posts", "investments", "series", "links", "progress", "cooperation")
CASES = [
    case
    for case in json.loads((GOLDEN / "answers.json").read_text(encoding="utf-8"))
    if case["query"] in ASKED and case["given"] and case["rows"]
]
Rows = list[list[str | None]]


def _load(url: str, store_type: StoreType, login: Login | None) -> str:
    """Loads the golden graph; the address to ask."""
    profile = PROFILES[store_type]
    graphs = read_graphs(open_graph(GOLDEN / "golden.nq"))
    with Endpoint(login, profile.login) as endpoint, Journal(None, url) as taken:
        assert Loader(url, profile, endpoint, LoadOptions()).load(graphs, taken).complete
    return url + profile.queries


@pytest.fixture(scope="module", params=["kg serve", "oxigraph", "virtuoso"])
def endpoint(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of an endpoint over the golden graph."""
    if request.param == "kg serve":
        with run_server(GOLDEN / "golden.nq", "--workers", "1") as server:
            yield f"{server.url}sparql"
    elif request.param == "oxigraph":
        with run_oxigraph(tmp_path_factory.mktemp("clients"), "--union-default-graph") as store:
            yield _load(store.url, StoreType.OXIGRAPH, None)
    else:
        require_virtuoso()
        with run_virtuoso(tmp_path_factory.mktemp("clients")) as store:
            login = Login(user="dba", password="dba")  # noqa: S106  what a new Virtuoso has
            yield _load(store.url, StoreType.VIRTUOSO, login)


def _read_json(answer: dict[str, Any], columns: tuple[str, ...]) -> Rows:
    rows = answer["results"]["bindings"]
    return [[row[name]["value"] if name in row else None for name in columns] for row in rows]


def _ask_sparqlwrapper(url: str, text: str, columns: tuple[str, ...]) -> Rows:
    wrapper = pytest.importorskip("SPARQLWrapper", reason="install SPARQLWrapper for this test")
    client = wrapper.SPARQLWrapper(url, returnFormat="json")
    client.setMethod("POST")
    client.setQuery(text)
    return _read_json(client.query().convert(), columns)


def _ask_rdflib(url: str, text: str, columns: tuple[str, ...]) -> Rows:
    answer = rdflib.Graph(SPARQLStore(url, method="POST_FORM", returnFormat="json")).query(text)
    return [
        [None if row.get(name) is None else str(row.get(name)) for name in columns]  # type: ignore[union-attr]
        for row in answer
    ]


def _ask_comunica(url: str, text: str, columns: tuple[str, ...]) -> Rows:
    if shutil.which("node") is None or not COMUNICA.exists():
        pytest.skip("comunica needs Node; 'make clients' installs it.")
    command = [str(COMUNICA), f"sparql@{url}", text, "-t", "application/sparql-results+json"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=120, env={**os.environ}
    )
    assert done.returncode == 0, done.stderr
    return _read_json(json.loads(done.stdout), columns)


CLIENTS: dict[str, Callable[[str, str, tuple[str, ...]], Rows]] = {
    "SPARQLWrapper": _ask_sparqlwrapper,
    "rdflib": _ask_rdflib,
}


@pytest.mark.parametrize("client", CLIENTS)
def test_a_client_gets_the_right_answers(endpoint: str, client: str) -> None:
    """Those of several named queries, over the whole graph, in order."""
    for case in CASES:
        query = load_queries()[case["query"]]
        rows = CLIENTS[client](endpoint, query.write_sparql(case["given"]), query.columns)
        assert rows == case["rows"], case["query"]


def test_comunica_gets_the_right_answers(endpoint: str) -> None:
    """It plans the query itself and asks the endpoint for what it needs."""
    text = (
        "PREFIX kg: <https://w3id.org/newskg/ontology#>"
        " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
        " SELECT ?who ?target ?value WHERE { ?investor kg:investsIn ?object ; rdfs:label ?who ."
        " ?object rdfs:label ?target . ?s <http://www.w3.org/1999/02/22-rdf-syntax-ns#object> ?object ;"
        " kg:amount/kg:value ?value ; kg:modality kg:Actual } ORDER BY DESC(?value)"
    )
    rows = _ask_comunica(endpoint, text, ("who", "target", "value"))
    assert rows == [
        ["Norvik Ports", "Guoyuan Dry Port", "2000000000"],
        ["Zenda Bank", "Tarka Foods", "500000000"],
        ["Tarka Foods", "Chongqing", "300000000"],
        ["Tarka Foods", "digital economy", "40000000"],
    ]
    case = next(case for case in CASES if case["query"] == "investments")
    query = load_queries()["investments"]
    assert _ask_comunica(endpoint, query.write_sparql(case["given"]), query.columns) == case["rows"]
