"""GraphML: entities as nodes, statements as edges; opens in Gephi, yEd and Cytoscape."""

from typing import TYPE_CHECKING, BinaryIO

from kg.model.entity import Entity
from kg.model.statement import LiteralValue, Statement, StatementObject
from kg.rdf.content import GraphContent
from kg.rdf.terms import clean_text, clean_verbatim

if TYPE_CHECKING:
    import networkx as nx


def write_graphml(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the statements between entities; observations and dates are nodes of their own."""
    import networkx as nx

    for line in nx.generate_graphml(make_network(content)):
        stream.write(line.encode() + b"\n")


def make_network(content: GraphContent) -> "nx.MultiDiGraph[str]":
    """The entities with label, type and names, and one edge a statement, with its id as key."""
    import networkx as nx

    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in sorted(content.entities, key=lambda e: e.id):
        _add_entity(network, entity)
    for statement in sorted(content.statements, key=lambda s: s.id):
        _add_entity(network, statement.subject)
        network.add_edge(
            statement.subject.id,
            _add_object(network, statement, statement.object),
            key=statement.id,
            label=statement.predicate,
            predicate=statement.predicate,
            modality=statement.modality.value,
            confidence=statement.confidence,
        )
    return network


def _add_entity(network: "nx.MultiDiGraph[str]", entity: Entity) -> None:
    if entity.id not in network:
        names = " | ".join(clean_text(alias) for alias in entity.aliases)
        network.add_node(entity.id, label=clean_text(entity.label), type=entity.type, names=names)


def _add_object(
    network: "nx.MultiDiGraph[str]", statement: Statement, value: StatementObject
) -> str:
    if isinstance(value, Entity):
        _add_entity(network, value)
        return value.id
    if isinstance(value, LiteralValue):
        node = f"{statement.id}/object"
        kind = "date" if value.datatype == "edtf" else "text"
        network.add_node(node, label=clean_verbatim(value.value), type=kind, names="")
        return node
    network.add_node(value.id, label=clean_text(value.label), type="Observation", names="")
    return value.id
