"""What the tests of the command line share."""

import subprocess
from pathlib import Path

import pytest

from .command import KG, ROOT, Run, make_environment


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs `kg` in the temporary folder; texts in and out are UTF-8."""

    def call(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*KG, *map(str, arguments)],
            cwd=tmp_path,
            env=make_environment(),
            input=given,
            stdin=None if given is not None else subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return call


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the articles that come with kg, as Turtle; made once for all tests."""
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    command = [*KG, "build", "seeds/articles", "-o", str(path), "--quiet"]
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
