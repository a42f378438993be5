"""The database of a store folder: what each document gave, and how it hangs together.

A document's rows are written when it is read, and are seen by nobody until they are made live; so a
run that was killed has changed nothing, and the next one need not read those documents again.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.errors import OutputError, StoreError

FORMAT = 2  # of the tables below; a store of another one is told to be made anew
DATABASE = "store.db"

_SCHEMA = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
  number INTEGER PRIMARY KEY, identifier TEXT NOT NULL, live INTEGER NOT NULL, digest TEXT NOT NULL,
  made TEXT NOT NULL, outcome TEXT NOT NULL, source BLOB NOT NULL, reading BLOB NOT NULL,
  shingles INTEGER, minima BLOB,
  UNIQUE (identifier, live));
CREATE TABLE cluster (
  document INTEGER, place INTEGER, crowd INTEGER NOT NULL, start INTEGER NOT NULL, spans TEXT NOT NULL,
  PRIMARY KEY (document, place)) WITHOUT ROWID;
CREATE INDEX cluster_of_crowd ON cluster (crowd);
CREATE TABLE crowd (
  number INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, body TEXT NOT NULL, entity INTEGER);
CREATE INDEX crowd_of_entity ON crowd (entity);
CREATE TABLE crowd_key (key TEXT, crowd INTEGER, PRIMARY KEY (key, crowd)) WITHOUT ROWID;
CREATE INDEX key_of_crowd ON crowd_key (crowd);
CREATE TABLE beginning (words TEXT, crowd INTEGER, PRIMARY KEY (words, crowd)) WITHOUT ROWID;
CREATE INDEX beginning_of_crowd ON beginning (crowd);
CREATE TABLE entity (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, alone TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX entity_alone ON entity (alone);
CREATE TABLE likeness (key TEXT, entity INTEGER, PRIMARY KEY (key, entity)) WITHOUT ROWID;
CREATE INDEX likeness_of_entity ON likeness (entity);
CREATE TABLE judgement (
  id TEXT PRIMARY KEY, entity TEXT NOT NULL, candidate INTEGER NOT NULL, body TEXT NOT NULL
  ) WITHOUT ROWID;
CREATE INDEX judgement_of_entity ON judgement (entity);
CREATE TABLE claim (
  document INTEGER, place INTEGER, body TEXT NOT NULL, quote TEXT NOT NULL, clusters TEXT NOT NULL,
  kin INTEGER, PRIMARY KEY (document, place)) WITHOUT ROWID;
CREATE INDEX claim_of_kin ON claim (kin);
CREATE TABLE claim_cluster (
  document INTEGER, cluster INTEGER, claim INTEGER,
  PRIMARY KEY (document, cluster, claim)) WITHOUT ROWID;
CREATE TABLE statement (
  id TEXT PRIMARY KEY, kin INTEGER NOT NULL, predicate TEXT NOT NULL, modality TEXT NOT NULL
  ) WITHOUT ROWID;
CREATE INDEX statement_of_kin ON statement (kin);
CREATE TABLE part (
  digest INTEGER, owner INTEGER, PRIMARY KEY (digest, owner)) WITHOUT ROWID;
CREATE INDEX part_of_owner ON part (owner);
CREATE TABLE pending (removed BLOB NOT NULL, added BLOB NOT NULL);
"""
_OF_DOCUMENTS = ("claim_cluster", "claim", "cluster")
_OWN = ("writer.", "graph.lock", DATABASE)  # how the names of a store's files begin
_CHUNK = 500  # numbers in one question


