"""Stops on SIGINT and SIGTERM: gently at first, at once where that takes too long."""

import os
import select
import signal
import threading
from types import FrameType

_GRACE = 5.0  # seconds; native code (a SPARQL query, say) sees no Python exception until it returns


class Stopped(BaseException):
    """A signal asked the program to stop; no Exception, so that no stage takes it for a failure."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(f"stopped by signal {signal_number}")
        self.exit_code = 128 + signal_number


def watch_signals() -> None:
    """Lets SIGINT and SIGTERM raise Stopped in the main thread, and end the process 5 s later.

    A second signal ends it at once. Signals that the caller ignores (`nohup`) stay ignored.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _raise_stopped)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    threading.Thread(target=_end_stubborn, args=(reader,), daemon=True, name="kg-signals").start()


def _raise_stopped(number: int, _frame: FrameType | None) -> None:
    """Runs in the main thread between two steps of Python code."""
    raise Stopped(number)


def _end_stubborn(reader: int) -> None:
    """Waits for a signal, then for a second one or the end of the grace, and ends the process."""
    number = os.read(reader, 1)[0]
    select.select([reader], [], [], _GRACE)
    os._exit(128 + number)
