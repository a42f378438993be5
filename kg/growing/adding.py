"""Reads documents into a store: those that are new or changed, and all where the makers changed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kg.corpus import CorpusReader
from kg.growing.workshop import Workshop
from kg.model.claim import Reading
from kg.model.document import Document, Outcome, Status
from kg.pipeline import Progress
from kg.stores.document_rows import StoredDocument, digest_document

_BATCH = 50  # documents that are written to disk together


class Reader:
    """What one run reads: `added` wait in the store, `removed` make room for them.

    `made` is the digest of the makers of readings. Documents that wait from a run that was stopped
    are taken up where they are among the inputs and of the same makers.
    """

    def __init__(
        self, shop: Workshop, made: str, on_progress: Callable[[Progress], None] | None
    ) -> None:
        self.outcomes: list[Outcome] = []
        self.added: set[int] = set()
        self.removed: set[int] = set()
        self.anew = 0
        self._shop = shop
        self._made = made
        # Keys are made of the ledger too, those of live documents again when it changes.
        self._staged = f"{made} {shop.pipeline.ledger.digest}"
        self._on_progress = on_progress
        self._live = {stored.identifier: stored for stored in shop.documents.list_all(live=True)}
        self._waiting = {s.identifier: s for s in shop.documents.list_all(live=False)}
        self._digests: dict[str, str] = {}  # of documents that are being read
        self._told = self._before = (0, 0)
        self._corpus = CorpusReader(shop.pipeline, self._tell)

    def read(self, paths: list[str]) -> None:
        """Reads what the paths name, then what the store has of other makers."""
        with self._corpus:
            self._read(paths)

    @property
    def spent(self) -> dict[str, float]:
        """Seconds by stage, of this process and all workers."""
        return self._corpus.spent

    def _read(self, paths: list[str]) -> None:
        items = self._corpus.open(paths) if paths else iter(())
        for outcome in self._read_each(self._choose(items)):
            self.outcomes.append(outcome)
        stale = [
            stored
            for stored in self._live.values()
            if not self._is_current(stored) and stored.number not in self.removed
        ]
        for outcome in self._read_each(self._take_up(stale)):
            self.anew += outcome.status is not Status.FAILED
            if outcome.status is Status.FAILED:
                self.outcomes.append(outcome)
                self.removed.add(self._live[outcome.identifier].number)
        if paths:
            self._drop_waiting()

    def _choose(self, items: Iterable[Document | Outcome]) -> Iterator[Document | Outcome]:
        """What has to be read, and outcomes for all else."""
        for item in items:
            if isinstance(item, Document):
                yield self._compare(item)
                continue
            if item.status is Status.EMPTY and item.identifier in self._live:
                self.removed.add(self._live[item.identifier].number)
            yield item

    def _compare(self, document: Document) -> Document | Outcome:
        digest = digest_document(document)
        stored = self._live.get(document.identifier)
        if stored is not None and stored.digest == digest and self._is_current(stored):
            return replace(stored.outcome, status=Status.UNCHANGED)
        return self._find_waiting(document.identifier, digest) or self._begin(document, digest)

    def _is_current(self, stored: StoredDocument) -> bool:
        """Whether the makers would read the same in the document again."""
        return stored.made.partition(" ")[0] == self._made

    def _take_up(self, stale: Iterable[StoredDocument]) -> Iterator[Document | Outcome]:
        for stored in stale:
            waiting = self._find_waiting(stored.identifier, stored.digest)
            document = self._shop.documents.get_document(stored.number)
            yield waiting or self._begin(document, stored.digest)

    def _find_waiting(self, identifier: str, digest: str) -> Outcome | None:
        """The outcome of a document that a stopped run has read."""
        stored = self._waiting.get(identifier)
        if stored is None or (stored.digest, stored.made) != (digest, self._staged):
            return None
        self._put_in(identifier, stored.number)
        return stored.outcome

    def _begin(self, document: Document, digest: str) -> Document:
        self._digests[document.identifier] = digest
        return document

    def _read_each(self, items: Iterable[Document | Outcome]) -> Iterator[Outcome]:
        """The outcomes in order; what was read is written down in batches."""
        self._before = self._told
        batch: list[tuple[Outcome, Reading]] = []
        for outcome, reading in self._corpus.read(items):
            if reading is not None:
                batch.append((outcome, reading))
            if len(batch) >= _BATCH:
                self._write(batch)
            yield outcome
        self._write(batch)

    def _tell(self, done: int, read: int) -> None:
        self._told = (self._before[0] + done, self._before[1] + read)
        if self._on_progress is not None:
            self._on_progress(Progress(documents=self._told[0], words=self._told[1]))

    def _write(self, batch: list[tuple[Outcome, Reading]]) -> None:
        with self._shop.file.change():
            for outcome, reading in batch:
                identifier = reading.document.identifier
                if identifier in self._waiting:
                    self._shop.file.drop_documents([self._waiting.pop(identifier).number])
                digest = self._digests.pop(identifier)
                self._put_in(identifier, self._shop.stage(digest, self._staged, outcome, reading))
        batch.clear()

    def _put_in(self, identifier: str, number: int) -> None:
        self.added.add(number)
        if identifier in self._live:
            self.removed.add(self._live[identifier].number)

    def _drop_waiting(self) -> None:
        """Deletes what a stopped run has read and this one does not want."""
        rest = {stored.number for stored in self._waiting.values()} - self.added
        with self._shop.file.change():
            self._shop.file.drop_documents(rest)
