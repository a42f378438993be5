"""How long each named query takes on a large graph, in an Oxigraph server on loopback.

    python benchmarks/queries.py [--triples 1000000] [--rounds 3] [--whole]

The graph is that of the seed articles, again and again: places and sectors are the same in all copies,
so that some have thousands of statements, everything else has a name and an id of its own. It is loaded
by `kg load` into one named graph. Each query runs with names of the articles, with --whole without
parameters too; the best of the rounds counts.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
from load import URL, read_processor_seconds, run_oxigraph

ROOT = Path(__file__).parents[1]
GRAPH = "https://w3id.org/newskg/id/graph"
# What is asked: names that stand in the seed articles. A query without parameters lists the whole graph.
ASKED: dict[str, list[dict[str, str]]] = {
    "activities": [{"who": "Hanbit"}, {"place": "Szolnok"}],
    "career": [{"person": "Gergely Tarnai"}],
    "contradictions": [{"who": "Hungary"}],
    "cooperation": [{"partner": "Tisza"}],
    "corridors": [{"corridor": "container"}, {"place": "Kazakhstan"}],
    "corroborated": [{}, {"who": "Hanbit"}],
    "events": [{}, {"since": "2025"}],
    "evidence": [{"entity": "Chongqing"}],
    "figures": [{"of": "Hungary"}, {"measure": "exports"}],
    "hubs": [{}, {"place": "Kenya"}],
    "investments": [
        {},
        {"place": "Chongqing", "since": "2024"},
        {"currency": "EUR", "least": "1000000"},
    ],
    "links": [{"place": "Aktau"}],
    "places": [{"place": "Hungary"}],
    "planned": [{"who": "Hanbit"}],
    "posts": [{"as_of": "2025-06-01"}, {"body": "ministry", "as_of": "2025"}],
    "progress": [{"who": "Hanbit"}],
    "said": [{"speaker": "Tarnai"}],
    "series": [{"of": "Hungary"}],
    "sources": [{}],
    "statements": [{"document": "szolnok-battery-plant.txt"}],
    "top": [{}, {"type": "Company"}],
}
SHARED = re.compile(r"/id/(?!(?:city|country|province|region|natural-feature|sector)/)")
NAMED = re.compile(
    r'^(<\S+/id/(?!statement|observation|quantity)\S+> <\S+#(?:altL|l)abel> ".*)"( <\S+>)? \.$'
)


def write_copies(path: Path, triples: int) -> int:
    """Writes N-Quads of at least that many triples; returns their number."""
    import kg

    graph = path.with_name("seeds.nq")
    kg.build([ROOT / "seeds" / "articles"]).write(graph)
    lines = graph.read_text(encoding="utf-8").splitlines()
    written: set[str] = set()
    number = 0
    with path.open("w", encoding="utf-8") as stream:
        while len(written) < triples:
            for line in _rename(lines, number):
                if line not in written:
                    written.add(line)
                    stream.write(line + "\n")
            number += 1
    return len(written)


def _rename(lines: list[str], number: int) -> Iterator[str]:
    """The lines of one copy; the first keeps its names."""
    for line in lines:
        if number:
            line = SHARED.sub(f"/id/c{number}-", line)
            if f"/id/c{number}-" in line.split(" ", 1)[0]:
                line = NAMED.sub(rf'\1 {number}"\2 .', line)
        yield line


def time_query(url: str, server: int, text: str, rounds: int) -> tuple[float, float, int]:
    """Of the best round seconds by the clock until the last byte, and the server's processor; rows."""
    best, spent, rows = float("inf"), float("inf"), 0
    for _ in range(rounds):
        started, before = time.perf_counter(), read_processor_seconds(server)
        answer = httpx.post(
            f"{url}/query",
            data={"query": text, "default-graph-uri": GRAPH},
            headers={"Accept": "text/tab-separated-values"},
            timeout=300,
        )
        best = min(best, time.perf_counter() - started)
        spent = min(spent, read_processor_seconds(server) - before)
        answer.raise_for_status()
        rows = answer.text.count("\n") - 1
    return best, spent, rows


def ask_all(url: str, server: int, asked: argparse.Namespace) -> None:
    """Asks every query and prints its figures, then the slowest."""
    from kg.queries import load_queries

    slowest = 0.0
    for name, query in load_queries().items():
        whole: list[dict[str, str]] = [{}] if asked.whole else []
        for given in [*ASKED[name], *whole]:
            if any(p.default is None and p.name not in given for p in query.parameters):
                continue
            text = query.write_sparql(given)
            clock, spent, rows = time_query(url, server, text, asked.rounds)
            slowest = max(slowest, spent)
            words = " ".join(f"--{key} {value}" for key, value in given.items())
            print(f"{clock:7.3f} s {spent:7.2f} s {rows:7,} rows  {name} {words}", flush=True)
    print(f"slowest: {slowest:.2f} s of the server's processor")


def main() -> None:
    """Prints a table of times, the slowest last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--whole", action="store_true", help="also list the whole graph by each")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        triples = write_copies(path, asked.triples)
        with run_oxigraph() as server:
            command = [sys.executable, "-m", "kg.cli", "load", str(path), "--to", URL]
            command += ["--store-type", "oxigraph", "--graph", GRAPH, "--quiet"]
            subprocess.run(command, check=True)
            print(f"{triples:,} triples; clock, processor, rows")
            ask_all(URL, server, asked)


if __name__ == "__main__":
    main()
