"""The statements of a graph as edges and facts of a page, with their words and their evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.model.ids import format_digest
from kg.ontology import TERMS
from kg.views.content import PageDocument, PageEdge, PageEvidence, PageFact, PageFigure
from kg.views.subjects import BROADER, DC, Subjects, cut_name
from kg.views.triples import Properties, Term, Value, find_text, format_term, get_text, list_iris
from kg.views.wording import find_decimal, format_change, format_quantity

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SOURCES = f"{TERMS}independentSources"
_STATED = {  # what the frame says of a statement; everything else on it is a qualifier
    *(_RDF + name for name in ("type", "subject", "predicate", "object")),
    *(TERMS + name for name in ("modality", "confidence", "rule", "evidence", "attributedTo")),
    _SOURCES,
}
_MEASURED = ("measure", "value", "equivalent", "change", "period", "place")


@dataclass(slots=True)
class StatementReader:
    """Makes a graph's statements; plain triples that one stands behind are not made again."""

    subjects: Subjects
    _stated: set[tuple[str, str, str]] = field(init=False, default_factory=set)

    def read_statements(self) -> Iterator[PageEdge | PageFact]:
        """All that have subject, predicate and object, by IRI."""
        for iri in sorted(self.subjects.list_frame("Statement")):
            made = self._make_statement(iri)
            if made is not None:
                yield made

    def read_plain(self) -> Iterator[PageEdge | PageFact]:
        """The plain triples that no statement stands behind; ask for the statements before."""
        for subject in sorted(self.subjects.things):
            for predicate, values in sorted(self.subjects.get(subject).items()):
                for value in values if predicate != BROADER else ():
                    if (subject, predicate, get_text(value)) not in self._stated:
                        yield from self._make_plain(subject, predicate, value)

    def list_values(self) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        """The quantities and observations with what is said of them."""
        for iri in sorted(self.subjects.properties):
            if any(self.subjects.is_frame(iri, kind) for kind in ("Quantity", "Observation")):
                yield iri, _pair_terms(self.subjects.get(iri), set())

    def _make_statement(self, iri: str) -> PageEdge | PageFact | None:
        properties = self.subjects.get(iri)
        subject, predicate = (
            next(list_iris(properties, _RDF + part), None) for part in ("subject", "predicate")
        )
        target = next(iter(properties.get(f"{_RDF}object", ())), None)
        if subject is None or predicate is None or target is None:
            return None
        self._stated.add((subject, predicate, get_text(target)))
        common = {
            "modality": cut_name(find_text(properties, f"{TERMS}modality") or "actual").lower(),
            "confidence": float(find_decimal(find_text(properties, f"{TERMS}confidence")) or 1),
            "evidence": tuple(self._cite(properties)),
            "rules": tuple(sorted(map(get_text, properties.get(f"{TERMS}rule", ())))),
            "sources": int(find_decimal(find_text(properties, _SOURCES)) or 1),
            "said": _pair_terms(properties, _STATED - {f"{TERMS}attributedTo"}),
        }
        told = _find_bounds(properties)
        details = set(self._describe(properties))
        if isinstance(target, str) and not self.subjects.is_frame(target, "Observation"):
            return PageEdge(
                id=iri,
                source=subject,
                target=target,
                predicate=self._describe_term(predicate),
                term=predicate,
                details=tuple(sorted(details)),
                told=told,
                **common,  # type: ignore[arg-type]
            )
        return self._make_fact(iri, subject, predicate, target, details, told, common)

    def _make_fact(
        self,
        iri: str,
        subject: str,
        predicate: str,
        target: Term,
        details: set[tuple[str, str]],
        told: tuple[str, str],
        common: dict[str, Any],
    ) -> PageFact:
        figure = None
        if isinstance(target, str):
            measured = self.subjects.get(target)
            details |= self._describe_observation(measured)
            figure = _make_figure(measured)
            told = told if any(told) else _find_bounds(measured)
        return PageFact(
            id=iri,
            node=subject,
            predicate=self._describe_term(predicate),
            term=predicate,
            value=target.text if isinstance(target, Value) else self.subjects.name(target),
            object=format_term(target),
            details=tuple(sorted(details)),
            figure=figure,
            told=told,
            **common,
        )

    def _make_plain(
        self, subject: str, predicate: str, value: Term
    ) -> Iterator[PageEdge | PageFact]:
        name = cut_name(predicate)
        predicates = self.subjects.vocabulary.ontology.predicates
        known = predicates.get(name) if predicate == TERMS + name else None
        if known and known.symmetric and (get_text(value), predicate, subject) in self._stated:
            return
        iri = f"plain:{format_digest(subject, predicate, get_text(value))}"
        if isinstance(value, str) and value in self.subjects.things:
            words = self._describe_term(predicate)
            yield PageEdge(id=iri, source=subject, target=value, predicate=words, term=predicate)
        elif known and (isinstance(value, Value) or self.subjects.is_frame(value, "Observation")):
            yield self._make_fact(iri, subject, predicate, value, set(), ("", ""), {})

    def _describe_term(self, iri: str) -> str:
        return self.subjects.vocabulary.describe_term(cut_name(iri))

    def _describe(self, properties: Properties) -> Iterator[tuple[str, str]]:
        for predicate, values in properties.items():
            if predicate not in _STATED and not self._is_bound(predicate):
                for value in values:
                    text = value.text if isinstance(value, Value) else self._write(value)
                    yield self._describe_term(predicate), text

    def _is_bound(self, predicate: str) -> bool:
        """Whether this is the first or last day of a period, which only queries need."""
        name = cut_name(predicate)
        stems = [name.removesuffix(end) for end in ("Start", "End") if name.endswith(end)]
        return any(stem in self.subjects.vocabulary.ontology.labels for stem in stems)

    def _describe_observation(self, properties: Properties) -> set[tuple[str, str]]:
        pairs = []
        for name in _MEASURED:
            for value in properties.get(TERMS + name, ()):
                text = value.text if isinstance(value, Value) else self._write(value)
                number = find_decimal(text)
                if name == "change" and number is not None:
                    text = format_change(number)
                elif name == "value":
                    text = _write_quantity(properties) or text
                pairs.append((self.subjects.vocabulary.describe_term(name), text))
        return set(pairs)

    def _write(self, iri: str) -> str:
        written = None
        if self.subjects.is_frame(iri, "Quantity"):
            written = _write_quantity(self.subjects.get(iri))
        return written or self.subjects.name(iri)

    def _cite(self, properties: Properties) -> Iterator[PageEvidence]:
        named = list_iris(properties, f"{TERMS}attributedTo")
        speakers = ", ".join(sorted({self.subjects.name(iri) for iri in named}))
        cited = []
        for iri in list_iris(properties, f"{TERMS}evidence"):
            passage = self.subjects.get(iri)
            home = next(list_iris(passage, f"{DC}isPartOf"), "")
            document = self.subjects.documents.get(home) or PageDocument(
                identifier=home, title=home, id=home
            )
            begin = int(find_decimal(find_text(passage, f"{TERMS}beginIndex")) or 0)
            cited.append((document, begin, find_text(passage, f"{TERMS}quote") or ""))
        for document, begin, quote in sorted(cited, key=lambda c: (c[0].identifier, c[1], c[2])):
            yield PageEvidence(
                title=document.title,
                identifier=document.identifier,
                date=document.date,
                quote=quote,
                speaker=speakers,
                begin=begin,
            )


