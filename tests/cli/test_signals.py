"""A stop from outside is obeyed soon, with the exit code that shells expect."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .command import KG, make_environment, wait_for_build, write_long_folder

# Sleeps in Python, or in native code that sees no Python exception; says so when it has begun.
_BEGIN = "from kg.cli.signals import Stopped, watch_signals; watch_signals()"
_READY = "print('ready', flush=True)"  # within the try: a signal may come right after it
_GENTLY = (
    "print('stopped', flush=True); raise SystemExit(s.exit_code)"  # not said where it is forced
)
_SLEEP = "import time; time.sleep(300)"
# Python's handler is due, and the sleep is not interrupted: as when a signal comes just before it.
_UNHEARD = (
    "import signal, threading, time\n"
    "def work(): time.sleep(0.5); signal.pthread_kill(threading.get_ident(), signal.SIGINT)\n"
    "threading.Thread(target=work).start(); time.sleep(300)"
)
_STUBBORN = (
    "import time\nwhile True:\n try: time.sleep(60)\n except BaseException: pass"  # swallows all
)


def _start(work: str) -> subprocess.Popen[str]:
    code = f"{_BEGIN}\ntry:\n {_READY}; exec({work!r})\nexcept Stopped as s: {_GENTLY}"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_work(number: signal.Signals) -> None:
    """130 for SIGINT and 143 for SIGTERM."""
    process = _start(_SLEEP)
    process.send_signal(number)
    shown, _ = process.communicate(timeout=60)
    assert (shown, process.returncode) == ("stopped\n", 128 + number)


def test_a_signal_that_interrupts_nothing_is_heard() -> None:
    """Another thread took it, or it came between two steps: the main thread is woken."""
    shown, _ = (process := _start(_UNHEARD)).communicate(timeout=60)
    assert (shown, process.returncode) == ("stopped\n", 130)


def test_a_second_signal_ends_stubborn_work_at_once() -> None:
    """Code that hears nothing is not waited for when the user insists."""
    process = _start(_STUBBORN)
    process.send_signal(signal.SIGINT)
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=3) == 130


def test_stubborn_work_ends_after_the_grace() -> None:
    """One signal suffices: no more than ten seconds pass."""
    process = _start(_STUBBORN)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=10) == 143


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_build_leaves_no_output(tmp_path: Path, number: signal.Signals) -> None:
    """The old file stays, and beside it what was read, which the same command takes up."""
    write_long_folder(tmp_path / "in")
    target = tmp_path / "graph.ttl"
    target.write_text("# the old graph\n", encoding="utf-8")
    command = [*KG, "build", "in", "-o", str(target)]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=make_environment(), stderr=subprocess.PIPE, text=True
    )
    wait_for_build(process, target)
    process.send_signal(number)
    _, shown = process.communicate(timeout=10)
    assert process.returncode == 128 + number
    assert shown == (
        "Stopped; outputs that were not finished were not written."
        " The same command goes on where it stopped.\n"
    )
    assert target.read_text(encoding="utf-8") == "# the old graph\n"
    left = {path.name for path in tmp_path.iterdir()}
    assert left - {".graph.ttl.kg"} == {"graph.ttl", "in"}
