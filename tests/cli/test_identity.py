"""`kg build --identity`: the decisions of a ledger in the graph."""

from pathlib import Path

import pytest

from kg.validation import validate_graph

from .command import Run

TEXT = "Norvik Group opened a plant in Antwerp in 2024. Tarka Logistics invested in Antwerp.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A small document in the folder in which commands run."""
    path = tmp_path / "story.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_ledger_pins_decisions(run: Run, story: Path, tmp_path: Path) -> None:
    """Renamed, joined and in the digest of the run; what names nothing is a warning."""
    (tmp_path / "ids.yaml").write_text(
        "same:\n  - [organization/norvik-group, organization/tarka-logistics]\n"
        "rename:\n  organization/norvik-group: Norvik Holding\n  city/nowhere: Nowhere\n",
        encoding="utf-8",
    )
    result = run("build", story.name, "--identity", "ids.yaml", "-o", "graph.ttl")
    assert result.returncode == 0, result.stderr
    assert "warning: ids.yaml:5: 'city/nowhere' names nothing" in result.stderr
    graph = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert 'rdfs:label "Norvik Holding"' in graph
    assert 'skos:altLabel "Norvik Group", "Tarka Logistics"' in graph
    assert "identity=" in graph


def test_a_ledger_that_contradicts_itself_is_refused(run: Run, story: Path, tmp_path: Path) -> None:
    """Nothing is written, and the message names both lines."""
    pair = "[organization/norvik-group, organization/tarka-logistics]"
    (tmp_path / "ids.yaml").write_text(
        f"same:\n  - {pair}\ndifferent:\n  - {pair}\n", encoding="utf-8"
    )
    result = run("build", story.name, "--identity", "ids.yaml", "-o", "graph.ttl")
    assert result.returncode == 2
    assert "ids.yaml:4: this contradicts ids.yaml:2" in result.stderr
    assert not (tmp_path / "graph.ttl").exists()


@pytest.mark.parametrize("kind", ["Person", "Country", "Event", "Sector", "Agreement"])
def test_retype_keeps_the_graph_valid(run: Run, story: Path, tmp_path: Path, kind: str) -> None:
    """Statements that the new type does not allow are gone, and all else conforms to the shapes."""
    (tmp_path / "ids.yaml").write_text(
        f"retype:\n  organization/norvik-group: {kind}\n  city/antwerp: {kind}\n", encoding="utf-8"
    )
    result = run("build", story.name, "--identity", "ids.yaml", "-o", "graph.ttl")
    assert result.returncode == 0, result.stderr
    report = validate_graph(tmp_path / "graph.ttl")
    assert report.conforms, report
    assert f"a kg:{kind}" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