def _pair_terms(properties: Properties, without: set[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (predicate, format_term(value))
        for predicate, values in sorted(properties.items())
        if predicate not in without
        for value in values
    )


def _find_bounds(properties: Properties) -> tuple[str, str]:
    """The first and the last day that the properties name, of whatever period."""
    starts, ends = (
        sorted(
            get_text(value)
            for predicate, values in properties.items()
            if predicate.startswith(TERMS) and predicate.endswith(end)
            for value in values
        )
        for end in ("Start", "End")
    )
    return (starts or [""])[0], (ends or [""])[-1]


def _make_figure(properties: Properties) -> PageFigure:
    def find(name: str) -> str:
        return find_text(properties, TERMS + name) or ""

    return PageFigure(
        measure=find("measure"),
        value=find("value"),
        unit=find("unit"),
        change=find("change"),
        period=find("period"),
        start=_find_bounds(properties)[0] or _find_bounds(properties)[1],
    )


def _write_quantity(properties: Properties) -> str | None:
    value = find_decimal(find_text(properties, f"{TERMS}value"))
    if value is None:
        return None
    return format_quantity(
        value,
        find_text(properties, f"{TERMS}unit") or "",
        find_text(properties, f"{TERMS}comparator") or "=",
        find_decimal(find_text(properties, f"{TERMS}upperValue")),
    )
