"""How long `kg load` takes beside a bare curl of the same file, into a new Oxigraph server each.

    python benchmarks/load.py [--triples 1000000] [--rounds 1]

The file is the graph of the seed articles, repeated with other names until it is large enough. Both
send it to a server of the same kind on loopback, in turns; the ratio is what counts.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
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


def time_load(command: list[str]) -> float:
    """Seconds that a command takes against a server that was just started and is empty."""
    with tempfile.TemporaryDirectory() as folder:
        program = str(Path(sys.executable).with_name("oxigraph"))
        server = subprocess.Popen(
            [program, "serve", "-l", folder, "-b", f"127.0.0.1:{PORT}"],
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait()
            started = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            return time.perf_counter() - started
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
        times: dict[str, list[float]] = {"curl": [], "kg load": []}
        for _ in range(asked.rounds):
            times["curl"].append(time_load(curl))
            times["kg load"].append(time_load(load))
    bare, ours = (statistics.median(times[name]) for name in ("curl", "kg load"))
    print(f"{triples:,} triples: curl {bare:.1f} s, kg load {ours:.1f} s with its count check")
    print(f"kg load has {bare / ours:.2f} of the speed of curl")


if __name__ == "__main__":
    main()
