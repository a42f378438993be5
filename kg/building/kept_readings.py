"""Readings that wait on disk: as many as there are, one in memory at a time."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.model.claim import Reading
from kg.model.document import Document
from kg.model.encoding import parse_document, parse_reading
from kg.running import Journal


class KeptReadings(Collection[Reading]):
    """Iterates over the readings of a journal as often as asked, by identifier."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def __contains__(self, reading: object) -> bool:
        return any(reading == own for own in self)

    def __len__(self) -> int:
        return self._journal.count_readings()

    def __iter__(self) -> Iterator[Reading]:
        for document, content in self._journal.list_readings():
            yield parse_reading(parse_document(document), content)

    def list_documents(self) -> Iterator[Document]:
        """The documents without their texts."""
        for document, _ in self._journal.list_readings():
            yield replace(parse_document(document), text="", ignored=())
