"""Two tables, of things and of the statements between them, for Gephi and spreadsheets, and for Neo4j.

The columns of the one pair are those that Gephi knows (Id and Label; Source, Target, Type, Weight);
Neo4j's Data Importer takes columns of any name. Those of the other have the headers that
`neo4j-admin database import` asks for; it reads cells as they are, so no formula is guarded there.
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from kg.rdf.content import GraphContent
from kg.rdf.network import Edge, Node, list_edges, list_nodes
from kg.rdf.table import format_row, guard_cell

_SEPARATOR = " | "


def write_nodes(content: GraphContent, stream: BinaryIO) -> None:
    """Writes one row a thing: Id, Label, Kind, Names and how many documents name it."""
    _write(
        stream, ("Id", "Label", "Kind", "Names", "Documents"), map(_list_node, list_nodes(content))
    )


def write_edges(content: GraphContent, stream: BinaryIO) -> None:
    """Writes one row a statement; its weight is the number of independent texts that say it."""
    names = (
        "Source",
        "Target",
        "Type",
        "Id",
        "Label",
        "Weight",
        "Modality",
        "Confidence",
        "Details",
    )
    _write(stream, names, map(_list_edge, list_edges(content)))


def write_neo4j_nodes(content: GraphContent, stream: BinaryIO) -> None:
    """Writes one row a thing, with the labels Entity and that of its type."""
    stream.write(format_row(("id:ID", "label", "names", "documents:int", ":LABEL")).encode())
    for node in list_nodes(content):
        names = _SEPARATOR.join(node.names)
        row = (node.id, node.label, names, str(node.documents), f"Entity;{node.kind}")
        stream.write(format_row(row).encode())


def write_neo4j_edges(content: GraphContent, stream: BinaryIO) -> None:
    """Writes one row a statement, with a column for each qualifier that some statement has."""
    edges = list(list_edges(content))
    details = sorted({name for edge in edges for name in edge.details})
    ends = (":START_ID", ":END_ID", ":TYPE")
    frame = ("id", "modality", "confidence:double", "sources:int")
    stream.write(format_row((*ends, *frame, *details)).encode())
    for edge in edges:
        row = (
            *(edge.source, edge.target, edge.predicate),
            *(edge.id, edge.modality, f"{edge.confidence:g}", str(edge.sources)),
            *(edge.details.get(name, "") for name in details),
        )
        stream.write(format_row(row).encode())


def _write(stream: BinaryIO, names: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    stream.write(format_row(names).encode())
    for row in rows:
        stream.write(format_row(map(guard_cell, row)).encode())


def _list_node(node: Node) -> tuple[str, ...]:
    return node.id, node.label, node.kind, _SEPARATOR.join(node.names), str(node.documents)


def _list_edge(edge: Edge) -> tuple[str, ...]:
    return (
        edge.source,
        edge.target,
        "Directed",
        edge.id,
        edge.predicate,
        str(edge.sources),
        edge.modality,
        f"{edge.confidence:g}",
        _join(edge.details),
    )


def _join(details: Mapping[str, str]) -> str:
    return _SEPARATOR.join(f"{name}={value}" for name, value in details.items())
