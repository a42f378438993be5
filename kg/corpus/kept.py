"""What earlier runs have read: the journal of this build, and the cache of many."""

import time
from dataclasses import dataclass, field, replace
from typing import Self

from kg.model.document import Document, Outcome
from kg.model.encoding import (
    EncodingError,
    digest_content,
    format_document,
    format_outcome,
    pack_parts,
    parse_outcome,
    unpack_parts,
)
from kg.pipeline import Pipeline
from kg.running import Cache, Entry, Journal

_TOGETHER = 50  # entries that are written to disk at a time …
_SOON = 2.0  # … or what came in so many seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """How the item at `place` among the inputs ended; `content` is what was read, as bytes."""

    place: int
    outcome: Outcome
    document: Document | None = None
    content: bytes = b""


@dataclass(slots=True)
class Kept:
    """Finds what is kept of documents and keeps what is new; a broken entry counts as not there.

    An entry is of a document's content and of all that reads: other rules or another model find none.
    """

    pipeline: Pipeline
    journal: Journal | None
    cache: Cache | None
    made: str = ""
    parser: str = ""
    hits: int = 0
    _entries: list[Entry] = field(default_factory=list)
    _flushed: float = field(default_factory=time.monotonic)
    _readings: list[tuple[str, bytes]] = field(default_factory=list)
    _parses: list[tuple[str, bytes]] = field(default_factory=list)

    @classmethod
    def open(cls, pipeline: Pipeline, journal: Journal | None) -> Self:
        """With the cache that the pipeline's options name."""
        folder = pipeline.options.running.cache
        if folder is None and journal is None:
            return cls(pipeline, None, None)
        cache = None if folder is None else Cache(folder)
        return cls(pipeline, journal, cache, pipeline.digest_readers(), pipeline.digest_parser())

    def digest(self, document: Document) -> str:
        """What the document is found by; "" where nothing is kept."""
        return "" if self.journal is None and self.cache is None else digest_content(document)

    def find(self, place: int, document: Document, content: str) -> Read | None:
        """What was read of the document; `content` is its digest, here and below."""
        try:
            return self._find_noted(place, document, content) or self._find_cached(
                place, document, content
            )
        except EncodingError:
            return None

    def _find_noted(self, place: int, document: Document, content: str) -> Read | None:
        key = self._name(document, content)
        found = self.journal.find(key) if self.journal else None
        if found is None:
            return None
        outcome = parse_outcome(found[0])
        self._note(Entry(place=place, identifier=document.identifier, outcome=found[0], key=key))
        self.hits += 1
        return Read(place=place, outcome=outcome, document=document, content=found[1])

    def _find_cached(self, place: int, document: Document, content: str) -> Read | None:
        kept = self.cache.find("reading", self.made, content) if self.cache else None
        if kept is None:
            return None
        ended, reading = unpack_parts(kept)
        outcome = replace(parse_outcome(ended), identifier=document.identifier)
        self.hits += 1
        read = Read(place=place, outcome=outcome, document=document, content=reading)
        self._write_down(read, content)
        return read

    def find_parses(self, content: str) -> bytes | None:
        """The parses that the cache has of a document, as a worker wrote them."""
        return self.cache.find("parse", self.parser, content) if self.cache else None

    def keep(self, read: Read, content: str = "", parses: bytes = b"") -> None:
        """Keeps what has just been read; in the journal also what failed, which is not tried again."""
        self._write_down(read, content)
        if self.cache is None or not read.content:
            return
        self._readings.append((content, pack_parts(format_outcome(read.outcome), read.content)))
        if parses:
            self._parses.append((content, parses))
        if len(self._readings) >= _TOGETHER:
            self.flush()

    def _name(self, document: Document, content: str) -> str:
        return f"{self.made} {content} {document.identifier}"

    def _write_down(self, read: Read, content: str) -> None:
        if self.journal is None:
            return
        document = read.document
        self._note(
            Entry(
                place=read.place,
                identifier=read.outcome.identifier,
                outcome=format_outcome(read.outcome),
                key=self._name(document, content) if document else None,
                document=format_document(document) if document else b"",
                content=read.content,
            )
        )

    def _note(self, entry: Entry) -> None:
        self._entries.append(entry)
        late = time.monotonic() - self._flushed > _SOON
        if len(self._entries) >= _TOGETHER or late:
            self.flush()

    def flush(self) -> None:
        """Writes down what is held; what was kept before this returns is on the disk."""
        if self.journal is not None and self._entries:
            self.journal.write(self._entries)
        if self.cache is not None:
            if self._readings:
                self.cache.write("reading", self.made, self._readings)
            if self._parses:
                self.cache.write("parse", self.parser, self._parses)
        self._entries, self._readings, self._parses = [], [], []
        self._flushed = time.monotonic()

    def close(self) -> None:
        """Writes down what is held and lets go of the cache; the journal stays open."""
        self.flush()
        if self.cache is not None:
            self.cache.close()
