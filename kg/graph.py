"""A built graph: what callers of kg.build hold in their hands."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from kg.errors import UsageError
from kg.model.claim import Reading
from kg.model.document import Document, Outcome
from kg.model.entity import Entity, Resolution
from kg.model.provenance import Run
from kg.model.statement import Statement
from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.writing import formats, write_graph

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from kg.stores.graph_store import GraphStore
    from kg.stores.results import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts of a graph, each by name in order of the name."""

    documents: Mapping[str, int]  # by status
    words: int
    entities: Mapping[str, int]  # by type
    statements: Mapping[str, int]  # by predicate
    modalities: Mapping[str, int]


class Graph:
    """Documents, entities and statements, with what each stage gave on the way.

    Everything is in a fixed order, whatever that of the input: documents by identifier, entities and
    statements by id; only `outcomes` are in the order of reading. `notes` are warnings of pins of the identity ledger
    that did nothing.
    """

    def __init__(  # noqa: PLR0913  a graph is all of these
        self,
        *,
        outcomes: tuple[Outcome, ...],
        readings: Collection[Reading],
        resolution: Resolution,
        statements: tuple[Statement, ...],
        run: Run,
        base: str,
        provenance: bool,
        notes: tuple[str, ...] = (),
        documents: tuple[Document, ...] | None = None,
    ) -> None:
        self.outcomes = outcomes
        self.readings = readings
        self.resolution = resolution
        self.statements = statements
        self.run = run
        self.base = base
        self.provenance = provenance
        self.notes = notes
        self._documents = documents

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were read, by identifier."""
        if self._documents is None:
            self._documents = tuple(reading.document for reading in self.readings)
        return self._documents

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, by id."""
        return self.resolution.entities

    @property
    def content(self) -> GraphContent:
        """What the formats write."""
        return GraphContent(
            documents=self.documents,
            entities=self.entities,
            statements=self.statements,
            run=self.run,
            base=self.base,
            provenance=self.provenance,
            readings=self.readings,
            resolution=self.resolution,
        )

    @cached_property
    def store(self) -> "GraphStore":
        """The graph in an embedded Oxigraph store, for SPARQL."""
        from kg.stores.graph_store import GraphStore

        return GraphStore.from_quads(to_content_quads(self.content))

    def write(self, path: str | Path) -> None:
        """Writes the graph; the ending chooses the format. The file is written whole or not at all.

        Raises UsageError for an unknown ending, OutputError where the file cannot be written.
        """
        write_graph(self.content, path)

    def query(self, query: str, **parameters: str) -> "Results":
        """Asks a SPARQL query, or a shipped one by its name with its parameters.

        Raises QueryError if it is refused or does not parse, UsageError for parameters of a query
        that has none.
        """
        from kg.queries import load_queries

        named = load_queries().get(query)
        if named is not None:
            return named.run(self.store, parameters)
        if parameters:
            raise UsageError(
                "Only shipped queries take parameters; write the values into the query."
            )
        return self.store.query(query)

    def to_rdflib(self) -> "rdflib.Dataset":
        """The graph as an rdflib Dataset, what each document gives in a graph of its own."""
        from kg.rdf.triples import to_rdflib

        return to_rdflib(to_content_quads(self.content))

    def to_networkx(self) -> "networkx.MultiDiGraph[Any]":
        """Things as nodes, observations and dates among them, and statements as edges by their ids."""
        from kg.rdf.graphml import make_network

        return make_network(self.content)

    def to_dataframe(self, of: str = "statements") -> "pandas.DataFrame":
        """A table of pandas with one row a statement ("statements") or one a thing ("things").

        Raises UsageError where pandas is not installed: it comes with `newskg[pandas]`.
        """
        from kg.rdf.frames import make_frame

        return make_frame(self.content, of)

    def summary(self) -> Summary:
        """Counts by status, type, predicate and modality."""
        return Summary(
            documents=_count(outcome.status.value for outcome in self.outcomes),
            words=sum(outcome.words for outcome in self.outcomes),
            entities=_count(entity.type for entity in self.entities),
            statements=_count(statement.predicate for statement in self.statements),
            modalities=_count(statement.modality.value for statement in self.statements),
        )


def _count(names: Any) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _write_page(content: GraphContent, stream: BinaryIO) -> None:
    """The .html form: kg.rdf knows the forms of RDF, kg.views the page; here they meet."""
    from kg.views import from_quads, render_page

    texts = {document.identifier: document.text for document in content.documents}
    if content.readings and not any(texts.values()):  # they wait with the readings
        texts = {r.document.identifier: r.document.text for r in content.readings}
    page = from_quads(to_content_quads(content), texts=texts)
    stream.write(render_page(page).encode("utf-8"))


formats.register(".html", _write_page)
