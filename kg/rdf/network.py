"""The graph as programs for networks see it: nodes with a name, edges with a predicate."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.model.entity import Entity
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.model.statement import (
    LiteralValue,
    Statement,
    StatementObject,
    StatementQualifierValue,
)
from kg.rdf.content import GraphContent
from kg.rdf.quantities import format_quantity
from kg.rdf.terms import clean_text, clean_verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing, an observation or a literal, which is a node of its own."""

    id: str
    label: str
    kind: str
    names: tuple[str, ...] = ()
    documents: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A statement. `details` are its qualifiers in words, by name; `sources` independent texts."""

    id: str
    source: str
    target: str
    predicate: str
    modality: str
    confidence: float
    sources: int
    details: Mapping[str, str]


def list_nodes(content: GraphContent) -> list[Node]:
    """All entities, and the objects of statements that are none, by id."""
    nodes = {entity.id: _make_node(entity) for entity in content.entities}
    for statement in content.statements:
        for node in (_make_node(statement.subject), _make_object(statement, statement.object)):
            nodes.setdefault(node.id, node)
    return [nodes[key] for key in sorted(nodes)]


def list_edges(content: GraphContent) -> Iterator[Edge]:
    """All statements, by id."""
    for statement in sorted(content.statements, key=lambda s: s.id):
        yield Edge(
            id=statement.id,
            source=statement.subject.id,
            target=_make_object(statement, statement.object).id,
            predicate=statement.predicate,
            modality=statement.modality.value,
            confidence=statement.confidence,
            sources=statement.independent_sources,
            details=_gather_details(statement),
        )


def _make_node(entity: Entity) -> Node:
    return Node(
        id=entity.id,
        label=clean_text(entity.label),
        kind=entity.type,
        names=tuple(clean_text(alias) for alias in entity.aliases),
        documents=len(entity.documents),
    )


def _make_object(statement: Statement, value: StatementObject) -> Node:
    if isinstance(value, Entity):
        return _make_node(value)
    if isinstance(value, LiteralValue):
        kind = "date" if value.datatype == "edtf" else "text"
        return Node(id=f"{statement.id}/object", label=clean_verbatim(value.value), kind=kind)
    return Node(id=value.id, label=clean_text(value.label), kind="Observation")


def _gather_details(statement: Statement) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for name, text in list_details(statement):
        found.setdefault(name, []).append(clean_verbatim(text))
    return {name: "; ".join(values) for name, values in found.items()}


def list_details(statement: Statement) -> list[tuple[str, str]]:
    """The qualifiers of a statement in words, by name and then by their words."""
    return sorted({(q.name, describe_value(q.value)) for q in statement.qualifiers})


def describe_value(value: StatementQualifierValue) -> str:
    """A qualifier in words: a label, an amount with its unit, a period as EDTF, or the text."""
    if isinstance(value, Entity):
        return value.label
    if isinstance(value, Quantity):
        return format_quantity(value)
    return value.edtf if isinstance(value, Period) else value
