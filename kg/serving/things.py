"""One node of the graph: what is said of it, in words and in triples."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import GraphError
from kg.explaining import Thing, find_thing
from kg.ontology import TERMS
from kg.rdf.terms import RDF
from kg.stores.graph_store import GraphStore

_MOST = 2000  # triples shown of one node, each way
_ENDS = (ox.NamedNode(RDF + "subject"), ox.NamedNode(RDF + "object"))
_EVIDENCE = ox.NamedNode(TERMS + "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class NodePage:
    """A node: its triples both ways, and the statements on it where it is a thing with a name."""

    iri: str
    thing: Thing | None
    outgoing: tuple[ox.Triple, ...]
    incoming: tuple[ox.Triple, ...]
    cut: bool


def read_thing(store: GraphStore, node: ox.NamedNode) -> NodePage:
    """The node's page. Raises GraphError where the graph does not have it."""
    outgoing = store.find_triples(subject=node, most=_MOST + 1)
    incoming = store.find_triples(object=node, most=_MOST + 1)
    if not outgoing and not incoming:
        raise GraphError(f"The graph has no <{node.value}>; search for it by name.")
    return NodePage(
        iri=node.value,
        thing=find_thing(store, node.value),
        outgoing=tuple(outgoing[:_MOST]),
        incoming=tuple(incoming[:_MOST]),
        cut=max(len(outgoing), len(incoming)) > _MOST,
    )


def gather_triples(store: GraphStore, node: ox.NamedNode) -> list[ox.Triple]:
    """What the graph says of the node, the statements on it and their passages, sorted.

    Raises GraphError where the graph does not have it.
    """
    found = set(store.find_triples(subject=node, most=_MOST))
    statements = {
        triple.subject
        for end in _ENDS
        for triple in store.find_triples(predicate=end, object=node, most=_MOST)
        if isinstance(triple.subject, ox.NamedNode)
    }
    for statement in sorted(statements, key=str)[:_MOST]:
        found.update(_gather_statement(store, statement))
    if not found:
        raise GraphError(f"The graph has no <{node.value}>; search for it by name.")
    return sorted(found, key=str)


def _gather_statement(store: GraphStore, statement: ox.NamedNode) -> Iterator[ox.Triple]:
    for triple in store.find_triples(subject=statement, most=_MOST):
        yield triple
        if triple.predicate == _EVIDENCE and isinstance(triple.object, ox.NamedNode):
            yield from store.find_triples(subject=triple.object, most=_MOST)
