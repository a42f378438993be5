"""Golden folders under the laws of a store: what came and went leaves the approved graph."""

from pathlib import Path

import pytest
from pipeline.test_cases import FOLDERS, OPTIONS, read_graph

import kg

PAIRS = [(one, other) for one in FOLDERS for other in FOLDERS if one != other]


def _name(folder: Path) -> str:
    return folder.name


@pytest.mark.parametrize(("folder", "other"), PAIRS, ids=_name)
@pytest.mark.parametrize("first", ["the case", "the other"])
def test_adding_and_removing_another_leaves_the_golden_graph(
    folder: Path, other: Path, first: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever came first, once the other is removed the file equals that of the case."""
    monkeypatch.chdir(tmp_path)
    Path("document.txt").write_bytes((folder / "document.txt").read_bytes())
    Path("other.txt").write_bytes((other / "document.txt").read_bytes())
    order = ["document.txt", "other.txt"]
    store = kg.Store("store")
    for name in order if first == "the case" else reversed(order):
        store.add([name], options=OPTIONS)
    store.remove(["other.txt"])
    store.write("graph.ttl")
    assert read_graph(Path("graph.ttl")) == read_graph(folder / "graph.ttl")
