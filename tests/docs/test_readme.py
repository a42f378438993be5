"""What README.md shows works as shown."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg.graph  # noqa: F401  it adds the page to the forms that can be written
from kg.rdf.writing import formats

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _list_blocks(kind: str) -> list[str]:
    """The fenced blocks of a kind, without the indentation of the list they may stand in."""
    found = re.findall(rf"^( *)```{kind}\n(.*?)^ *```$", README, flags=re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", text, flags=re.MULTILINE) for indent, text in found]


def _list_commands() -> list[str]:
    lines = [line for block in _list_blocks("console") for line in block.splitlines()]
    return [line.removeprefix("$ ") for line in lines if line.startswith("$ ")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like that of the repository, in which the commands of README follow each other."""
    path = tmp_path_factory.mktemp("readme")
    (path / "seeds").mkdir()
    (path / "seeds" / "articles").symlink_to(ROOT / "seeds" / "articles")
    return path


def _run(
    command: list[str], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_every_command_block_runs(folder: Path, shell: dict[str, str]) -> None:
    """In the order of the page, each ends well and says or writes something."""
    commands = _list_commands()
    assert len(commands) >= 7
    for command in commands:
        result = _run(["bash", "-c", command], folder, shell)
        assert result.returncode == 0, f"{command}\n{result.stderr}"
        assert result.stdout + result.stderr or " -o " in command, command
    assert {"graph.ttl", "graph.html", "report.jsonl", "page.html"} <= {
        path.name for path in folder.iterdir()
    }


def test_every_python_block_runs(folder: Path, shell: dict[str, str]) -> None:
    """The example of the Python interface runs as it stands."""
    blocks = _list_blocks("python")
    assert blocks
    for block in blocks:
        result = _run([sys.executable, "-c", block], folder, shell)
        assert result.returncode == 0, result.stderr
        assert result.stdout


def test_every_link_leads_somewhere() -> None:
    """A file that README links to, or names in a table of paths, exists."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    rooms = re.findall(r"^\| `([\w./]+/)` \|", README, flags=re.MULTILINE)
    assert links
    assert rooms
    assert [name for name in links + rooms if not (ROOT / name).exists()] == []


def test_every_ending_and_exit_code_is_named() -> None:
    """The forms that can be written, and the codes that commands end with, are on the page."""
    named = set(re.findall(r"`(\.[\w.]+)`", README))
    assert set(formats.list_names()) <= named
    for code in ("| 0 |", "| 1 |", "| 2 |", "| 3 |", "| 130, 143 |"):
        assert code in README
