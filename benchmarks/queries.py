"""How long each named query takes on a large graph, in an Oxigraph server on loopback.

    python benchmarks/queries.py [--triples 1000000] [--rounds 3] [--only NAME] [--keep FOLDER]

The graph is that of the seed articles, again and again: places and sectors are the same in all copies,
so that some have thousands of statements, everything else has a name and an id of its own. It is loaded
by `kg load`. Each query runs as its header shows it, and without parameters; the best of the rounds counts.
"""

import argparse
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
from servers import run_oxigraph

ROOT = Path(__file__).parents[1]
GRAPH = "https://w3id.org/newskg/id/graph"
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


def list_questions(only: str | None) -> Iterator[tuple[str, str, str, str]]:
    """Name, how it is asked, SPARQL and Accept header of each run."""
    from kg.queries import load_queries

    for query in load_queries().values():
        if only and query.name != only:
            continue
        words = shlex.split(query.example)[4:]
        values = {
            name.removeprefix("--").replace("-", "_"): value
            for name, value in zip(words[::2], words[1::2], strict=True)
        }
        for given in [values, {}] if values else [{}]:
            try:
                yield query.name, " ".join(words) if given else "", query.write_sparql(given), ""
            except Exception as error:
                if given:
                    raise
                print(f"{query.name}: {error}", file=sys.stderr)


def time_query(url: str, text: str, rounds: int) -> tuple[float, int]:
    """The best time of a query, in seconds until its last byte, and its rows."""
    best, rows = float("inf"), 0
    for _ in range(rounds):
        started = time.perf_counter()
        answer = httpx.post(
            f"{url}/query",
            data={"query": text, "default-graph-uri": GRAPH},
            headers={"Accept": "text/tab-separated-values"},
            timeout=300,
        )
        best = min(best, time.perf_counter() - started)
        answer.raise_for_status()
        rows = answer.text.count("\n") - 1
    return best, rows


def main() -> None:
    """Prints a table of times, the slowest last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        triples = write_copies(path, asked.triples)
        with run_oxigraph(Path(folder) / "data") as url:
            command = [sys.executable, "-m", "kg.cli", "load", str(path), "--to", url]
            command += ["--store-type", "oxigraph", "--graph", GRAPH, "--quiet"]
            subprocess.run(command, check=True)
            print(f"{triples:,} triples")
            found = [
                (*time_query(url, text, asked.rounds), name, given)
                for name, given, text, _ in list_questions(asked.only)
            ]
    for seconds, rows, name, given in sorted(found):
        print(f"{seconds:7.3f} s  {rows:7,} rows  {name} {given}")


if __name__ == "__main__":
    main()
