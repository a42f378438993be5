"""SPARQL updates of a graph on disk: always of a copy, so that what is read meanwhile stays as it is."""

from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.rdf.terms import get_prefixes
from kg.rdf.writing import open_output
from kg.stores.gate import check_query


def copy_store(old: Path, new: Path) -> ox.Store:
    """The store `new`, made of what is in `old`. Raises StoreError where that cannot be done."""
    try:
        ox.Store.read_only(str(old)).backup(str(new))
        return ox.Store(str(new))
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(
            f"The graph could not be copied for the update ({error}); make room on the disk."
        ) from error


def update_store(store: ox.Store, update: str) -> None:
    """Makes an update, all of it or nothing; its default graph is what stands in no named graph.

    Raises QueryError for one that is not allowed or no SPARQL.
    """
    check_query(update)
    try:
        store.update(update, prefixes=get_prefixes())
        store.flush()
    except SyntaxError as error:
        raise QueryError(
            f"The update is no SPARQL: {str(error.msg).rstrip('.')}; mend it."
        ) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"The update could not be run ({error}); update less at once.") from error


def save_store(store: ox.Store, target: Path) -> None:
    """Writes a store as N-Quads in order, whole or not at all."""
    content = store.dump(format=ox.RdfFormat.N_QUADS) or b""
    with open_output(target) as stream:
        stream.writelines(sorted(content.splitlines(keepends=True)))
