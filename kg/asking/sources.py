"""The passages behind a statement."""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.stores.graph_store import GraphStore
from kg.stores.results import Table

_PASSAGES = """
SELECT DISTINCT ?node ?quote ?document ?start WHERE {
  ?node kg:evidence ?passage . ?passage kg:quote ?quote ; kg:beginIndex ?start ;
    dcterms:isPartOf/dcterms:identifier ?document .
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A passage: the document as the user named it, where it begins, and its words."""

    document: str
    start: int
    quote: str


def list_sources(store: GraphStore, statement: str) -> tuple[Source, ...]:
    """The passages of a statement, by document and place."""
    results = store.query(_PASSAGES, substitutions={"node": ox.NamedNode(statement)})
    found = []
    for _, quote, document, start in results.rows if isinstance(results, Table) else ():
        if isinstance(quote, ox.Literal) and isinstance(document, ox.Literal):
            place = int(start.value) if isinstance(start, ox.Literal) else 0
            found.append(Source(document=document.value, start=place, quote=quote.value))
    return tuple(sorted(found, key=lambda source: (source.document, source.start)))
