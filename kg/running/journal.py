"""The journal of a run: how each document ended and what was read of it, on disk as it comes.

A run that was stopped, however, is taken up by the next one with the same journal. It is also where
readings wait for what needs all of them, so that memory does not grow with the corpus.
"""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.running.keeping import KeptFile, digest_bytes

_SCHEMA = """
CREATE TABLE IF NOT EXISTS reading (
  key TEXT NOT NULL UNIQUE, outcome BLOB NOT NULL, document BLOB NOT NULL, content BLOB NOT NULL,
  sum BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS ending (
  place INTEGER PRIMARY KEY, identifier TEXT NOT NULL, outcome BLOB NOT NULL, key TEXT
);
CREATE INDEX IF NOT EXISTS by_identifier ON ending (identifier);
"""
_OF_THIS_RUN = "FROM ending JOIN reading USING (key) WHERE content <> x''"
MANY = 100  # documents
LONG = 5.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """How the document at `place` among the inputs ended; `key` is that of its reading, if any.

    `document` and `content` are the document and what was read of it, as bytes.
    """

    place: int
    identifier: str
    outcome: bytes
    key: str | None = None
    document: bytes = b""
    content: bytes = b""


class Journal:
    """A journal in one file; only one process may write it.

    The file is made when there is much to keep (`MANY` documents, or `LONG` seconds of work), or was
    left by a run that was stopped: a small build never touches the disk.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._began = time.monotonic()
        self._held: list[Entry] = []
        self._file: KeptFile | None = None
        if path.exists():
            self._open()

    def _open(self) -> KeptFile:
        self._file = KeptFile(self._path, _SCHEMA)
        with self._file.change() as connection:
            connection.execute("DELETE FROM ending")
        return self._file

    def find(self, key: str) -> tuple[bytes, bytes] | None:
        """(outcome, content) that an earlier run wrote down for that key, or None."""
        if self._file is None:
            return None
        rows = self._file.ask(
            "SELECT outcome, document, content, sum FROM reading WHERE key = ?", (key,)
        )
        if not rows:
            return None
        outcome, document, content, found = rows[0]
        if digest_bytes(outcome + document + content) != found:
            return None
        return bytes(outcome), bytes(content)

    def write(self, entries: Sequence[Entry]) -> None:
        """Notes entries; once the file is made they are on the disk, all or none, when this returns."""
        file = self._file
        if file is None:
            self._held += entries
            if len(self._held) < MANY and time.monotonic() - self._began < LONG:
                return
            file, entries, self._held = self._open(), self._held, []
        with file.change() as connection:
            for entry in entries:
                _write(connection, entry)

    def list_outcomes(self) -> Iterator[bytes]:
        """How the documents of this run ended, in the order of the inputs."""
        if self._file is None:
            return (e.outcome for e in sorted(self._held, key=lambda e: e.place))
        rows = self._file.ask_each("SELECT outcome FROM ending ORDER BY place")
        return (bytes(outcome) for (outcome,) in rows)

    def list_readings(self) -> Iterator[tuple[bytes, bytes]]:
        """(document, content) of each document of this run that was read, by identifier."""
        if self._file is None:
            read = sorted((e for e in self._held if e.content), key=lambda e: e.identifier)
            return ((e.document, e.content) for e in read)
        rows = self._file.ask_each(f"SELECT document, content {_OF_THIS_RUN} ORDER BY identifier")
        return ((bytes(document), bytes(content)) for document, content in rows)

    def count_readings(self) -> int:
        """How many documents of this run were read."""
        if self._file is None:
            return sum(bool(entry.content) for entry in self._held)
        return int(self._file.ask(f"SELECT count(*) {_OF_THIS_RUN}")[0][0])

    def measure(self) -> int:
        """Bytes of what was read in this run."""
        if self._file is None:
            return sum(len(entry.content) for entry in self._held)
        return int(self._file.ask(f"SELECT total(length(content)) {_OF_THIS_RUN}")[0][0])

    def close(self) -> None:
        """Lets go of the file."""
        if self._file is not None:
            self._file.close()


def _write(connection: sqlite3.Connection, entry: Entry) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO ending VALUES (?, ?, ?, ?)",
        (entry.place, entry.identifier, entry.outcome, entry.key),
    )
    if entry.key is not None and entry.document:
        content = (entry.outcome, entry.document, entry.content)
        connection.execute(
            "INSERT OR REPLACE INTO reading VALUES (?, ?, ?, ?, ?)",
            (entry.key, *content, digest_bytes(b"".join(content))),
        )
