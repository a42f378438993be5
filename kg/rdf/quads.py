"""Statements to quads: the shape of the graph."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pyoxigraph as ox

from kg.model.document import Document
from kg.model.entity import Entity, Judgement
from kg.model.provenance import Run
from kg.model.statement import Statement
from kg.rdf.blocks import Block, parse_blocks, to_blocks
from kg.rdf.content import GraphContent
from kg.rdf.dataset import follow
from kg.rdf.formatting import TermFormatter
from kg.rdf.gathering import Gathered, gather
from kg.rdf.judgements import describe_judgements
from kg.rdf.known_facts import describe_facts
from kg.rdf.shape import Shape
from kg.rdf.terms import TermMaker


def to_quads(
    *,
    documents: Iterable[Document],
    entities: Iterable[Entity],
    statements: Iterable[Statement],
    run: Run,
    base: str,
    provenance: bool = True,
    judgements: Iterable[Judgement] = (),
) -> Iterator[ox.Quad]:
    """The quads of a graph, without duplicates, all of one subject after another.

    Documents come first, then entities, places that only the gazetteer tells of, observations,
    quantities, statements, passages, gazetteer facts, judgements, the run and the description of it
    all, each by id, whatever the order of the input. What a document contributes is in the graph of
    its IRI. Raises TermError for an id or link that cannot become an IRI.
    """
    gathered = gather(documents, entities, statements, provenance=provenance)
    return parse_blocks(_list_blocks(gathered, run, TermMaker(base), judgements, provenance))


def to_content_quads(content: GraphContent) -> Iterator[ox.Quad]:
    """The quads of what a file is written from; see `to_quads`."""
    return iter(content.quads) if content.quads is not None else parse_blocks(list_blocks(content))


def list_blocks(content: GraphContent) -> Iterator[Block]:
    """The same as text, in the same order."""
    if content.quads is not None:
        return to_blocks(content.quads)
    gathered = gather(
        content.documents, content.entities, content.statements, provenance=content.provenance
    )
    judgements = content.resolution.judgements if content.resolution is not None else ()
    maker = TermMaker(content.base)
    return _list_blocks(gathered, content.run, maker, judgements, content.provenance)


def _list_blocks(
    gathered: Gathered,
    run: Run,
    maker: TermMaker,
    judgements: Iterable[Judgement],
    provenance: bool,
) -> Iterator[Block]:
    terms = TermFormatter(maker)
    shape = Shape(terms, gathered, provenance=provenance)
    blocks = _describe(gathered, shape)
    if not provenance:
        return blocks
    facts = describe_facts(gathered.entities.values(), terms)
    told = chain(blocks, facts, describe_judgements(judgements, terms), (shape.describe_run(run),))
    return follow(told, run, maker)


def _describe(gathered: Gathered, shape: Shape) -> Iterator[Block]:
    """What texts say, and the things that it is said of."""
    for _, document in sorted(gathered.documents.items()):
        yield shape.describe_document(document)
    for _, entity in sorted(gathered.entities.items()):
        yield from shape.describe_entity(entity)
    yield from shape.describe_containers()
    for _, observation in sorted(gathered.observations.items()):
        yield shape.describe_observation(observation)
    for path, quantity in sorted(gathered.quantities.items()):
        yield shape.describe_quantity(path, quantity)
    for statement in gathered.statements.values():  # sorted when gathered
        yield from shape.describe_statement(statement)
    for place, quote in sorted(gathered.passages.items()):
        yield shape.describe_passage(place, quote)
