"""CorpusReader: opens inputs and reads documents, here or in workers, in order or as they come."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import Self, TypeVar

from kg.corpus.kept import Kept, Read
from kg.corpus.opening import BROKEN, Item, make_failed, open_ahead
from kg.corpus.work import READ, ReadingWork
from kg.model.claim import Reading
from kg.model.document import Document, Outcome, Status
from kg.model.encoding import EncodingError, parse_outcome, parse_reading, unpack_parts
from kg.pipeline import Pipeline
from kg.readers import Unread, list_inputs, read_input, refuse_duplicates
from kg.readers.locating import Located
from kg.readers.reading import list_located
from kg.running import Failure, Job, Journal, Pool, run_in_workers
from kg.running.in_process import make_error

T = TypeVar("T")


class CorpusReader:
    """Opens inputs and reads documents as the pipeline's options of running say.

    A context: leaving it ends the workers. `on_progress` hears of documents done and words read.
    """

    def __init__(
        self,
        pipeline: Pipeline,
        on_progress: Callable[[int, int], None] | None = None,
        journal: Journal | None = None,
    ) -> None:
        self._pipeline = pipeline
        self._on_progress = on_progress
        self._kept = Kept.open(pipeline, journal)
        self._work = ReadingWork(pipeline, keep_parses=self._kept.cache is not None)
        options = pipeline.options.running
        self._pool = Pool(self._work, options.workers, options.limits) if options.workers else None
        if self._pool is not None:
            self._work.load()
        self._passed: deque[Read] = deque()  # what needs no reading, or none any more

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.close()
        self._kept.close()

    @property
    def spent(self) -> dict[str, float]:
        """Seconds by stage, of this process and all workers."""
        spent = dict(self._pipeline.stopwatch.spent)
        if self._pool is not None:
            for stage, seconds in self._pool.spent.items():
                spent[stage] = spent.get(stage, 0.0) + seconds
        return spent

    @property
    def hits(self) -> int:
        """Documents that were not read, since the journal or the cache had them."""
        return self._kept.hits

    def open(self, paths: Sequence[str]) -> Iterator[Item]:
        """The documents of files, folders and standard input, as kg.readers gives them.

        Formats whose parsers can hang or crash are read in the workers.
        """
        return self._open(list_inputs(paths, options=self._pipeline.options.read))

    def open_located(self, located: Iterable[Located | Outcome]) -> Iterator[Item]:
        """The same, of inputs that are located already."""
        return self._open(list_located(located, options=self._pipeline.options.read))

    def _open(self, inputs: Iterable[Item | Unread]) -> Iterator[Item]:
        if self._pool is None:
            return self._time(refuse_duplicates(chain.from_iterable(map(read_input, inputs))))
        return refuse_duplicates(open_ahead(self._time(inputs), self._pool))

    def _time(self, items: Iterable[T]) -> Iterator[T]:
        source = iter(items)
        while True:
            with self._pipeline.stopwatch.measure("reading"):
                item = next(source, None)
            if item is None:
                return
            yield item

    def read(self, items: Iterable[Item]) -> Iterator[tuple[Outcome, Reading | None]]:
        """(outcome, reading) of each item in order; the reading is None unless it was read."""
        if self._pool is None and self._kept.cache is None and self._kept.journal is None:
            return self._pipeline.read_all(items, self._on_progress)
        return self._put_in_order(self.read_each(items))

    def read_each(self, items: Iterable[Item]) -> Iterator[Read]:
        """What became of each item, as soon as it is known: in no order.

        With `fail_fast` the first failure is raised as a DocumentError that names the document.
        """
        done = words = 0
        for read in self._read_each(items):
            if self._pipeline.options.fail_fast and read.outcome.status is Status.FAILED:
                raise make_error(read.outcome)
            yield read
            done, words = done + 1, words + read.outcome.words
            if self._on_progress is not None:
                self._on_progress(done, words)
        self._kept.flush()

    def _read_each(self, items: Iterable[Item]) -> Iterator[Read]:
        documents: dict[int, tuple[Document, str]] = {}
        jobs = self._make_jobs(items, documents)
        pool = self._pool
        results = self._work.run(jobs) if pool is None else run_in_workers(jobs, pool, READ)
        for result in results:
            while self._passed:
                yield self._passed.popleft()
            if result is not None:
                job, answer = result
                yield self._settle(job.place, *documents.pop(job.place), answer)
        while self._passed:
            yield self._passed.popleft()

    def _make_jobs(
        self, items: Iterable[Item], documents: dict[int, tuple[Document, str]]
    ) -> Iterator[Job | None]:
        """A job for each document that neither journal nor cache knows; None for all else."""
        for place, item in enumerate(items):
            if isinstance(item, Outcome):
                read = Read(place=place, outcome=item)
                self._kept.keep(read)
                self._passed.append(read)
                yield None
                continue
            digest = self._kept.digest(item)
            known = self._kept.find(place, item, digest)
            if known is not None:
                self._passed.append(known)
                yield None
                continue
            documents[place] = item, digest
            content = (item, self._kept.find_parses(digest))
            yield Job(kind=READ, content=content, place=place, size=len(item.text))

    def _settle(self, place: int, document: Document, digest: str, answer: bytes | Failure) -> Read:
        """What a job's answer means for its document."""
        parses = b""
        try:
            if isinstance(answer, Failure):
                raise EncodingError
            ended, content, parses = unpack_parts(answer)
            outcome = parse_outcome(ended)
        except (EncodingError, ValueError):
            failure = answer if isinstance(answer, Failure) else BROKEN
            outcome, content = make_failed(document.identifier, failure, document.marks), b""
        read = Read(place=place, outcome=outcome, document=document, content=content)
        self._kept.keep(read, digest, parses)
        return read

    def _put_in_order(self, reads: Iterable[Read]) -> Iterator[tuple[Outcome, Reading | None]]:
        early: dict[int, tuple[Outcome, Reading | None]] = {}
        wanted = 0
        for read in reads:
            reading = None
            if read.document is not None and read.content:
                reading = parse_reading(read.document, read.content)
            early[read.place] = read.outcome, reading
            while wanted in early:
                yield early.pop(wanted)
                wanted += 1
