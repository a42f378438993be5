"""serve(): a graph over HTTP until the process is told to stop."""

import contextlib
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn

from kg.errors import UsageError
from kg.serving.app import make_app
from kg.serving.options import ServeOptions
from kg.stores.graph_store import open_graph


def serve(graph: Path, options: ServeOptions, on_ready: Callable[[str], None]) -> None:
    """Serves a graph file or a store folder; `on_ready` hears the address once it answers.

    Updates, where the options allow them, change a copy of a file, never the file or a store.

    A file is read once, into a temporary store on disk that all workers share. Returns after SIGINT
    or SIGTERM. Raises GraphError for a graph that cannot be read, UsageError where the address is
    taken or an open address has no token.
    """
    options.check()
    if options.updates and graph.is_dir():
        raise UsageError(
            f"'{graph}' is a store, whose graph is that of its documents; write it to a file"
            " (kg build --store STORE -o graph.nq) and serve that with --update."
        )
    with _open_store(graph) as store:
        _Server(_configure(store, options), on_ready).run([_listen(options)])


def _configure(store: Path, options: ServeOptions) -> uvicorn.Config:
    return uvicorn.Config(
        make_app(store, options),
        log_level="error",
        access_log=False,
        server_header=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=2,
        limit_concurrency=256,
        h11_max_incomplete_event_size=64 * 1024,  # the head of a request
        http="h11",
        ws="none",
    )


def _listen(options: ServeOptions) -> socket.socket:
    """The open socket; UsageError where the address cannot be had."""
    family = socket.AF_INET6 if ":" in options.address else socket.AF_INET
    try:
        listening = socket.create_server((options.address.strip("[]"), options.port), family=family)
        # Connections inherit it; without it the body of an answer waits 40 ms for its head to be taken.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening
    except OSError as error:
        raise UsageError(
            f"The address {options.address}:{options.port} cannot be used ({error.strerror}); give"
            " another --port or --listen."
        ) from error


class _Server(uvicorn.Server):
    """Tells when it is ready."""

    def __init__(self, config: uvicorn.Config, on_ready: Callable[[str], None]) -> None:
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, then tells the address, with the port that a port of 0 became."""
        await super().startup(sockets)
        if self.started and sockets:
            host, port = sockets[0].getsockname()[:2]
            self._on_ready(f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/")


@contextlib.contextmanager
def _open_store(graph: Path) -> Iterator[Path]:
    """The folder of an Oxigraph store with the graph; a temporary one unless it is one already."""
    if graph.is_dir():
        open_graph(graph)  # what is wrong with it is told before anything listens
        yield graph
        return
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as name:
        folder = Path(name) / "store"
        open_graph(graph).copy_to(folder)
        yield folder
