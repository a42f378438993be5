"""Says everything that a graph says of one thing, with the words behind each statement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.asking.finding import find_things, is_thing
from kg.asking.identity import format_judged
from kg.asking.judgements import Judged, list_judgements
from kg.asking.sources import Source, list_sources
from kg.ontology import TERMS
from kg.rdf.terms import FRAME, LABEL, RDF, SKOS, TYPE, clean_text
from kg.stores.graph_store import GraphStore
from kg.stores.results import Table, Term, make_printable

_ALT_LABEL = SKOS + "altLabel"
_EXACT_MATCH = SKOS + "exactMatch"
_ABOUT = "SELECT ?node ?property ?value WHERE { ?node ?property ?value }"
_STATEMENTS = """
SELECT ?node ?statement WHERE { ?statement a kg:Statement ; rdf:subject|rdf:object ?node }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement. `outgoing` says whether the thing explained is its subject.

    `independent` is how many of the sources are independent of each other, "" where that is unknown;
    `details` are qualifiers in words, by name; a value in the graph is shown by its label.
    """

    statement: str
    outgoing: bool
    subject: str
    predicate: str
    object: str
    details: tuple[tuple[str, str], ...]
    modality: str
    speakers: tuple[str, ...]
    rules: tuple[str, ...]
    confidence: str
    sources: tuple[Source, ...]
    independent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An entity and all statements on it: those it is the subject of first, each by predicate.

    `judgements` are those on its names, by name.
    """

    iri: str
    types: tuple[str, ...]
    label: str
    names: tuple[str, ...]
    links: tuple[str, ...]
    lines: tuple[Line, ...]
    judgements: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The things that a name stands for, by IRI; several where the name is shared."""

    asked: str
    things: tuple[Thing, ...]


def explain(store: GraphStore, name_or_iri: str) -> Explanation:
    """What the graph says of a thing, found by IRI, by id ("city/alba") or by any name of it.

    Names are compared without regard to case. Raises GraphError with the nearest names where
    nothing is found.
    """
    asked = clean_text(name_or_iri).strip()
    nodes = [ox.NamedNode(iri) for iri in find_things(store, asked)]
    explainer = _Explainer(store)
    return Explanation(asked=asked, things=tuple(explainer.describe(node) for node in nodes))


def find_thing(store: GraphStore, iri: str) -> Thing | None:
    """The same of the thing with that IRI; None where the graph has none. Searches no names."""
    return _Explainer(store).describe(ox.NamedNode(iri)) if is_thing(store, iri) else None


def format_explanation(explanation: Explanation) -> str:
    """The explanation as text for a terminal; ends in a line feed."""
    lines: list[str] = []
    if len(explanation.things) > 1:
        lines.append(f"{len(explanation.things)} things are called '{explanation.asked}':")
        lines += [f"  {thing.label} ({', '.join(thing.types)})" for thing in explanation.things]
        lines.append("")
    for thing in explanation.things:
        lines += _format_thing(thing)
    return "\n".join(make_printable(line).rstrip() for line in lines).rstrip("\n") + "\n"


def _format_thing(thing: Thing) -> Iterator[str]:
    yield f"{thing.label} ({', '.join(thing.types)})"
    yield f"  {thing.iri}"
    if thing.names:
        yield f"  also called: {'; '.join(thing.names)}"
    yield from (f"  the same as: {link}" for link in thing.links)
    yield from (f"  {format_judged(judged)}" for judged in thing.judgements)
    if not thing.lines:
        yield "  no statements"
    for line in thing.lines:
        yield ""
        yield f"  {line.subject} {line.predicate} {line.object}"
        yield from (f"      {name}: {value}" for name, value in line.details)
        speakers = f", said by {' and '.join(line.speakers)}" if line.speakers else ""
        yield f"      {line.modality}{speakers}; by {', '.join(line.rules)} ({line.confidence})"
        documents = {source.document for source in line.sources}
        if len(documents) > 1 and line.independent:
            yield f"      in {len(documents)} documents, {line.independent} of them independent"
        yield from (f"      {s.document}, {s.start}: “{s.quote}”" for s in line.sources)
    yield ""


class _Explainer:
    def __init__(self, store: GraphStore) -> None:
        self._store = store
        self._names: dict[ox.NamedNode, str] = {}
        self._judgements = list_judgements(store)

    def describe(self, node: ox.NamedNode) -> Thing:
        about = self._get_properties(node)
        found = _select(self._store, _STATEMENTS, node)
        statements = dict.fromkeys(row[1] for row in found if isinstance(row[1], ox.NamedNode))
        lines = [self._describe_statement(statement, node) for statement in statements]
        lines.sort(
            key=lambda line: (not line.outgoing, line.predicate, line.object, line.statement)
        )
        return Thing(
            iri=node.value,
            types=tuple(sorted(_shorten(value) for value in about.get(TYPE.value, ()))),
            label=self._name(node),
            names=tuple(sorted(value.value for value in _literals(about.get(_ALT_LABEL, ())))),
            links=tuple(sorted(_shorten(value) for value in about.get(_EXACT_MATCH, ()))),
            lines=tuple(lines),
            judgements=tuple(
                judged
                for judged in self._judgements
                if node.value in (judged.left.iri, judged.right.iri)
            ),
        )

    def _describe_statement(self, statement: ox.NamedNode, node: ox.NamedNode) -> Line:
        about = self._get_properties(statement)

        def show(iri: str) -> tuple[str, ...]:
            return tuple(sorted(self._name(value) for value in about.get(iri, ())))

        def first(iri: str) -> str:
            return next(iter(show(iri)), "")

        details = [
            (iri.removeprefix(TERMS), value)
            for iri in sorted(about)
            if iri.startswith(TERMS) and iri.removeprefix(TERMS) not in FRAME
            for value in show(iri)
        ]
        return Line(
            statement=statement.value,
            outgoing=node in about.get(RDF + "subject", ()),
            subject=first(RDF + "subject"),
            predicate=first(RDF + "predicate"),
            object=first(RDF + "object"),
            details=tuple(details),
            modality=first(TERMS + "modality").lower(),
            speakers=show(TERMS + "attributedTo"),
            rules=show(TERMS + "rule"),
            confidence=first(TERMS + "confidence"),
            sources=list_sources(self._store, statement.value),
            independent=first(TERMS + "independentSources"),
        )

    def _get_properties(self, node: ox.NamedNode) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for _, predicate, value in _select(self._store, _ABOUT, node):
            if isinstance(predicate, ox.NamedNode) and value is not None:
                found.setdefault(predicate.value, []).append(value)
        return found

    def _name(self, term: Term) -> str:
        """What a person calls it: its label, a literal's text, or the end of the ontology's IRI."""
        if isinstance(term, ox.Literal):
            return term.value
        if not isinstance(term, ox.NamedNode) or term.value.startswith(TERMS):
            return _shorten(term)
        if term not in self._names:
            labels = self._get_properties(term).get(LABEL.value, ())
            self._names[term] = min(
                (label.value for label in _literals(labels)), default=term.value
            )
        return self._names[term]


def _select(
    store: GraphStore, sparql: str, node: ox.NamedNode | None = None
) -> tuple[tuple[Term | None, ...], ...]:
    results = store.query(sparql, substitutions=None if node is None else {"node": node})
    return results.rows if isinstance(results, Table) else ()


def _literals(terms: Iterable[Term | None]) -> list[ox.Literal]:
    return [term for term in terms if isinstance(term, ox.Literal)]


def _shorten(term: Term) -> str:
    return term.value.removeprefix(TERMS) if isinstance(term, ox.NamedNode) else str(term)