class StoreFile:
    """An open database; `close` it, or use it in a `with`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __enter__(self) -> "StoreFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of the file."""
        self.connection.close()

    def find_fact(self, name: str) -> Any:
        """What is noted of the whole store by that name, or None."""
        row = self.connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def note_fact(self, name: str, value: Any) -> None:
        """Notes a plain value for the whole store."""
        text = json.dumps(value, sort_keys=True)
        self.connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, text))

    @contextlib.contextmanager
    def change(self) -> Iterator[None]:
        """What is done in the block is done as a whole or not at all."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise

    def select_each(
        self, question: str, numbers: Iterable[int | str], *before: object
    ) -> Iterator[tuple[Any, ...]]:
        """The rows of a question with "IN (?)", asked for many numbers at a time."""
        wanted = list(numbers)
        for start in range(0, len(wanted), _CHUNK):
            some = wanted[start : start + _CHUNK]
            marks = ",".join("?" * len(some))
            yield from self.connection.execute(
                question.replace("IN (?)", f"IN ({marks})"), (*before, *some)
            )

    def write_many(self, command: str, rows: Iterable[Sequence[object]]) -> None:
        """Runs a command for many rows."""
        self.connection.executemany(command, rows)

    def drop_documents(self, numbers: Iterable[int]) -> None:
        """Deletes documents with all their rows."""
        rows = [(number,) for number in numbers]
        question = "SELECT DISTINCT crowd FROM cluster WHERE document IN (?)"
        crowds = list(self.select_each(question, [number for (number,) in rows]))
        for table in _OF_DOCUMENTS:
            self.write_many(f"DELETE FROM {table} WHERE document = ?", rows)  # noqa: S608
        self.write_many("DELETE FROM document WHERE number = ?", rows)
        gone = "NOT EXISTS (SELECT 1 FROM cluster WHERE crowd = ?1)"
        for table in ("crowd_key", "beginning"):
            self.write_many(f"DELETE FROM {table} WHERE crowd = ?1 AND {gone}", crowds)  # noqa: S608
        self.write_many(f"DELETE FROM crowd WHERE number = ?1 AND {gone}", crowds)  # noqa: S608


def is_store(path: Path) -> bool:
    """Whether the folder is a store of kg."""
    return (path / DATABASE).is_file()


def check_folder(folder: Path) -> None:
    """Raises StoreError for a place that is no store and has no room for one."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"'{folder}' is a file; name a folder for the store.")
    if not is_store(folder) and folder.exists():
        others = [path.name for path in folder.iterdir() if not path.name.startswith(_OWN)]
        if others:
            raise StoreError(f"The folder '{folder}' holds other files; name a new or empty one.")


def open_store_file(folder: Path) -> StoreFile:
    """Opens the database for writing, and makes it where there is none.

    Raises StoreError for one that was made by another version.
    """
    file = StoreFile(_connect(folder, "rwc"))
    try:
        if file.connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            file.connection.execute("PRAGMA journal_mode = WAL")
            with file.change():
                for command in _SCHEMA.split(";\n"):
                    file.connection.execute(command)
                file.note_fact("format", FORMAT)
        _check_format(file, folder)
    except BaseException:
        file.close()
        raise
    return file


def read_store_file(folder: Path) -> StoreFile:
    """Opens the database for reading alone; raises StoreError where it cannot be read."""
    if not is_store(folder):
        raise StoreError(f"The folder '{folder}' is no store; kg build --store makes one.")
    file = StoreFile(_connect(folder, "ro"))
    try:
        _check_format(file, folder)
    except BaseException:
        file.close()
        raise
    return file


@contextlib.contextmanager
def tell_failures(folder: Path) -> Iterator[None]:
    """Turns what SQLite raises into a sentence: a full disk is OutputError, a bad file StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise StoreError(
                f"The store '{folder}' is damaged ({error}); make it anew from its documents."
            ) from error
        raise OutputError(
            f"The store '{folder}' could not be written ({error}); it is as it was before."
        ) from error


def _connect(folder: Path, mode: str) -> sqlite3.Connection:
    uri = f"{(folder / DATABASE).absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=60, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    return connection


def _check_format(file: StoreFile, folder: Path) -> None:
    found = file.find_fact("format")
    if found != FORMAT:
        raise StoreError(
            f"The store '{folder}' has the form {found} and this kg writes {FORMAT}; make it anew."
        )
