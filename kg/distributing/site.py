"""What every task of a build knows, and the stages as a worker process has loaded them."""

import gc
import multiprocessing
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.distributing.shuffling import (
    Record,
    Sorter,
    read_bucket,
    read_records,
    write_records,
)
from kg.distributing.storage import Storage, open_storage
from kg.errors import UsageError
from kg.pipeline import BuildOptions, Pipeline
from kg.rdf.parts import PartMaker
from kg.rdf.terms import format_base
from kg.resolution import Resolver

_LOADED: dict[str, Pipeline] = {}  # of this process: one
_LOADING = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The settings of a build: `output` is the URL of its folder, `work` the folder in it for the steps.

    `made` is the digest of all that reads, which must be the same on every worker.
    """

    options: BuildOptions
    output: str
    work: str
    made: str
    partitions: int
    buckets: int

    @property
    def storage(self) -> Storage:
        """The output folder."""
        return open_storage(self.output, f"{self.work}/drafts")

    def name(self, kind: str, number: int) -> str:
        """The file in which the task of that number hands something on."""
        return f"{self.work}/{kind}/{number:05d}"

    def find_done(self, step: str, number: int) -> bytes | None:
        """The answer of a task that was done before."""
        return self.storage.find(f"{self.work}/done/{step}-{number}")

    def note_done(self, step: str, number: int, answer: bytes) -> None:
        """Notes the answer of a task, the last thing that it does."""
        self.storage.write(f"{self.work}/done/{step}-{number}", answer)

    def sort(self, buckets: int | None = None) -> Sorter:
        """A sorter for the buckets of this build, or for so many."""
        return Sorter(self.buckets if buckets is None else buckets)

    def hand_on(self, kind: str, number: int, sorter: Sorter) -> None:
        """Writes what a task has sorted."""
        sorter.write(self.storage, self.name(kind, number))

    def collect(
        self, kind: str, tasks: int, bucket: int, buckets: int | None = None
    ) -> Iterator[Record]:
        """What so many tasks have handed to a bucket."""
        names = [self.name(kind, number) for number in range(tasks)]
        return read_bucket(
            self.storage, names, bucket, self.buckets if buckets is None else buckets
        )

    def keep(self, kind: str, number: int, records: Sequence[Sequence[Any]]) -> None:
        """Writes records for the task of the same number in a later step."""
        write_records(self.storage, self.name(kind, number), records)

    def take(self, kind: str, number: int) -> Iterator[Record]:
        """The records again."""
        return read_records(self.storage, self.name(kind, number))

    def load(self) -> Pipeline:
        """The stages; raises UsageError where this worker cannot take part."""
        key = f"{self.made} {self.options!r}"
        with _LOADING:
            if key not in _LOADED:
                self._check()
                running = replace(self.options.running, workers=1)
                pipeline = Pipeline(replace(self.options, running=running))
                if pipeline.digest_readers() != self.made:
                    raise UsageError(
                        "A worker of the cluster has another release of kg, of the model or of spaCy than "
                        "this machine, or other rules; install the same on all."
                    )
                # Else a worker takes seconds to end, and its children copy what they only read.
                gc.freeze()
                _LOADED.clear()
                _LOADED[key] = pipeline
            return _LOADED[key]

    def _check(self) -> None:
        if multiprocessing.current_process().daemon:
            raise UsageError(
                "The workers of the cluster may have no processes of their own, which kg needs to end a "
                "document that hangs; start them with DASK_DISTRIBUTED__WORKER__DAEMON=False or with "
                "`dask worker --no-nanny`."
            )
        if self.storage.find(f"{self.work}/begun") is None:
            raise UsageError(
                f"A worker of the cluster does not see the output folder '{self.output}'; name one that "
                "all machines share, such as s3://bucket/folder."
            )

    def make_resolver(self) -> Resolver:
        """What resolves, as a local build has it."""
        stages = self.load()
        return Resolver(stages.ontology, stages.find_known, stages.ledger, stages.find_linked)

    def make_parts(self) -> PartMaker:
        """What makes the parts of the graph."""
        return PartMaker(format_base(self.options.base), provenance=self.options.provenance)
