"""What one document may take of time and memory, and how a worker process is held to it."""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import UsageError

if sys.platform != "win32":
    import resource

_MILLION = 1_000_000
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of Linux


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds by the clock and bytes of memory that one document may take in a worker.

    A text has its seconds again for each million characters beyond the first. Memory is what the
    worker takes beyond what it had when it began. Both need a POSIX system, memory Linux.
    """

    seconds: float = 60.0
    memory: int = 2_000_000_000

    def __post_init__(self) -> None:
        if self.seconds <= 0:
            raise UsageError("The limit of seconds must be more than 0.")
        if self.memory < 100 * _MILLION:
            raise UsageError("The limit of memory must be 100 MB or more: a document needs that.")

    def get_seconds(self, characters: int) -> float:
        """What a text of that length may take."""
        return self.seconds * max(1.0, characters / _MILLION)


@contextlib.contextmanager
def hold_to_time(seconds: float) -> Iterator[None]:
    """The kernel ends this process where the block takes longer, whatever runs in it.

    The default action of SIGALRM does it: a handler in Python would wait for native code to return.
    """
    if not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def hold_to_memory(limit: int) -> None:
    """Makes asking for more than `limit` bytes on top of what is held fail, where the system can."""
    if sys.platform == "win32":
        return
    held = measure_address_space()
    if held is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = held + limit
    if hard == resource.RLIM_INFINITY or wanted < hard:
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def measure_address_space() -> int | None:
    """Bytes of address space that this process has, or None where the system does not tell."""
    return _read_pages(0)


def measure_resident() -> int | None:
    """Bytes of memory that this process holds now, or None where the system does not tell."""
    return _read_pages(1)


def _read_pages(field: int) -> int | None:
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123  a file of the kernel
            return int(stream.read().split()[field]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None


def die_with_parent() -> None:
    """Lets the kernel end this process when its parent dies, on Linux; elsewhere a closed pipe does."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    parent = multiprocessing.parent_process()
    if parent is not None and os.name == "posix" and os.getppid() != parent.pid:
        os._exit(0)  # it died before it could be watched
