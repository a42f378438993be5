"""Work that goes wrong in every way, for tests of what runs it."""

import ctypes
import os
import signal
import time
from collections.abc import Iterator, Sequence

from kg.errors import RuleError
from kg.running import Job


def misbehave(what: str) -> None:
    """Does what the word says; nothing for a word that it does not know."""
    if what == "loop":
        while True:
            pass
    if what == "sleep":
        time.sleep(3_600)
    if what == "native loop":  # no Python code runs, and no handler of a signal
        ctypes.PyDLL(None).pause()
    if what == "memory":
        hoard = [bytearray(100_000_000) for _ in range(100)]
        raise AssertionError(f"{len(hoard)} lots of memory were had")
    if what == "segfault":
        ctypes.string_at(0)
    if what == "abort":
        os.abort()
    if what == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "exit":
        os._exit(3)
    if what == "refuse":
        raise RuleError("rules.yaml:3: this rule cannot be used; mend it.")
    if what == "bug":
        raise ZeroDivisionError("a bug")


class Echo:
    """Answers with the word itself, in upper case, unless the word is poison."""

    def __call__(self, jobs: Sequence[Job]) -> Iterator[bytes]:
        """One answer a job."""
        for job in jobs:
            misbehave(job.content)
            yield job.content.upper().encode()

    def report(self) -> dict[str, float]:
        """Half a second a task."""
        return {"echo": 0.5}
