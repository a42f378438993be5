"""What the gazetteer knows of containing places stands apart from what the text says."""

from pathlib import Path

import pytest

import kg
from kg.graph import Graph
from kg.stores.results import Table
from kg.validation import validate_graph

TEXT = "Norvik Group opened a plant in Hangzhou on Monday.\n"
FACTS = """SELECT ?s ?o WHERE { ?f a kg:GazetteerFact ; kg:factSubject ?s ;
    kg:factPredicate skos:broader ; kg:factObject ?o }"""


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Graph]:
    """The graph with the hierarchy and without."""
    path = tmp_path_factory.mktemp("hierarchy") / "plant.txt"
    path.write_text(TEXT, encoding="utf-8")
    return {on: kg.build([path], options=kg.BuildOptions(hierarchy=on)) for on in (True, False)}


def ask(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """The rows, each cell the end of an IRI."""
    table = graph.query(query)
    assert isinstance(table, Table)
    return sorted(
        tuple(str(cell).rsplit("/id/", 1)[-1].strip(">") for cell in row) for row in table.rows
    )


def test_city_province_and_country_are_linked(graphs: dict[bool, Graph]) -> None:
    """Places that no document names come in with label and type, and without document."""
    assert ask(graphs[True], FACTS) == [
        ("city/hangzhou", "province/zhejiang"),
        ("province/zhejiang", "country/china"),
    ]
    above = "SELECT ?c WHERE { ?city rdfs:label 'Hangzhou' ; skos:broader+ ?c . ?c a kg:Country }"
    assert ask(graphs[True], above) == [("country/china",)]
    named = "SELECT ?p WHERE { ?p a kg:Province ; kg:mentionedIn ?d }"
    assert ask(graphs[True], named) == []


def test_the_hierarchy_is_no_statement_of_the_text(graphs: dict[bool, Graph]) -> None:
    """Nothing lies anywhere but where the text says so; statements are the same without it."""
    located = "SELECT ?s ?o WHERE { ?s kg:locatedIn ?o }"
    assert [target for _, target in ask(graphs[True], located)] == ["city/hangzhou"]
    assert graphs[True].statements == graphs[False].statements


def test_it_can_be_left_out(graphs: dict[bool, Graph], tmp_path: Path) -> None:
    """Without it no place stands above another; links elsewhere stay; the run tells the option."""
    assert ask(graphs[False], FACTS) == []
    assert ask(graphs[False], "SELECT ?p WHERE { ?p a kg:Province }") == []
    assert len(ask(graphs[False], "SELECT ?m WHERE { ?s skos:exactMatch ?m }")) == 1
    assert ("hierarchy", "false") in graphs[False].run.options
    graphs[True].write(tmp_path / "graph.ttl")
    assert validate_graph(tmp_path / "graph.ttl").conforms
