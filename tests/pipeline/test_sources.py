"""Corroboration from files to statements: copies of one text are one source."""

from pathlib import Path

import pytest
from resolution.test_reprints import ARTICLE, OTHER_AUTHOR, REPRINTS

from kg.model.document import Document
from kg.pipeline import Pipeline

FACT = "Tarka is a port city in Ruritania. Norvik Group is headquartered in Antwerp.\n"
TEXTS = {
    "first.txt": FACT + ARTICLE,
    "reprint.txt": REPRINTS["another headline"] + FACT,
    "cut.txt": FACT + REPRINTS["the first half"],
    "other.txt": OTHER_AUTHOR + FACT,
}


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["first.txt"], 1),
        (["first.txt", "reprint.txt"], 1),
        (["cut.txt", "first.txt", "reprint.txt"], 1),
        (["first.txt", "other.txt"], 2),
        (["reprint.txt", "other.txt", "cut.txt"], 2),
    ],
)
def test_a_build_counts_independent_sources(
    pipeline: Pipeline, names: list[str], count: int
) -> None:
    """Every document's words are evidence, and reprints add no source."""
    readings = [pipeline.read(Document(identifier=name, text=TEXTS[name])) for name in names]
    graph = pipeline.assemble([], readings)
    (seat,) = [
        statement
        for statement in graph.statements
        if statement.predicate == "headquarteredIn" and statement.subject.label == "Norvik Group"
    ]
    assert {evidence.document for evidence in seat.evidence} == set(names)
    assert seat.independent_sources == count


def test_a_page_of_the_graph_says_so(pipeline: Pipeline, tmp_path: Path) -> None:
    """The number stands on the statement in RDF."""
    names = ["first.txt", "other.txt"]
    readings = [pipeline.read(Document(identifier=name, text=TEXTS[name])) for name in names]
    pipeline.assemble([], readings).write(tmp_path / "graph.ttl")
    assert "kg:independentSources 2" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
