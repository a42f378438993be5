"""Rows of a query as texts, for what is put together in Python."""

from kg.stores.graph_store import GraphStore
from kg.stores.results import Table

Row = tuple[str, ...]


def select_rows(store: GraphStore, sparql: str) -> list[Row]:
    """The rows of a SELECT, each value as its text or IRI, "" where there is none; in no order."""
    results = store.query(sparql)
    rows = results.rows if isinstance(results, Table) else ()
    return [
        tuple("" if term is None else getattr(term, "value", str(term)) for term in row)
        for row in rows
    ]
