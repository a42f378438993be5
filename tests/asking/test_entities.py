"""The list of a graph's things, counted by hand on the sample."""

import dataclasses

import pytest
from rdf.sample import CONTENT, ENTITIES, RURITANIA

from kg.asking.entities import Listed, filter_entities, list_entities
from kg.errors import OntologyError
from kg.model.entity import KnownEntity
from kg.ontology import load_ontology
from kg.rdf.quads import to_content_quads
from kg.stores.graph_store import GraphStore

ONTOLOGY = load_ontology()
LISTED = list_entities(GraphStore.from_quads(to_content_quads(CONTENT)), ONTOLOGY)
LABELS = [entity.label for entity in LISTED]


def test_what_most_documents_name_comes_first() -> None:
    """Then what most statements are about; observations, quantities and documents are no things."""
    assert [(e.label, e.documents, e.degree) for e in LISTED] == [
        ("Alba", 2, 6),
        ("Nordwind Group", 2, 6),
        ("Bruma", 2, 3),
        ("Port Alba", 1, 4),
        ("Alba-Bruma Freight Train", 1, 2),
        ("Ostrava Rail Fair", 1, 2),
        ("Alba Dry Port", 1, 1),
        ("Alba University", 1, 1),
        ("Li Hua", 1, 1),
        ("Ministry of Harbours", 1, 1),
        ("Ruritania", 1, 1),
    ]


def test_a_thing_has_its_names_and_links() -> None:
    """All that a list shows of one thing."""
    assert LISTED[LABELS.index("Alba")] == Listed(
        iri="https://w3id.org/newskg/id/city/alba",
        type="City",
        label="Alba",
        names=("Alba City",),
        documents=2,
        degree=6,
        links=("http://www.wikidata.org/entity/Q1",),
    )


@pytest.mark.parametrize(
    ("wanted", "labels"),
    [
        ({"kind": "city"}, ["Alba", "Bruma"]),
        ({"kind": "Facility"}, ["Port Alba", "Alba Dry Port"]),
        ({"name": "NORDWIND"}, ["Nordwind Group"]),
        ({"name": "alba city"}, ["Alba"]),
        ({"name": "Bŕuma"}, ["Bruma", "Alba-Bruma Freight Train"]),
        ({"min_documents": 2, "kind": "Organization"}, ["Nordwind Group"]),
        ({"name": "zenda"}, []),
    ],
)
def test_the_list_can_be_narrowed(wanted: dict[str, object], labels: list[str]) -> None:
    """By type and all below it, by part of any name, by documents."""
    found = filter_entities(LISTED, ONTOLOGY, **wanted)  # type: ignore[arg-type]
    assert [entity.label for entity in found] == labels


def test_places_that_only_the_gazetteer_tells_of_are_asked_for() -> None:
    """They are listed where no document has to name them."""
    known = KnownEntity(label="Zembla", type="Country", id="country/zembla", source="test")
    whole = KnownEntity(
        label="Ruritania", type="Country", within="country/zembla", above=(known,), source="test"
    )
    inside = dataclasses.replace(RURITANIA, known=whole)
    others = [entity for entity in ENTITIES if entity != RURITANIA]
    content = dataclasses.replace(CONTENT, entities=(*others, inside))
    found = list_entities(GraphStore.from_quads(to_content_quads(content)), ONTOLOGY)
    assert [e.label for e in filter_entities(found, ONTOLOGY, name="zembla")] == []
    assert [e.label for e in filter_entities(found, ONTOLOGY, name="zembla", min_documents=0)] == [
        "Zembla"
    ]


def test_an_unknown_type_is_told_with_those_near_it() -> None:
    """A slip of the keyboard costs one look."""
    with pytest.raises(OntologyError, match="Company"):
        filter_entities(LISTED, ONTOLOGY, kind="Compny")


def test_without_statements_the_degree_counts_plain_triples() -> None:
    """A graph made without provenance has them alone, and no documents."""
    quads = to_content_quads(dataclasses.replace(CONTENT, provenance=False))
    found = {e.label: e for e in list_entities(GraphStore.from_quads(quads), ONTOLOGY)}
    assert (found["Nordwind Group"].degree, found["Nordwind Group"].documents) == (3, 0)
    assert found["Port Alba"].degree == 4
