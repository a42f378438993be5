"""Steps that read: documents of a partition to clusters and claims, and which document came twice."""

import json
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kg.corpus import CorpusReader, Read
from kg.distributing.inputs import Input, parse_input
from kg.distributing.shuffling import format_record
from kg.distributing.site import Site
from kg.distributing.storage import fetch
from kg.model.claim import Claim, Reading
from kg.model.cluster import Cluster
from kg.model.document import Document, ErrorKind, Outcome
from kg.model.encoding import format_outcome, parse_reading
from kg.model.ids import format_digest
from kg.pipeline import Pipeline
from kg.readers.draft import make_outcome
from kg.readers.locating import Located
from kg.readers.slicing import count_lines
from kg.readers.source import inflate
from kg.resolution import Resolver, gather_clusters
from kg.resolution.consolidating import make_evidence

_OF_THREAD = threading.local()
Answer = dict[str, Any]  # what a task tells the driver: counts and names alone
_CLUSTER = TypeAdapter(Cluster)
_CLAIM = TypeAdapter(Claim)
_DOCUMENT = TypeAdapter(Document)


def count(site: Site, number: int) -> Answer:
    """The lines of a large file, None where it has to be read as a whole."""
    (record,) = site.take("large-files", number)
    found = parse_input(record)
    limit = site.load().options.read.max_stream_bytes
    with ExitStack() as stack:
        located = _bring(found, stack)
        if isinstance(located, Outcome) or located.path is None:
            return {"lines": None}
        try:
            stream = stack.enter_context(located.path.open("rb"))
            inflated = stack.enter_context(inflate(stream)) if located.compressed else stream
            return {"lines": count_lines(inflated, limit)}
        except (OSError, EOFError, ValueError):  # which reading it tells of in words
            return {"lines": None}


def read(site: Site, number: int) -> Answer:
    """Reads the documents of a partition, each within its limits."""
    pipeline = site.load()
    inputs = map(parse_input, site.take("inputs", number))
    with ExitStack() as stack, _use_reader(pipeline) as corpus:
        before = Counter(corpus.spent)
        items = corpus.open_located(_bring_each(inputs, stack))
        reads = sorted(corpus.read_each(items), key=lambda r: r.place)
        spent = Counter(corpus.spent)
        spent.subtract(before)
    site.keep("outcomes", number, [[format_outcome(r.outcome).decode()] for r in reads])
    identifiers = site.sort()
    for r in reads:
        identifiers.add(r.outcome.identifier, [r.outcome.identifier, number, r.place])
    site.hand_on("identifier", number, identifiers)
    _hand_on_readings(site, number, reads)
    return {"documents": len(reads), "words": sum(r.outcome.words for r in reads), "spent": spent}


@contextmanager
def _use_reader(pipeline: Pipeline) -> Iterator[CorpusReader]:
    """The reader of this thread, whose process stays warm for its next task; one that fails ends it."""
    kept: tuple[Pipeline, CorpusReader, ExitStack] | None = getattr(_OF_THREAD, "kept", None)
    _OF_THREAD.kept = None
    if kept is None or kept[0] is not pipeline:
        if kept is not None:
            kept[2].close()
        stack = ExitStack()
        kept = pipeline, stack.enter_context(CorpusReader(pipeline)), stack
    try:
        yield kept[1]
    except BaseException:
        kept[2].close()
        raise
    _OF_THREAD.kept = kept


def _bring_each(inputs: Iterable[Input | Outcome], stack: ExitStack) -> Iterator[Located | Outcome]:
    for item in inputs:
        yield item if isinstance(item, Outcome) else _bring(item, stack)


def _bring(found: Input | Outcome, stack: ExitStack) -> Located | Outcome:
    """The input as a file of this machine."""
    if isinstance(found, Outcome):
        return found
    located = found.located
    if found.url is None:
        return located
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="kg-"))
    target = Path(folder) / "document"
    try:
        fetch(found.url, str(target))
    except FileNotFoundError:
        message = f"{located.identifier} does not exist; check the path."
        return make_outcome(located.identifier, ErrorKind.UNREADABLE, message)
    return replace(located, path=target)


def _hand_on_readings(site: Site, number: int, reads: list[Read]) -> None:
    """Documents and claims wait here; clusters go to where all that tell the same come together."""
    pipeline, resolver = site.load(), site.make_resolver()
    documents, claims = [], []
    standing: dict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
    commons: dict[str, str] = {}
    for r in reads:
        if r.document is None or not r.content:
            continue
        reading = parse_reading(r.document, r.content)
        own = gather_clusters(reading, pipeline.ontology, pipeline.find_known)
        spans = []
        for cluster in own:
            digest, common = _strip(cluster, resolver)
            commons[digest] = common
            span = cluster.spans[0]
            standing[digest].append((r.place, cluster.document, span.start, span.end))
            spans.append([digest, [[s.start, s.end] for s in cluster.spans]])
        plain = replace(r.document, text="", ignored=())
        documents.append([r.place, _DOCUMENT.dump_json(plain).decode()])
        claims.append([r.place, r.document.identifier, _sign(reading), spans, _tell(reading)])
    site.keep("documents", number, documents)
    site.keep("claims", number, claims)
    clusters = site.sort()
    for digest, common in commons.items():
        clusters.add(digest, [digest, number, common, standing[digest]])
    site.hand_on("cluster", number, clusters)


def _strip(cluster: Cluster, resolver: Resolver) -> tuple[str, str]:
    """The crowd of a cluster: its digest, and what it has in common with all of it."""
    common = _CLUSTER.dump_json(resolver.strip_place(cluster)).decode()
    return format_digest(common, length=32), common


def _sign(reading: Reading) -> list[Any] | None:
    known = reading.signature
    return None if known is None else [known.size, known.minima.hex()]


def _tell(reading: Reading) -> list[list[str]]:
    """Each claim with its words."""
    return [
        [_CLAIM.dump_json(claim).decode(), make_evidence(claim, reading.document).quote]
        for claim in reading.claims
    ]


def find_repeated(site: Site, number: int) -> Answer:
    """Where identifiers stand that came before, by partition: the first in the order of the inputs counts."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for identifier, partition, place in site.collect("identifier", site.partitions, number):
        places[identifier].append((partition, place))
    repeated: dict[int, list[int]] = defaultdict(list)
    for found in places.values():
        for partition, place in sorted(found)[1:]:
            repeated[partition].append(place)
    return {"repeated": {str(p): sorted(own) for p, own in repeated.items()}}


def note_repeated(site: Site, answers: Iterable[Answer]) -> None:
    """Writes down what is left out, for all tasks."""
    repeated: dict[str, list[int]] = defaultdict(list)
    for answer in answers:
        for partition, places in answer["repeated"].items():
            repeated[partition] += places
    site.storage.write(f"{site.work}/repeated-places", format_record(repeated))


def load_repeated(site: Site) -> dict[int, set[int]]:
    """The places that are left out, by partition."""
    found = json.loads(site.storage.read(f"{site.work}/repeated-places"))
    return {int(partition): set(places) for partition, places in found.items()}
