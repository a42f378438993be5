"""B-cubed, reckoned by hand: the names of one thing belong onto one thing of the graph."""

import json
from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.evaluation import evaluate
from kg.evaluation.clusters import ClusterScore, Name, score_b_cubed
from kg.evaluation.recording import describe_evaluation
from kg.evaluation.wording import format_evaluation
from kg.stores.graph_store import GraphStore

from .world import entity

Articles = Mapping[str, list[dict[str, Any]]]

_HEAD = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix id: <https://w3id.org/newskg/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
"""


def name_items(clusters: Mapping[str, str]) -> dict[Name, Hashable]:
    """Items written as letters, a word a cluster: {"first": "abc"}."""
    return {("article", "thing", item): name for name, items in clusters.items() for item in items}


def score(folder: Path, things: list[tuple[str, str, list[str]]], gold: Articles) -> ClusterScore:
    """The clusters of a graph with these things (type, names, articles), against annotations."""
    text = _HEAD
    for number, (kind, names, articles) in enumerate(things):
        label, *others = names.split("|")
        text += f'id:t{number} a kg:{kind} ; rdfs:label "{label}" .\n'
        text += "".join(f'id:t{number} skos:altLabel "{other}" .\n' for other in others)
        text += "".join(f"id:t{number} kg:mentionedIn id:{article} .\n" for article in articles)
    paths = []
    for article, rows in gold.items():
        text += f'id:{article} a kg:Document ; dcterms:identifier "news/{article}.txt" .\n'
        paths.append(folder / f"{article}.jsonl")
        paths[-1].write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    store = GraphStore.from_quads(ox.parse(text.encode(), format=ox.RdfFormat.TURTLE))
    return evaluate(store, paths).score_clusters()


@pytest.mark.parametrize(
    ("given", "precision"),
    [
        ({"A": "12345", "B": "6789abc"}, 16 / 21),
        ({"A": "1234589abc", "B": "67"}, 7 / 12),
    ],
)
def test_the_examples_of_the_paper(given: Mapping[str, str], precision: float) -> None:
    """Of twelve mentions of three things, two of which are taken for one, as Bagga and Baldwin have it."""
    wanted = name_items({"first": "12345", "second": "67", "third": "89abc"})
    assert score_b_cubed(wanted, name_items(given)) == pytest.approx((precision, 1.0))


def test_what_is_parted_costs_recall() -> None:
    """Three of one thing as two and one: (2/3 + 2/3 + 1/3) / 3 of it is there, and nothing is wrong."""
    wanted, given = name_items({"one": "abc"}), name_items({"A": "ab", "B": "c"})
    assert score_b_cubed(wanted, given) == pytest.approx((1.0, 5 / 9))


def test_what_stands_on_one_side_alone_does_not_count() -> None:
    """A name that was not found is a missed entity, and is counted there."""
    wanted, given = name_items({"one": "abc"}), name_items({"A": "bcd"})
    assert score_b_cubed(wanted, given) == (1.0, 1.0)
    assert score_b_cubed(wanted, {}) == (0.0, 0.0)


GROUP = entity("g", "Company", "Norvik Group", "Norvik")
SHORT = entity("n", "Company", "Norvik")
MILLS = entity("m", "Company", "Tarka Mills")


def test_a_thing_of_two_articles_is_one_where_they_share_the_full_name(tmp_path: Path) -> None:
    """Three names of one company on one node, and one of another."""
    things = [
        ("Company", "Norvik Group|Norvik", ["plant", "port"]),
        ("Company", "Tarka Mills", ["port"]),
    ]
    found = score(tmp_path, things, {"plant": [GROUP], "port": [SHORT, MILLS]})
    assert (found.precision, found.recall, found.f1) == (1.0, 1.0, 1.0)
    assert (found.names, found.found) == (4, 4)


def test_two_nodes_for_one_company_cost_recall(tmp_path: Path) -> None:
    """Of its three names two stand on one node and one on another: 5/9."""
    things = [
        ("Company", "Norvik Group|Norvik", ["plant"]),
        ("Company", "Norvik", ["port"]),
    ]
    found = score(tmp_path, things, {"plant": [GROUP], "port": [SHORT]})
    assert (found.precision, found.recall) == pytest.approx((1.0, 5 / 9))
    assert found.f1 == pytest.approx(2 * (5 / 9) / (1 + 5 / 9))


def test_one_node_for_two_companies_costs_precision(tmp_path: Path) -> None:
    """Of its three names two are of one company and one of another: 5/9."""
    things = [("Company", "Norvik Group|Norvik|Tarka Mills", ["plant"])]
    found = score(tmp_path, things, {"plant": [GROUP, MILLS]})
    assert (found.precision, found.recall) == pytest.approx((5 / 9, 1.0))


def test_names_that_no_thing_of_the_article_bears_are_told_apart(tmp_path: Path) -> None:
    """A node of another article does not bear them."""
    things = [("Company", "Norvik Group|Norvik", ["plant"])]
    found = score(tmp_path, things, {"plant": [GROUP], "port": [SHORT]})
    assert (found.names, found.found, found.recall) == (3, 2, 1.0)


def test_nothing_is_asked_of_nameless_and_optional_things(tmp_path: Path) -> None:
    """They count neither for nor against."""
    rows = [
        entity("p", "Facility", "tyre plant", nominal=True),
        entity("m", "Company", "Tarka Mills", optional=True),
    ]
    found = score(tmp_path, [("Company", "Tarka Mills", ["plant"])], {"plant": rows})
    assert (found.names, found.f1) == (0, 0.0)


def test_identity_decides_where_names_do_not(tmp_path: Path) -> None:
    """Two ministers of one name are two, and one body under two names is one."""
    gold = {
        "plant": [
            entity("j", "Person", "Jane Moreau", identity="the minister"),
            entity("b", "Association", "Alba Traders", identity="the traders"),
        ],
        "port": [
            entity("j", "Person", "Jane Moreau", identity="the pilot"),
            entity("b", "Association", "Chamber of Alba", identity="the traders"),
        ],
    }
    things = [
        ("Person", "Jane Moreau", ["plant", "port"]),
        ("Association", "Alba Traders", ["plant"]),
        ("Association", "Chamber of Alba", ["port"]),
    ]
    found = score(tmp_path, things, gold)
    assert (found.precision, found.recall) == (0.75, 0.75)


def test_identity_is_heard_before_names(tmp_path: Path) -> None:
    """The bank that is told to be the other article's BOC is it, though two have that name."""
    gold = {
        "plant": [
            entity("a", "Company", "Bank of Alba", "BOC"),
            entity("c", "Company", "Bank of Cavia", "BOC", identity="the bank"),
        ],
        "port": [entity("b", "Company", "BOC", identity="the bank")],
    }
    things = [
        ("Company", "Bank of Alba", ["plant"]),
        ("Company", "Bank of Cavia|BOC", ["plant", "port"]),
    ]
    found = score(tmp_path, things, {"plant": gold["plant"][1:], "port": gold["port"]})
    assert (found.precision, found.recall, found.found) == (1.0, 1.0, 3)
    both = score(tmp_path, things, gold)
    assert (both.precision, both.recall, both.found) == pytest.approx((0.7, 0.8, 5))


