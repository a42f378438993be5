"""The graph under validation: all its triples in one default graph, and names for its nodes."""

import contextlib
import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from kg.errors import GraphError
from kg.ontology import TERMS
from kg.stores.graph_folder import open_stored_graph
from kg.stores.store_file import is_store

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE = ox.NamedNode(RDF + "type")
SUBJECT = ox.NamedNode(RDF + "subject")
PREDICATE = ox.NamedNode(RDF + "predicate")
OBJECT = ox.NamedNode(RDF + "object")

_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_EVIDENCE = ox.NamedNode(TERMS + "evidence")
_QUOTE = ox.NamedNode(TERMS + "quote")
_DEFAULT = ox.DefaultGraph()

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def open_graph(source: Path | str | ox.Store) -> ox.Store:
    """A store whose default graph has all triples of a file, store folder or store.

    The format follows from the file's ending, also before .gz. Raises GraphError where there is
    nothing that can be read.
    """
    if isinstance(source, ox.Store):
        return source if next(source.named_graphs(), None) is None else _flatten(source)
    path = Path(source)
    try:
        if is_store(path):
            store, lock = open_stored_graph(path)
            with contextlib.closing(lock):
                return _flatten(store)
        if path.is_dir():
            return _flatten(ox.Store.read_only(str(path)))
        return _flatten(_parse_file(path))
    except (OSError, SyntaxError, ValueError) as error:
        raise GraphError(f"The graph {path} cannot be read: {error}; give another file.") from error


def _flatten(quads: Iterable[ox.Quad]) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
    return store


def _parse_file(path: Path) -> Iterator[ox.Quad]:
    zipped = path.suffix == ".gz"
    ending = Path(path.stem if zipped else path.name).suffix.removeprefix(".")
    known = ox.RdfFormat.from_extension(ending)
    if known is None:
        raise ValueError(f"the ending '.{ending}' names no RDF format")
    with path.open("rb") as stream:
        unzipped = cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if zipped else stream
        yield from ox.parse(unzipped, format=known)


def find_objects(store: ox.Store, subject: Node, predicate: ox.NamedNode) -> list[Node]:
    """All objects, sorted by their N-Triples form."""
    if not isinstance(subject, ox.NamedNode | ox.BlankNode):
        return []
    quads = store.quads_for_pattern(subject, predicate, None, _DEFAULT)
    return sorted((quad.object for quad in quads), key=str)


def format_node(node: Node) -> str:
    """The node as N-Triples has it, IRIs without angle brackets; blank nodes have no name."""
    if isinstance(node, ox.BlankNode):
        return "a blank node"
    return node.value if isinstance(node, ox.NamedNode) else str(node)


def describe_node(store: ox.Store, node: Node) -> str | None:
    """The label, or what a statement says ("Jane Doe holdsPost Acme Group"); None for neither."""
    parts = [find_objects(store, node, part) for part in (SUBJECT, PREDICATE, OBJECT)]
    if all(parts):
        return " ".join(name_node(store, part[0]) for part in parts)
    labels = find_objects(store, node, _LABEL)
    return labels[0].value if labels and isinstance(labels[0], ox.Literal) else None


def name_node(store: ox.Store, node: Node) -> str:
    """What people call the node: its label, value, local name of a term, or IRI."""
    if isinstance(node, ox.Literal):
        return node.value
    labels = find_objects(store, node, _LABEL)
    if labels and isinstance(labels[0], ox.Literal):
        return labels[0].value
    return format_node(node).removeprefix(TERMS)


def find_quote(store: ox.Store, node: Node) -> str | None:
    """The quote of a passage, or of a statement's first passage."""
    for passage in (node, *find_objects(store, node, _EVIDENCE)):
        for quote in find_objects(store, passage, _QUOTE):
            if isinstance(quote, ox.Literal):
                return quote.value
    return None
