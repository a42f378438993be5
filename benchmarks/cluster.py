"""What a build on a Dask cluster of this machine costs beside the local build of the same documents.

    python benchmarks/cluster.py [--documents 500] [--workers 2]

Both are a `kg` of its own with as many workers, over the made-up articles of benchmarks/speed.py in one
file of JSON lines; seconds by the clock and of all processors are told, and whether the lines are the same.
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from speed import make_corpus


def run(*arguments: object) -> tuple[float, float]:
    """Seconds by the clock and of the processors that a `kg` takes with all its processes."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "kg.cli", *map(str, arguments), "--quiet"]
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, used


def main() -> None:
    """Builds twice and prints both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "texts").mkdir()
        words = make_corpus(folder / "texts", asked.documents, asked.words)
        with (folder / "news.jsonl").open("w", encoding="utf-8") as stream:
            for path in sorted((folder / "texts").glob("*.txt")):
                record = {"id": path.stem, "text": path.read_text(encoding="utf-8")}
                stream.write(json.dumps(record) + "\n")
        given = ("build", folder / "news.jsonl", "--workers", asked.workers, "-o")
        local = run(*given, folder / "graph.nq")

        dask = run(*given, folder / "graph.nq.d", "--engine", "dask")
        lines = sorted((folder / "graph.nq").read_bytes().splitlines())
        shards = (gzip.decompress(path.read_bytes()) for path in folder.glob("graph.nq.d/*.nq.gz"))
        same = sorted(line for shard in shards for line in shard.splitlines()) == lines
    print(f"{asked.documents} documents, {words:,} words, {asked.workers} workers")
    for what, (clock, used) in (("here", local), ("on Dask", dask)):
        speed = asked.documents / clock
        print(f"{what:8} {clock:7.1f} s ({speed:.1f} documents/s), {used:7.1f} s of processors")
    print(f"{dask[0] / local[0]:.2f} of the time, {dask[1] / local[1]:.2f} of the processors")
    print(f"the lines are {'the same' if same else 'not the same'}: {len(lines):,}")


if __name__ == "__main__":
    main()