def test_a_short_name_of_two_things_joins_none(tmp_path: Path) -> None:
    """ "BOC" alone may be either bank, and a ship that is called so is no bank."""
    gold = {
        "plant": [
            entity("a", "Company", "Bank of Alba", "BOC"),
            entity("c", "Company", "Bank of Cavia", "BOC"),
        ],
        "port": [entity("b", "Company", "BOC"), entity("s", "Facility", "Bank of Alba")],
    }
    things = [
        ("Company", "Bank of Alba", ["plant"]),
        ("Company", "Bank of Cavia", ["plant"]),
        ("Company", "BOC", ["port"]),
        ("Facility", "Bank of Alba", ["port"]),
    ]
    found = score(tmp_path, things, gold)
    assert (found.precision, found.recall, found.found) == (1.0, 1.0, 4)


def test_figures_stand_in_text_and_json(tmp_path: Path) -> None:
    """Beside those of entities and facts."""
    path = tmp_path / "plant.jsonl"
    path.write_text(json.dumps(GROUP) + "\n", encoding="utf-8")
    text = _HEAD + (
        'id:plant a kg:Document ; dcterms:identifier "plant.txt" .\n'
        'id:g a kg:Company ; rdfs:label "Norvik Group" ; kg:mentionedIn id:plant .\n'
    )
    quads = ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)
    evaluation = evaluate(GraphStore.from_quads(quads), [path])
    figures = {"precision": 1.0, "recall": 1.0, "f1": 1.0, "names": 2, "found": 1}
    assert describe_evaluation(evaluation)["clusters"] == figures
    assert "One thing, one node (B-cubed)" in format_evaluation(evaluation)
