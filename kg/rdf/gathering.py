"""Gathers what statements refer to, so that each subject is written once and whole."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.model.claim import Modality
from kg.model.document import Document
from kg.model.entity import Entity
from kg.model.quantity import Quantity
from kg.model.statement import (
    LiteralValue,
    Observation,
    Statement,
    StatementObject,
    StatementQualifierValue,
)
from kg.rdf.quantities import format_quantity_path

PassageKey = tuple[str, int, int]  # document identifier, start, end


@dataclass(slots=True)
class Gathered:
    """The subjects of a graph by id, and what plain triples say of them."""

    documents: dict[str, Document] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    observations: dict[str, Observation] = field(default_factory=dict)
    quantities: dict[str, Quantity] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    passages: dict[PassageKey, str] = field(default_factory=dict)
    facts: dict[str, list[tuple[str, StatementObject]]] = field(default_factory=dict)


def gather(
    documents: Iterable[Document],
    entities: Iterable[Entity],
    statements: Iterable[Statement],
    *,
    provenance: bool,
) -> Gathered:
    """Everything to be described; entities that only a statement names are included.

    Without provenance, only what plain triples lead to.
    """
    gathered = Gathered()
    for entity in entities:
        gathered.entities[entity.id] = entity
    if provenance:
        gathered.documents = {document.identifier: document for document in documents}
    for statement in sorted(statements, key=lambda s: s.id):
        actual = statement.modality is Modality.ACTUAL
        if actual:
            fact = (statement.predicate, statement.object)
            gathered.facts.setdefault(statement.subject.id, []).append(fact)
        if actual or provenance:
            _gather_object(gathered, statement.subject)
            _gather_object(gathered, statement.object)
        if provenance:
            _gather_statement(gathered, statement)
    return gathered


def _gather_statement(gathered: Gathered, statement: Statement) -> None:
    gathered.statements[statement.id] = statement
    for speaker in statement.attributed_to:
        gathered.entities.setdefault(speaker.id, speaker)
    for qualifier in statement.qualifiers:
        _gather_value(gathered, qualifier.value)
    for evidence in statement.evidence:
        span = evidence.span
        gathered.passages[evidence.document, span.start, span.end] = evidence.quote


def _gather_object(gathered: Gathered, value: StatementObject) -> None:
    if isinstance(value, LiteralValue):
        return
    if isinstance(value, Entity):
        gathered.entities.setdefault(value.id, value)
        return
    gathered.observations[value.id] = value
    for quantity in value.equivalents:
        _gather_value(gathered, quantity)
    if value.place is not None:
        _gather_value(gathered, value.place)


def _gather_value(gathered: Gathered, value: StatementQualifierValue) -> None:
    if isinstance(value, Entity):
        gathered.entities.setdefault(value.id, value)
    elif isinstance(value, Quantity):
        gathered.quantities[format_quantity_path(value)] = value
