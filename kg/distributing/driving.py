"""distribute(): the steps in order; the driver holds names and counts, and no documents."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from kg.distributing import manifest
from kg.distributing.inputs import (
    Input,
    choose_size,
    format_input,
    is_large,
    list_inputs,
    slice_input,
    split_inputs,
)
from kg.distributing.output import hold_output, prepare_output
from kg.distributing.reading import Answer, load_repeated, note_repeated
from kg.distributing.shards import Shard
from kg.distributing.site import Site
from kg.distributing.steps import Refusal, run_task
from kg.graph import Summary
from kg.model.document import Outcome, Status
from kg.model.encoding import parse_outcome
from kg.model.ids import format_digest
from kg.pipeline import BuildOptions, Pipeline, Progress, prepare
from kg.rdf.dataset import Tally
from kg.rdf.terms import format_base
from kg.rdf.writing import open_output
from kg.readers.reading import refuse_duplicate
from kg.running import format_outcome
from kg.running.in_cluster import Cluster

OnProgress = Callable[[Progress], None]
_MOST_BUCKETS = 1_024


@dataclass(slots=True)
class Distributed:
    """A graph in shards: `outcomes` are of documents that did not end well, the rest are in the report."""

    outcomes: list[Outcome] = field(default_factory=list)
    notes: tuple[str, ...] = ()
    shards: list[dict[str, object]] = field(default_factory=list)
    spent: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    words: int = 0
    entities: Counter[str] = field(default_factory=Counter)
    statements: Counter[str] = field(default_factory=Counter)
    modalities: Counter[str] = field(default_factory=Counter)

    def summary(self) -> Summary:
        """Counts by status, type, predicate and modality."""
        return Summary(
            documents=dict(sorted(self.statuses.items())),
            words=self.words,
            entities=dict(sorted(self.entities.items())),
            statements=dict(sorted(self.statements.items())),
            modalities=dict(sorted(self.modalities.items())),
        )


def distribute(
    paths: Sequence[str],
    options: BuildOptions,
    output: str,
    *,
    scheduler: str | None = None,
    report: Path | None = None,
    partition_size: int | None = None,
    on_progress: OnProgress | None = None,
) -> Distributed:
    """Builds the graph of files on a cluster, into the folder `output`, a path or a URL.

    The lines of its shards together are those of a local build in N-Quads, in another order. The cluster
    is that of the `scheduler`, or one of as many processes here as the options have workers. Partitions
    have about `partition_size` bytes of text. A run that was stopped goes on with the same call.
    """
    with Cluster(scheduler, options.running.workers) as cluster:
        url = prepare_output(output)
        driver = _Driver(cluster, prepare(options), url, on_progress)
        with hold_output(url):
            return driver.build(paths, partition_size, report)


class _Driver:
    def __init__(
        self, cluster: Cluster, pipeline: Pipeline, output: str, on_progress: OnProgress | None
    ) -> None:
        self._cluster = cluster
        self._pipeline = pipeline
        self._on_progress = on_progress
        self._made = Distributed()
        self._tally = Tally()
        self._site = Site(
            options=_make_absolute(pipeline.options),
            output=output,
            work="",
            made=pipeline.digest_readers(),
            partitions=1,
            buckets=1,
        )

    def build(
        self, paths: Sequence[str], partition_size: int | None, report: Path | None
    ) -> Distributed:
        self._plan(paths, partition_size)
        self._read()
        turn = self._gather()
        self._resolve(turn)
        self._state()
        self._end(report)
        return self._made

    def _run(
        self,
        step: str,
        tasks: int,
        turn: int | None = None,
        on_answer: Callable[[Answer], None] | None = None,
    ) -> list[Answer]:
        """All tasks of a step; the answers by number. Raises the KgError that one of them has met."""
        arguments = [(self._site, step, n, turn) for n in range(tasks)]
        answers: dict[int, Answer] = {}
        for number, answer in self._cluster.run(run_task, step, arguments):
            if isinstance(answer, Refusal):
                raise answer.make_error()
            answers[number] = answer
            if on_answer is not None:
                on_answer(answer)
        return [answers[n] for n in range(tasks)]

    def _run_writing(self, step: str, tasks: int) -> list[Answer]:
        """The same of a step that writes shards."""
        answers = self._run(step, tasks)
        for answer in answers:
            self._take_shard(answer)
        return answers

    def _take_shard(self, answer: Answer) -> None:
        if answer["shard"] is not None:
            self._made.shards.append(answer["shard"])
            self._tally.properties.update(answer["properties"])
            self._tally.classes.update(answer["classes"])

    def _plan(self, paths: Sequence[str], partition_size: int | None) -> None:
        """Notes which partition has which inputs."""
        read = self._site.options.read
        inputs = list(list_inputs(paths, read))
        size = partition_size or choose_size(inputs)
        options, run = self._site.options, self._pipeline.describe_run().id
        limits = options.running.limits, options.fail_fast
        about = (self._site.made, run, format_base(options.base), limits, read, size)
        digest = format_digest(repr(about), [format_input(item) for item in inputs])
        self._site = replace(self._site, work=f".kg-{digest}")
        self._site.storage.write(f"{self._site.work}/begun", b"")
        large = [i for i in inputs if isinstance(i, Input) and is_large(i, size, read)]
        for n, own_file in enumerate(large):
            self._site.keep("large-files", n, [format_input(own_file)])
        counts = iter([answer["lines"] for answer in self._run("count", len(large))])
        known = {id(item) for item in large}
        pieces: list[Input | Outcome] = []
        for item in inputs:
            if isinstance(item, Input) and id(item) in known:
                pieces += slice_input(item, next(counts), size)
            else:
                pieces.append(item)
        partitions = split_inputs(pieces, size)
        buckets = max(1, min(_MOST_BUCKETS, len(partitions) // 2))
        self._site = replace(self._site, partitions=len(partitions), buckets=buckets)
        for n, own in enumerate(partitions):
            self._site.keep("inputs", n, [format_input(item) for item in own])

    def _read(self) -> None:
        documents = words = 0

        def tell(answer: Answer) -> None:
            nonlocal documents, words
            documents, words = documents + answer["documents"], words + answer["words"]
            self._made.spent.update(answer["spent"])
            if self._on_progress is not None:
                self._on_progress(Progress(documents=documents, words=words))

        self._run("read", self._site.partitions, on_answer=tell)
        note_repeated(self._site, self._run("repeated", self._site.buckets))

    def _gather(self) -> int:
        """Crowds and their components; gives the turn that found these."""
        buckets = self._site.buckets
        self._run("crowds", buckets)
        self._run("beginnings", buckets)
        self._run("keys", buckets)
        turn = 0
        while any(answer["between"] for answer in self._run("larger", buckets, turn)):
            self._run("smaller", buckets, turn)
            turn += 1
        return turn

    def _resolve(self, turn: int) -> None:
        buckets = self._site.buckets
        self._run("components", buckets, turn)
        answers = self._run("resolve", buckets)
        notes = sorted({note for answer in answers for note in answer["notes"]})
        matched = {name for answer in answers for name in answer["matched"]}
        self._made.notes = (*notes, *self._pipeline.ledger.list_unmatched(matched))
        self._run("settle", buckets)
        self._site.storage.remove(manifest.NAME)  # from here on the shards are of this build
        for answer in self._run_writing("name", buckets):
            self._made.entities.update(answer["entities"])
        self._run("propose", buckets)
        self._run_writing("judge", buckets)

    def _state(self) -> None:
        buckets = self._site.buckets
        self._run_writing("claims", self._site.partitions)
        for answer in self._run_writing("statements", buckets):
            self._made.statements.update(answer["statements"])
            self._made.modalities.update(answer["modalities"])
        self._run_writing("shared", buckets)

    def _end(self, report: Path | None) -> None:
        """The description of it all, the report, and the manifest."""
        site, made, run = self._site, self._made, self._pipeline.describe_run()
        parts, shard = site.make_parts(), Shard()
        for part in parts.list_run(run):
            shard.add(part.quads)
        self._tally.add(shard.quads)
        shard.add(parts.describe_dataset(self._tally, run))
        answer = shard.write(site, "dataset", 0)
        if answer["shard"] is not None:
            made.shards.append(answer["shard"])
        made.shards.sort(key=lambda shard: str(shard["name"]))
        with contextlib.ExitStack() as stack:
            stream = None if report is None else stack.enter_context(open_output(report))
            self._count_outcomes(stream)
        kept = {str(shard["name"]) for shard in made.shards}
        for name in site.storage.list_names():
            if name.startswith("part-") and name not in kept:
                site.storage.remove(name)
        counts = {
            "documents": dict(sorted(made.statuses.items())),
            "entities": made.entities.total(),
            "statements": made.statements.total(),
        }
        content = manifest.format_manifest(run, format_base(site.options.base), made.shards, counts)
        site.storage.write(manifest.NAME, content)
        for name in site.storage.list_names():
            if name.startswith(".kg-"):
                site.storage.remove(name)

    def _count_outcomes(self, stream: BinaryIO | None) -> None:
        for outcome in _list_outcomes(self._site):
            self._made.statuses[outcome.status.value] += 1
            self._made.words += outcome.words
            if outcome.status is not Status.OK:
                self._made.outcomes.append(outcome)
            if stream is not None:
                stream.write(f"{format_outcome(outcome)}\n".encode())


def _list_outcomes(site: Site) -> Iterator[Outcome]:
    """How the documents ended, in the order of the inputs."""
    repeated = load_repeated(site)
    for number in range(site.partitions):
        out = repeated.get(number, ())
        for place, (line,) in enumerate(site.take("outcomes", number)):
            outcome = parse_outcome(line.encode())
            yield refuse_duplicate(outcome.identifier) if place in out else outcome


def _make_absolute(options: BuildOptions) -> BuildOptions:
    """The options for workers, which may run in another folder."""
    return replace(
        options,
        rules=tuple(path.absolute() for path in options.rules),
        gazetteers=tuple(path.absolute() for path in options.gazetteers),
        identity=None if options.identity is None else options.identity.absolute(),
        running=replace(
            options.running, cache=options.running.cache and options.running.cache.absolute()
        ),
    )
