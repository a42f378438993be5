"""Other sites, other names, hostile queries and half requests leave the server and the graph alone."""

import contextlib
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pytest

from .conftest import Serving, run_server

ASK = {"query": "ASK {}"}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost"}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example"}, 403),
        ({"Host": ""}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
    ],
)
def test_pages_of_other_sites_get_nothing(
    server: Serving, headers: dict[str, str], status: int
) -> None:
    """By foreign Origin, by what the browser tells, or by a name that was made to lead here."""
    answer = httpx.get(f"{server.url}sparql", params=ASK, headers=headers)
    assert answer.status_code == status
    assert "access-control-allow-origin" not in answer.headers


def test_the_own_origin_is_welcome(server: Serving) -> None:
    """A page of this server may ask it."""
    headers = {"Origin": f"http://{server.host}"}
    assert httpx.get(f"{server.url}sparql", params=ASK, headers=headers).status_code == 200


def test_a_preflight_gives_nothing(server: Serving) -> None:
    """No header of CORS is ever sent."""
    headers = {"Origin": f"http://{server.host}", "Access-Control-Request-Method": "POST"}
    answer = httpx.options(f"{server.url}sparql", headers=headers)
    assert answer.status_code == 405
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_a_token_is_asked_for(graph: Path) -> None:
    """As a bearer or as a password; without it nothing is answered."""
    with run_server(graph, "--workers", "1", token="s3cret") as server:  # noqa: S106
        url = f"{server.url}sparql"
        refused = httpx.get(url, params=ASK)
        assert (refused.status_code, refused.headers["www-authenticate"][:5]) == (401, "Basic")
        for auth in (("jane", "wrong"), ("s3cret", "")):
            assert httpx.get(url, params=ASK, auth=auth).status_code == 401
        assert httpx.get(url, params=ASK, auth=("jane", "s3cret")).status_code == 200
        bearer = {"Authorization": "Bearer s3cret"}
        assert httpx.get(url, params=ASK, headers=bearer).status_code == 200


@pytest.mark.parametrize("address", ["0.0.0.0", "203.0.113.1", "::"])  # noqa: S104  it is refused
def test_an_open_address_needs_a_token(graph: Path, address: str) -> None:
    """Exit code 2 and a sentence, before anything listens."""
    command = [sys.executable, "-m", "kg.cli", "serve", str(graph), "--listen", address]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "KG_SERVE_TOKEN" in done.stderr


def test_a_taken_port_is_told(server: Serving, graph: Path) -> None:
    """Exit code 2 and another port proposed."""
    port = server.host.rpartition(":")[2]
    command = [sys.executable, "-m", "kg.cli", "serve", str(graph), "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "--port" in done.stderr


def _join(count: int) -> str:
    """A query whose answer grows with a power of the graph."""
    patterns = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(count))
    return f"SELECT (COUNT(*) AS ?n) {{ {patterns} }}"


HOSTILE = {
    "braces": "SELECT * { " + "{" * 5000 + "}" * 5000 + " }",
    "brackets": "ASK { FILTER(" + "(" * 5000 + "1" + ")" * 5000 + ") }",
    "not": "ASK { FILTER(" + "!" * 20000 + "true) }",
    "plus": "ASK { FILTER(" + "1+" * 8000 + "1) }",
    "or": "ASK { FILTER(" + "true || " * 8000 + "true) }",
    "union": "SELECT * { {} " + "UNION {} " * 8000 + "}",
    "path": "SELECT * { ?s " + "/".join(["<a:p>"] * 6000) + " ?o }",
    "cross product": _join(6),
    "sorted cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a",
    "doubled text": "SELECT ?x40 { BIND('xxxxxxxxxx' AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{n},?x{n}) AS ?x{n + 1})" for n in range(40)) + " }",
    "service": "SELECT * { SERVICE <CANARY> { ?s ?p ?o } }",
    "silent service": "SELECT * { service\n#x\nSILENT <CANARY> { ?s ?p ?o } }",
    "escaped service": "SELECT * { \\u0053ERVICE <CANARY> { ?s ?p ?o } }",
    "load": "LOAD <CANARY>",
    "from": "SELECT * FROM <CANARY> { ?s ?p ?o }",
    "from named": "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "insert": "INSERT DATA { <a:a> <a:a> <a:a> }",
    "two": "ASK {} ; DROP ALL",
    "long": "ASK { # " + "x" * 300_000 + "\n}",
    "no text": "\x00\x01\ufffe",
}  # fmt: skip


