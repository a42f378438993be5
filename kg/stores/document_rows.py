"""The documents of a store, live or read and waiting, with what was read of them."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from kg.model.claim import Reading
from kg.model.document import Document, Outcome
from kg.model.ids import format_digest
from kg.model.signature import Signature
from kg.stores.store_file import StoreFile

_DOCUMENT = TypeAdapter(Document)
_READING = TypeAdapter(Reading)
_OUTCOME = TypeAdapter(Outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A row: `made` is the digest of the makers (rules, model …) that the reading is of."""

    number: int
    identifier: str
    digest: str
    made: str
    ended: str

    @property
    def outcome(self) -> Outcome:
        """How reading it ended; parsed when asked for, since of thousands few are asked."""
        return _OUTCOME.validate_json(self.ended)


def digest_document(document: Document) -> str:
    """A digest of all that a reading depends on."""
    return format_digest(_DOCUMENT.dump_json(document).decode(), length=32)


class DocumentRows:
    """Documents by identifier and by number."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def list_all(self, *, live: bool) -> Iterator[StoredDocument]:
        """All documents of the graph (live), or those that wait, by identifier."""
        rows = self._file.connection.execute(
            "SELECT number, identifier, digest, made, outcome FROM document WHERE live = ?"
            " ORDER BY identifier",
            (int(live),),
        )
        for number, identifier, digest, made, outcome in rows:
            yield StoredDocument(
                number=number,
                identifier=identifier,
                digest=digest,
                made=made,
                ended=outcome,
            )

    def list_identifiers(self) -> dict[int, str]:
        """The identifiers of all documents by number, those that wait too."""
        return dict(self._file.connection.execute("SELECT number, identifier FROM document"))

    def list_live(self) -> frozenset[int]:
        """The numbers of the documents of the graph."""
        rows = self._file.connection.execute("SELECT number FROM document WHERE live = 1")
        return frozenset(number for (number,) in rows)

    def stage(self, digest: str, made: str, outcome: Outcome, reading: Reading) -> int:
        """Adds a document that waits, and returns its number."""
        source = _DOCUMENT.dump_json(reading.document)
        rest = _READING.dump_json(reading, exclude={"document", "signature"})
        signature = reading.signature
        cursor = self._file.connection.execute(
            "INSERT INTO document (identifier, live, digest, made, outcome, source, reading,"
            " shingles, minima) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?)",
            (
                reading.document.identifier,
                digest,
                made,
                _OUTCOME.dump_json(outcome).decode(),
                zlib.compress(source),
                zlib.compress(rest),
                None if signature is None else signature.size,
                None if signature is None else signature.minima,
            ),
        )
        return int(cursor.lastrowid or 0)

    def publish(self, number: int) -> None:
        """Makes a document live."""
        self._file.connection.execute("UPDATE document SET live = 1 WHERE number = ?", (number,))

    def get_document(self, number: int) -> Document:
        """The document as it was when it was read."""
        (source,) = self._file.connection.execute(
            "SELECT source FROM document WHERE number = ?", (number,)
        ).fetchone()
        return _DOCUMENT.validate_json(zlib.decompress(source))

    def get_reading(self, number: int) -> Reading:
        """All that was read of the document."""
        source, rest = self._file.connection.execute(
            "SELECT source, reading FROM document WHERE number = ?", (number,)
        ).fetchone()
        text = b'{"document":' + zlib.decompress(source) + b"," + zlib.decompress(rest)[1:]
        reading = _READING.validate_json(text)
        return replace(reading, signature=self.find_signature(number))

    def find_signature(self, number: int) -> Signature | None:
        """What tells reprints of the document's text, or None."""
        size, minima = self._file.connection.execute(
            "SELECT shingles, minima FROM document WHERE number = ?", (number,)
        ).fetchone()
        return None if size is None else Signature(size=size, minima=minima)
