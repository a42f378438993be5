"""Real stores on loopback, and one that fails as it is told to."""

import contextlib
import gzip
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import httpx
import pytest

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
_VIRTUOSO_SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
NumberOfBuffers = 10000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 5
"""


def find_port() -> int:
    """A port of loopback that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A store that runs: its address, its process."""

    url: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """Ends it at once, without a chance to tidy up."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextlib.contextmanager
def run_oxigraph(folder: Path, *options: str) -> Iterator[Server]:
    """An Oxigraph server with its data in `folder`."""
    port = find_port()
    command = [str(OXIGRAPH), "serve", "-l", str(folder), "-b", f"127.0.0.1:{port}", *options]
    yield from _run(command, f"http://127.0.0.1:{port}", "/query?query=ASK%7B%7D")


def require_virtuoso() -> None:
    """Skips where Virtuoso is missing, but fails in CI, where it must not go unnoticed."""
    if shutil.which("virtuoso-t") is None:
        message = "Virtuoso is not installed; 'make stores' installs it."
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


@contextlib.contextmanager
def run_virtuoso(folder: Path) -> Iterator[Server]:
    """A Virtuoso server with its data in `folder`; user and password are dba."""
    port = find_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(
        _VIRTUOSO_SETTINGS.format(folder=folder, port=port, sql_port=find_port()), encoding="utf-8"
    )
    program = shutil.which("virtuoso-t")
    assert program is not None
    command = [program, "+configfile", str(settings), "+foreground"]
    yield from _run(command, f"http://127.0.0.1:{port}", "/sparql?query=ASK%7B%7D")


def _run(command: list[str], url: str, ready: str) -> Iterator[Server]:
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    server = Server(url, process)
    try:
        _wait_until_ready(url + ready, process)
        yield server
    finally:
        server.kill()


def _wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, "the server ended before it answered"
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(url, timeout=5).is_success:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not answer within a minute")


@dataclass(frozen=True)
class Sent:
    """A request as it came: the body without its compression."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes

    @property
    def update(self) -> str:
        """The text of a SPARQL update, whichever way it was sent."""
        if "form" in self.headers.get("content-type", ""):
            return unquote(self.body.decode().removeprefix("update="))
        return self.body.decode()


@dataclass
class Stub:
    """A store that writes down what comes; `answer` decides what it says to the nth write."""

    url: str
    answer: Callable[[int, Sent], tuple[int, dict[str, str]] | None]
    sent: list[Sent] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def writes(self) -> list[Sent]:
        """What came but for queries."""
        return [s for s in self.sent if not s.body.startswith(b"query=")]


@contextlib.contextmanager
def run_stub(
    answer: Callable[[int, Sent], tuple[int, dict[str, str]] | None] = lambda *_: (204, {}),
) -> Iterator[Stub]:
    """A stub on loopback. `answer` gives status and headers; None breaks the connection."""
    stub = Stub("", answer)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _take(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            if headers.get("content-encoding") == "gzip":
                body = gzip.decompress(body)
            parts = urlsplit(self.path)
            sent = Sent(
                self.command,
                parts.path,
                parse_qs(parts.query, keep_blank_values=True),
                headers,
                body,
            )
            stub.sent.append(sent)
            if body.startswith(b"query="):
                self._say(404, {})  # it cannot be asked
                return
            told = stub.answer(len(stub.writes), sent)
            if told is None:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self._say(*told)

        do_POST = do_PUT = do_DELETE = do_GET = _take  # noqa: N815  names of the standard library

        def _say(self, status: int, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": "0"}.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
