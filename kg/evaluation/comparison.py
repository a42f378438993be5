"""What a comparison of one article's annotations with a graph found."""

import enum
from dataclasses import dataclass, field

from kg.evaluation.gold import GoldArticle, GoldObservation, GoldStatement
from kg.evaluation.reading import Measured, Node, Row, View

Key = tuple[str | None, str, str | None]  # subject, predicate and object, in the annotations' ids


class Outcome(enum.StrEnum):
    """What a statement of the graph is; `NEUTRAL` counts neither for nor against."""

    RIGHT = "right"
    WRONG = "wrong"
    NEUTRAL = "neutral"
    REPEATED = "repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedRow:
    """A statement of the graph with its outcome and the annotations it was matched with.

    `key` is the statement in the annotations' ids. `near` says of a wrong one that another predicate
    of its family is annotated.
    """

    row: Row
    key: Key
    outcome: Outcome
    matched: tuple[GoldStatement, ...] = ()
    near: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedValue:
    """A measured value of the graph with its outcome and the annotation it was matched with."""

    row: Row
    value: Measured
    subject: str | None
    outcome: Outcome
    matched: GoldObservation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """An annotated fact that the graph does not say."""

    key: Key
    golds: tuple[GoldStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A part of something that is right: "type exact", "modality", "amount" and others."""

    name: str
    right: bool
    found: str
    wanted: str
    entity: str | None = None
    row: Row | None = None
    evidence: str = ""


@dataclass(slots=True, kw_only=True)
class Comparison:
    """One article held against a graph. Entities are those with a name that are not optional."""

    article: GoldArticle
    view: View
    aligned: dict[str, str]  # the annotated entity of each thing, by IRI
    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    unknown: list[Node] = field(default_factory=list)
    rows: list[JudgedRow] = field(default_factory=list)
    values: list[JudgedValue] = field(default_factory=list)
    missed_statements: list[Missed] = field(default_factory=list)
    missed_near: int = 0  # facts of which no predicate of the family is said either
    missed_observations: list[GoldObservation] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)
