"""What a worker does with documents: opens files and reads texts; answers in bytes."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from pydantic import TypeAdapter, ValidationError

from kg.model.claim import Reading
from kg.model.document import Document, Outcome
from kg.model.encoding import (
    EncodingError,
    format_document,
    format_outcome,
    format_reading,
    inflate,
    pack_parts,
    parse_document,
    parse_outcome,
    unpack_parts,
)
from kg.pipeline import BuildOptions, Pipeline
from kg.readers import read_input
from kg.recognition import ParsedDocument
from kg.running import Failure, Job, run_documents

OPEN, READ = "open", "read"
_PARSES = TypeAdapter(tuple[ParsedDocument, ...])
_AT_ONCE = 20  # documents that are parsed together in this process


class ReadingWork:
    """Does jobs of both kinds with a loaded pipeline; in a process of its own it loads one.

    With `keep_parses` the answer brings the parses along, for a cache.
    """

    def __init__(self, pipeline: Pipeline, *, keep_parses: bool = False) -> None:
        self._pipeline = pipeline
        self._keep_parses = keep_parses

    def __reduce__(self) -> tuple[object, ...]:
        return _make_work, (self._pipeline.options, self._keep_parses)

    def load(self) -> None:
        """Loads all that reading needs, so that processes forked from here share it."""
        self._pipeline.check()
        _ = self._pipeline.recognizer, self._pipeline.extractor

    def report(self) -> dict[str, float]:
        """Seconds spent by stage since the last report."""
        return self._pipeline.stopwatch.take()

    def run(self, jobs: Iterable[Job | None]) -> Iterator[tuple[Job, bytes | Failure] | None]:
        """Does jobs of reading in this process; a None among them is given back."""
        batch: list[Job] = []
        for job in jobs:
            if job is None:
                yield None
                continue
            batch.append(job)
            if len(batch) >= _AT_ONCE:
                yield from zip(batch, self(batch), strict=True)
                batch = []
        if batch:
            yield from zip(batch, self(batch), strict=True)

    def __call__(self, jobs: Sequence[Job]) -> Iterator[bytes]:
        """One answer a job, in order."""
        if jobs[0].kind == OPEN:
            return map(self._open, jobs)
        return self._read(jobs)

    def _open(self, job: Job) -> bytes:
        with self._pipeline.stopwatch.measure("reading"):
            return format_items(read_input(job.content))

    def _read(self, jobs: Sequence[Job]) -> Iterator[bytes]:
        known = {job.place: _parse_parses(job.content[1]) for job in jobs}
        unknown = [job.content[0] for job in jobs if known[job.place] is None]
        found = self._pipeline.parse_all(unknown) if len(unknown) > 1 else {}
        for job in jobs:
            document: Document = job.content[0]
            given = known[job.place] or found.pop(document.identifier, None)
            kept: list[ParsedDocument] = []
            read = partial(self._read_one, parses=given, kept=kept)
            ((outcome, reading),) = run_documents([document], read)
            content = b"" if reading is None else format_reading(reading)
            new = self._keep_parses and kept and known[job.place] is None
            parses = zlib.compress(_PARSES.dump_json(tuple(kept)), 1) if new else b""
            yield pack_parts(format_outcome(outcome), content, parses)

    def _read_one(
        self,
        document: Document,
        parses: Sequence[ParsedDocument] | None,
        kept: list[ParsedDocument],
    ) -> Reading:
        kept.extend(self._pipeline.parse(document) if parses is None else parses)
        return self._pipeline.read_parsed(document, kept)


def _make_work(options: BuildOptions, keep_parses: bool) -> ReadingWork:
    work = ReadingWork(Pipeline(options), keep_parses=keep_parses)
    work.load()
    return work


def _parse_parses(content: bytes | None) -> tuple[ParsedDocument, ...] | None:
    """Parses that a cache has kept; None where it has none that can be read."""
    if not content:
        return None
    try:
        return _PARSES.validate_json(inflate(content))
    except (EncodingError, ValidationError):
        return None


def format_items(items: Iterable[Document | Outcome]) -> bytes:
    """Documents and outcomes as bytes."""
    return pack_parts(
        *(
            b"D" + format_document(item)
            if isinstance(item, Document)
            else b"O" + format_outcome(item)
            for item in items
        )
    )


def parse_items(data: bytes) -> list[Document | Outcome]:
    """The items again; raises EncodingError."""
    return [
        parse_document(part[1:]) if part[:1] == b"D" else parse_outcome(part[1:])
        for part in unpack_parts(data)
    ]
