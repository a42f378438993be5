"""A server of the demo's kind of graph, run as its users run it."""

import contextlib
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdf.sample import CONTENT

from kg.rdf.writing import write_graph


@dataclass
class Serving:
    """A `kg serve` that runs."""

    url: str
    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        """Name and port."""
        return self.url.removeprefix("http://").rstrip("/")


@contextlib.contextmanager
def run_server(graph: Path, *options: str, token: str = "") -> Iterator[Serving]:
    """Starts `kg serve` on a free port and waits until it tells its address."""
    environment = {**os.environ, "KG_SERVE_TOKEN": token}
    process = subprocess.Popen(
        [sys.executable, "-m", "kg.cli", "serve", str(graph), "--port", "0", *options],
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert process.stderr is not None
        told = process.stderr.readline()
        found = re.search(r"http://\S+/(?= )", told)
        assert found, told + process.stderr.read()
        yield Serving(found[0], process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            raise


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample graph as a file."""
    path = tmp_path_factory.mktemp("serving") / "graph.nq"
    write_graph(CONTENT, path)
    return path


@pytest.fixture(scope="session")
def server(graph: Path) -> Iterator[Serving]:
    """A server with short limits, shared by tests that leave it as it is."""
    with run_server(graph, "--seconds", "1", "--memory", "256", "--rows", "50") as serving:
        yield serving
