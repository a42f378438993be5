"""Outputs are written by one build at a time, and what a build leaves is taken up or goes."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.building import hold_outputs
from kg.errors import LockedError
from kg.running import Entry
from kg.running.journal import MANY

HOLD = """
import sys
from pathlib import Path
from kg.building import hold_outputs
with hold_outputs([Path(name) for name in sys.argv[1:]]):
    print("held", flush=True)
    sys.stdin.read()
"""


def start_holder(*outputs: Path) -> subprocess.Popen[str]:
    """Another process that is writing the outputs."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, *map(str, outputs)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_build_is_refused_with_the_process_that_writes(tmp_path: Path) -> None:
    """At once; and not any more when that has ended, however it did."""
    target = tmp_path / "graph.ttl"
    holder = start_holder(tmp_path / "other.nq", target)
    named = f"graph.ttl' is being written by process {holder.pid}"
    with pytest.raises(LockedError, match=named), hold_outputs([target]):
        pytest.fail("it was let in")
    with hold_outputs([tmp_path / "free.ttl"]):
        pass
    holder.kill()
    holder.wait()
    with hold_outputs([target]):
        pass
    assert not (tmp_path / ".graph.ttl.kg").exists()


def test_what_was_read_stays_when_the_build_fails(tmp_path: Path) -> None:
    """The next one finds it; a build that had read nothing leaves nothing."""
    target = tmp_path / "out" / "graph.ttl"
    with pytest.raises(ZeroDivisionError), hold_outputs([target]):
        raise ZeroDivisionError
    assert list((tmp_path / "out").iterdir()) == []
    entries = [
        Entry(place=n, identifier=f"{n}", outcome=b"{}", key=f"{n}", document=b"d", content=b"c")
        for n in range(MANY)
    ]
    with pytest.raises(ZeroDivisionError), hold_outputs([target]) as folder:  # noqa: PT012
        folder.journal.write(entries)
        raise ZeroDivisionError
    with hold_outputs([target]) as folder:
        assert folder.journal.find("7") == (b"{}", b"c")
    assert list((tmp_path / "out").iterdir()) == []


def test_without_a_file_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output and devices have a temporary folder."""
    monkeypatch.chdir(tmp_path)
    for outputs in ([], [Path("/dev/null")]):
        with hold_outputs(outputs) as folder:
            assert folder.path.is_dir()
        assert not folder.path.exists()
    assert list(tmp_path.iterdir()) == []
