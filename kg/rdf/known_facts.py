"""What the gazetteer says in the graph: links elsewhere and the places that contain, each with its source."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.model.entity import Entity, KnownEntity
from kg.model.ids import format_digest
from kg.rdf import formatting as f
from kg.rdf import terms as t
from kg.rdf.blocks import Block, Pair

EXACT_MATCH = t.SKOS + "exactMatch"
BROADER = t.SKOS + "broader"
_EXACT_MATCH = f"<{EXACT_MATCH}>"
_BROADER = f"<{BROADER}>"
_SOURCE = f"<{t.DCTERMS}source>"
_LICENSE = f"<{t.DCTERMS}license>"


@dataclass(frozen=True, slots=True)
class _Fact:
    """A triple, and the entry that it comes from."""

    subject: str
    predicate: str
    target: str
    entry: KnownEntity


def describe_containers(
    entities: Collection[Entity], terms: f.TermFormatter
) -> Iterator[tuple[str, list[Pair]]]:
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
        yield place_id, list_container(place, terms)


def list_container(place: KnownEntity, terms: f.TermFormatter) -> list[Pair]:
    """What is said of a place that only the gazetteer tells of."""
    return [
        (f.TYPE, terms.format_term(place.type)),
        (f.LABEL, f.format_string(place.label)),
        *list_broader(place.above, terms),
    ]


def list_links(same_as: Iterable[str]) -> list[Pair]:
    """The links elsewhere as pairs of predicate and object."""
    return [(_EXACT_MATCH, link) for link in sorted({f.format_link(link) for link in same_as})]


def list_broader(above: Sequence[KnownEntity], terms: f.TermFormatter) -> list[Pair]:
    """The smallest place that contains the thing."""
    return [(_BROADER, terms.format_node(place.id)) for place in above[:1]]


def describe_facts(entities: Iterable[Entity], terms: f.TermFormatter) -> Iterator[Block]:
    """The facts behind links and containing places, by id."""
    found = {}
    for fact in _list_facts(entities, terms):
        digest = format_digest(fact.subject[1:-1], fact.predicate[1:-1], fact.target[1:-1])
        found[f"gazetteer-fact/{digest}"] = fact
    for path, fact in sorted(found.items()):
        pairs = [
            (f.TYPE, terms.format_term("GazetteerFact")),
            (terms.format_term("factSubject"), fact.subject),
            (terms.format_term("factPredicate"), fact.predicate),
            (terms.format_term("factObject"), fact.target),
            (_SOURCE, f.format_string(fact.entry.source)),
            *((_LICENSE, licence) for licence in _list_licences(fact.entry.licence)),
        ]
        yield terms.format_once(path), pairs, ""


def _list_facts(entities: Iterable[Entity], terms: f.TermFormatter) -> Iterator[_Fact]:
    for entity in entities:
        if entity.known is None:
            continue
        subject = terms.format_node(entity.id)
        for predicate, target in list_links(entity.same_as):
            yield _Fact(subject, predicate, target, entity.known)
        for predicate, target in list_broader(entity.known.above, terms):
            yield _Fact(subject, predicate, target, entity.known)
        for place in entity.known.above:
            above = terms.format_node(place.id)
            for predicate, target in list_broader(place.above, terms):
                yield _Fact(above, predicate, target, place)


def name_licence(iri: str) -> str:
    """The name of a licence by its IRI in the list of SPDX."""
    return iri.removeprefix(t.SPDX)


def _list_licences(licence: str) -> list[str]:
    """The IRIs of SPDX for a row's licences; none where one of them is no name of such a licence."""
    names = [name.strip() for name in licence.split(";")]
    if not all(t.SPDX_ID.fullmatch(name) for name in names):
        return []
    return [f"<{t.SPDX}{name}>" for name in sorted(set(names))]
