"""What plain news tells in everyday forms is read: every fact, and nothing else."""

from pathlib import Path

import pytest

from kg.pipeline import Pipeline
from kg.readers import read_documents

from .plain_items import FOLDER, is_fact, read_claims, read_items, tell


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_plain_items_are_read_whole(pipeline: Pipeline, path: Path, tmp_path: Path) -> None:
    """Each item gives its facts and no claim that is none of them."""
    items = read_items(path)
    folder = tmp_path / "items"
    folder.mkdir()
    for item in items:
        (folder / f"{item.name}.txt").write_text(item.text, encoding="utf-8")
    read = [*pipeline.read_all(read_documents([str(folder)], options=pipeline.options.read))]
    readings = [reading for _, reading in read if reading is not None]
    graph = pipeline.assemble([outcome for outcome, _ in read], readings)
    graph.write(tmp_path / "claims.jsonl")
    claims = read_claims(tmp_path / "claims.jsonl")
    failures = {}
    for item in items:
        own = [claim for claim in claims if Path(claim["document"]).stem == item.name]
        missed = [f for f in item.facts if f.needed and not any(is_fact(c, f) for c in own)]
        wrong = [c for c in own if not any(is_fact(c, f) for f in item.facts)]
        if missed or wrong:
            failures[item.name] = [str(f) for f in missed], sorted({tell(c) for c in wrong})
    assert len({item.name for item in items}) == len(items)
    assert failures == {}
