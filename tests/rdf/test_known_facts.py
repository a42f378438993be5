"""What the gazetteer says of a thing: links and containing places, with source and without document."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.model.entity import Entity, KnownEntity
from kg.rdf.blocks import parse_blocks
from kg.rdf.formatting import TermFormatter
from kg.rdf.known_facts import describe_containers, describe_facts
from kg.rdf.terms import TermMaker

TERMS = TermFormatter(TermMaker("https://w3id.org/newskg/id/"))
RURITANIA = KnownEntity(
    id="country/ruritania",
    label="Ruritania",
    type="Country",
    same_as=("https://example.org/ruritania",),
    source="GeoNames",
    licence="CC-BY-4.0",
)
SOUTH = KnownEntity(
    id="province/south",
    label="South",
    type="Province",
    within=RURITANIA.id,
    above=(RURITANIA,),
    source="written for the test; GeoNames",
    licence="Apache-2.0; CC-BY-4.0",
)
ZENDA = Entity(
    id="city/zenda",
    type="City",
    label="Zenda",
    same_as=("https://sws.geonames.org/17/",),
    documents=("fair.txt",),
    known=KnownEntity(
        id="city/zenda",
        label="Zenda",
        type="City",
        same_as=("https://sws.geonames.org/17/",),
        within=SOUTH.id,
        above=(SOUTH, RURITANIA),
        source="my own list",
        licence="free for all",
    ),
)


def list_triples(quads: Iterator[ox.Quad]) -> set[tuple[str, str, str]]:
    """Subject, predicate and object of facts, by their last words."""
    found: dict[str, dict[str, str]] = {}
    for quad in quads:
        assert quad.graph_name == ox.DefaultGraph()
        assert not isinstance(quad.subject, ox.Triple)
        assert not isinstance(quad.object, ox.Triple)
        name = quad.predicate.value.rsplit("#", 1)[-1]
        found.setdefault(quad.subject.value, {})[name] = quad.object.value
    return {
        (
            f["factSubject"].rsplit("/id/", 1)[-1],
            f["factPredicate"].rsplit("#", 1)[-1],
            f["factObject"],
        )
        for f in found.values()
    }


def test_each_link_and_each_step_up_is_a_fact() -> None:
    """The city leads to its province, that to its country; only named things have links."""
    base = "https://w3id.org/newskg/id/"
    assert list_triples(parse_blocks(describe_facts([ZENDA], TERMS))) == {
        ("city/zenda", "exactMatch", "https://sws.geonames.org/17/"),
        ("city/zenda", "broader", base + "province/south"),
        ("province/south", "broader", base + "country/ruritania"),
    }


def test_a_fact_tells_its_source_and_licences_that_have_a_name() -> None:
    """Licences are IRIs of SPDX; a text that is none of its names gives no IRI."""
    told = [
        str(q.object)
        for q in parse_blocks(describe_facts([ZENDA], TERMS))
        if "dc/terms" in str(q.predicate)
    ]
    assert told.count('"my own list"') == 2
    assert told.count('"written for the test; GeoNames"') == 1
    assert sorted(t for t in told if "spdx" in t) == [
        "<https://spdx.org/licenses/Apache-2.0>",
        "<https://spdx.org/licenses/CC-BY-4.0>",
    ]


def test_places_that_no_document_names_stand_once_with_type_and_label() -> None:
    """A place that a document names is described as an entity instead."""
    assert [place for place, _ in describe_containers([ZENDA], TERMS)] == [
        "country/ruritania",
        "province/south",
    ]
    country = Entity(id="country/ruritania", type="Country", label="Ruritania")
    assert [place for place, _ in describe_containers([ZENDA, country], TERMS)] == [
        "province/south"
    ]


def test_what_is_not_known_says_nothing() -> None:
    """Things that the gazetteer does not know have no facts."""
    stranger = Entity(id="city/tarka", type="City", label="Tarka")
    assert list(parse_blocks(describe_facts([stranger], TERMS))) == []
    assert list(describe_containers([stranger], TERMS)) == []
