"""Many documents: each has its line, and memory and open files do not grow with them."""

import os
import time
from pathlib import Path

import pytest

from .test_running import start, write_corpus

DOCUMENTS = 1_200


def look(pid: int) -> tuple[float, int] | None:
    """(MB, open files) of a process, or None when it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6, len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208
    except (OSError, IndexError):
        return None


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="needs the /proc of Linux")
def test_memory_and_open_files_stay_flat(tmp_path: Path) -> None:
    """While documents are read; putting them together comes after that."""
    write_corpus(tmp_path / "in", DOCUMENTS)
    process = start(tmp_path, "in", "-o", "graph.nq", "--report", "report.jsonl", "-q")
    log = tmp_path / ".graph.nq.kg" / "journal.db"
    looks = []
    while process.poll() is None:
        if log.exists() and (found := look(process.pid)) is not None:
            looks.append(found)
        time.sleep(0.1)
    assert process.returncode == 0
    assert len((tmp_path / "report.jsonl").read_text().splitlines()) == DOCUMENTS
    reading = looks[len(looks) // 5 : -len(looks) // 5]
    assert len(reading) > 5
    assert max(mb for mb, _ in reading) < 1.1 * reading[0][0]
    assert max(files for _, files in reading) <= reading[0][1] + 2
