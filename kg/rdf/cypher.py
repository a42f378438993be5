"""A Cypher script that makes the graph in a Neo4j database, without a plug-in.

Nodes have the label Entity and that of their type, relationships the name of the predicate. All is
merged by id, so that the script may run twice.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from typing import BinaryIO

from kg.rdf.content import GraphContent
from kg.rdf.network import Edge, Node, list_edges, list_nodes

_ROWS = 500  # a command: one transaction of cypher-shell
_Value = str | int | float | tuple[str, ...]
_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        "'": "\\'",
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        # A semicolon ends a command of cypher-shell even in some strings; this never does.
        ";": "\\u003B",
    }
)


def write_cypher(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the constraint, then nodes by type and relationships by predicate, each by id."""
    for line in _list_commands(content):
        stream.write(line.encode() + b"\n")


def _list_commands(content: GraphContent) -> Iterator[str]:
    yield "CREATE CONSTRAINT kg_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;"
    nodes = sorted(list_nodes(content), key=lambda node: (node.kind, node.id))
    for kind, group in groupby(nodes, key=lambda node: node.kind):
        for rows in _batch(map(_list_node, group)):
            yield (
                f"UNWIND [{rows}] AS row MERGE (n:Entity {{id: row.id}})"
                f" SET n:{_quote_name(kind)}, n += row;"
            )
    edges = sorted(list_edges(content), key=lambda edge: (edge.predicate, edge.id))
    for predicate, chosen in groupby(edges, key=lambda edge: edge.predicate):
        for rows in _batch(map(_list_edge, chosen)):
            yield (
                f"UNWIND [{rows}] AS row MATCH (a:Entity {{id: row.source}})"
                f" MATCH (b:Entity {{id: row.target}})"
                f" MERGE (a)-[r:{_quote_name(predicate)} {{id: row.id}}]->(b) SET r += row.set;"
            )


def _batch(rows: Iterator[str]) -> Iterator[str]:
    while chosen := list(islice(rows, _ROWS)):
        yield ", ".join(chosen)


def _list_node(node: Node) -> str:
    return _format_map(
        {"id": node.id, "label": node.label, "names": node.names, "documents": node.documents}
    )


def _list_edge(edge: Edge) -> str:
    details: dict[str, _Value] = {
        **edge.details,
        "modality": edge.modality,
        "confidence": edge.confidence,
        "sources": edge.sources,
    }
    ends = _format_pairs({"id": edge.id, "source": edge.source, "target": edge.target})
    return f"{{{ends}, set: {_format_map(details)}}}"


def _format_map(values: Mapping[str, _Value]) -> str:
    return f"{{{_format_pairs(values)}}}"


def _format_pairs(values: Mapping[str, _Value]) -> str:
    return ", ".join(f"{_quote_name(name)}: {_format_value(v)}" for name, v in values.items())


def _format_value(value: _Value) -> str:
    if isinstance(value, str):
        return _quote(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_quote, value))}]"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _quote(text: str) -> str:
    return f"'{text.translate(_ESCAPES)}'"


def _quote_name(name: str) -> str:
    """A label, type or key: as it is, or between backticks."""
    if name.isascii() and name.isidentifier():
        return name
    return "`" + name.replace("`", "``") + "`"
