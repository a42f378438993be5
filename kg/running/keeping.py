"""SQLite files that keep what was read: synced at every commit, checked when read, no pickle."""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.errors import OutputError

_FORMAT = 2  # of the tables; a file of another one is made anew
_BROKEN = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class KeptFile:
    """One open file; what is done in a `change` block is done as a whole or not at all.

    SQLite's log is appended to and checksummed: whenever the process or the machine stops, all that
    was committed is there. A file of another form or a broken one is made anew.
    """

    def __init__(self, path: Path, schema: str) -> None:
        self.path = path
        self._schema = schema
        self.connection = self._open()

    def _open(self) -> sqlite3.Connection:
        with tell_failures(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._connect()
            except sqlite3.DatabaseError as error:
                if getattr(error, "sqlite_errorcode", _BROKEN[0]) & 0xFF not in _BROKEN:
                    raise
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
            return self._connect()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=30, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if connection.execute("PRAGMA user_version").fetchone()[0] not in (0, _FORMAT):
                raise sqlite3.DatabaseError("it has another form")
            connection.executescript(self._schema)
            connection.execute(f"PRAGMA user_version = {_FORMAT}")
            return connection
        except BaseException:
            connection.close()
            raise

    def ask(self, question: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of an answer that is short."""
        with tell_failures(self.path):
            return self.connection.execute(question, values).fetchall()

    def ask_each(self, question: str) -> Iterator[tuple[Any, ...]]:
        """The rows of an answer one by one."""
        with tell_failures(self.path):
            yield from self.connection.execute(question)

    @contextlib.contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Raises OutputError where the disk is full or the file cannot be written."""
        with tell_failures(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()


def digest_bytes(content: bytes) -> bytes:
    """What tells whether bytes are still those that were written."""
    return hashlib.blake2b(content, digest_size=8).digest()


@contextlib.contextmanager
def tell_failures(path: Path) -> Iterator[None]:
    """Turns what SQLite and the system raise into a sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(
            f"'{path}' could not be written ({reason}); make room or choose another place, and run"
            " the command again: what it has of documents it will not read twice."
        ) from error
