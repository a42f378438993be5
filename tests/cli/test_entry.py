"""Whatever goes wrong is one sentence on standard error and the exit code that belongs to it."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from kg.cli import entry
from kg.errors import GraphError, OutputError, QueryError

from .command import KG, Run


def test_the_version_is_printed(run: Run) -> None:
    """`kg --version` names the version and nothing else."""
    result = run("--version")
    assert (result.returncode, result.stdout, result.stderr) == (0, f"kg {__version__}\n", "")


def test_help_is_quick_and_loads_no_model(run: Run) -> None:
    """Asking for help does not wait for spaCy."""
    code = "import sys, kg.cli; print('spacy' in sys.modules, 'pyoxigraph' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["False", "False"]
    assert "Usage: kg" in run().stdout


@pytest.mark.parametrize(
    ("arguments", "mend"),
    [
        (["biuld"], "kg --help"),
        (["build"], "kg build --help"),
        (["build", "a.txt", "--min-confidence", "2"], "kg build --help"),
        (["query", "graph.ttl", "--format", "yaml"], "kg query --help"),
        (["rules", "chek"], "kg rules --help"),
    ],
)
def test_wrong_use_is_one_line_that_names_the_help(
    run: Run, arguments: list[str], mend: str
) -> None:
    """Exit code 2, nothing on standard output, no page of usage."""
    result = run(*arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("kg: ")
    assert result.stderr.count("\n") == 1
    assert mend in result.stderr


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OutputError("It is full."), 1),
        (QueryError("No SPARQL."), 2),
        (OSError(28, "Full"), 1),
    ],
)
def test_an_expected_error_says_only_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, code: int
) -> None:
    """The exit code is that of the error's class; no traceback is shown."""
    _raise_in_command(monkeypatch, error)
    assert entry.run(["build", "a"]) == code
    shown = capsys.readouterr().err
    assert shown.startswith("kg: ")
    assert shown.count("\n") == 1


def test_an_unexpected_error_asks_for_debug_and_debug_shows_the_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault of kg is one sentence, and a traceback with --debug, which may stand anywhere."""
    _raise_in_command(monkeypatch, KeyError("lemma"))
    assert entry.run(["build", "a"]) == 1
    assert capsys.readouterr().err == (
        "kg: Stopped by an error in kg itself (KeyError: 'lemma'); run again with --debug.\n"
    )
    assert entry.run(["build", "a", "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err


def test_control_characters_in_an_error_are_not_obeyed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file name with an escape sequence cannot colour, move or retitle the terminal."""
    _raise_in_command(monkeypatch, GraphError("No \x1b]0;title\x07 \x9b31m \u202e here."))
    entry.run(["build", "a"])
    assert capsys.readouterr().err == "kg: No ]0;title 31m  here.\n"


def _raise_in_command(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(_arguments: list[str]) -> int:
        raise error

    monkeypatch.setattr(entry, "_invoke", fail)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_small_answer_that_finds_no_room_is_one_sentence() -> None:
    """What fits the buffer is refused at the last flush, and the interpreter does not try again."""
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [*KG, "--version"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "No space left" in result.stderr
