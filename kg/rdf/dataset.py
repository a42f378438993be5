"""The description of a graph inside it, by VoID and DCAT: what it holds, how much, and who made it.

It counts all triples but its own, so that it says the same in every form. All counts are sums over
triples: a store keeps them by what a change takes and brings.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

import pyoxigraph as ox

from kg.model.ids import format_digest
from kg.model.provenance import LICENCE, Run
from kg.ontology import TERMS, load_ontology
from kg.rdf import terms as t
from kg.rdf.blocks import Block, Pair, to_blocks
from kg.rdf.formatting import TYPE

_Node = ox.NamedNode
_Pair = tuple[_Node, _Node | ox.Literal]
_DATASET = _Node(t.VOID + "Dataset")
_MANY = 10_000
_get_predicate = itemgetter(0)


@dataclass(slots=True)
class Tally:
    """How many triples each property has, and how many things each class, by IRI."""

    properties: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)

    def add(self, quads: Iterable[ox.Quad], times: int = 1) -> None:
        """Counts quads that have not been counted; with `times` -1 takes such out again."""
        for quad in quads:
            self.properties[quad.predicate.value] += times
            if quad.predicate == t.TYPE and isinstance(quad.object, _Node):
                self.classes[quad.object.value] += times

    def add_pairs(self, pairs: Sequence[Pair]) -> None:
        """Counts what blocks say; then the keys are not IRIs but terms."""
        self.properties.update(map(_get_predicate, pairs))
        self.classes.update([value for predicate, value in pairs if predicate == TYPE])

    @property
    def triples(self) -> int:
        """All that were counted."""
        return self.properties.total()

    def count(self, name: str) -> int:
        """The things of a class of the ontology ("Document")."""
        return self.classes[TERMS + name]

    @property
    def entities(self) -> int:
        """The things of all types that a text can name."""
        return sum(self.count(name) for name in load_ontology().types if name != "Observation")


def follow(blocks: Iterable[Block], run: Run, maker: t.TermMaker) -> Iterator[Block]:
    """The blocks, and at their end their description."""
    tally = Tally()
    batch: list[Pair] = []
    for block in blocks:
        batch += block[1]
        if len(batch) > _MANY:
            tally.add_pairs(batch)
            batch.clear()
        yield block
    tally.add_pairs(batch)
    tally = Tally(_name_iris(tally.properties), _name_iris(tally.classes))
    yield from to_blocks(describe_dataset(tally, run, maker))


def _name_iris(counts: Mapping[str, int]) -> Counter[str]:
    return Counter({term.strip("<>"): count for term, count in counts.items()})


def describe_dataset(tally: Tally, run: Run, maker: t.TermMaker) -> Iterator[ox.Quad]:
    """The quads of the data set, then of its parts by class and by property.

    The digest in its IRI is of all that it says: what two graphs say alike is one thing.
    """
    tally = Tally(+tally.properties, +tally.classes)  # what is gone is not told of
    classes, properties = tally.classes, tally.properties
    digest = format_digest(run.id, sorted(classes.items()), sorted(properties.items()))
    path = f"dataset/{digest}"
    by_class = {f"{path}/class/{_name(iri, maker)}": iri for iri in classes}
    by_property = {f"{path}/property/{_name(iri, maker)}": iri for iri in properties}
    node = maker.get_node(path)
    for predicate, value in (
        *_list_frame(tally, run, maker),
        *_list_counts(tally),
        *((_void("classPartition"), maker.get_node(part)) for part in sorted(by_class)),
        *((_void("propertyPartition"), maker.get_node(part)) for part in sorted(by_property)),
    ):
        yield ox.Quad(node, predicate, value)
    yield from _describe_parts(by_class, classes, ("class", "entities"), maker)
    yield from _describe_parts(by_property, properties, ("property", "triples"), maker)


def _list_frame(tally: Tally, run: Run, maker: t.TermMaker) -> Iterator[_Pair]:
    documents, statements = tally.count("Document"), tally.count("Statement")
    yield t.TYPE, _Node(t.DCAT + "Dataset")
    yield t.TYPE, _DATASET
    yield t.get_dcterms("title"), ox.Literal(f"Knowledge graph of {_number(documents, 'document')}")
    described = (
        f"{_number(tally.entities, 'thing')} and {_number(statements, 'statement')} on them, "
        "each with the words that it stands on."
    )
    yield t.get_dcterms("description"), ox.Literal(described)
    licence = dict(run.options).get(LICENCE)
    if licence is not None:
        yield t.get_dcterms("license"), t.make_iri(licence)
    yield t.get_dcterms("conformsTo"), _Node(TERMS.rstrip("#"))
    yield _Node(t.PROV + "wasGeneratedBy"), maker.get_node(run.id)
    yield _void("uriSpace"), ox.Literal(maker.base)
    used = [*tally.properties, *tally.classes]
    spaces = {iri for iri in t.get_prefixes().values() if any(u.startswith(iri) for u in used)}
    for space in sorted(spaces):
        yield _void("vocabulary"), _Node(space)


def _list_counts(tally: Tally) -> list[_Pair]:
    counts = {
        "triples": tally.triples,
        "entities": tally.entities,
        "classes": len(tally.classes),
        "properties": len(tally.properties),
    }
    return [(_void(name), t.make_integer(count)) for name, count in counts.items()]


def _describe_parts(
    parts: Mapping[str, str],
    counts: Mapping[str, int],
    names: tuple[str, str],
    maker: t.TermMaker,
) -> Iterator[ox.Quad]:
    """A subset for each class or property, by its path, with what it has the most of."""
    what, how_many = names
    for path, iri in sorted(parts.items()):
        node = maker.get_node(path)
        yield ox.Quad(node, t.TYPE, _DATASET)
        yield ox.Quad(node, _void(what), _Node(iri))
        yield ox.Quad(node, _void(how_many), t.make_integer(counts[iri]))


def _name(iri: str, maker: t.TermMaker) -> str:
    """A term as part of a path: "holdsPost", "rdfs-label"; a digest where it has no prefix."""
    for prefix, space in t.get_prefixes(maker.base).items():
        local = iri.removeprefix(space)
        if local != iri and local.isidentifier():
            return local if space == TERMS else f"{prefix}-{local}"
    return format_digest(iri)


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _void(name: str) -> _Node:
    return _Node(t.VOID + name)
