"""What stands on a page, made from the model and from a graph."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.ontology import DEFAULT_BASE, TERMS
from kg.stores.graph_store import open_graph
from kg.views import PageContent, PageEdge, PageNode, from_quads, from_store, render_page

from .sample import (
    DOCUMENT,
    ENTITIES,
    QUOTES,
    STATEMENTS,
    TEXT,
    UNTITLED,
    make_content,
    make_quads,
)

TEXTS = {DOCUMENT.identifier: TEXT, UNTITLED.identifier: TEXT}


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_a_written_graph_gives_the_same_page_as_the_build(tmp_path: Path, name: str) -> None:
    """`kg view graph.ttl` and `kg build -o page.html` show the same, byte for byte."""
    path = tmp_path / name
    form = ox.RdfFormat.from_extension(name.rpartition(".")[2])
    assert form is not None
    quads = make_quads()
    triples = [q.triple for q in quads] if name.endswith(".ttl") else quads
    ox.serialize(triples, str(path), form)
    content = from_store(open_graph(path), texts=TEXTS)
    assert content == make_content()
    assert render_page(content) == render_page(make_content())


def test_a_store_of_pyoxigraph_can_be_shown_directly() -> None:
    """The seam takes what answers SPARQL, not one class."""
    store = ox.Store()
    store.extend(make_quads())
    assert from_store(store, texts=TEXTS) == make_content()


def test_the_order_of_documents_entities_and_statements_does_not_matter() -> None:
    """The same parts in another order are the same content."""
    shuffled = list(STATEMENTS)
    shuffled.sort(key=lambda statement: statement.rules, reverse=True)
    quads = make_quads(shuffled, ENTITIES[::-1], (UNTITLED, DOCUMENT))
    content = from_quads(quads[::-1], texts=TEXTS)
    assert content == make_content()


def test_observations_and_dates_are_facts_of_their_subject() -> None:
    """No node stands for a value; its measure, value, change and period are details."""
    content = make_content()
    facts = {fact.value: fact for fact in content.facts}
    assert set(facts) == {"2012", "output of Velden, 2024: 2.72 trillion CNY"}
    assert dict(facts["output of Velden, 2024: 2.72 trillion CNY"].details) == {
        "measure": "output",
        "value": "2.72 trillion CNY",
        "equivalent": "about 383.1 USD",
        "change": "up 94.5%",
        "period": "2024",
        "place": "Velden",
    }
    assert len(content.nodes) == len(ENTITIES)


def test_an_edge_carries_qualifiers_sentence_source_speaker_and_rule() -> None:
    """Everything that the panel shows of a statement is in the content, in words."""
    edge = next(e for e in make_content().edges if e.predicate == "invests in")
    assert edge.details == (("amount", "more than 10 billion CNY"), ("time", "2012"))
    assert edge.rules == ("sample/investsIn",)
    assert [(e.title, e.date, e.quote, e.speaker) for e in edge.evidence] == [
        ("articles/second.txt", "", QUOTES[0], "Ada Moor"),
        ("Velden gains a port", "2025-11-26", QUOTES[0], "Ada Moor"),
    ]


def test_a_statement_about_an_entity_that_is_not_listed_brings_it_in() -> None:
    """A page never has an edge to nowhere."""
    content = make_content(STATEMENTS, ())
    assert {node.label for node in content.nodes} == {entity.label for entity in ENTITIES}


def test_texts_beyond_the_limit_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of very many articles shows their passages and stays small."""
    assert all(document.text == TEXT for document in make_content().documents)
    monkeypatch.setattr("kg.views.graph_content.MOST_TEXT", 2 * len(TEXT) - 1)
    assert not any(document.text for document in make_content().documents)


def test_figures_have_numbers_and_days_for_charts() -> None:
    """A measured value is there as a number with its unit and the first day of its period."""
    figure = next(fact.figure for fact in make_content().facts if fact.figure)
    assert (figure.measure, figure.value, figure.unit) == ("output", "2720000000000", "CNY")
    assert (figure.change, figure.period, figure.start) == ("94.5", "2024", "2024-01-01")


def test_statements_keep_their_terms_for_export() -> None:
    """Predicate, qualifiers and values stand as they do in the graph, and the days told of."""
    content = make_content()
    edge = next(e for e in content.edges if e.predicate == "invests in")
    assert edge.term == f"{TERMS}investsIn"
    said = {name.removeprefix(TERMS): term for name, term in edge.said}
    assert said["time"] == '"2012"'
    assert said["attributedTo"] == f"<{DEFAULT_BASE}person/ada-moor>"
    assert edge.told == ("2012-01-01", "2012-12-31")
    assert said["amount"].strip("<>") in dict(content.values)


def test_a_statement_tells_how_many_texts_say_it_independently() -> None:
    """Reprints count once, as the graph has it."""
    statement = replace(STATEMENTS[0], independent_sources=2)
    assert [edge.sources for edge in make_content([statement]).edges] == [2]


def test_plain_triples_without_statements_are_shown() -> None:
    """A graph written without provenance has edges and facts, with no evidence to show."""
    store = ox.Store()
    store.extend(make_quads(provenance=False))
    content = from_store(store)
    assert {(e.source.rpartition("/")[2], e.predicate) for e in content.edges} == {
        ("ada-moor", "holds post"),
        ("norvik-group", "invests in"),
        ("velden", "cooperates with"),
    }
    assert {fact.predicate for fact in content.facts} == {"founded on", "observes"}
    assert not any(edge.evidence for edge in content.edges)


def test_a_graph_of_another_vocabulary_is_shown_as_far_as_it_goes() -> None:
    """Foreign types and links between typed things become nodes and edges with their last names."""
    store = ox.Store()
    store.load(
        b"@prefix x: <http://x.example/> . x:a a x:BigShip ; x:sailsTo x:b . x:b a x:Harbour .",
        ox.RdfFormat.TURTLE,
    )
    content = from_store(store)
    assert [(n.label, n.type) for n in content.nodes] == [("a", "big ship"), ("b", "harbour")]
    assert [edge.predicate for edge in content.edges] == ["sails to"]


def test_a_broken_statement_does_not_stop_the_page() -> None:
    """A statement without an object, or with odd numbers, leaves the rest to be shown."""
    store = ox.Store()
    store.load(
        b"""@prefix kg: <https://w3id.org/newskg/ontology#> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix x: <http://x.example/> .
        x:s1 a kg:Statement ; rdf:subject x:a .
        x:s2 a kg:Statement ; rdf:subject x:a ; rdf:predicate kg:owns ; rdf:object x:b ;
          kg:confidence "high" ; kg:modality "odd" ; kg:evidence x:p .
        x:p a kg:Passage ; kg:beginIndex "x" .""",
        ox.RdfFormat.TURTLE,
    )
    content = from_store(store)
    assert [(e.predicate, e.modality, e.confidence) for e in content.edges] == [
        ("owns", "odd", 1.0)
    ]
    assert "b" in render_page(content)


def test_an_edge_to_a_missing_node_is_refused() -> None:
    """A drawing library would drop it silently; here the mistake is named."""
    node = PageNode(id="a", label="A", type="city", family="place")
    edge = PageEdge(id="1", source="a", target="b", predicate="part of")
    with pytest.raises(ValueError, match="'b'"):
        PageContent(nodes=(node,), edges=(edge,))


def test_two_nodes_of_one_id_are_refused() -> None:
    """The drawing library would keep the first and drop the second."""
    node = PageNode(id="a", label="A", type="city", family="place")
    with pytest.raises(ValueError, match="same id"):
        PageContent(nodes=(node, node))
