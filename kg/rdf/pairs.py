"""Two tables, of things and of the statements between them, for Gephi, Neo4j and spreadsheets.

The columns are those that Gephi knows (Id and Label; Source, Target, Type, Weight); Neo4j's Data
Importer takes columns of any name.
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
