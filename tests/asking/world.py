"""Small graphs by hand: who held what, figures, dates and places, in documents of known dates."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from rdf.sample import RUN

from kg.model.claim import Modality
from kg.model.document import Document, Span
from kg.model.entity import Entity
from kg.model.ids import format_digest, format_slug
from kg.model.period import Period
from kg.model.quantity import Comparator, Quantity
from kg.model.statement import (
    Evidence,
    LiteralValue,
    Observation,
    Statement,
    StatementObject,
    StatementQualifier,
)
from kg.rdf.quads import to_quads
from kg.stores.graph_store import GraphStore

NORVIK = Entity(id="organization/norvik", type="Company", label="Norvik Group", documents=("a",))
TARKA = Entity(id="organization/tarka", type="Company", label="Tarka Lines", documents=("a",))
MINISTRY = Entity(
    id="organization/trade", type="GovernmentBody", label="Ministry of Trade", documents=("a",)
)
ANTWERP = Entity(id="city/antwerp", type="City", label="Antwerp", documents=("a",))
GHENT = Entity(id="city/ghent", type="City", label="Ghent", documents=("a",))
BELGIUM = Entity(id="country/belgium", type="Country", label="Belgium", documents=("a",))
KENYA = Entity(id="country/kenya", type="Country", label="Kenya", documents=("a",))
FLANDERS = Entity(id="region/flanders", type="Region", label="Flanders", documents=("a",))


@dataclass(frozen=True)
class Told:
    """One thing told, on a day (ISO; "" for an undated document)."""

    subject: Entity
    predicate: str
    value: StatementObject
    day: str = ""
    details: Mapping[str, str | Period] = field(default_factory=dict)
    modality: Modality = Modality.ACTUAL
    document: str = ""
    sentence: int | None = None  # by its place in the document, where several share one


def person(name: str) -> Entity:
    """A person of that name."""
    return Entity(id=f"person/{format_slug(name)}", type="Official", label=name, documents=("a",))


def post(
    name: str, title: str, day: str = "", body: Entity = ANTWERP, **details: str | Period
) -> Told:
    """That a person holds a post."""
    document = str(details.pop("document", ""))
    told = {"title": title, **details}
    return Told(person(name), "holdsPost", body, day, told, document=document)


def year(text: str) -> Period:
    """The period of a year, or from one to another ("2019/2021")."""
    first, _, last = text.partition("/")
    return Period(
        edtf=text,
        start=datetime.date(int(first), 1, 1),
        end=datetime.date(int(last or first), 12, 31),
    )


def date(text: str) -> LiteralValue:
    """A date as an object."""
    return LiteralValue(value=text, datatype="edtf")


def figure(
    value: str,
    comparator: Comparator = "=",
    period: str = "2024",
    *,
    unit: str = "t",
    place: Entity | None = None,
    measure: str = "cargo",
    modality: Modality = Modality.ACTUAL,
    change: bool = False,
    document: str = "",
) -> Told:
    """A measured value of Antwerp, or its change in per cent."""
    quantity = Quantity(value=Decimal(value), unit="%" if change else unit, comparator=comparator)
    parts = value, comparator, period, unit, place and place.id, measure, modality.value, change
    observation = Observation(
        id=f"observation/{format_digest(*parts)}",
        label=f"{measure} of Antwerp",
        measure=measure,
        quantity=None if change else quantity,
        change=quantity if change else None,
        period=year(period) if period else None,
        place=place,
    )
    return Told(ANTWERP, "observes", observation, modality=modality, document=document)


def make_store(told: Sequence[Told]) -> GraphStore:
    """The graph in which each of these is told by a document of its own, or by the one it names.

    Each has a sentence of its own too, unless it names one.
    """
    documents: dict[str, Document] = {}
    statements: dict[str, Statement] = {}
    names: list[str] = []
    entities: dict[str, Entity] = {}
    for n, one in enumerate(told):
        name = one.document or f"{n}.txt"
        day = datetime.date.fromisoformat(one.day) if one.day else None
        told_before = sum(d == name for d in names)
        names.append(name)
        start = 6 * (told_before if one.sentence is None else one.sentence)
        documents[name] = Document(identifier=name, text="Words." * 99, published=day)
        span = Span(start, start + 6)
        statement = _make_statement(one, Evidence(document=name, span=span, quote="Words."))
        other = statements.get(statement.id)
        evidence = (*(other.evidence if other else ()), *statement.evidence)
        statements[statement.id] = replace(statement, evidence=evidence)
        values = (one.subject, one.value, *one.details.values())
        entities |= {e.id: e for e in values if isinstance(e, Entity)}
    quads = to_quads(
        documents=documents.values(),
        entities=entities.values(),
        statements=statements.values(),
        run=RUN,
        base="https://w3id.org/newskg/id/",
    )
    return GraphStore.from_quads(quads)


def _make_statement(told: Told, evidence: Evidence) -> Statement:
    value = told.value
    key = value.value if isinstance(value, LiteralValue) else value.id
    shown = sorted((name, str(detail)) for name, detail in told.details.items())
    parts = told.subject.id, told.predicate, key, shown, told.modality.value
    return Statement(
        id=f"statement/{format_digest(*parts)}",
        subject=told.subject,
        predicate=told.predicate,
        object=value,
        qualifiers=tuple(
            StatementQualifier(name=name, value=detail) for name, detail in told.details.items()
        ),
        modality=told.modality,
        confidence=0.9,
        rules=("test/rule",),
        evidence=(evidence,),
    )
