"""Statements: claims put together over entities."""

from dataclasses import dataclass

from kg.model.claim import Modality
from kg.model.document import Span
from kg.model.entity import Entity
from kg.model.period import Period
from kg.model.quantity import Quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The passage a statement stands on: the sentence, exactly as it stands in the document."""

    document: str  # Document.identifier
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One measured value. Either `quantity` or `change` (signed per cent) is given, or both."""

    id: str  # "observation/77aa…"
    label: str
    measure: str
    quantity: Quantity | None = None
    equivalents: tuple[Quantity, ...] = ()
    change: Quantity | None = None
    period: Period | None = None
    place: Entity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteralValue:
    """A literal object: a date (EDTF, with bounds) or text."""

    value: str
    datatype: str  # "edtf" or "string"
    period: Period | None = None


StatementObject = Entity | Observation | LiteralValue
StatementQualifierValue = str | Quantity | Period | Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementQualifier:
    """A named detail of a statement: (title, "Vice Minister"), (amount, Quantity), (time, Period)."""

    name: str
    value: StatementQualifierValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one or more passages say of one thing. `id` is "statement/" and a digest of its content.

    Qualifiers are sorted by name and value; evidence by document and span; rules are sorted.
    `confidence` is that of the surest claim. `attributed_to` are the speakers, sorted by id.
    `independent_sources` counts the documents of the evidence, those that print one text as one.
    """

    id: str
    subject: Entity
    predicate: str
    object: StatementObject
    qualifiers: tuple[StatementQualifier, ...]
    modality: Modality
    confidence: float
    rules: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    attributed_to: tuple[Entity, ...] = ()
    independent_sources: int = 1
