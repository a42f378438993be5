"""Stops on SIGINT and SIGTERM: gently at first, at once where that takes too long."""

import os
import select
import signal
import threading
import time
from types import FrameType

_GRACE = 5.0  # seconds; native code (a SPARQL query, say) sees no Python exception until it returns
_NUDGE = 0.1  # seconds between two nudges of the main thread within the grace
_NUDGING = signal.SIGURG  # the system itself ignores it, so that a stray one does no harm


class Stopped(BaseException):
    """A signal asked the program to stop; no Exception, so that no stage takes it for a failure."""

    def __init__(self, signal_number: int) -> None:
        super().__init__(f"stopped by signal {signal_number}")
        self.exit_code = 128 + signal_number


def watch_signals() -> None:
    """Lets SIGINT and SIGTERM raise Stopped in the main thread, and end the process 5 s later.

    To be called in the main thread. A second signal ends it at once. Signals that the caller
    ignores (`nohup`) stay ignored.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _raise_stopped)
    signal.signal(_NUDGING, _do_nothing)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    arguments = (reader, threading.get_ident())
    threading.Thread(target=_end_stubborn, args=arguments, daemon=True, name="kg-signals").start()


def _raise_stopped(number: int, _frame: FrameType | None) -> None:
    """Runs in the main thread between two steps of Python code."""
    raise Stopped(number)


def _do_nothing(_number: int, _frame: FrameType | None) -> None:
    """That a handler stands suffices: its signal interrupts what the main thread waits in."""


def _end_stubborn(reader: int, main: int) -> None:
    """Waits for a signal, then for a second one or the end of the grace, and ends the process.

    Within the grace the main thread is nudged. A signal that came just before it began to wait, or
    that another thread took, interrupts no wait: Python runs the handler only when the wait ends.
    """
    number = os.read(reader, 1)[0]
    end = time.monotonic() + _GRACE
    while time.monotonic() < end:
        if not select.select([reader], [], [], _NUDGE)[0]:
            signal.pthread_kill(main, _NUDGING)
        elif os.read(reader, 1)[0] != _NUDGING:
            break
    os._exit(128 + number)
