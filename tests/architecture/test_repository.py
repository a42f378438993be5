"""What may not stand in tracked files."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Where the IRIs of the vocabulary may be written in Python: all else asks kg.ontology or kg.rdf.
NAMESPACE_ROOMS = (
    "kg/ontology.py",
    "kg/ontology_source.py",
    "kg/rdf/",
    "kg/validation/report.py",  # the namespace of the shapes, which only reports name
)


def _list_tracked() -> list[str]:
    """Tracked text files and those about to be, as paths from the root."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so nothing says which files are tracked")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return [name for name in listed.decode("utf-8").split("\0") if name and (ROOT / name).is_file()]


def _find(pattern: str, names: list[str]) -> list[str]:
    """The lines ("path:number") that hold the pattern; binary files are passed over."""
    search = re.compile(pattern)
    found = []
    for name in names:
        content = (ROOT / name).read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), start=1):
            if search.search(line):
                found.append(f"{name}:{number}")
    return found


def test_no_package_index_is_named() -> None:
    """Where packages come from is the setting of whoever installs, so no file names a host."""
    hosts = ("py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js", "deb.deb" + "ian.org")
    assert not _find("|".join(map(re.escape, hosts)), _list_tracked())


def test_no_path_of_one_machine_is_named() -> None:
    """A file that knows somebody's home folder works on that machine alone."""
    folders = ("wo" + "rk", "ro" + "ot", "ho" + "me", "Us" + "ers")
    assert not _find(rf"(^|[^A-Za-z0-9_.\-])/({'|'.join(folders)})/", _list_tracked())


def test_the_namespace_is_written_in_its_rooms_alone() -> None:
    """Meaning lives in the ontology: other Python code asks for terms and spells no IRIs."""
    modules = [
        name
        for name in _list_tracked()
        if name.startswith("kg/") and name.endswith(".py") and not name.startswith(NAMESPACE_ROOMS)
    ]
    assert modules
    assert not _find(r"w3id\.org/newskg", modules)
