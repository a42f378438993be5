"""A worker process: takes tasks from a pipe, one at a time, and answers each job of theirs.

It answers in bytes of its own (no pickle): a worker that a hostile document has taken over can at
most answer nonsense.
"""

import faulthandler
import gc
import json
import logging
import os
import signal
import struct
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Protocol

from kg.collecting import OBJECTS
from kg.errors import KgError
from kg.running.limits import (
    Limits,
    die_with_parent,
    hold_to_memory,
    hold_to_time,
    measure_resident,
)

STOPS = frozenset({signal.SIGINT, signal.SIGTERM})
RESULT, DONE, RETIRE, REFUSE = b"R", b"D", b"T", b"X"
_NUMBER = struct.Struct(">I")
_DEFECT = 70  # how a worker ends that met a defect
_log = logging.getLogger(__name__)
_GROWTH = 500_000_000  # bytes that a worker may grow by before a new one takes its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One thing to do: `kind` says what with, `place` is its caller's, `size` is in characters."""

    kind: str
    content: Any
    place: int = 0
    size: int = 0


class Work(Protocol):
    """What a worker does; it must turn what goes wrong in one job into that job's answer.

    Raising a KgError of exit code 2 stops the whole run: settings that would fail every job.
    """

    def __call__(self, jobs: Sequence[Job]) -> Iterator[bytes]:
        """One answer a job of a task, in order; all are of one kind."""
        ...

    def report(self) -> dict[str, float]:
        """Seconds spent by stage since the last report."""
        ...


def serve(
    connection: Connection, strangers: Sequence[Connection], work: Work, limits: Limits
) -> None:
    """The life of a worker; ends when the pipe does. `strangers` are the pipes of others.

    It ends at once, without what an interpreter does at its end: a stream that a thread of the parent
    held when the process was forked would never be free.
    """
    code = _DEFECT
    try:
        _settle(strangers, limits)
        code = _live(connection, work, limits)
    finally:
        os._exit(code)


def _live(connection: Connection, work: Work, limits: Limits) -> int:
    """Takes tasks until there are none; gives the code to end with."""
    held = measure_resident()
    while True:
        try:
            jobs: Sequence[Job] = connection.recv()
        except (EOFError, OSError):
            return 0
        try:
            _answer(connection, jobs, work, limits)
        except KgError as error:
            fields = {"error": type(error).__name__, "message": str(error)}
            connection.send_bytes(REFUSE + json.dumps(fields).encode())
            return 0
        except (BrokenPipeError, ConnectionError):
            return 0
        except Exception:  # noqa: BLE001  the parent tells of it, in words for people
            _log.debug("a worker met a defect", exc_info=True)
            return _DEFECT
        now = measure_resident()
        grown = held is not None and now is not None and now - held > _GROWTH
        connection.send_bytes((RETIRE if grown else DONE) + json.dumps(work.report()).encode())
        if grown:
            return 0


def _settle(strangers: Sequence[Connection], limits: Limits) -> None:
    """Makes the process one that dies alone, and with its parent."""
    for other in strangers:
        other.close()
    faulthandler.disable()  # the parent tells how a worker died
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):  # the parent held them back while it made the process
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    die_with_parent()
    gc.freeze()  # what the parent has loaded stays shared
    gc.set_threshold(OBJECTS)
    hold_to_memory(limits.memory)
    sys.stdin = None  # a worker reads nothing but its pipe


def _answer(connection: Connection, jobs: Sequence[Job], work: Work, limits: Limits) -> None:
    """Sends an answer a job as soon as it is there; each has its time."""
    answers = work(jobs)
    for number, job in enumerate(jobs):
        with hold_to_time(limits.get_seconds(job.size)):
            answer = next(answers)
        connection.send_bytes(RESULT + _NUMBER.pack(number) + answer)


def parse_message(message: bytes) -> tuple[bytes, int, bytes]:
    """(kind, number of the job, content) of what a worker sent; the number is 0 but for RESULT."""
    kind, rest = message[:1], message[1:]
    if kind == RESULT:
        (number,) = _NUMBER.unpack(rest[: _NUMBER.size])
        return kind, number, rest[_NUMBER.size :]
    return kind, 0, rest
