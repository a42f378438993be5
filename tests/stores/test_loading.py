"""A graph gets whole into real stores, and a store that fails costs its own part and no secret."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdf.sample import CONTENT

from kg.errors import UsageError
from kg.rdf.quads import to_content_quads
from kg.stores.batches import read_graphs
from kg.stores.endpoint import Endpoint, Login, check_url, find_login
from kg.stores.graph_store import GraphStore
from kg.stores.journal import Journal
from kg.stores.load_report import LoadReport
from kg.stores.loading import Loader, LoadOptions
from kg.stores.profiles import PROFILES
from kg.stores.store_types import StoreType

from .servers import Sent, Server, Stub, require_virtuoso, run_oxigraph, run_stub, run_virtuoso

GRAPHS = read_graphs(GraphStore.from_quads(to_content_quads(CONTENT)))
TOTAL = sum(map(len, GRAPHS.values()))
MANY = {
    f"http://example.org/g{n:02}": [
        b'<http://example.org/s%d> <http://example.org/p> "%d" .\n' % (n, n)
    ]
    for n in range(21)
}
DBA = Login(user="dba", password="dba")  # noqa: S106  what a new Virtuoso has


def _load(
    url: str,
    store_type: StoreType,
    *,
    graphs: dict[str, list[bytes]] = GRAPHS,
    login: Login | None = None,
    options: LoadOptions = LoadOptions(),  # noqa: B008  it is frozen
    journal: Path | None = None,
    tries: int = 3,
) -> LoadReport:
    profile = PROFILES[store_type]
    with (
        Endpoint(login, profile.login, tries=tries, timeout=30) as endpoint,
        Journal(journal, url) as taken,
    ):
        return Loader(url, profile, endpoint, options).load(graphs, taken)


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real Oxigraph server."""
    with run_oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real Virtuoso."""
    require_virtuoso()
    with run_virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


WAYS = {
    "add": LoadOptions(),
    "add again": LoadOptions(),
    "compressed": LoadOptions(compressed=True),
    "updates": LoadOptions(update=True),
    "replace": LoadOptions(replace=True),
    "replace by updates": LoadOptions(replace=True, update=True),
}


@pytest.mark.parametrize("way", WAYS)
def test_oxigraph_holds_all_once(oxigraph: Server, way: str) -> None:
    """Whichever way and however often it is loaded, the store counts what the graph has."""
    report = _load(oxigraph.url, StoreType.OXIGRAPH, options=WAYS[way])
    assert report.complete
    assert report.held == {name: len(lines) for name, lines in GRAPHS.items()}


@pytest.mark.parametrize("way", [way for way in WAYS if way != "compressed"])
def test_virtuoso_holds_all_once(virtuoso: Server, way: str) -> None:
    """The same over Digest, with small updates and named graphs alone."""
    report = _load(virtuoso.url, StoreType.VIRTUOSO, login=DBA, options=WAYS[way])
    assert report.complete
    assert report.held == {name: len(lines) for name, lines in GRAPHS.items()}


def test_a_large_graph_gets_into_virtuoso_by_updates_and_by_requests(virtuoso: Server) -> None:
    """5,000 triples, where one update of 2,000 would be refused."""
    lines = sorted(
        b"<http://example.org/s%d> <http://example.org/p> <http://example.org/o> .\n" % n
        for n in range(5000)
    )
    for number, options in enumerate([LoadOptions(), LoadOptions(update=True)]):
        graph = f"http://example.org/large{number}"
        report = _load(
            virtuoso.url, StoreType.VIRTUOSO, login=DBA, options=options, graphs={graph: lines}
        )
        assert (report.complete, report.held) == (True, {graph: 5000})


@pytest.mark.parametrize("login", [None, Login(user="dba", password="wrong")])  # noqa: S106
def test_a_wrong_password_is_told_without_the_password(virtuoso: Server, login: Login) -> None:
    """The sentence names the variables to set."""
    with pytest.raises(UsageError, match="KG_STORE_USER") as caught:
        _load(virtuoso.url, StoreType.VIRTUOSO, login=login)
    assert "wrong" not in str(caught.value)


def test_replacing_leaves_nothing_of_before(oxigraph: Server) -> None:
    """With --replace a graph holds what was sent and nothing else."""
    name = "http://example.org/replaced"
    first = [b'<http://example.org/a> <http://example.org/p> "1" .\n']
    second = [b'<http://example.org/b> <http://example.org/p> "2" .\n']
    _load(oxigraph.url, StoreType.OXIGRAPH, graphs={name: first})
    added = _load(oxigraph.url, StoreType.OXIGRAPH, graphs={name: second})
    assert (added.complete, added.held) == (True, {name: 2})
    replaced = _load(
        oxigraph.url, StoreType.OXIGRAPH, graphs={name: second}, options=LoadOptions(replace=True)
    )
    assert (replaced.complete, replaced.held) == (True, {name: 1})


def test_a_server_killed_in_mid_load_is_told_and_the_next_run_sends_the_rest(
    tmp_path: Path,
) -> None:
    """What the journal has is in the store that starts again, and is not sent twice."""
    graphs = {
        f"http://example.org/k{n}": sorted(
            b'<http://example.org/s%d> <http://example.org/p> "%s" .\n' % (i, b"x" * 400)
            for i in range(n * 1000, n * 1000 + 1000)
        )
        for n in range(8)
    }
    data, journal = tmp_path / "data", tmp_path / "journal.jsonl"
    with run_oxigraph(data) as server:
        profile = PROFILES[StoreType.GENERIC]
        with Endpoint(None, "basic", tries=2) as endpoint, Journal(journal, "store") as taken:
            loader = Loader(
                f"{server.url}/store",
                profile,
                endpoint,
                LoadOptions(query_url=f"{server.url}/query"),
            )
            report = loader.load(graphs, taken, lambda n: server.kill() if n == 3000 else None)
    assert (report.complete, report.loaded) == (False, 3000)
    assert report.stopped
    with (
        run_oxigraph(data) as server,
        Endpoint(None, "basic") as endpoint,
        Journal(journal, "store") as taken,
    ):
        options = LoadOptions(query_url=f"{server.url}/query")
        report = Loader(f"{server.url}/store", profile, endpoint, options).load(graphs, taken)
    assert (report.complete, report.loaded, report.skipped) == (True, 5000, 3000)
    assert report.held == dict.fromkeys(graphs, 1000)


def test_a_flaky_store_gets_everything() -> None:
    """503 and 429 with Retry-After, a broken connection: tried again, each a bounded number of times."""
    trouble = {2: (503, {"Retry-After": "0"}), 4: (429, {"Retry-After": "0"}), 6: None}
    with run_stub(lambda n, _: trouble.get(n, (204, {}))) as stub:
        report = _load(stub.url, StoreType.VIRTUOSO, graphs=MANY)
    assert (report.complete, report.loaded) == (True, len(MANY))
    assert len(stub.writes) == 1 + len(MANY) + len(trouble)  # a probe comes first


def test_what_is_refused_is_named_and_the_next_run_sends_only_that(tmp_path: Path) -> None:
    """Every seventh graph is refused; then nothing is."""
    journal = tmp_path / "journal.jsonl"
    refused = {f"http://example.org/g{n:02}" for n in (3, 10, 17)}

    def refuse(_: int, sent: Sent) -> tuple[int, dict[str, str]]:
        return (409 if sent.query["graph-uri"][0] in refused else 201), {}

    with run_stub(refuse) as stub:
        report = _load(stub.url, StoreType.VIRTUOSO, graphs=MANY, journal=journal)
        assert {name for r in report.refusals for name in r.graphs} == refused
        assert (report.complete, report.stopped, report.loaded) == (False, "", len(MANY) - 3)
        stub.sent.clear()
        stub.answer = lambda *_: (204, {})
        report = _load(stub.url, StoreType.VIRTUOSO, graphs=MANY, journal=journal)
    assert (report.complete, report.loaded, report.skipped) == (True, 3, len(MANY) - 3)
    assert {s.query["graph-uri"][0] for s in stub.writes[1:]} == refused


def test_a_full_store_stops_the_load() -> None:
    """After three refusals in a row the rest is not tried."""
    with run_stub(lambda n, _: (204, {}) if n <= 5 else (507, {})) as stub:
        report = _load(stub.url, StoreType.VIRTUOSO, graphs=MANY)
    assert (report.complete, report.loaded, len(report.refusals)) == (False, 4, 3)
    assert "3 batches in a row" in report.stopped


def test_a_slow_store_is_given_up_in_time() -> None:
    """No answer within the time limit, at every try."""
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with Endpoint(None, "basic", tries=2, timeout=0.2) as endpoint, Journal(None, url) as taken:
            loader = Loader(url, PROFILES[StoreType.OXIGRAPH], endpoint, LoadOptions())
            report = loader.load(MANY, taken)
    assert (report.complete, report.stopped) == (False, "it did not answer in time")


def test_a_redirect_is_not_followed() -> None:
    """It would take the password to another server."""
    with run_stub(lambda *_: (307, {"Location": "http://example.org/elsewhere"})) as stub:
        with pytest.raises(UsageError, match=r"http://example\.org/elsewhere"):
            _load(stub.url, StoreType.VIRTUOSO, login=DBA)
        assert len(stub.writes) == 1


def test_a_store_without_the_protocol_gets_updates() -> None:
    """Its answer to the first triple decides."""
    with run_stub(lambda _, sent: (405 if "graph" in sent.query else 204, {})) as stub:
        options = LoadOptions(update_url=f"{stub.url}/update")
        report = _load(stub.url, StoreType.GENERIC, options=options)
    assert report.complete
    assert {s.path for s in stub.writes[1:]} == {"/update"}
    assert _read_updates(stub) == _read_expected()


ADDRESSES = {
    # type: (path behind the URL, parameter, how a graph is named there; none where quads are sent)
    StoreType.OXIGRAPH: ("/store", None, None),
    StoreType.VIRTUOSO: ("/sparql-graph-crud-auth", "graph-uri", "{}"),
    StoreType.FUSEKI: ("/data", None, None),
    StoreType.GRAPHDB: ("/statements", None, None),
    StoreType.RDF4J: ("/statements", None, None),
    StoreType.STARDOG: ("/", None, None),
    StoreType.BLAZEGRAPH: ("/", "context-uri", "{}"),
    StoreType.QLEVER: ("/", "graph", "{}"),
    StoreType.NEPTUNE: ("/sparql/gsp/", "graph", "{}"),
    StoreType.GENERIC: ("/", "graph", "{}"),
}


@pytest.mark.parametrize("store_type", StoreType)
def test_each_store_is_asked_in_its_own_way(store_type: StoreType) -> None:
    """Path, graph and type of content are those of the store; the bodies hold the graph."""
    path, parameter, form = ADDRESSES[store_type]
    with run_stub() as stub:
        assert _load(stub.url, store_type).complete
    assert {(s.method, s.path) for s in stub.writes} == {("POST", path)}
    found: set[tuple[str, str]] = set()
    for sent in stub.writes:
        if parameter is None:
            assert sent.headers["content-type"] == "application/n-quads"
            data = rdflib.Dataset()
            data.parse(data=sent.body, format="nquads")
            found |= {(" ".join(t.n3() for t in q[:3]), str(q[3])) for q in data.quads()}
        else:
            assert form is not None
            assert sent.headers["content-type"] == "application/n-triples"
            graph = rdflib.Graph().parse(data=sent.body, format="nt")
            found |= {(" ".join(t.n3() for t in q), sent.query[parameter][0]) for q in graph}
    assert found == _read_expected()


@pytest.mark.parametrize(
    ("store_type", "method", "path"),
    [
        (StoreType.RDF4J, "DELETE", "/statements"),
        (StoreType.QLEVER, "DELETE", "/"),
        (StoreType.BLAZEGRAPH, "POST", "/"),
    ],
)
def test_a_graph_is_emptied_in_the_way_of_its_store(
    store_type: StoreType, method: str, path: str
) -> None:
    """By DELETE on the graph, whose name RDF4J wants in brackets, or by an update."""
    with run_stub() as stub:
        assert _load(stub.url, store_type, options=LoadOptions(replace=True)).complete
    emptied = stub.writes[1 : 1 + len(GRAPHS)]
    assert {(s.method, s.path) for s in emptied} == {(method, path)}
    if store_type is StoreType.RDF4J:
        assert {s.query["context"][0] for s in emptied} == {f"<{name}>" for name in GRAPHS}
    if method == "POST":
        assert {s.update for s in emptied} == {f"DROP SILENT GRAPH <{name}>" for name in GRAPHS}


@pytest.mark.parametrize("store_type", [StoreType.RDF4J, StoreType.FUSEKI, StoreType.BLAZEGRAPH])
def test_updates_hold_the_graph(store_type: StoreType) -> None:
    """As a form or as they are, in the words of SPARQL."""
    with run_stub() as stub:
        assert _load(stub.url, store_type, options=LoadOptions(update=True)).complete
    assert _read_updates(stub) == _read_expected()


def test_a_token_is_sent_as_one() -> None:
    """QLever and others take no password."""
    with run_stub() as stub:
        _load(stub.url, StoreType.QLEVER, login=Login(token="t0"))  # noqa: S106
    assert {s.headers["authorization"] for s in stub.writes} == {"Bearer t0"}


def test_a_login_is_found_in_environment_or_netrc(tmp_path: Path) -> None:
    """A token first, then a user, then the entry of the host in netrc; never printed."""
    file = tmp_path / "netrc"
    file.write_text("machine store.example login jane password s3cret\n")
    file.chmod(0o600)
    netrc = {"NETRC": str(file)}
    assert find_login("http://store.example:80/x", netrc) == Login(user="jane", password="s3cret")  # noqa: S106
    assert find_login("http://other.example", netrc) is None
    assert find_login("http://store.example", {**netrc, "KG_STORE_USER": "joe"}) == Login(
        user="joe"
    )
    assert find_login("http://store.example", {**netrc, "KG_STORE_TOKEN": "t"}) == Login(token="t")  # noqa: S106
    assert "s3cret" not in repr(find_login("http://store.example", netrc))


@pytest.mark.parametrize(
    "url",
    [
        "localhost:7878",
        "ftp://a.example",
        "http://u:s3cret@a.example",
        "http://a.example/?x=1",
        "http://[a",
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_a_secret(url: str) -> None:
    """One sentence, and no password in it."""
    with pytest.raises(UsageError) as caught:
        check_url(url)
    assert "s3cret" not in str(caught.value)


def test_a_journal_of_another_store_or_cut_off_says_nothing(tmp_path: Path) -> None:
    """A half line is no entry; a file that is no journal is not written to."""
    path = tmp_path / "journal.jsonl"
    with Journal(path, "http://a.example") as journal:
        journal.add("d1")
    with path.open("a") as stream:
        stream.write('{"batch": "d2", "sto')
    with Journal(path, "http://a.example") as journal:
        assert ("d1" in journal, "d2" in journal) == (True, False)
    with Journal(path, "http://b.example") as journal:
        assert "d1" not in journal
    other = tmp_path / "notes.txt"
    other.write_text("Dear Jane\n")
    with pytest.raises(UsageError, match="no journal"):
        Journal(other, "http://a.example")
    assert other.read_text() == "Dear Jane\n"


def _run_command(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg.cli", "load", *map(str, arguments)]
    environment = {**os.environ, "KG_STORE_USER": "jane", "KG_STORE_PASSWORD": "s3cret"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_the_command_tells_what_became_of_it(tmp_path: Path) -> None:
    """Exit codes 0, 3 and 1; JSON on demand; the password in nothing that is printed."""
    graph = tmp_path / "graph.nq"
    graph.write_bytes(
        b"".join(line[:-2] + f"<{n}> .\n".encode() for n, ls in MANY.items() for line in ls)
    )
    with run_stub() as stub:
        options = ["--to", stub.url, "--store-type", "virtuoso", "--tries", "1"]
        fine = _run_command(graph, *options, "--json")
        stub.answer = lambda _, sent: (
            400 if sent.query["graph-uri"][0].endswith("05") else 204,
            {},
        )
        partly = _run_command(graph, *options)
        dry = _run_command(graph, *options, "--dry-run", "--replace")
        before = len(stub.sent)
    gone = _run_command(graph, *options)
    assert fine.returncode == 0
    assert json.loads(fine.stdout)["loaded"] == len(MANY)
    assert partly.returncode == 3
    assert "<http://example.org/g05>" in partly.stderr
    assert (gone.returncode, gone.stderr.count("Traceback")) == (1, 0)
    assert dry.stdout.count("curl -X POST") == dry.stdout.count("curl -X DELETE") == len(MANY)
    assert before == len(stub.sent)
    for done in (fine, partly, dry, gone):
        assert "s3cret" not in done.stdout + done.stderr


def _read_expected() -> set[tuple[str, str]]:
    """(triple, graph) of what is loaded, as rdflib reads it."""
    return {
        (" ".join(term.n3() for term in triple), name)
        for name, lines in GRAPHS.items()
        for triple in rdflib.Graph().parse(data=b"".join(lines), format="nt")
    }


def _read_updates(stub: Stub) -> set[tuple[str, str]]:
    """The same, of the updates that a stub was sent, run by an engine of SPARQL."""
    store = ox.Store()
    for sent in stub.writes:
        if "INSERT" in sent.update:
            store.update(sent.update)
    graphs = {
        name.value: store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name)
        for name in store.named_graphs()
        if isinstance(name, ox.NamedNode)
    }
    return {
        (" ".join(term.n3() for term in triple), name)
        for name, content in graphs.items()
        for triple in rdflib.Graph().parse(data=content, format="nt")
    }