@contextlib.contextmanager
def _listen_for_requests() -> Iterator[tuple[str, list[str]]]:
    """A server that nobody should ask, and what it was asked."""
    fetched: list[str] = []

    class Canary(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            fetched.append(self.path)

        do_POST = do_GET  # noqa: N815  a name of the standard library

    canary = HTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=canary.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{canary.server_address[1]}/", fetched
    finally:
        canary.shutdown()
        canary.server_close()


def test_hostile_queries_end_nothing_write_nothing_fetch_nothing(server: Serving) -> None:
    """Twenty kinds; after each the same process answers at once, with as many triples as before."""
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = httpx.get(f"{server.url}sparql", params={"query": count}).json()
    with _listen_for_requests() as (address, fetched):
        for kind, query in HOSTILE.items():
            text = query.replace("CANARY", address)
            answer = httpx.post(f"{server.url}sparql", data={"query": text}, timeout=30)
            assert answer.status_code in (400, 403, 413, 500, 504), kind
            assert server.process.poll() is None, kind
            again = httpx.get(f"{server.url}sparql", params={"query": count}, timeout=30)
            assert again.json() == before, kind
    assert fetched == []


FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
# (method, address, headers, body): twenty kinds of requests that are refused at once
BAD: list[tuple[str, str, dict[str, str], bytes]] = [
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["braces"].encode()),
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["not"].encode()),
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["union"].encode()),
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["service"].encode()),
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["escaped service"].encode()),
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["from named"].encode()),
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["load"].encode()),
    ("POST", "sparql", {"Content-Type": DIRECT}, HOSTILE["insert"].encode()),
    ("POST", "sparql", {"Content-Type": "application/sparql-update"}, b"DROP ALL"),
    ("POST", "sparql", {"Content-Type": FORM}, b"update=CLEAR+ALL"),
    ("POST", "sparql", {"Content-Type": FORM}, b"query=%ff%fe&query=ASK{}"),
    ("POST", "sparql", {"Content-Type": DIRECT}, b"\xff\xfe\x00ASK{}"),
    ("POST", "sparql", {"Content-Type": "multipart/form-data"}, b"x" * 1000),
    ("GET", "sparql?query=ASK%7B%7D&default-graph-uri=CANARY", {}, b""),
    ("GET", "sparql?query=ASK%7B%7D", {"Origin": "http://evil.example"}, b""),
    ("GET", "sparql?query=ASK%7B%7D", {"Host": "evil.example"}, b""),
    ("PUT", "sparql?graph=CANARY", {"Content-Type": "text/turtle"}, b"<a:a> <a:a> <a:a> ."),
    ("GET", "assets/..%2f..%2f..%2f..%2fetc%2fpasswd", {}, b""),
    ("GET", "about?iri=file%3A%2F%2F%2Fetc%2Fpasswd", {}, b""),
    ("GET", "queries/..%2fposts?person=%22%20%7D%20DROP%20ALL", {}, b""),
]


def test_a_thousand_bad_requests_leave_it_up(server: Serving, graph: Path) -> None:
    """Twenty kinds, fifty of each: every one refused, by one process, nothing fetched or written."""
    count = {"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}
    before = httpx.get(f"{server.url}sparql", params=count).json()
    file = graph.read_bytes()
    with _listen_for_requests() as (address, fetched), httpx.Client(timeout=30) as client:
        for number in range(1000):
            method, path, headers, body = BAD[number % len(BAD)]
            answer = client.request(
                method,
                server.url + path.replace("CANARY", address),
                headers=headers,
                content=body.replace(b"CANARY", address.encode()),
            )
            assert 400 <= answer.status_code < 500, (BAD[number % len(BAD)], answer.text)
            assert "root:" not in answer.text
    assert fetched == []
    assert server.process.poll() is None
    assert httpx.get(f"{server.url}sparql", params=count).json() == before
    assert graph.read_bytes() == file


def test_half_requests_do_not_keep_others_out(server: Serving) -> None:
    """Sixty connections that send half a head and wait."""
    port = int(server.host.rpartition(":")[2])
    with contextlib.ExitStack() as stack:
        for _ in range(60):
            half = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            half.sendall(b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n")
        started = time.monotonic()
        assert httpx.get(f"{server.url}sparql", params=ASK).status_code == 200
        assert time.monotonic() - started < 5


def test_a_body_longer_than_it_says_is_cut_off(server: Serving) -> None:
    """A body without a length is read up to the limit and no further."""

    def stream() -> object:
        for _ in range(600):
            yield b"x" * 10_000

    headers = {"Content-Type": "application/sparql-query"}
    with contextlib.suppress(httpx.TransportError):  # it may close before all was sent
        answer = httpx.post(f"{server.url}sparql", content=stream(), headers=headers)  # type: ignore[arg-type]
        assert answer.status_code == 413
    assert httpx.get(f"{server.url}sparql", params=ASK).status_code == 200


def test_when_all_are_busy_the_rest_is_sent_away(graph: Path) -> None:
    """503 with Retry-After, as soon as the queue is full; the server goes on afterwards."""
    with run_server(graph, "--workers", "1", "--seconds", "3") as server:
        slow = {"query": _join(6)}
        statuses: list[int] = []

        def ask() -> None:
            try:
                answer = httpx.get(f"{server.url}sparql", params=slow, timeout=120)
            except httpx.TransportError:  # the test is over and the server gone
                return
            statuses.append(answer.status_code)
            if answer.status_code == 503:
                assert answer.headers["retry-after"] == "1"

        threads = [threading.Thread(target=ask, daemon=True) for _ in range(22)]
        for thread in threads:
            thread.start()
        for _ in range(100):
            if statuses.count(503) >= 5:
                break
            time.sleep(0.1)
        assert statuses.count(503) >= 5


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_server(graph: Path, how: signal.Signals) -> None:
    """However it ends, and in the middle of a query that would run for hours."""
    with run_server(graph, "--workers", "2", "--seconds", "600") as server:
        children = _list_children(server.process.pid)
        assert len(children) == 2
        for _ in range(3):
            ask = threading.Thread(target=_ask_quietly, args=(server, _join(6)), daemon=True)
            ask.start()
        time.sleep(1)
        server.process.send_signal(how)
        server.process.wait(timeout=30)
        for _ in range(100):
            if not any(Path(f"/proc/{pid}").exists() for pid in children):
                break
            time.sleep(0.1)
        assert not [pid for pid in children if Path(f"/proc/{pid}").exists()]


def _list_children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    return [int(child) for child in text.split()]


def _ask_quietly(server: Serving, query: str) -> None:
    with contextlib.suppress(httpx.TransportError):
        httpx.get(f"{server.url}sparql", params={"query": query}, timeout=60)
