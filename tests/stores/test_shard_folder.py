"""A folder of shards is read as one graph, and never a part of it."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.stores.graph_store import open_graph, read_quads

LINES = [
    b'<https://a.example/1> <https://a.example/says> "one" .\n',
    b'<https://a.example/2> <https://a.example/says> "two" <https://a.example/doc> .\n',
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two shards with their manifest."""
    shards = []
    for n, line in enumerate(LINES):
        name = f"part-{n:05}.nq.gz"
        (tmp_path / name).write_bytes(gzip.compress(line))
        digest = hashlib.sha256((tmp_path / name).read_bytes()).hexdigest()
        shards.append({"name": name, "sha256": digest})
    (tmp_path / "manifest.json").write_text(json.dumps({"shards": shards}))
    return tmp_path


def test_all_shards_are_one_graph(folder: Path) -> None:
    """Whatever else lies there."""
    (folder / "part-00009.nq.gz").write_bytes(gzip.compress(LINES[0].replace(b"one", b"nine")))
    assert len(open_graph(folder)) == 2
    assert len(read_quads(folder)) == 2


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda f: (f / "part-00001.nq.gz").unlink(), "lacks the shard part-00001.nq.gz"),
        (lambda f: (f / "part-00001.nq.gz").write_bytes(b"x"), "is not what was written"),
        (lambda f: (f / "manifest.json").write_text("{"), "manifest.json' is broken"),
        (lambda f: (f / "manifest.json").unlink(), "nor a finished folder of shards"),
        (
            lambda f: (f / "manifest.json").write_text(
                '{"shards": [{"name": "../x.nq", "sha256": ""}]}'
            ),
            "lacks the shard ../x.nq",
        ),
    ],
)
def test_a_folder_that_is_not_whole_is_refused(folder: Path, break_it: object, told: str) -> None:
    """With what is wrong and the mend."""
    assert callable(break_it)
    break_it(folder)
    with pytest.raises(GraphError, match=told.replace("(", r"\(")):
        open_graph(folder)
