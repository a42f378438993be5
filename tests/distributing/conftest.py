"""A cluster of two processes, and a corpus with all that can go wrong in one."""

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import dask
import pytest
from conftest import PINNED_MODEL
from distributed import LocalCluster

from kg.building import build_outputs, hold_outputs
from kg.pipeline import BuildOptions, Pipeline, prepare
from kg.running import RunOptions, write_report

from . import poisoning
from .poisoning import read_poisoned

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "seeds" / "articles"
GOLD = ROOT / "tests" / "gold" / "articles"
LEDGER = """
same:
  - [city/lisbon, city/riga]
rename:
  country/latvia: Republic of Latvia
"""


@pytest.fixture(scope="session", autouse=True)
def _poisoned() -> Iterator[None]:
    """The pipeline of this process reads poison as that of the workers does."""
    patch = pytest.MonkeyPatch()
    patch.setattr(Pipeline, "read_parsed", read_poisoned)
    yield
    patch.undo()


@contextmanager
def start_cluster(workers: int, *, daemon: bool = False) -> Iterator[LocalCluster]:
    """Processes that read poison as this one does."""
    with (
        dask.config.set({"distributed.worker.daemon": daemon}),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
            preload=[poisoning.__file__],
        ) as cluster,
    ):
        yield cluster


@pytest.fixture(scope="session")
def scheduler() -> Iterator[str]:
    """The address of the scheduler of two workers."""
    with start_cluster(2) as cluster:
        yield cluster.scheduler_address


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, and several hundred short documents of their paragraphs; some of them bad."""
    folder = tmp_path_factory.mktemp("corpus")
    short = []
    for path in sorted((*ARTICLES.glob("*.txt"), *GOLD.glob("[a-e]*.txt"))):
        shutil.copy(path, folder / path.name)
        for n, text in enumerate(re.split(r"\n\s*\n|(?<=\. )", path.read_text(encoding="utf-8"))):
            if n % 2 and text.strip():
                short.append({"id": f"{path.stem}-{n}", "text": text, "date": "2024-05-01"})
    lines = [json.dumps(record) for record in short]
    lines[3:3] = ["", "{ broken", json.dumps({"id": "empty", "text": " "}), lines[0]]
    half = len(lines) // 2
    (folder / "short.jsonl").write_text("\n".join(lines[:half]) + "\n", encoding="utf-8")
    again = [*lines[half:], *lines[10:20]]  # identifiers that came before, in another partition
    (folder / "more").mkdir()
    (folder / "more" / "late.jsonl.gz").write_bytes(gzip.compress("\n".join(again).encode()))
    (folder / "bad.pdf").write_bytes(b"no PDF")
    for what in ("segfault", "exit"):
        (folder / f"{what}.txt").write_text(f"POISON {what}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keeps what was read, so that documents are read but twice: here and on the cluster."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Decisions that tie and rename."""
    path = tmp_path_factory.mktemp("ledger") / "identity.yaml"
    path.write_text(LEDGER, encoding="utf-8")
    return path


def make_options(cache: Path | None, **given: object) -> BuildOptions:
    """The pinned model, one worker."""
    running = RunOptions(workers=1, cache=cache)
    return BuildOptions(model=PINNED_MODEL, running=running, **given)  # type: ignore[arg-type]


def build_here(paths: list[str], options: BuildOptions, folder: Path) -> tuple[list[bytes], bytes]:
    """The sorted lines and the report of a local build."""
    graph, report = folder / "graph.nq", folder / "report.jsonl"
    with hold_outputs([graph]) as held, build_outputs(paths, prepare(options), held) as built:
        built.graph.write(graph)
        with report.open("wb") as stream:
            write_report(built.graph.outcomes, stream)
    return sorted(graph.read_bytes().splitlines()), report.read_bytes()


def read_lines(folder: Path) -> list[bytes]:
    """The sorted lines of all shards."""
    shards = sorted(folder.glob("part-*.nq.gz"))
    return sorted(
        line for path in shards for line in gzip.decompress(path.read_bytes()).splitlines()
    )
