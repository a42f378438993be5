"""What a store costs: built from nothing beside a plain build, then one article more and one less.

    python benchmarks/store.py [--documents 5000] [--folder FOLDER]

The articles are made up with a fixed seed: paragraphs of the annotated articles are mixed, their
companies, people and bodies get other names, of which few are frequent and most are rare, their
figures change, and every article names countries that most others name too. Each step is a `kg` of
its own, as a user would run it, with bytecode kept; seconds by the clock and of the processor are told, and
the memory.
With --folder the articles and the store stay there and are used again.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
SYLLABLES = """
Nor Tar Vel Kas Bren Ost Hal Mir Dun Pel Sor Ras Gal Fen Lor Zan Ked Wil Bar Mon Jas Cor Eld Ulm
vi ka ta lo re mi na do sa ru
k n r l s th ndo mar vik ric tan dale berg ford
"""
STARTS, MIDDLES, ENDS = (line.split() for line in SYLLABLES.strip().splitlines())
GIVEN = ["Jane", "John", "Maria", "Ahmed", "Li", "Olga", "Peter", "Amina", "Carlos", "Yuki", "Ivan"]
COUNTRIES = ["China", "the United States", "Germany", "India", "Kenya", "Brazil"]
RENAMED = {
    "Company",
    "Person",
    "Official",
    "Organization",
    "Association",
    "ResearchBody",
    "Facility",
}
NAMES = 20_000  # how many are in use
MODEL = """
import time
start = time.perf_counter()
from kg.recognition import load_model
load_model()
print(time.perf_counter() - start)
"""


@dataclass(frozen=True, slots=True)
class Source:
    """An annotated article: its paragraphs, and the names that are replaced, by entity."""

    paragraphs: list[str]
    names: list[tuple[str, list[str]]]  # type, names


def read_sources() -> list[Source]:
    """The annotated articles."""
    folders = (GOLD / "articles", ROOT / "seeds" / "articles")
    sources = []
    for path in sorted(GOLD.glob("*.jsonl")):
        text = next(f / f"{path.stem}.txt" for f in folders if (f / f"{path.stem}.txt").is_file())
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        names = [
            (row["type"], row["names"])
            for row in rows
            if row["kind"] == "entity" and row["type"] in RENAMED and not row.get("nominal")
        ]
        paragraphs = [p for p in text.read_text(encoding="utf-8").split("\n") if p.strip()]
        sources.append(Source(paragraphs, names))
    return sources


class Author:
    """Writes articles; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        self._chosen = random.Random(seed)  # noqa: S311 - a fixed corpus, no secret
        self._sources = read_sources()

    def write(self) -> str:
        """One article."""
        main, other = self._chosen.sample(self._sources, 2)
        text = main.paragraphs[:2]
        text += [p for p in main.paragraphs[2:] if self._chosen.random() < 0.6]
        text += self._chosen.sample(other.paragraphs[2:], 2)
        first, second = self._chosen.sample(COUNTRIES, 2)
        text.append(f"Companies from {first} and {second} took part in the talks.")
        article = "\n".join(text)
        for source in (main, other):
            for kind, names in source.names:
                article = self._rename(article, kind, names)
        return re.sub(r"\b\d{3}\b", lambda _: str(self._chosen.randint(110, 990)), article) + "\n"

    def _rename(self, text: str, kind: str, names: Sequence[str]) -> str:
        """The text with another family name, or another first word of a company or body."""
        full = max(names, key=len)
        place = -1 if kind in ("Person", "Official") else 0
        old, new = full.split()[place], self._invent()
        if not old[:1].isupper() or len(old) < 4:
            return text
        if place:
            given = full.split()[0]
            text = re.sub(rf"\b{re.escape(given)}\b", self._chosen.choice(GIVEN), text)
        return re.sub(rf"\b{re.escape(old)}\b", new, text)

    def _invent(self) -> str:
        """A name; a few come again and again."""
        rank = int(NAMES ** self._chosen.random())  # as often as one divided by its rank
        parts = random.Random(rank)  # noqa: S311
        middle = "".join(parts.choices(MIDDLES, k=parts.randint(1, 2)))
        return parts.choice(STARTS) + middle + parts.choice(ENDS)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds by the clock and of the processor, and MB at its most."""

    clock: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.clock:8.2f} s  {self.processor:8.2f} s CPU  {self.memory:6.0f} MB"


def run(*arguments: object) -> Cost:
    """Runs `kg`; a failure ends the measure."""
    command = [sys.executable, "-m", "kg.cli", *map(str, arguments), "--quiet"]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=_list_variables())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"kg {arguments[0]} ended with {process.returncode}")
    clock = time.perf_counter() - start
    return Cost(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _list_variables() -> dict[str, str]:
    """The environment without what keeps Python from writing bytecode: an installed kg has it."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def measure(folder: Path, documents: int) -> Iterator[tuple[str, object]]:
    """Each step with its cost."""
    articles, store = folder / "articles", folder / "store"
    author = Author(7)
    articles.mkdir(exist_ok=True)
    for number in range(documents):
        (articles / f"{number:05}.txt").write_text(author.write(), encoding="utf-8")
    more = folder / "more"
    more.mkdir(exist_ok=True)
    for number in range(2):
        (more / f"{number}.txt").write_text(author.write(), encoding="utf-8")
    command = [sys.executable, "-c", MODEL]
    loading = subprocess.run(
        command, cwd=ROOT, env=_list_variables(), capture_output=True, text=True, check=True
    )
    yield "the model alone", f"{float(loading.stdout):8.2f} s"
    yield "a plain build", run("build", articles, "-o", folder / "plain.nq")
    yield "a store of the same", run("build", "--store", store, articles)
    yield "nothing new", run("build", "--store", store, articles / "00000.txt")
    yield "one article more", run("build", "--store", store, more / "0.txt")
    yield "another", run("build", "--store", store, more / "1.txt")
    yield "one of the old ones out", run("remove", "--store", store, articles / "00007.txt")
    yield "and in again", run("build", "--store", store, articles / "00007.txt")
    yield "both out", run("remove", "--store", store, more)
    yield "the graph as a file", run("build", "--store", store, "-o", folder / "store.nq")
    same = (folder / "plain.nq").read_bytes() == (folder / "store.nq").read_bytes()
    yield "the same bytes as the plain build", same
    size = sum(path.stat().st_size for path in store.rglob("*") if path.is_file())
    yield "size of the store", f"{size / 1e6:8.0f} MB"


def main() -> None:
    """Parses, measures, prints."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--folder", type=Path, help="where everything stays; else it is deleted")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        for step, cost in measure(folder, options.documents):
            print(f"{step:34} {cost}", flush=True)


if __name__ == "__main__":
    main()
