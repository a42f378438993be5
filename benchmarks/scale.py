"""How cost grows with the number of documents: time, memory, open files, speed to the end.

    python benchmarks/scale.py [--documents 1000 10000 100000] [--workers 2] [--plot FILE.svg]

Short made-up documents (about 300 characters, names as often as one divided by their rank) in one file
of JSON lines; `kg build` writes N-Quads. The parent process is watched from outside: its memory and open
files, and in its journal how many documents are done. The last tenth's speed is held against the
first's, from the first journaled document on.
"""

import argparse
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from store import ROOT, Author

LENGTH = 300  # characters
STEP = 0.5  # seconds


@dataclass(slots=True)
class Course:
    """A run as it went: (seconds, documents done, MB of the parent, open files) at each look."""

    documents: int
    workers: int
    clock: float = 0.0
    processor: float = 0.0  # of all processes
    statements: int = 0
    looks: list[tuple[float, int, float, int]] = field(default_factory=list)

    def find_look(self, share: float) -> tuple[float, int, float, int]:
        """The first look at which so much of all documents was done."""
        wanted = share * self.documents
        return next((look for look in self.looks if look[1] >= wanted), self.looks[-1])

    def measure_speed(self, start: float, end: float) -> float:
        """Documents a second between two shares."""
        first, last = self.find_look(start), self.find_look(end)
        return (last[1] - first[1]) / max(last[0] - first[0], STEP)

    def __str__(self) -> str:
        done = max(look[1] for look in self.looks)
        began = self.measure_speed(0.02, 0.12)
        kept = f"{self.measure_speed(0.9, 1.0) / began:.2f}" if began else "-"
        early, late = self.find_look(0.2), self.find_look(1.0)
        reading = [look for look in self.looks if look[1] < done]
        return (
            f"{self.documents:>9,} documents  {self.clock:8.1f} s  {self.processor:8.1f} s CPU"
            f"  {self.documents / self.clock:7.1f} a second"
            f"  parent {early[2]:.0f} MB at a fifth, {late[2]:.0f} when read,"
            f" {max(look[2] for look in self.looks):.0f} at most"
            f"  {max((look[3] for look in reading), default=0)} open files"
            f"  last tenth {kept} of the first  {self.statements:,} quads"
        )


def write_corpus(path: Path, documents: int) -> None:
    """Pieces of made-up articles, cut at sentences."""
    author, number = Author(5), 0
    with path.open("w", encoding="utf-8") as stream:
        for text in _cut_pieces(author):
            stream.write(json.dumps({"id": f"d{number:07}", "text": text}) + "\n")
            number += 1
            if number == documents:
                return


def _cut_pieces(author: Author) -> Iterator[str]:
    chosen = random.Random(9)  # noqa: S311 - a fixed corpus, no secret
    while True:
        piece = ""
        for paragraph in author.write().split("\n"):
            for sentence in re.split(r"(?<=[a-z0-9]\.) ", paragraph):
                piece = f"{piece} {sentence}".strip()
                if len(piece) >= LENGTH - chosen.randint(0, 120):
                    yield piece
                    piece = ""


def watch(folder: Path, documents: int, workers: int) -> Course:
    """Runs the build and looks at it."""
    course = Course(documents, workers)
    command = [
        *(sys.executable, "-m", "kg.cli", "build", str(folder / f"{documents}.jsonl")),
        *("-o", str(folder / "graph.nq"), "--report", str(folder / "report.jsonl")),
        *("--workers", str(workers), "--quiet", "--profile"),
    ]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT)
    while process.poll() is None:
        time.sleep(STEP)
        look = _look(process.pid, folder / ".graph.nq.kg" / "journal.db")
        if look is not None:
            course.looks.append((time.perf_counter() - start, *look))
    course.clock = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"kg build ended with {process.returncode}")
    lines = sum(1 for _ in (folder / "report.jsonl").open(encoding="utf-8"))
    if lines != documents:
        raise SystemExit(f"the report has {lines:,} lines")
    course.statements = sum(1 for _ in (folder / "graph.nq").open(encoding="utf-8"))
    return course


def _look(pid: int, journal: Path) -> tuple[int, float, int] | None:
    """(documents done, MB, open files), or None where the process or its journal is not there."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        files = len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208  only the number is wanted
        connection = sqlite3.connect(f"{journal.as_uri()}?mode=ro", uri=True)
        try:
            (done,) = connection.execute("SELECT count(*) FROM ending").fetchone()
        finally:
            connection.close()
    except (OSError, ValueError, IndexError, sqlite3.Error):
        return None
    return done, pages * os.sysconf("SC_PAGE_SIZE") / 1e6, files


def plot(courses: list[Course], path: Path) -> None:
    """Draws time and memory over the number of documents."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "kg"
    import matplotlib.pyplot as plt

    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.4), layout="constrained")
    sizes = [course.documents for course in courses]
    left.loglog(sizes, [course.clock for course in courses], "o-")
    left.set(xlabel="documents", ylabel="seconds", title="time")
    for course in courses:
        done = [look[1] for look in course.looks]
        right.plot(done, [look[2] for look in course.looks], label=f"{course.documents:,}")
    right.set(xlabel="documents read", ylabel="MB", title="memory of the parent", xscale="log")
    right.set_ylim(bottom=0)
    right.legend()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Runs the builds one after the other and prints a line of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--plot", type=Path)
    arguments = parser.parse_args()
    courses = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for documents in arguments.documents:
            write_corpus(folder / f"{documents}.jsonl", documents)
            before = os.times()
            course = watch(folder, documents, arguments.workers)
            after = os.times()
            course.processor = (after.children_user - before.children_user) + (
                after.children_system - before.children_system
            )
            print(course, flush=True)
            courses.append(course)
    if arguments.plot is not None:
        plot(courses, arguments.plot)
        arguments.plot.with_suffix(".json").write_text(
            json.dumps([asdict(course) for course in courses]), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
