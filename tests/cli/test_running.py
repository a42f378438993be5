"""A build goes on where it was stopped, and how it is run changes no byte."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from .command import KG, Run, make_environment

PLACES = ("Antwerp", "Mombasa", "Hanoi", "Lima", "Riga", "Oslo", "Accra", "Perth")


def write_corpus(folder: Path, documents: int) -> None:
    """A folder of short articles in JSON lines that share names."""
    folder.mkdir()
    lines = [
        json.dumps(
            {
                "id": f"news-{n:04}",
                "text": f"Norvik Group opened a plant in {PLACES[n % 8]} in {1950 + n % 70}. "
                f"Jane Doe, chief executive of Tarn {n % 40} Ltd, said it invested ${n + 1} million.",
            }
        )
        for n in range(documents)
    ]
    (folder / "news.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """A build that goes on by itself."""
    return subprocess.Popen(
        [*KG, "build", *arguments],
        cwd=folder,
        env=make_environment(),
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_for_journal(folder: Path, size: int) -> None:
    """Until so many bytes are written down."""
    log = folder / ".graph.nq.kg" / "journal.db-wal"
    for _ in range(2_400):
        if log.exists() and log.stat().st_size > size:
            return
        time.sleep(0.05)
    pytest.fail("nothing was written down")


def test_a_build_that_was_killed_goes_on(run: Run, tmp_path: Path) -> None:
    """However often; it ends in the bytes of an undisturbed build, and leaves nothing else."""
    write_corpus(tmp_path / "in", 200)
    assert run("build", "in", "-o", "whole.nq", "--report", "whole.jsonl", "-q").returncode == 0
    for size in (1, 60_000):
        process = start(tmp_path, "in", "-o", "graph.nq", "--report", "graph.jsonl", "-q")
        wait_for_journal(tmp_path, size)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    ended = run("build", "in", "-o", "graph.nq", "--report", "graph.jsonl")
    assert ended.returncode == 0
    assert " were not read again: an earlier run had read them" in ended.stderr
    assert (tmp_path / "graph.nq").read_bytes() == (tmp_path / "whole.nq").read_bytes()
    assert (tmp_path / "graph.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    assert {path.name for path in tmp_path.iterdir()} == {
        "in", "whole.nq", "whole.jsonl", "graph.nq", "graph.jsonl",
    }  # fmt: skip


def test_a_second_build_of_one_output_is_refused(run: Run, tmp_path: Path) -> None:
    """With exit code 2 and the process that writes; after its death nothing has to be unlocked."""
    write_corpus(tmp_path / "in", 200)
    first = start(tmp_path, "in", "-o", "graph.nq", "-q")
    wait_for_journal(tmp_path, 1)
    first.send_signal(signal.SIGSTOP)  # so that it is at it for as long as the second takes
    second = run("build", "in", "-o", "graph.nq")
    assert second.returncode == 2
    assert f"is being written by process {first.pid}" in second.stderr
    first.kill()
    first.communicate()
    assert run("build", "in", "-o", "graph.nq", "-q").returncode == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_build_leaves_no_process(tmp_path: Path, number: signal.Signals) -> None:
    """All workers end with it."""
    write_corpus(tmp_path / "in", 600)
    process = start(tmp_path, "in", "-o", "graph.nq", "-q", "--workers", "3")
    wait_for_journal(tmp_path, 1)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    workers = [int(word) for word in children.read_text().split()] if children.exists() else []
    process.send_signal(number)
    process.communicate(timeout=10)
    assert process.returncode == 128 + number
    for worker in workers:
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


@pytest.mark.parametrize("workers", ["0", "1", "3"])
def test_the_number_of_workers_changes_no_byte(run: Run, tmp_path: Path, workers: str) -> None:
    """Nor does the report."""
    write_corpus(tmp_path / "in", 60)
    (tmp_path / "in" / "empty.txt").write_text("")
    (tmp_path / "in" / "page.html").write_text("<p>Jane Doe met John Roe in Riga.</p>")
    for name, more in (("one", ()), ("other", ("--workers", workers))):
        outputs = ("-o", f"{name}.ttl", "-o", f"{name}.jsonl", "--report", f"{name}.txt")
        assert run("build", "in", *outputs, *more, "-q").returncode == 0
    for ending in ("ttl", "jsonl", "txt"):
        one, other = (tmp_path / f"{name}.{ending}" for name in ("one", "other"))
        assert one.read_bytes() == other.read_bytes()


def test_a_cache_is_used_shown_and_pruned(run: Run, tmp_path: Path) -> None:
    """The second build reads nothing."""
    write_corpus(tmp_path / "in", 20)
    assert run("build", "in", "-o", "one.nq", "--cache", "kept", "-q").returncode == 0
    again = run("build", "in", "-o", "two.nq", "--cache", "kept")
    assert "20 documents were not read again" in again.stderr
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()
    shares = json.loads(run("cache", "kept", "--json").stdout)
    assert [(s["kind"], s["entries"], s["current"]) for s in shares] == [
        ("reading", 20, True), ("parse", 20, True),
    ]  # fmt: skip
    pruned = run("cache", "kept", "--prune", "--older-than", "0")
    assert pruned.stderr == "0 entries were dropped\n"
    assert "reading" in pruned.stdout
    refused = run("cache", "in")
    assert (refused.returncode, "There is no cache in 'in'" in refused.stderr) == (2, True)


def test_a_profile_names_every_stage(run: Run, tmp_path: Path) -> None:
    """For a plain build and for a store."""
    write_corpus(tmp_path / "in", 5)
    stages = ("reading", "parsing", "mentions", "clauses", "rules", "resolution", "writing")
    for more in (("-o", "graph.nq"), ("--store", "kept", "-o", "other.nq")):
        shown = run("build", "in", *more, "--profile").stderr
        assert all(f"  {stage} " in shown for stage in stages)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--time-limit", "0"), "The limit of seconds must be more than 0."),
        (("--memory-limit", "0.01"), "The limit of memory must be 100 MB or more"),
        (("--workers", "-1"), "--workers"),
    ],
)
def test_limits_that_are_none_are_refused(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    """As wrong use, before anything is read."""
    write_corpus(tmp_path / "in", 1)
    ended = run("build", "in", "-o", "graph.nq", *arguments)
    assert (ended.returncode, told in ended.stderr) == (2, True)
    assert not (tmp_path / "graph.nq").exists()
