"""What the tests of the command line share."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from .command import ROOT, Run, make_environment
from .warm import WarmKg


@pytest.fixture(scope="session")
def warm() -> Iterator[WarmKg]:
    """A `kg` that has started, for all tests of a process."""
    with WarmKg(make_environment()) as started:
        yield started


@pytest.fixture
def run(tmp_path: Path, warm: WarmKg) -> Run:
    """Runs `kg` in the temporary folder; texts in and out are UTF-8."""

    def call(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return warm.run([*map(str, arguments)], folder=tmp_path, given=given)

    return call


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory, warm: WarmKg) -> Path:
    """The graph of the articles that come with kg, as Turtle; made once for all tests."""
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    made = warm.run(["build", "seeds/articles", "-o", str(path), "--quiet"], folder=ROOT)
    assert made.returncode == 0, made.stderr
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
