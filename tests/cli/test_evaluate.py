"""`kg evaluate` says how good a graph is, and ends with the code that belongs to it."""

import json
from pathlib import Path

import pytest

from .command import ROOT, Run

GOLD = ROOT / "tests" / "gold" / "paraguay-cabinet-reshuffle.jsonl"
SEED = ROOT / "tests" / "gold" / "chongqing-industry-matchmaking.jsonl"


def test_figures_and_tables_are_printed(run: Run, graph: Path) -> None:
    """The sums, the parts, the calibration, and a table for each split asked for."""
    splits = [f"--by={split}" for split in ("predicate", "outlet", "document", "rule")]
    done = run("evaluate", graph, SEED, *splits)
    assert done.returncode == 0, done.stderr
    for words in (
        "fact",
        "share right",
        "predicate",
        "outlet",
        "F1 of entities",
        "observes",
        "proposed",
    ):
        assert words in done.stdout
    assert "\nkind" not in done.stdout


def test_errors_are_listed_under_their_kinds(run: Run, graph: Path) -> None:
    """Each kind as a heading, with what, why and the sentence."""
    done = run("evaluate", graph, SEED, "--errors")
    assert done.returncode == 0, done.stderr
    head = next(line for line in done.stdout.splitlines() if line.startswith("kind "))
    assert head.split()[1:3] == ["missed", "fact"]
    assert "rule missing" in done.stdout


def test_json_holds_everything(run: Run, graph: Path) -> None:
    """Figures by kind, document and outlet, the calibration, and errors where asked for."""
    done = run("evaluate", graph, SEED, "--json", "--errors")
    record = json.loads(done.stdout)
    fact = record["fact"]
    assert fact["tp"] + fact["fn"] > 10
    assert record["by document"][SEED.stem]["fact"] == fact
    assert {"kind", "fault", "what", "because", "sentence"} <= set(record["errors"][0])
    assert record["calibration"]["bands"]


def test_an_article_that_is_not_in_the_graph_is_told(run: Run, graph: Path) -> None:
    """Exit code 3, and its name."""
    done = run("evaluate", graph, SEED, GOLD)
    assert done.returncode == 3
    assert f"no document of {GOLD.stem}" in done.stdout


def test_a_floor_that_is_not_reached_ends_with_3(run: Run, graph: Path) -> None:
    """And says how far the figure is."""
    assert run("evaluate", graph, SEED, "--min-f1", "0.01").returncode == 0
    done = run("evaluate", graph, SEED, "--min-f1", "0.999")
    assert done.returncode == 3
    assert "below 0.999" in done.stderr


def test_proposed_confidences_are_written(run: Run, graph: Path, tmp_path: Path) -> None:
    """A rule that was judged, with what its file states."""
    assert run("evaluate", graph, SEED, "--calibrate", "out/rules.json").returncode == 0
    record = json.loads((tmp_path / "out" / "rules.json").read_text(encoding="utf-8"))
    assert {"rule", "judged", "right", "share", "stated", "proposed", "floor"} == set(
        record["rules"][0]
    )


@pytest.mark.parametrize("gold", ["nowhere.jsonl", "."])
def test_what_are_no_annotations_is_wrong_use(run: Run, graph: Path, gold: str) -> None:
    """Exit code 2 and one sentence."""
    done = run("evaluate", graph, gold)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
