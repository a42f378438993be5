"""Statements read back from triples."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest

import pyoxigraph as ox

from kg.model.claim import Modality
from kg.model.document import Span
from kg.model.ids import format_digest
from kg.model.period import Period
from kg.model.statement import (
    Evidence,
    LiteralValue,
    Statement,
    StatementObject,
    StatementQualifier,
    StatementQualifierValue,
)
from kg.ontology import TERMS, load_ontology
from kg.rdf import terms as t
from kg.rdf.restoring_things import ThingReader, parse_day
from kg.rdf.triple_index import TripleIndex, Value

_PLAIN_TYPES = (t.XSD + "date", t.XSD + "gYear", t.XSD + "gYearMonth", t.EDTF.value)
_BOUNDS = ("timeStart", "timeEnd")
_Bounds = tuple[datetime.date | None, datetime.date | None]


class StatementReader:
    """Reads statements with their passages; see ThingReader for what it is given."""

    def __init__(
        self,
        index: TripleIndex,
        things: ThingReader,
        names: Mapping[str, str],
        get_path: Callable[[str], str],
    ) -> None:
        self._index = index
        self._things = things
        self._names = names
        self._get_path = get_path

    def read_all(self) -> Iterator[Statement]:
        """All statements; raises GraphError where one lacks what each must have."""
        return map(self._read, self._index.list_of_type("Statement"))

    def read_plain(self) -> Iterator[Statement]:
        """Of a graph without statements the plain triples, each as if a statement said it."""
        for predicate in load_ontology().predicates:
            for subject in self._index.subjects:
                if not self._things.is_entity(subject):
                    continue
                for value in self._index.list_values(subject, TERMS + predicate):
                    yield Statement(
                        id=f"plain/{format_digest(subject, predicate, str(value))}",
                        subject=self._things.get_entity(subject),
                        predicate=predicate,
                        object=self._make_object(value, []),
                        qualifiers=(),
                        modality=Modality.ACTUAL,
                        confidence=1.0,
                        rules=(),
                        evidence=(),
                    )

    def _read(self, iri: str) -> Statement:
        index, things = self._index, self._things
        bounds = [
            (parse_day(start), parse_day(end))
            for start, end in zip_longest(
                *(index.list_texts(iri, TERMS + name) for name in _BOUNDS)
            )
        ]
        qualifiers = tuple(self._list_qualifiers(iri, bounds))
        sources = index.find_text(iri, TERMS + "independentSources")
        modality = index.get_iri(iri, TERMS + "modality").removeprefix(TERMS)
        speakers = index.list_iris(iri, TERMS + "attributedTo")
        return Statement(
            id=self._get_path(iri),
            subject=things.get_entity(index.get_iri(iri, t.RDF + "subject")),
            predicate=index.get_iri(iri, t.RDF + "predicate").removeprefix(TERMS),
            object=self._make_object(index.get_value(iri, t.RDF + "object"), bounds),
            qualifiers=qualifiers,
            modality=Modality(modality.lower()),
            confidence=float(index.get_text(iri, TERMS + "confidence")),
            rules=tuple(index.list_texts(iri, TERMS + "rule")),
            evidence=tuple(self._list_evidence(iri)),
            attributed_to=tuple(map(things.get_entity, speakers)),
            independent_sources=int(sources or 1),
        )

    def _list_qualifiers(self, iri: str, bounds: list[_Bounds]) -> Iterator[StatementQualifier]:
        """The qualifiers by name; those of time take their bounds from the list."""
        for predicate in sorted(self._index.subjects[iri]):
            name = predicate.removeprefix(TERMS)
            if name == predicate or name in t.FRAME:
                continue
            for value in self._index.list_values(iri, predicate):
                yield StatementQualifier(name=name, value=self._make_value(name, value, bounds))

    def _make_value(
        self, name: str, value: Value, bounds: list[_Bounds]
    ) -> StatementQualifierValue:
        if isinstance(value, ox.NamedNode):
            if self._things.is_of(value.value, "Quantity"):
                return self._things.get_quantity(value.value)
            return self._things.get_entity(value.value)
        text = value.value if isinstance(value, ox.Literal) else str(value)
        return _make_period(text, bounds) if name == "time" else text

    def _make_object(self, value: Value, bounds: list[_Bounds]) -> StatementObject:
        if isinstance(value, ox.NamedNode):
            if self._things.is_of(value.value, "Observation"):
                return self._things.read_observation(value.value)
            return self._things.get_entity(value.value)
        if not isinstance(value, ox.Literal):
            return LiteralValue(value=str(value), datatype="string")
        if value.datatype.value in _PLAIN_TYPES:
            period = _make_period(value.value, bounds)
            return LiteralValue(value=value.value, datatype="edtf", period=period)
        return LiteralValue(value=value.value, datatype="string")

    def _list_evidence(self, iri: str) -> Iterator[Evidence]:
        index = self._index
        for passage in index.list_iris(iri, TERMS + "evidence"):
            document = index.get_iri(passage, t.DCTERMS + "isPartOf")
            start, end = (
                int(index.get_text(passage, TERMS + name)) for name in ("beginIndex", "endIndex")
            )
            quote = index.get_text(passage, TERMS + "quote")
            name = self._names.get(document, document)
            yield Evidence(document=name, span=Span(start, end), quote=quote)


def _make_period(edtf: str, bounds: list[_Bounds]) -> Period:
    """A period with the next of the bounds, which go to the first that asks."""
    start, end = bounds.pop(0) if bounds else (None, None)
    return Period(edtf=edtf, start=start, end=end)
