"""Things, the gazetteer's facts on them, observations and quantities, read back from triples."""

import datetime
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import cast, get_args

from kg.errors import GraphError
from kg.model.entity import Entity, KnownEntity
from kg.model.period import Period
from kg.model.quantity import Comparator, Quantity
from kg.model.statement import Observation
from kg.ontology import TERMS, load_ontology
from kg.rdf import terms as t
from kg.rdf.known_facts import BROADER, EXACT_MATCH, name_licence
from kg.rdf.triple_index import TripleIndex

_SOURCE, _LICENSE = t.DCTERMS + "source", t.DCTERMS + "license"
_ALIAS = t.SKOS + "altLabel"


class ThingReader:
    """Reads what statements are about, each thing once.

    `names` are the identifiers of documents by IRI, `get_path` cuts the base off an IRI.
    """

    def __init__(
        self, index: TripleIndex, names: Mapping[str, str], get_path: Callable[[str], str]
    ) -> None:
        self._index = index
        self._names = names
        self._get_path = get_path
        self._types = {
            iri: kind.name
            for kind in load_ontology().types.values()
            if kind.name != "Observation"
            for iri in index.list_of_type(kind.name)
        }
        self._entities: dict[str, Entity] = {}

    def list_entities(self) -> Iterator[Entity]:
        """All entities but the places that only the gazetteer tells of."""
        for iri in self._types:
            if iri not in self._containers:
                yield self.get_entity(iri)

    def is_entity(self, iri: str) -> bool:
        """Whether the IRI is that of a thing that a text can name."""
        return iri in self._types

    def is_of(self, iri: str, name: str) -> bool:
        """Whether the thing is of the class ("Quantity")."""
        kinds = self._index.list_iris(iri, t.TYPE.value)
        return TERMS + name in kinds

    def get_entity(self, iri: str) -> Entity:
        """The entity; raises GraphError where it has no type or label."""
        if iri not in self._entities:
            self._entities[iri] = self._read_entity(iri)
        return self._entities[iri]

    def _read_entity(self, iri: str) -> Entity:
        index = self._index
        documents = index.list_iris(iri, TERMS + "mentionedIn")
        return Entity(
            id=self._get_path(iri),
            type=self._types.get(iri) or index.get_iri(iri, t.TYPE.value).removeprefix(TERMS),
            label=index.get_text(iri, t.LABEL.value),
            aliases=tuple(index.list_texts(iri, _ALIAS)),
            same_as=tuple(index.list_iris(iri, EXACT_MATCH)),
            documents=tuple(sorted(self._names[d] for d in documents if d in self._names)),
            known=self._read_known(iri, ()),
        )

    @cached_property
    def _facts(self) -> dict[str, list[str]]:
        """The gazetteer's facts by what they are about."""
        found: dict[str, list[str]] = {}
        for fact in self._index.list_of_type("GazetteerFact"):
            found.setdefault(self._index.get_iri(fact, TERMS + "factSubject"), []).append(fact)
        return found

    @cached_property
    def _containers(self) -> set[str]:
        """The places that no document mentions and that contain others by the gazetteer."""
        index = self._index
        above = {
            place
            for fact in index.list_of_type("GazetteerFact")
            if BROADER in index.list_iris(fact, TERMS + "factPredicate")
            for place in index.list_iris(fact, TERMS + "factObject")
        }
        return {iri for iri in above if not index.list_iris(iri, TERMS + "mentionedIn")}

    def _read_known(self, iri: str, below: tuple[str, ...]) -> KnownEntity | None:
        """What the gazetteer says of a thing, and of the places above it; None where it is silent."""
        facts = self._facts.get(iri, ())
        places = self._list_above(iri, (*below, iri))
        if not (facts or places or below):
            return None
        index = self._index
        sources = {text for fact in facts for text in index.list_texts(fact, _SOURCE)}
        licences = {name_licence(x) for fact in facts for x in index.list_iris(fact, _LICENSE)}
        return KnownEntity(
            id=self._get_path(iri),
            label=index.get_text(iri, t.LABEL.value),
            type=self._types.get(iri, ""),
            above=places,
            source="; ".join(sorted(sources)),
            licence="; ".join(sorted(licences)),
        )

    def _list_above(self, iri: str, below: tuple[str, ...]) -> tuple[KnownEntity, ...]:
        for place in self._index.list_iris(iri, BROADER):
            known = None if place in below else self._read_known(place, below)
            if known is not None:
                return (known, *known.above)
        return ()

    def read_observation(self, iri: str) -> Observation:
        """A measured value."""
        index = self._index
        quantity = self._find_quantity(iri)
        change = index.find_text(iri, TERMS + "change")
        edtf = index.find_text(iri, TERMS + "period")
        places = index.list_iris(iri, TERMS + "place")
        return Observation(
            id=self._get_path(iri),
            label=index.get_text(iri, t.LABEL.value),
            measure=index.get_text(iri, TERMS + "measure"),
            quantity=quantity,
            equivalents=tuple(map(self.get_quantity, index.list_iris(iri, TERMS + "equivalent"))),
            change=None if change is None else self._make_change(iri, change),
            period=None if edtf is None else self._read_period(iri, edtf),
            place=self.get_entity(places[0]) if places else None,
        )

    def _read_period(self, iri: str, edtf: str) -> Period:
        start, end = (
            self._index.find_text(iri, f"{TERMS}period{bound}") for bound in ("Start", "End")
        )
        return Period(edtf=edtf, start=parse_day(start), end=parse_day(end))

    def _make_change(self, iri: str, value: str) -> Quantity:
        comparator = self._index.find_text(iri, TERMS + "comparator")
        return Quantity(value=Decimal(value), unit="%", comparator=read_comparator(iri, comparator))

    def get_quantity(self, iri: str) -> Quantity:
        """A quantity; raises GraphError where it has no value."""
        found = self._find_quantity(iri)
        if found is None:
            self._index.get_text(iri, TERMS + "value")
        return cast("Quantity", found)

    def _find_quantity(self, iri: str) -> Quantity | None:
        """The quantity that a thing tells of itself, or None."""
        value, upper, unit, comparator = (
            self._index.find_text(iri, TERMS + name)
            for name in ("value", "upperValue", "unit", "comparator")
        )
        if value is None:
            return None
        return Quantity(
            value=Decimal(value),
            upper=None if upper is None else Decimal(upper),
            unit=unit or "",
            comparator=read_comparator(iri, comparator),
        )


def read_comparator(iri: str, text: str | None) -> Comparator:
    """How a value is meant, "=" where nothing tells it; raises GraphError for what kg does not know."""
    if text is not None and text not in get_args(Comparator):
        known = ", ".join(get_args(Comparator))
        raise GraphError(f"<{iri}> has the kg:comparator '{text}'; it must be one of {known}.")
    return cast("Comparator", text or "=")


def parse_day(text: str | None) -> datetime.date | None:
    """A day; None where there is none."""
    return None if text is None else datetime.date.fromisoformat(text)
