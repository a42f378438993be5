"""A line to a real store that fails as it is told to."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx

_PASSED = ("authorization", "content-type", "content-encoding", "accept")
_RETURNED = ("content-type", "www-authenticate")


@contextlib.contextmanager
def run_proxy(target: str, fail: Callable[[int], int | str | None]) -> Iterator[str]:
    """The address of a proxy of the store at `target`.

    `fail` says what becomes of the nth write: None passes it on, a number answers with that status
    instead, "lost" passes it on and breaks the connection before the answer.
    """
    writes = 0
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            nonlocal writes
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            trouble: int | str | None = None
            if not body.startswith(b"query="):
                with lock:
                    writes += 1
                    trouble = fail(writes)
            if isinstance(trouble, int):
                self._say(trouble, {"Retry-After": "0"}, b"")
                return
            headers = {name: self.headers[name] for name in _PASSED if name in self.headers}
            answer = httpx.request(
                self.command, target + self.path, headers=headers, content=body, timeout=60
            )
            if trouble == "lost":
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            told = {name: answer.headers[name] for name in _RETURNED if name in answer.headers}
            self._say(answer.status_code, told, answer.content)

        do_POST = do_PUT = do_DELETE = do_GET = _pass  # noqa: N815  names of the standard library

        def _say(self, status: int, headers: dict[str, str], content: bytes) -> None:
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
