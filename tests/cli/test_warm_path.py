"""The `kg` that is spared its start is, to a shell, the real one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .command import wait_for_build, write_long_folder
from .warm_client import is_cold
from .warm_path import open_warm_path

_STOPPED = 143


@pytest.fixture(scope="module")
def shell() -> Iterator[dict[str, str]]:
    """The environment of that `kg`."""
    with open_warm_path() as environment:
        yield environment


def _run(
    command: str, environment: dict[str, str], folder: Path, given: bytes = b""
) -> tuple[int, bytes, bytes]:
    ended = subprocess.run(
        ["bash", "-c", command],
        env=environment,
        cwd=folder,
        input=given,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("kg build plant.txt -o plant.ttl --quiet && kg query plant.ttl investments", 0),
        ("kg rules explain - < plant.txt | kg rules explain -", 0),
        ('kg query "none’s  graph.ttl" ""', 2),
        ("cd / && kg stats", 2),
    ],
)
def test_it_says_and_ends_as_the_real_one(
    command: str, code: int, shell: dict[str, str], tmp_path: Path, article: Path
) -> None:
    """Arguments, folder, standard input, both outputs and the exit code go through."""
    real = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    ended = _run(command, shell, tmp_path)
    assert ended == _run(command, real, tmp_path)
    assert ended[0] == code
    assert ended[1] + ended[2]
    assert article.exists()


def test_a_signal_reaches_the_command(shell: dict[str, str], tmp_path: Path) -> None:
    """SIGTERM stops a build in good order, with its sentence and its code."""
    write_long_folder(tmp_path / "in")
    process = subprocess.Popen(
        ["bash", "-c", "exec kg build in -o graph.ttl --quiet"],
        env=shell,
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    )
    wait_for_build(process, tmp_path / "graph.ttl")
    process.terminate()
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said[:7]) == (_STOPPED, b"Stopped")


def test_what_needs_a_start_is_left_to_the_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers, domains, files of the shell's own, and another environment."""
    monkeypatch.setattr("os.isatty", lambda _: False)  # where pytest runs with -s
    began = dict(os.environ)
    assert not is_cold(["stats", "graph.ttl"], began)
    for arguments in (["serve", "graph.ttl"], ["--domain=x", "stats"], ["stats", "/dev/fd/63"]):
        assert is_cold(arguments, began)
    monkeypatch.setenv("SHLVL", "7")
    assert not is_cold(["stats", "graph.ttl"], began)
    monkeypatch.setenv("KG_MODEL", "other")
    assert is_cold(["stats", "graph.ttl"], began)
