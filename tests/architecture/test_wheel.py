"""What is installed from a wheel is complete."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel that is built from this folder."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_the_wheel_has_every_file_that_kg_reads(wheel: set[str]) -> None:
    """Rules, queries, ontology, gazetteer and the parts of the page come along with the code."""
    moved = {"kg": "kg", "ontology": "kg/_data/ontology", "seeds/gazetteer": "kg/_data/gazetteer"}
    needed = {
        f"{target}/{path.relative_to(ROOT / source).as_posix()}"
        for source, target in moved.items()
        for path in (ROOT / source).rglob("*")
        if path.suffix
        in {".py", ".yaml", ".rq", ".ttl", ".bin", ".js", ".css", ".j2", ".typed", ".jsonld"}
        if source != "seeds/gazetteer" or path.suffix == ".bin"
    }
    assert len(needed) > 50
    assert sorted(needed - wheel) == []


def test_the_wheel_has_its_licences_and_no_tests(wheel: set[str]) -> None:
    """The terms travel with the code; tests and articles do not."""
    assert {"LICENSE", "NOTICE"} <= {Path(name).name for name in wheel}
    assert not [name for name in wheel if name.startswith(("tests/", "seeds/"))]
