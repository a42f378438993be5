"""How long `kg load` takes beside a bare curl of the same file, into a new Oxigraph server each.

    python benchmarks/load.py [--triples 1000000] [--rounds 1]

The file is the graph of the seed articles, repeated with other names until it is large enough. Both
send it to a server of the same kind on loopback, in turns; the ratio is what counts.
"""

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PORT = 7899
URL = f"http://127.0.0.1:{PORT}"


def make_file(path: Path, triples: int) -> int:
    """Writes N-Quads of at least that many triples; returns their number."""
    import kg

    graph = path.with_name("seeds.nq")
    kg.build([ROOT / "seeds" / "articles"]).write(graph)
    lines = graph.read_text(encoding="utf-8").splitlines()
    written = 0
    with path.open("w", encoding="utf-8") as stream:
        while written < triples:
            for line in lines:
                stream.write(line.replace("/id/", f"/id/copy{written // len(lines)}-") + "\n")
            written += len(lines)
    return written


@contextlib.contextmanager
def run_oxigraph() -> Iterator[int]:
    """A new and empty Oxigraph server at URL; its process."""
    with tempfile.TemporaryDirectory() as folder:
        program = str(Path(sys.executable).with_name("oxigraph"))
        server = subprocess.Popen(
            [program, "serve", "-l", folder, "-b", f"127.0.0.1:{PORT}"],
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait()
            yield server.pid
        finally:
            server.kill()
            server.wait()


def _wait() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{URL}/query?query=ASK%7B%7D")  # noqa: S310 - loopback
        except OSError:
            time.sleep(0.1)
        else:
            return


def read_processor_seconds(pid: int) -> float:
    """What a process has used so far, of all its threads."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def time_load(command: list[str]) -> tuple[float, float, float]:
    """Seconds by the clock, and of processor by the command and by a new server."""
    with run_oxigraph() as server:
        started, before = time.perf_counter(), os.times()
        spent = read_processor_seconds(server)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = os.times()
        own = after.children_user + after.children_system
        own -= before.children_user + before.children_system
        return time.perf_counter() - started, own, read_processor_seconds(server) - spent


def main() -> None:
    """Times both in turns and prints the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        triples = make_file(path, asked.triples)
        curl = ["curl", "-sf", "-H", "Content-Type: application/n-quads"]
        curl += ["--data-binary", f"@{path}", f"{URL}/store"]
        load = [sys.executable, "-m", "kg.cli", "load", str(path), "--to", URL, "--quiet"]
        load += ["--store-type", "oxigraph"]
        commands = {"curl": curl, "kg load": load}
        runs: dict[str, list[tuple[float, float, float]]] = {name: [] for name in commands}
        for _ in range(asked.rounds):
            for name, command in commands.items():
                runs[name].append(time_load(command))
    print(f"{triples:,} triples; kg load with its count check")
    ends: dict[str, tuple[float, float]] = {}
    for name, figures in runs.items():
        clock, own, server = (statistics.median(column) for column in zip(*figures, strict=True))
        ends[name] = clock, own + server
        print(
            f"{name:8} {clock:6.1f} s by the clock; processor {own:.1f} s, the server's {server:.1f} s"
        )
    for number, what in enumerate(("clock", "processor seconds")):
        ratio = ends["curl"][number] / ends["kg load"][number]
        print(f"kg load has {ratio:.2f} of the speed of curl by {what}")


if __name__ == "__main__":
    main()
