"""The quads of a graph by what brings them: the whole is the union of its parts.

A store changes a graph part by part. Some parts are brought by several statements (a plain triple, a
passage, a quantity, an observation) and stay as long as one of them is there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.document import Document
from kg.model.entity import Entity, Judgement, KnownEntity
from kg.model.ids import format_digest
from kg.model.provenance import Run
from kg.model.statement import Statement
from kg.rdf.blocks import Block, parse_blocks
from kg.rdf.dataset import Tally, describe_dataset
from kg.rdf.formatting import TermFormatter
from kg.rdf.gathering import Gathered, gather
from kg.rdf.judgements import describe_judgements
from kg.rdf.known_facts import describe_facts, list_container
from kg.rdf.shape import Shape
from kg.rdf.terms import TermMaker

Quad = ox.Quad


@dataclass(frozen=True, slots=True)
class Part:
    """Quads that come and go together; `shared` where several statements may bring them."""

    name: str
    quads: tuple[Quad, ...]
    shared: bool = False

    @property
    def digest(self) -> int:
        """A number for the name that fits a database."""
        return digest_name(self.name)


def digest_name(name: str) -> int:
    """A number for a name that fits a database."""
    return int(format_digest(name), 16) - (1 << 63)


def format_quads(quads: Iterable[Quad]) -> bytes:
    """Quads as lines of N-Quads, in their order."""
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""


def parse_quads(lines: str) -> Iterator[Quad]:
    """The quads again."""
    return ox.parse(lines, format=ox.RdfFormat.N_QUADS)


class PartMaker:
    """Makes the parts of one graph; `to_quads` gives the same quads in the order of a file."""

    def __init__(self, base: str, *, provenance: bool = True) -> None:
        self._maker = TermMaker(base)
        self._terms = TermFormatter(self._maker)
        self._provenance = provenance
        self._plain = self._make_shape(Gathered())

    def _make_shape(self, gathered: Gathered) -> Shape:
        return Shape(self._terms, gathered, provenance=self._provenance)

    def list_document(self, document: Document) -> Iterator[Part]:
        """What stands in the graph of the document before anything is said."""
        if self._provenance:
            quads = _parse(self._plain.describe_document(document))
            yield Part(f"document {document.identifier}", quads)

    def list_entity(self, entity: Entity) -> Iterator[Part]:
        """Its type, names, links and documents, and what the gazetteer says of it with its source."""
        yield Part(f"entity {entity.id}", _parse(*self._plain.describe_entity(entity)))
        if self._provenance:
            for fact in describe_facts((entity,), self._terms):
                yield Part(f"gazetteer fact {fact[0]}", _parse(fact), shared=True)

    def list_mention(self, entity_id: str, identifier: str) -> Iterator[Part]:
        """That a document names an entity."""
        if self._provenance:
            quads = _parse(self._plain.describe_mention(entity_id, identifier))
            yield Part(f"mention {entity_id} {identifier}", quads)

    def list_containers(self, entity: Entity) -> list[str]:
        """The ids of the places that contain the entity by the gazetteer."""
        known = entity.known.above if entity.known and self._provenance else ()
        return [place.id for place in known]

    def describe_container(self, place: KnownEntity) -> Part:
        """A place that contains others; its part stands where no document names the place."""
        block = self._terms.format_node(place.id), list_container(place, self._terms), ""
        return Part(f"container {place.id}", _parse(block))

    def list_judgement(self, path: str, judgement: Judgement) -> Iterator[Part]:
        """Why two names are one, or not; `path` is its id (see gather_judgements)."""
        if self._provenance:
            yield Part(path, _parse(*describe_judgements((judgement,), self._terms)))

    def list_run(self, run: Run) -> Iterator[Part]:
        """The provenance of the graph."""
        if self._provenance:
            yield Part(f"run {run.id}", _parse(self._plain.describe_run(run)))

    def describe_dataset(self, tally: Tally, run: Run) -> tuple[Quad, ...]:
        """The description of the graph that the tally counts."""
        return tuple(describe_dataset(tally, run, self._maker)) if self._provenance else ()

    def list_statement(self, statement: Statement) -> Iterator[Part]:
        """The statement, its plain triple, and what both lead to that is no entity."""
        gathered = gather((), (), (statement,), provenance=self._provenance)
        shape = self._make_shape(gathered)
        for own in gathered.statements.values():
            yield Part(own.id, _parse(*shape.describe_statement(own)))
        for subject in gathered.facts:
            node = self._terms.format_node(subject)
            for pair in shape.list_facts(subject):
                name = " ".join(("fact", node, *pair))
                yield Part(name, _parse((node, (pair,), "")), shared=True)
        for observation in gathered.observations.values():
            quads = _parse(shape.describe_observation(observation))
            yield Part(observation.id, quads, shared=True)
        for path, quantity in gathered.quantities.items():
            yield Part(path, _parse(shape.describe_quantity(path, quantity)), shared=True)
        for place, quote in gathered.passages.items():
            name = " ".join(map(str, ("passage", *place)))
            yield Part(name, _parse(shape.describe_passage(place, quote)), shared=True)


def _parse(*blocks: Block) -> tuple[Quad, ...]:
    return tuple(parse_blocks(blocks))
