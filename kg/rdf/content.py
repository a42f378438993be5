"""What a graph file is made from."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.model.claim import Reading
from kg.model.document import Document
from kg.model.entity import Entity, Resolution
from kg.model.provenance import Run
from kg.model.statement import Statement
from kg.ontology import DEFAULT_BASE


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphContent:
    """Everything that the formats write. Order does not matter; each format sorts what it writes.

    `readings` are needed for claims alone, `resolution` for claims and judgements. `provenance`
    False leaves types, names, plain triples and observations. The collections are read once for
    each file that is written. `quads`, where given, stand in the forms of RDF for all the rest.
    """

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    run: Run
    base: str = DEFAULT_BASE
    provenance: bool = True
    readings: Iterable[Reading] | None = ()
    resolution: Resolution | None = None
    quads: tuple[ox.Quad, ...] | None = None
