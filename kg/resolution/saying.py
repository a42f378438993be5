"""What is said of one thing, and which of it may be one statement."""

from dataclasses import dataclass, field

from kg.model.claim import Claim
from kg.model.entity import Entity
from kg.model.period import Period
from kg.model.quantity import Quantity, format_number
from kg.model.statement import (
    Evidence,
    LiteralValue,
    Observation,
    StatementObject,
    StatementQualifier,
)


def format_value(value: object) -> str:
    """A qualifier's or object's value as text that tells it from all others."""
    if isinstance(value, Quantity):
        upper = f"..{format_number(value.upper)}" if value.upper is not None else ""
        return f"{value.comparator}{format_number(value.value)}{upper} {value.unit}"
    if isinstance(value, Period):
        return value.edtf
    if isinstance(value, Entity | Observation):
        return value.id
    if isinstance(value, LiteralValue):
        return f"{value.datatype}:{value.value}"
    return str(value)


@dataclass(slots=True)
class Said:
    """A claim with its arguments resolved."""

    subject: Entity
    object: StatementObject
    qualifiers: tuple[StatementQualifier, ...]
    claim: Claim
    evidence: Evidence
    speaker: Entity | None

    @property
    def is_past(self) -> bool:
        """Whether it had ended when the document was written, at a time that it does not give."""
        return any(q.name == "endTime" and format_value(q.value) == ".." for q in self.qualifiers)


@dataclass(slots=True)
class Node:
    """A statement in the making: claims that say the same and do not contradict each other."""

    said: list[Said] = field(default_factory=list)
    qualifiers: dict[str, set[str]] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)
    has_past: bool = False

    def add(self, said: Said, details: dict[str, set[str]]) -> None:
        """Takes a claim in, with the values of its qualifiers by name."""
        self.said.append(said)
        self.documents.add(said.evidence.document)
        self.has_past = self.has_past or said.is_past
        for name, values in details.items():
            self.qualifiers.setdefault(name, values)

    def takes(self, details: dict[str, set[str]]) -> bool:
        """Whether no qualifier is told with other values."""
        return all(
            name not in self.qualifiers or values == self.qualifiers[name]
            for name, values in details.items()
        )

    def agrees_on_end(self, said: Said) -> bool:
        """Whether both tell of a past post, or neither, or one document tells of it.

        Of two documents the older may tell of a post that the newer calls a former one.
        """
        return said.is_past == self.has_past or said.evidence.document in self.documents
