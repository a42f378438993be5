"""What the gazetteer says to quads: links elsewhere and the places that contain, each with its source."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.entity import Entity, KnownEntity
from kg.model.ids import format_digest
from kg.rdf import terms as t

EXACT_MATCH = ox.NamedNode(t.SKOS + "exactMatch")
BROADER = ox.NamedNode(t.SKOS + "broader")
_SOURCE = ox.NamedNode(t.DCTERMS + "source")
_LICENSE = ox.NamedNode(t.DCTERMS + "license")


@dataclass(frozen=True, slots=True)
class _Fact:
    """A triple, and the entry that it comes from."""

    subject: ox.NamedNode
    predicate: ox.NamedNode
    target: ox.NamedNode
    entry: KnownEntity


def describe_containers(
    entities: Collection[Entity], maker: t.TermMaker
) -> Iterator[tuple[str, list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]]]:
    """By id the places that no document names and that contain places which one names."""
    named = {entity.id for entity in entities}
    found = {
        place.id: place
        for entity in entities
        if entity.known is not None
        for place in entity.known.above
        if place.id not in named
    }
    for place_id, place in sorted(found.items()):
        yield place_id, list_container(place, maker)


def list_container(
    place: KnownEntity, maker: t.TermMaker
) -> list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]]:
    """What is said of a place that only the gazetteer tells of."""
    return [
        (t.TYPE, maker.get_term(place.type)),
        (t.LABEL, t.make_string(place.label)),
        *list_broader(place.above, maker),
    ]


def list_links(same_as: Iterable[str]) -> list[tuple[ox.NamedNode, ox.NamedNode]]:
    """The links elsewhere as pairs of predicate and object."""
    links = sorted({t.make_iri(link).value for link in same_as})
    return [(EXACT_MATCH, ox.NamedNode(link)) for link in links]


def list_broader(
    above: Sequence[KnownEntity], maker: t.TermMaker
) -> list[tuple[ox.NamedNode, ox.NamedNode]]:
    """The smallest place that contains the thing."""
    return [(BROADER, maker.get_node(place.id)) for place in above[:1]]


def describe_facts(entities: Iterable[Entity], maker: t.TermMaker) -> Iterator[ox.Quad]:
    """The quads of the facts behind links and containing places, by id."""
    found = {}
    for fact in _list_facts(entities, maker):
        digest = format_digest(fact.subject.value, fact.predicate.value, fact.target.value)
        found[f"gazetteer-fact/{digest}"] = fact
    for path, fact in sorted(found.items()):
        node = maker.get_node(path)
        pairs: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
            (t.TYPE, maker.get_term("GazetteerFact")),
            (maker.get_term("factSubject"), fact.subject),
            (maker.get_term("factPredicate"), fact.predicate),
            (maker.get_term("factObject"), fact.target),
            (_SOURCE, t.make_string(fact.entry.source)),
            *((_LICENSE, licence) for licence in _list_licences(fact.entry.licence)),
        ]
        yield from (ox.Quad(node, predicate, value) for predicate, value in pairs)


def _list_facts(entities: Iterable[Entity], maker: t.TermMaker) -> Iterator[_Fact]:
    for entity in entities:
        if entity.known is None:
            continue
        subject = maker.get_node(entity.id)
        for predicate, target in list_links(entity.same_as):
            yield _Fact(subject, predicate, target, entity.known)
        for predicate, target in list_broader(entity.known.above, maker):
            yield _Fact(subject, predicate, target, entity.known)
        for place in entity.known.above:
            above = maker.get_node(place.id)
            for predicate, target in (*list_broader(place.above, maker),):
                yield _Fact(above, predicate, target, place)


def name_licence(iri: str) -> str:
    """The name of a licence by its IRI in the list of SPDX."""
    return iri.removeprefix(t.SPDX)


def _list_licences(licence: str) -> list[ox.NamedNode]:
    """The IRIs of SPDX for a row's licences; none where one of them is no name of such a licence."""
    names = [name.strip() for name in licence.split(";")]
    if not all(t.SPDX_ID.fullmatch(name) for name in names):
        return []
    return [ox.NamedNode(t.SPDX + name) for name in sorted(set(names))]
