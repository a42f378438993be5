"""GraphML: things as nodes, statements as edges; opens in Gephi, yEd, Cytoscape and networkx.

Gephi takes the attributes "label" and "weight" for its own, whatever the key that stands for them, but
takes the keys "d3" and "d7" for labels too, as yEd uses them; so no key is called that here.
"""

import re
from typing import TYPE_CHECKING, BinaryIO

from kg.rdf.content import GraphContent
from kg.rdf.network import Edge, Node, list_edges, list_nodes

if TYPE_CHECKING:
    import networkx as nx

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_KEY = re.compile(r'(<key id="|<data key=")d(?=\d)')


def write_graphml(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the statements between entities; observations and dates are nodes of their own."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter()
    writer.add_graph_element(make_network(content))
    text = _KEY.sub(r"\1key", str(writer))
    # A bare carriage return would be read as a line feed.
    stream.write((_HEAD + text.replace("\r", "&#13;") + "\n").encode())


def make_network(content: GraphContent) -> "nx.MultiDiGraph[str]":
    """The things with label, type, names and count of documents, and one edge a statement by its id.

    The weight of an edge is the number of independent texts that say it; qualifiers stand in words
    under their names ("title", "amount").
    """
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in list_nodes(content):
        network.add_node(node.id, **_describe_node(node))
    for edge in list_edges(content):
        network.add_edge(edge.source, edge.target, key=edge.id, **_describe_edge(edge))
    return network


def _describe_node(node: Node) -> dict[str, str | int]:
    names = {"names": " | ".join(node.names)} if node.names else {}
    return {"label": node.label, "type": node.kind, **names, "documents": node.documents}


def _describe_edge(edge: Edge) -> dict[str, str | int | float]:
    return {
        **edge.details,
        "label": edge.predicate,
        "predicate": edge.predicate,
        "modality": edge.modality,
        "confidence": edge.confidence,
        "weight": edge.sources,
    }
