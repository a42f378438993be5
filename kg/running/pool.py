"""A pool of worker processes of our own: one that dies costs the job that it was at, and no more."""

import contextlib
import json
import multiprocessing as mp
import signal
import sys
import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from signal import SIGABRT, SIGKILL, SIGSEGV, Signals
from typing import Any, Self

import kg.errors
from kg.errors import KgError
from kg.model.document import ErrorKind
from kg.running.limits import Limits
from kg.running.worker import DONE, REFUSE, RESULT, RETIRE, STOPS, Job, Work, parse_message, serve

_GRACE = 30.0  # seconds beyond every limit, after which a silent worker is ended from outside
_ALARM = 14  # SIGALRM, which Windows has not
_TRIES = 2  # how often a job is tried alone whose worker is killed from outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a job has no answer: its worker was ended by a limit, or died."""

    kind: ErrorKind
    message: str


@dataclass(slots=True, eq=False)
class Ticket:
    """A job that was handed in, and its answer when it is there."""

    job: Job
    answer: bytes | Failure | None = None
    tries: int = 0  # alone, so that it is known whose fault it was


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    tickets: Sequence[Ticket] = ()  # of the task it is at
    deadline: float = 0.0


@dataclass(slots=True)
class Pool:
    """Does tasks in `workers` processes, which begin when there is work, each after `work`.

    A worker inherits what `work` has loaded where processes can be forked, and loads it itself else.
    Answers come in any order. Use it as a context: leaving it ends all workers at once.
    """

    work: Work
    workers: int
    limits: Limits = field(default_factory=Limits)
    spent: defaultdict[str, float] = field(
        default_factory=lambda: defaultdict(float)
    )  # seconds by stage, of all workers
    _queue: deque[Sequence[Ticket]] = field(default_factory=deque)
    _busy: list[_Worker] = field(default_factory=list)
    _idle: list[_Worker] = field(default_factory=list)
    _ready: dict[str, deque[Ticket]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def waiting(self) -> int:
        """Tasks that no worker has begun."""
        return len(self._queue)

    @property
    def is_working(self) -> bool:
        """Whether an answer can still come."""
        return bool(self._queue or self._busy)

    def submit(self, jobs: Sequence[Job], *, first: bool = False) -> list[Ticket]:
        """Hands in jobs of one kind that one worker is to do together, before all that wait or last."""
        tickets = [Ticket(job) for job in jobs]
        (self._queue.appendleft if first else self._queue.append)(tickets)
        self._dispatch()
        return tickets

    def take(self, kind: str) -> list[Ticket]:
        """The tickets of that kind that have got an answer since this was last asked."""
        ready = self._ready.pop(kind, deque())
        return list(ready)

    def step(self) -> None:
        """Waits until something happens; nothing does where no worker is busy.

        Raises the KgError by which a worker refused all work.
        """
        self._dispatch()
        if not self._busy:
            return
        nearest = min(worker.deadline for worker in self._busy) - time.monotonic()
        ready = set(wait([w.connection for w in self._busy], timeout=max(0.0, nearest)))
        for worker in list(self._busy):
            if worker.connection in ready:
                self._hear(worker)
            elif worker.deadline <= time.monotonic():
                worker.process.kill()
                self._bury(worker, ErrorKind.TIMEOUT)
        self._dispatch()

    def close(self) -> None:
        """Ends all workers; what they were at is lost."""
        for worker in (*self._busy, *self._idle):
            worker.process.kill()
        for worker in (*self._busy, *self._idle):
            worker.process.join()
            worker.connection.close()
        self._busy, self._idle = [], []
        self._queue.clear()

    def _dispatch(self) -> None:
        while self._queue and len(self._busy) < self.workers:
            worker = self._idle.pop() if self._idle else self._start()
            tickets = self._queue.popleft()
            worker.tickets = tickets
            worker.deadline = time.monotonic() + _GRACE + self._allow(tickets)
            self._busy.append(worker)
            with contextlib.suppress(OSError):  # a worker that died is noticed when it is heard
                worker.connection.send([ticket.job for ticket in tickets])

    def _allow(self, tickets: Sequence[Ticket]) -> float:
        return sum(self.limits.get_seconds(ticket.job.size) for ticket in tickets)

    def _start(self) -> _Worker:
        context: Any = mp.get_context("fork" if sys.platform == "linux" else "spawn")
        ours, theirs = context.Pipe()
        others = [worker.connection for worker in (*self._busy, *self._idle)]
        strangers = [ours, *others] if sys.platform == "linux" else []
        process = context.Process(
            target=serve, args=(theirs, strangers, self.work, self.limits), daemon=True
        )
        sys.stdout.flush()  # a fork copies what is still to be written
        sys.stderr.flush()
        with _hold_signals():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _settle(self, ticket: Ticket, answer: bytes | Failure) -> None:
        ticket.answer = answer
        self._ready.setdefault(ticket.job.kind, deque()).append(ticket)

    def _hear(self, worker: _Worker) -> None:
        """Reads one message; the end of the pipe means that the worker died."""
        try:
            kind, number, content = parse_message(worker.connection.recv_bytes())
        except (EOFError, OSError):
            self._bury(worker)
            return
        if kind == RESULT and number < len(worker.tickets):
            ticket = worker.tickets[number]
            if ticket.answer is None:
                self._settle(ticket, content)
        elif kind in (DONE, RETIRE):
            for stage, seconds in json.loads(content).items():
                self.spent[stage] += seconds
            self._busy.remove(worker)
            worker.tickets = ()
            if kind == DONE:
                self._idle.append(worker)
            else:
                self._dismiss(worker)
        elif kind == REFUSE:
            raise _make_error(content)
        else:
            worker.process.kill()
            self._bury(worker)

    def _bury(self, worker: _Worker, known: ErrorKind | None = None) -> None:
        """Of a worker that died: its one job has failed, of several each is tried alone."""
        self._busy.remove(worker)
        self._dismiss(worker)
        left = [ticket for ticket in worker.tickets if ticket.answer is None]
        if len(worker.tickets) == 1 and left:
            failure = _explain(worker.process.exitcode, self._allow(left), known)
            left[0].tries += 1
            outside = worker.process.exitcode == -SIGKILL and known is None
            if not outside or left[0].tries >= _TRIES:
                self._settle(left[0], failure)
                return
        self._queue.extendleft([ticket] for ticket in reversed(left))

    def _dismiss(self, worker: _Worker) -> None:
        worker.process.join()
        worker.connection.close()


@contextlib.contextmanager
def _hold_signals() -> Iterator[None]:
    """Keeps signals back while a process is made, which would else run the handlers of this one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _explain(code: int | None, seconds: float, known: ErrorKind | None) -> Failure:
    """Why a worker ended: by our own limit, by a signal, or by itself."""
    if known is ErrorKind.TIMEOUT or code == -_ALARM:
        message = f"took longer than {seconds:g} s; split it, or raise --time-limit."
        return Failure(kind=ErrorKind.TIMEOUT, message=message)
    reasons = {
        -SIGKILL: "it was killed from outside, perhaps for want of memory",
        -SIGSEGV: "native code broke",
        -SIGABRT: "native code gave up, perhaps for want of memory",
    }
    number = code or 0
    named = f"signal {Signals(-number).name}" if number < 0 else f"exit code {number}"
    reason = reasons.get(number, named)
    message = f"ended the process that read it ({reason}); leave it out, and report it."
    return Failure(kind=ErrorKind.CRASHED, message=message)


def _make_error(content: bytes) -> KgError:
    """The error that a worker raised for all documents."""
    fields = json.loads(content)
    found: Callable[[str], KgError] = getattr(kg.errors, fields["error"], KgError)
    return found(fields["message"])
