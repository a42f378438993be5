"""GraphML: entities as nodes, statements as edges; opens in Gephi, yEd and Cytoscape."""

from typing import TYPE_CHECKING, BinaryIO

from kg.rdf.content import GraphContent
from kg.rdf.network import list_edges, list_nodes

if TYPE_CHECKING:
    import networkx as nx


def write_graphml(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the statements between entities; observations and dates are nodes of their own."""
    import networkx as nx

    for line in nx.generate_graphml(make_network(content)):
        stream.write(line.encode() + b"\n")


def make_network(content: GraphContent) -> "nx.MultiDiGraph[str]":
    """The entities with label, type and names, and one edge a statement, with its id as key.

    The weight of an edge is the number of independent texts that say it.
    """
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in list_nodes(content):
        names = " | ".join(node.names)
        network.add_node(node.id, label=node.label, type=node.kind, names=names)
    for edge in list_edges(content):
        network.add_edge(
            edge.source,
            edge.target,
            key=edge.id,
            label=edge.predicate,
            predicate=edge.predicate,
            modality=edge.modality,
            confidence=edge.confidence,
            weight=edge.sources,
        )
    return network
