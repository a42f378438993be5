"""Every shipped query on the golden graph: hand-checked answers, the same in four engines.

`golden/golden.nq` is what kg made of `golden/articles` once (`kg build articles -o golden.nq` in that
folder); it is kept, so that a new rule does not change what these tests ask. `golden/answers.json` was
checked by hand against the articles.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from stores.servers import require_virtuoso, run_oxigraph, run_virtuoso

from kg.queries import NamedQuery, load_queries
from kg.stores.batches import read_graphs
from kg.stores.endpoint import Endpoint, Login
from kg.stores.graph_store import open_graph
from kg.stores.journal import Journal
from kg.stores.loading import Loader, LoadOptions
from kg.stores.profiles import PROFILES
from kg.stores.results import Table
from kg.stores.store_types import StoreType

Rows = list[list[str | None]]
Ask = Callable[[NamedQuery, dict[str, str]], Rows]
GOLDEN = Path(__file__).parent / "golden"
GRAPH = "http://example.org/golden"
CASES = json.loads((GOLDEN / "answers.json").read_text(encoding="utf-8"))
STORE = open_graph(GOLDEN / "golden.nq")


def _ask_embedded(query: NamedQuery, given: dict[str, str]) -> Rows:
    answer = query.run(STORE, given)
    assert isinstance(answer, Table)
    assert answer.variables == query.columns
    return [[None if term is None else _read(term) for term in row] for row in answer.rows]


def _read(term: object) -> str:
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value


def _make_rdflib() -> Ask:
    data = rdflib.Dataset()
    data.parse(GOLDEN / "golden.nq", format="nquads")
    graph = rdflib.Graph()
    for quad in data.quads():
        graph.add(quad[:3])

    def ask(query: NamedQuery, given: dict[str, str]) -> Rows:
        answer = graph.query(query.write_sparql(given))
        names = [str(name) for name in answer.vars or ()]
        places = [names.index(column) for column in query.columns]
        return [
            [None if row[place] is None else str(row[place]) for place in places]  # type: ignore[index]
            for row in answer
        ]

    return ask


def _make_remote(url: str, store_type: StoreType, login: Login | None) -> Ask:
    """Loads the graph by kg into one named graph, and asks the server by the protocol alone."""
    profile = PROFILES[store_type]
    with Endpoint(login, profile.login) as endpoint, Journal(None, url) as taken:
        loader = Loader(url, profile, endpoint, LoadOptions())
        assert loader.load(read_graphs(STORE, GRAPH), taken).complete

    def ask(query: NamedQuery, given: dict[str, str]) -> Rows:
        answer = httpx.post(
            url + profile.queries,
            data={"query": query.write_sparql(given), "default-graph-uri": GRAPH},
            headers={"Accept": "application/sparql-results+json"},
            timeout=60,
        )
        assert answer.status_code == 200, answer.text
        rows: list[dict[str, Any]] = answer.json()["results"]["bindings"]
        return [
            [row[name]["value"] if name in row else None for name in query.columns] for row in rows
        ]

    return ask


@pytest.fixture(scope="module", params=["pyoxigraph", "rdflib", "oxigraph", "virtuoso"])
def ask(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """How one of the engines is asked."""
    if request.param == "pyoxigraph":
        yield _ask_embedded
    elif request.param == "rdflib":
        yield _make_rdflib()
    elif request.param == "oxigraph":
        with run_oxigraph(tmp_path_factory.mktemp("golden")) as server:
            yield _make_remote(server.url, StoreType.OXIGRAPH, None)
    else:
        require_virtuoso()
        with run_virtuoso(tmp_path_factory.mktemp("golden")) as server:
            login = Login(user="dba", password="dba")  # noqa: S106  what a new Virtuoso has
            yield _make_remote(server.url, StoreType.VIRTUOSO, login)


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['query']} {' '.join(case['given'].values())}" for case in CASES]
)
def test_a_query_has_its_hand_checked_answer(ask: Ask, case: dict[str, Any]) -> None:
    """Row by row, in order, dates and what has no value included."""
    assert ask(load_queries()[case["query"]], case["given"]) == case["rows"]


def test_every_query_is_asked_with_an_answer_and_its_parameters() -> None:
    """No query ships unchecked, and no parameter untried."""
    asked = {case["query"] for case in CASES if case["rows"]}
    assert asked == set(load_queries())
    tried = {(case["query"], name) for case in CASES for name in case["given"]}
    known = {(query.name, p.name) for query in load_queries().values() for p in query.parameters}
    assert tried <= known
    assert known - tried == {("statements", "publisher")}  # no article names its publisher


def test_a_value_is_a_term_in_every_engine(ask: Ask) -> None:
    """What would end a string, a block or a query is a name that nothing bears."""
    for name in ('" } DROP ALL {', "\\", '"\n', "?who", "' UNION { ?s ?p ?o } #"):
        assert ask(load_queries()["investments"], {"investor": name}) == []
