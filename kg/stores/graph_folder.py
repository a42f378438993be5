"""The graph of a store folder, in an Oxigraph database of its own beside the documents.

The database of documents says which folder holds the graph, and what has still to be done to it: a
change is written there first, so that it can be finished whenever the process that began it is gone.
"""

import contextlib
import shutil
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.stores.locking import READ_WAIT, Lock, hold_changing, hold_writing
from kg.stores.store_file import StoreFile, open_store_file, read_store_file, tell_failures

_NAME = "graph"
_ATTEMPTS = 5  # to read beside others that finish the same change


def write_graph_folder(file: StoreFile, folder: Path, quads: Iterable[ox.Quad]) -> ox.Store:
    """Makes a new graph and returns it open; it is the store's when the change is done."""
    old = file.find_fact(_NAME)
    number = int(old.partition("-")[2]) + 1 if old else 1
    name = f"{_NAME}-{number:06}"
    shutil.rmtree(folder / name, ignore_errors=True)  # of a process that was killed
    store = ox.Store(str(folder / name))
    store.bulk_extend(quads)
    store.flush()
    file.connection.execute("DELETE FROM pending")
    file.note_fact(_NAME, name)
    return store


def open_for_change(file: StoreFile, folder: Path) -> ox.Store:
    """The graph for reading within a change; the caller holds the locks."""
    return ox.Store.read_only(str(folder / file.find_fact(_NAME)))


def note_pending(file: StoreFile, removed: Iterable[ox.Quad], added: Iterable[ox.Quad]) -> None:
    """Notes what has to be done to the graph, as part of a change."""
    file.connection.execute("INSERT INTO pending VALUES (?, ?)", (_pack(removed), _pack(added)))


def finish_pending(file: StoreFile, folder: Path) -> None:
    """Does what is noted; doing it twice does no harm. The caller holds both locks."""
    rows = file.connection.execute("SELECT removed, added FROM pending").fetchall()
    if not rows:
        return
    store = ox.Store(str(folder / file.find_fact(_NAME)))
    for removed, added in rows:
        for quad in _unpack(removed):
            store.remove(quad)
        store.extend(_unpack(added))
    store.flush()
    file.connection.execute("DELETE FROM pending")


def mend_graph(file: StoreFile, folder: Path) -> None:
    """Finishes what a killed process left, and deletes graphs that are no longer used."""
    if file.connection.execute("SELECT 1 FROM pending").fetchone() is not None:
        with hold_changing(folder):
            finish_pending(file, folder)
    drop_old_graphs(file, folder)


def drop_old_graphs(file: StoreFile, folder: Path) -> None:
    """Deletes the graphs that are no longer used, unless one is being read."""
    current = file.find_fact(_NAME)
    old = [path for path in folder.glob(f"{_NAME}-*") if path.is_dir() and path.name != current]
    lock = Lock(folder / "graph.lock")
    if old and lock.take(shared=False):
        for path in old:
            shutil.rmtree(path, ignore_errors=True)
        lock.close()


def open_stored_graph(folder: Path) -> tuple[ox.Store, Lock]:
    """The graph for reading, and the lock to hold while it is read.

    Raises StoreError where it cannot be had, also since another process changes it for too long.
    """
    for _ in range(_ATTEMPTS):
        lock = _take_reading(folder)
        with tell_failures(folder), read_store_file(folder) as file:
            pending = file.connection.execute("SELECT 1 FROM pending").fetchone() is not None
            name = file.find_fact(_NAME)
        if not pending:
            return _open(folder, name), lock
        lock.close()
        with (
            contextlib.suppress(StoreError),
            hold_writing(folder),
            tell_failures(folder),
            open_store_file(folder) as file,
        ):
            mend_graph(file, folder)
    raise StoreError(f"The graph of the store '{folder}' is being changed; try again later.")


def _take_reading(folder: Path) -> Lock:
    lock = Lock(folder / "graph.lock")
    try:
        if not lock.take(shared=True, wait=READ_WAIT):
            raise StoreError(f"The store '{folder}' is being changed; try again later.")
    except sqlite3.OperationalError:
        pass  # a place that cannot be written: nobody changes it
    return lock


def _open(folder: Path, name: str | None) -> ox.Store:
    if name is None:
        return ox.Store()
    try:
        return ox.Store.read_only(str(folder / name))
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(
            f"The graph of the store '{folder}' cannot be opened ({error}); run kg build --store on it."
        ) from error


def _pack(quads: Iterable[ox.Quad]) -> bytes:
    return zlib.compress(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")


def _unpack(text: bytes) -> list[ox.Quad]:
    return list(ox.parse(zlib.decompress(text), format=ox.RdfFormat.N_QUADS))
