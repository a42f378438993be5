"""Files of a graph: the ending chooses the format; a file is written whole or not at all."""

import contextlib
import gc
import gzip
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

import pyoxigraph as ox

from kg.errors import GraphError, OutputError, UsageError
from kg.rdf.claims import write_claims_of
from kg.rdf.content import GraphContent
from kg.rdf.cypher import write_cypher
from kg.rdf.graphml import write_graphml
from kg.rdf.jsonld import write_jsonld
from kg.rdf.pairs import write_edges, write_neo4j_edges, write_neo4j_nodes, write_nodes
from kg.rdf.reifying import (
    write_nquads_12,
    write_ntriples_12,
    write_trig_12,
    write_turtle_12,
)
from kg.rdf.table import write_csv
from kg.rdf.triples import write_nquads, write_ntriples, write_rdfxml
from kg.rdf.turtle import write_trig, write_turtle
from kg.registry import Registry

Writer = Callable[[GraphContent, BinaryIO], None]

_GZIP = ".gz"
formats: Registry[Writer] = Registry("file ending")
formats.register(".ttl", write_turtle)
formats.register(".nt", write_ntriples)
formats.register(".nq", write_nquads)
formats.register(".trig", write_trig)
formats.register(".jsonld", write_jsonld)
formats.register(".rdf", write_rdfxml)
formats.register(".graphml", write_graphml)
formats.register(".csv", write_csv)
formats.register(".nodes.csv", write_nodes)
formats.register(".edges.csv", write_edges)
formats.register(".neo4j.nodes.csv", write_neo4j_nodes)
formats.register(".neo4j.edges.csv", write_neo4j_edges)
formats.register(".cypher", write_cypher)
formats.register(".rdf12.ttl", write_turtle_12)
formats.register(".rdf12.nt", write_ntriples_12)
formats.register(".rdf12.nq", write_nquads_12)
formats.register(".rdf12.trig", write_trig_12)
formats.register(".jsonl", write_claims_of)
_RDF_FORMS = frozenset(
    {
        ".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf",
        ".rdf12.ttl", ".rdf12.nt", ".rdf12.nq", ".rdf12.trig",
    }
)  # fmt: skip
# What a form cannot hold; no graph of kg has it.
_BARRED = {".jsonld": (ox.BlankNode, ox.Triple), ".rdf": (ox.Triple,)}


def find_ending(path: str | Path) -> str:
    """The form that a file of that name has (".nodes.csv"); raises UsageError for an unknown ending."""
    name = Path(path).name.lower().removesuffix(_GZIP)
    endings = Path(name).suffixes or [f".{name.lstrip('.')}"]
    for parts in range(3, 0, -1):  # ".neo4j.nodes.csv" before ".csv"
        ending = "".join(endings[-parts:])
        if formats.find(ending) is not None:
            return ending
    raise UsageError(
        f"The ending of '{path}' names no format; use one of {', '.join(formats.list_names())}"
        " (each also with .gz)."
    )


def get_writer(path: str | Path) -> Writer:
    """The writer for a file of that name; raises UsageError for an unknown ending."""
    return formats.get(find_ending(path))


def check_form(content: GraphContent, path: str | Path) -> None:
    """Raises GraphError where a graph that was read back lacks what the form is made of."""
    ending = find_ending(path)
    if content.readings is not None:
        return
    if ending == ".jsonl":
        raise GraphError(
            f"'{path}' would need the claims of texts, which a graph does not hold; "
            "write it with kg build, or from a store folder."
        )
    if ending not in _RDF_FORMS and not content.provenance:
        raise GraphError(
            f"'{path}' is made of statements, and the graph holds plain triples alone; "
            "build it without --no-provenance."
        )
    barred = _BARRED.get(ending, ())
    if any(isinstance(term, barred) for q in content.quads or () for term in (q.subject, q.object)):
        raise GraphError(
            f"'{path}' cannot hold the blank nodes or triple terms of the graph; write .nq or .trig."
        )


def write_graph(content: GraphContent, path: str | Path) -> None:
    """Writes the file whole (beside it first, synced, then renamed); missing folders are made.

    Raises UsageError for an unknown ending, and OutputError where writing fails; then what stood at
    `path` before is untouched. A device or pipe is written directly.
    """
    writer = get_writer(path)
    with open_output(path) as stream, _uncollected():
        writer(content, stream)


def write_stream(content: GraphContent, ending: str, stream: BinaryIO) -> None:
    """Writes one format (".ttl", ".nq.gz") to an open binary stream, which stays open."""
    writer = get_writer(f"graph{ending}")
    zipped = ending.lower().endswith(_GZIP)
    with _compressed(stream, zipped=zipped) as target, _uncollected():
        writer(content, target)


@contextlib.contextmanager
def open_output(path: str | Path) -> Iterator[BinaryIO]:
    """A binary stream whose bytes become the file when the block ends well; gzip for ".gz"."""
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as device:
                yield device
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        with (
            _replacing(target) as stream,
            _compressed(stream, zipped=target.suffix == _GZIP) as out,
        ):
            yield out
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(
            f"'{path}' could not be written ({reason}); what stood there before is untouched."
        ) from error


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: what writing makes has none, and it would walk the graph again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    if target.is_dir():
        raise IsADirectoryError(None, "it is a folder")
    draft = target.with_name(f".{target.name[:100]}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)  # of a process that was killed
    try:
        # Not tempfile: its files are readable for their owner alone.
        with draft.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Makes the renaming last through a loss of power, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _compressed(stream: BinaryIO, *, zipped: bool) -> Iterator[BinaryIO]:
    """The stream itself, buffered, or gzip over it with neither name nor time in its header."""
    if not zipped:
        yield stream
        return
    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as archive,
        io.BufferedWriter(cast("io.RawIOBase", archive), 1 << 16) as buffered,
    ):
        yield cast("BinaryIO", buffered)
