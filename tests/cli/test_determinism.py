"""The same input gives the same bytes in every process."""

import random
import subprocess
from pathlib import Path

import pytest

from .command import KG, ROOT, make_environment

ENDINGS = ("ttl", "nt", "nq", "trig", "jsonld", "rdf", "graphml", "csv", "jsonl", "html", "ttl.gz")


def _build(folder: Path, articles: list[str], **environment: str) -> dict[str, bytes]:
    """Everything that one build writes, by file name."""
    folder.mkdir()
    outputs = [str(folder / f"graph.{ending}") for ending in ENDINGS]
    options = [word for output in outputs for word in ("-o", output)]
    report = ["--report", str(folder / "report.jsonl")]
    subprocess.run(
        [*KG, "build", *articles, *options, *report, "--quiet"],
        cwd=ROOT,
        env=make_environment(**environment),
        check=True,
        timeout=300,
    )
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The outputs of a build with hash seed 0."""
    folder = tmp_path_factory.mktemp("plain") / "out"
    return _build(folder, ["seeds/articles"], PYTHONHASHSEED="0")


def test_hash_seed_locale_and_time_zone_change_no_byte(
    plain: dict[str, bytes], tmp_path: Path
) -> None:
    """Nothing comes from the order of sets, the language of the machine or its clock."""
    foreign = {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/Los_Angeles"}
    other = _build(tmp_path / "out", ["seeds/articles"], PYTHONHASHSEED="random", **foreign)
    assert sorted(plain) == sorted([*(f"graph.{ending}" for ending in ENDINGS), "report.jsonl"])
    assert [name for name in sorted(plain) if plain[name] != other.get(name)] == []


def test_the_order_of_files_changes_no_byte_of_the_graph(
    plain: dict[str, bytes], tmp_path: Path
) -> None:
    """Files named one by one, shuffled, make the graph that their folder makes, elsewhere too."""
    files = sorted(f"seeds/articles/{p.name}" for p in (ROOT / "seeds/articles").iterdir())
    random.Random(3).shuffle(files)  # noqa: S311 - a fixed order
    elsewhere = {"LC_ALL": "C", "TZ": "Pacific/Auckland"}
    other = _build(tmp_path / "out", files, PYTHONHASHSEED="4711", **elsewhere)
    del other["report.jsonl"]  # its lines are in the order of the files
    assert [name for name in sorted(other) if plain[name] != other[name]] == []
