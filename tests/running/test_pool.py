"""A job that goes wrong costs itself alone, and the pool leaves nothing behind."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from poison import Echo

from kg.errors import RuleError, UsageError
from kg.model.document import ErrorKind
from kg.running import Failure, Job, Limits, Pool, run_in_workers

LIMITS = Limits(seconds=3.0, memory=300_000_000)
POISON = {
    "loop": ErrorKind.TIMEOUT,
    "sleep": ErrorKind.TIMEOUT,
    "native loop": ErrorKind.TIMEOUT,
    "memory": ErrorKind.CRASHED,  # this work does not catch MemoryError; that of documents does
    "segfault": ErrorKind.CRASHED,
    "abort": ErrorKind.CRASHED,
    "kill": ErrorKind.CRASHED,
    "exit": ErrorKind.CRASHED,
    "bug": ErrorKind.CRASHED,
}


def _make_jobs(words: Sequence[str], size: int = 10_000) -> Iterator[Job]:
    return (Job(kind="say", content=w, place=n, size=size) for n, w in enumerate(words))


def _run(words: Sequence[str], workers: int = 2, size: int = 10_000) -> dict[int, bytes | Failure]:
    with Pool(Echo(), workers, LIMITS) as pool:
        pairs = run_in_workers(_make_jobs(words, size), pool, "say")
        return {job.place: answer for job, answer in filter(None, pairs)}


@pytest.mark.parametrize("workers", [1, 3])
def test_every_job_is_answered(workers: int) -> None:
    """However many workers there are, and however the jobs are put together."""
    words = [f"word{n}" for n in range(200)]
    assert _run(words, workers) == {n: w.upper().encode() for n, w in enumerate(words)}


@pytest.mark.parametrize("poison", POISON)
def test_poison_costs_itself_alone(poison: str) -> None:
    """Those that shared its task are done by another worker, and its kind is told."""
    words = ["a", "b", poison, "c", "d", "e"]
    answers = _run(words)
    failure = answers.pop(2)
    assert isinstance(failure, Failure)
    assert failure.kind is POISON[poison]
    assert answers == {n: w.upper().encode() for n, w in enumerate(words) if n != 2}


def test_much_poison_is_survived() -> None:
    """One bad job in four, of several sorts."""
    words = ["segfault" if n % 4 == 1 else "exit" if n % 8 == 2 else f"w{n}" for n in range(40)]
    answers = _run(words)
    assert [n for n in range(40) if isinstance(answers[n], Failure)] == [
        n for n, word in enumerate(words) if word in POISON
    ]


def test_what_would_fail_every_job_is_raised() -> None:
    """A rule that cannot be used is no fault of a document."""
    with pytest.raises(RuleError, match=r"rules.yaml:3"):
        _run(["a", "refuse"])


def test_a_longer_text_has_more_time() -> None:
    """Three seconds for each million characters here."""
    assert LIMITS.get_seconds(10) == LIMITS.get_seconds(1_000_000) == 3.0
    assert LIMITS.get_seconds(3_000_000) == 9.0


@pytest.mark.parametrize("wrong", [{"seconds": 0.0}, {"memory": 5}])
def test_limits_that_are_none_are_refused(wrong: dict[str, float]) -> None:
    """With the exit code of wrong use."""
    with pytest.raises(UsageError):
        Limits(**wrong)  # type: ignore[arg-type]


def test_leaving_ends_all_workers_at_once() -> None:
    """Also those that are busy; nothing waits for them."""
    began = time.monotonic()
    with Pool(Echo(), 2, Limits()) as pool:
        pool.submit(list(_make_jobs(["sleep"])))
        pool.submit(list(_make_jobs(["sleep"])))
        workers = [worker.process.pid for worker in pool._busy]
    assert time.monotonic() - began < 5
    assert len(workers) == 2
    for pid in workers:
        assert pid is not None
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_a_worker_that_is_killed_from_outside_loses_nothing() -> None:
    """The jobs that it was at are done by another."""
    with Pool(Echo(), 1, LIMITS) as pool:
        tickets = pool.submit(list(_make_jobs(["a", "b"])))
        worker = pool._busy[0].process.pid
        assert worker is not None
        os.kill(worker, signal.SIGKILL)
        while any(ticket.answer is None for ticket in tickets):
            pool.step()
    assert [ticket.answer for ticket in tickets] == [b"A", b"B"]


def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    """Even a parent that is killed leaves none behind, whatever they are at."""
    child = os.fork()
    if child == 0:
        with Pool(Echo(), 1, Limits()) as pool:
            pool.submit(list(_make_jobs(["loop"])))
            (tmp_path / "pid.tmp").write_text(str(pool._busy[0].process.pid))
            (tmp_path / "pid.tmp").rename(tmp_path / "pid")
            time.sleep(60)
        os._exit(0)
    while not (tmp_path / "pid").exists():
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    worker = int((tmp_path / "pid").read_text())
    for _ in range(100):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("the worker outlived its parent")


def test_time_is_told_by_stage() -> None:
    """The sum of what all workers report."""
    with Pool(Echo(), 2, LIMITS) as pool:
        list(run_in_workers(_make_jobs(["a"] * 12), pool, "say"))
        while pool.is_working:
            pool.step()
        assert pool.spent["echo"] >= 1.0
