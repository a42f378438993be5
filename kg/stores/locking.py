"""Locks on a store folder that end with the process that holds them, however it ends."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kg.errors import StoreError

_HOLDER = "writer.pid"
READ_WAIT = 60.0  # seconds that readers and a writer's last step wait for each other


class Lock:
    """A lock of many readers or one writer.

    It is SQLite's lock on an empty database: the same on every system, and let go when the process
    dies. Nothing is ever written there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def __del__(self) -> None:
        # SQLite's connections are part of cycles, and would hold the lock until these are collected.
        self.close()

    def take(self, *, shared: bool, wait: float = 0.0) -> bool:
        """Whether the lock could be had within `wait` seconds."""
        connection = sqlite3.connect(
            self._path, timeout=wait, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("BEGIN DEFERRED" if shared else "BEGIN EXCLUSIVE")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                return False
            raise
        self._connection = connection
        return True

    def close(self) -> None:
        """Lets go; nothing happens where nothing is held."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@contextlib.contextmanager
def hold_writing(folder: Path) -> Iterator[None]:
    """The right to change the store; raises StoreError at once where another run has it."""
    lock = Lock(folder / "writer.lock")
    if not lock.take(shared=False):
        raise StoreError(
            f"The store '{folder}' is being written by {find_holder(folder / _HOLDER)}; wait for it to end."
        )
    try:
        note_holder(folder / _HOLDER)
        yield
    finally:
        lock.close()


@contextlib.contextmanager
def hold_changing(folder: Path) -> Iterator[None]:
    """The moment in which the graph is changed: no reader has it open. Raises StoreError else."""
    lock = Lock(folder / "graph.lock")
    if not lock.take(shared=False, wait=READ_WAIT):
        raise StoreError(
            f"The store '{folder}' has been read for over {READ_WAIT:g} s; run again when that ends"
            " (what was read of the documents is kept)."
        )
    try:
        yield
    finally:
        lock.close()


def note_holder(path: Path) -> None:
    """Notes this process as the one that holds a lock."""
    path.write_text(f"{os.getpid()}\n", encoding="ascii")


def find_holder(path: Path) -> str:
    """Who was noted there, for people."""
    try:
        return f"process {int(path.read_text(encoding='ascii'))}"
    except (OSError, ValueError):
        return "another process"
