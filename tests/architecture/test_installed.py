"""kg works where it is installed from its wheel and nothing of the source folder is near."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli.warm_path import open_warm_path
from typer.main import get_command

from kg.cli.commands import app

ROOT = Path(__file__).parents[2]
ARTICLE = """Norvik Group opens plant in Antwerp

ANTWERP, March 12, 2025 – Norvik Group opened a battery plant in Antwerp on Wednesday.
Lars Holm is chairman of Norvik Group.
"""
GOLD = "accra-business-briefs"  # an annotated article of tests/gold


class Installation:
    """An environment of its own, and the folder in which its commands are run."""

    def __init__(self, folder: Path) -> None:
        self.scripts = folder / "environment" / "bin"
        self.folder = folder / "elsewhere"
        self.folder.mkdir()
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
        self.environment = {**kept, "PATH": f"{self.scripts}:/usr/bin:/bin"}

    def run(self, command: str, *, code: int = 0) -> str:
        """What a command prints; AssertionError where it ends with another code."""
        result = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert result.returncode == code, f"{command}\n{result.stdout}{result.stderr}"
        return result.stdout + result.stderr


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of this folder, and the wheel that is built from the sdist alone."""
    folder = tmp_path_factory.mktemp("built")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run([*build, "-t", "sdist"], cwd=ROOT, check=True, capture_output=True)
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(folder / "unpacked", filter="data")
    (source,) = (folder / "unpacked").iterdir()
    subprocess.run([*build, "-t", "wheel"], cwd=source, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """What the wheel gives; with CI=true all that it needs is installed anew, else lent by this environment.

    What is lent are packages alone: the source folder is no part of the path.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "environment", with_pip=True)
    python = folder / "environment" / "bin" / "python"
    # What is imported is compiled then; pip would compile all, most of which nobody imports here.
    pip = [
        str(python),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "-qq",
        "install",
        "--no-compile",
    ]
    if os.environ.get("CI") == "true":
        pins = str(ROOT / "constraints.txt")
        subprocess.run([*pip, "--require-hashes", "-r", pins], check=True, cwd=folder)
    else:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        packages = folder / "environment" / "lib" / version / "site-packages"
        lent = sysconfig.get_paths()["purelib"]
        (packages / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    (wheel,) = built.glob("*.whl")
    subprocess.run([*pip, "--no-deps", "--force-reinstall", str(wheel)], check=True, cwd=folder)
    return Installation(folder)


@pytest.fixture(scope="module")
def graph(installed: Installation) -> Iterator[Installation]:
    """The same, with a graph that its `kg build` has made; from then on its `kg` is spared its start."""
    (installed.folder / "articles").mkdir()
    (installed.folder / "articles" / "plant.txt").write_text(ARTICLE, encoding="utf-8")
    (installed.folder / "gold" / "articles").mkdir(parents=True)
    for name in (f"{GOLD}.jsonl", f"articles/{GOLD}.txt"):
        shutil.copyfile(ROOT / "tests" / "gold" / name, installed.folder / "gold" / name)
    installed.run("kg build articles -o graph.ttl -o graph.html --report report.jsonl")
    cold = installed.environment
    with open_warm_path(installed.scripts, cold) as installed.environment:
        yield installed
    installed.environment = cold


def test_it_is_the_wheel_that_runs(installed: Installation) -> None:
    """Not the source folder, by an editable install or by the working directory."""
    place = installed.run("python -c 'import kg; print(kg.__file__)'").strip()
    assert Path(place).is_relative_to(installed.scripts.parent)
    assert installed.run("kg --version") == f"kg {_read_version()}\n"


def _read_version() -> str:
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "kg" / "__init__.py").read_text("utf-8"))
    assert found
    return found[1]


COMMANDS = {
    "build": "kg build --store news articles && kg build articles -o other.nq",
    "cache": "kg build articles --cache kept -o kept.ttl -q && kg cache kept",
    "remove": "kg build --store gone articles -q && kg remove --store gone articles/plant.txt",
    "query": "kg query graph.ttl posts",
    "validate": "kg validate graph.ttl",
    "view": "kg view graph.ttl -o page.html --articles articles && ls page.html",
    "entities": "kg entities graph.ttl",
    "stats": "kg stats graph.ttl",
    "explain": "kg explain graph.ttl 'Norvik Group'",
    "merges": "kg merges graph.ttl",
    "conflicts": "kg conflicts graph.ttl",
    "evaluate": "kg build gold/articles -o gold.nq -q && kg evaluate gold.nq gold",
    "diff": "kg diff graph.ttl graph.ttl",
    "export": "kg export graph.ttl -o graph.jsonld -o graph.graphml && ls graph.jsonld",
    "load": "kg load graph.ttl --to http://localhost:1 --store-type oxigraph --dry-run",
    "doctor": "kg doctor",
    "rules list": "kg rules list",
    "rules check": "kg rules check --rules rules",
    "rules explain": "kg rules explain 'Norvik Group opened a plant in Antwerp.'",
    "rules coverage": "kg rules coverage articles",
    "serve": (
        "kg serve graph.ttl --port 0 > served.txt 2>&1 & server=$!;"
        " for try in $(seq 600); do grep -q http:// served.txt && break; sleep 0.1; done;"
        " kill $server; wait $server; grep http:// served.txt"
    ),
}


def _list_commands() -> Iterator[str]:
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", {})
        yield from ([f"{name} {child}" for child in inner] if inner else [name])


def test_every_command_is_tried() -> None:
    """A command that is added is tried here too."""
    assert set(_list_commands()) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_works(graph: Installation, name: str) -> None:
    """With the rules, ontology, gazetteer, queries and page that the wheel carries."""
    rules = graph.folder / "rules"
    if not rules.exists():
        rules.mkdir()
        shutil.copy(ROOT / "kg" / "rules" / "born-in.yaml", rules / "own-born-in.yaml")
    assert graph.run(COMMANDS[name])


def test_the_source_archive_is_whole(built: Path) -> None:
    """It has what a reader and a packager look for: docs, tests, notebooks, licences, how to take part."""
    (source,) = (built / "unpacked").iterdir()
    for name in (
        *("README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md"),
        *("CITATION.cff", "Makefile", "constraints-dev.txt", "docs/conf.py", "docs/tutorial.md"),
        *("notebooks/1-first-graph.ipynb", "tests/conftest.py", "ontology/kg.ttl"),
        *("seeds/gazetteer/gazetteer.bin", "kg/rules/lexicon/names.yaml", "kg/py.typed"),
    ):
        assert (source / name).is_file(), name
