"""What stands on a page, made from the model and from a graph."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model.provenance import Run
from kg.ontology import DEFAULT_BASE
from kg.rdf.quads import to_quads
from kg.stores.graph_store import open_graph
from kg.views import PageContent, PageEdge, PageNode, from_model, from_store, render_page

from .sample import DOCUMENT, ENTITIES, QUOTES, STATEMENTS, UNTITLED

RUN = Run(
    id="run/1",
    kg_version="0",
    spacy_version="0",
    model_name="m",
    model_version="0",
    model_digest="0",
    ontology_digest="0",
    rules_digest="0",
    gazetteer_digest="0",
)


def _make_content() -> PageContent:
    return from_model([DOCUMENT, UNTITLED], ENTITIES, STATEMENTS, DEFAULT_BASE)


def _make_quads(*, provenance: bool = True) -> list[ox.Quad]:
    return list(
        to_quads(
            documents=[DOCUMENT, UNTITLED],
            entities=ENTITIES,
            statements=STATEMENTS,
            run=RUN,
            base=DEFAULT_BASE,
            provenance=provenance,
        )
    )


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_a_written_graph_gives_the_same_page_as_the_build(tmp_path: Path, name: str) -> None:
    """`kg view graph.ttl` and `kg build -o page.html` show the same, byte for byte."""
    path = tmp_path / name
    form = ox.RdfFormat.from_extension(name.rpartition(".")[2])
    assert form is not None
    quads = _make_quads()
    triples = [q.triple for q in quads] if name.endswith(".ttl") else quads
    ox.serialize(triples, str(path), form)
    content = from_store(open_graph(path))
    assert content == _make_content()
    assert render_page(content) == render_page(_make_content())


def test_a_store_of_pyoxigraph_can_be_shown_directly() -> None:
    """The seam takes what answers SPARQL, not one class."""
    store = ox.Store()
    store.extend(_make_quads())
    assert from_store(store) == _make_content()


def test_the_order_of_documents_entities_and_statements_does_not_matter() -> None:
    """The same parts in another order are the same content."""
    shuffled = list(STATEMENTS)
    shuffled.sort(key=lambda statement: statement.rules, reverse=True)
    content = from_model([UNTITLED, DOCUMENT], reversed(ENTITIES), shuffled, DEFAULT_BASE)
    assert content == _make_content()


def test_observations_and_dates_are_facts_of_their_subject() -> None:
    """No node stands for a value; its measure, value, change and period are details."""
    content = _make_content()
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
    edge = next(e for e in _make_content().edges if e.predicate == "invests in")
    assert edge.details == (("amount", "more than 10 billion CNY"), ("time", "2012"))
    assert edge.rules == ("sample/investsIn",)
    assert [(e.title, e.date, e.quote, e.speaker) for e in edge.evidence] == [
        ("articles/second.txt", "", QUOTES[0], "Ada Moor"),
        ("Velden gains a port", "2025-11-26", QUOTES[0], "Ada Moor"),
    ]


def test_a_statement_about_an_entity_that_is_not_listed_brings_it_in() -> None:
    """A page never has an edge to nowhere."""
    content = from_model([DOCUMENT, UNTITLED], (), STATEMENTS, DEFAULT_BASE)
    assert {node.label for node in content.nodes} == {entity.label for entity in ENTITIES}


def test_plain_triples_without_statements_are_shown() -> None:
    """A graph written without provenance has edges and facts, with no evidence to show."""
    store = ox.Store()
    store.extend(_make_quads(provenance=False))
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
