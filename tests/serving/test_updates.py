"""Updates, where they are asked for: with a token, of a copy, whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.serving import ServeOptions

from .conftest import Serving, run_server

TOKEN = {"Authorization": "Bearer s3cret"}
UPDATE = "application/sparql-update"
INSERT = "INSERT DATA { <a:new> rdfs:label 'New' }"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the updated graph is written to."""
    return tmp_path_factory.mktemp("saved") / "graph.nq"


@pytest.fixture(scope="module")
def writable(graph: Path, saved: Path) -> Iterator[Serving]:
    """A server that takes updates."""
    options = ("--workers", "1", "--update", "--save", str(saved), "--memory", "256")
    with run_server(graph, *options, token="s3cret") as server:  # noqa: S106
        yield server


def _send(server: Serving, update: str, **headers: str) -> httpx.Response:
    return httpx.post(
        f"{server.url}sparql",
        content=update.encode(),
        headers={**TOKEN, "Content-Type": UPDATE, **headers},
        timeout=60,
    )


def _ask(server: Serving, query: str) -> bool:
    answer = httpx.get(f"{server.url}sparql", params={"query": query}, headers=TOKEN, timeout=60)
    return bool(answer.json()["boolean"])


def test_an_update_is_seen_and_saved_and_leaves_the_file_alone(
    writable: Serving, graph: Path, saved: Path
) -> None:
    """By each form of the protocol; a later query sees it at once."""
    before = graph.read_bytes()
    assert _send(writable, INSERT).status_code == 204
    assert _ask(writable, "ASK { <a:new> rdfs:label 'New' }")
    form = httpx.post(
        f"{writable.url}sparql",
        data={
            "update": "DELETE WHERE { <a:new> ?p ?o } ; INSERT DATA { GRAPH <a:g> { <a:x> <a:y> 1 } }"
        },
        headers=TOKEN,
        timeout=60,
    )
    assert form.status_code == 204
    assert _ask(
        writable, "ASK { FILTER NOT EXISTS { <a:new> ?p ?o } GRAPH <a:g> { <a:x> <a:y> 1 } }"
    )
    assert graph.read_bytes() == before
    written = set(ox.parse(path=saved, format=ox.RdfFormat.N_QUADS))
    read = set(ox.parse(path=graph, format=ox.RdfFormat.N_QUADS))
    assert len(written - read) == 1
    assert not read - written


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("INSERT", 400),
        ("ASK {}", 400),
        ("LOAD <http://127.0.0.1:9/>", 400),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400),
        ("INSERT DATA { " + "{" * 5000 + "}" * 5000 + " }", 400),
        ("INSERT DATA { <a:a> <a:a> 1 } ; CREATE GRAPH <a:a> ; CREATE GRAPH <a:a>", 400),
    ],
)
def test_what_is_refused_changes_nothing(writable: Serving, update: str, status: int) -> None:
    """Not even the first of several operations, when a later one fails."""
    answer = _send(writable, update)
    assert (answer.status_code, answer.text.count("\n")) == (status, 1)
    assert _ask(writable, "ASK { FILTER NOT EXISTS { <a:a> <a:a> ?o } }")


def test_who_may_not_write_does_not(writable: Serving, server: Serving) -> None:
    """Without the token, from another site, by GET, and where updates were not asked for."""
    url = f"{writable.url}sparql"
    assert _send(writable, INSERT, Authorization="Bearer no").status_code == 401
    assert _send(writable, INSERT, Origin="http://evil.example").status_code == 403
    get = httpx.get(url, params={"update": "DROP ALL"}, headers=TOKEN)
    assert get.status_code == 405
    both = httpx.post(url, data={"update": "DROP ALL", "query": "ASK{}"}, headers=TOKEN)
    assert both.status_code == 400
    using = {"update": "DROP ALL", "using-graph-uri": "a:g"}
    assert httpx.post(url, data=using, headers=TOKEN).status_code == 400
    assert _send(server, INSERT).status_code == 403
    assert _ask(writable, "ASK { ?s a kg:City }")


def test_the_description_tells_of_updates(writable: Serving) -> None:
    """And only where they are taken."""
    turtle = {"Accept": "text/turtle"}
    told = httpx.get(f"{writable.url}sparql", headers={**TOKEN, **turtle}).text
    assert "SPARQL11Update" in told


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (ServeOptions(updates=True), "KG_SERVE_TOKEN"),
        (ServeOptions(save=Path("x.nq")), "--update"),
        (ServeOptions(updates=True, token="t", save=Path("x.ttl")), r"\.nq"),  # noqa: S106
    ],
)
def test_wrong_settings_are_told(options: ServeOptions, words: str) -> None:
    """Before anything listens."""
    with pytest.raises(UsageError, match=words):
        options.check()
