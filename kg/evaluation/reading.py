"""Reads what a graph says of a document: its things, its statements and the words behind them."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.evaluation.plain import format_plain
from kg.ontology import TERMS, Ontology
from kg.rdf.terms import DCTERMS, FRAME, LABEL, RDF, SKOS, TYPE
from kg.stores.graph_store import GraphStore
from kg.stores.results import Table, Term

_DOCUMENTS = "SELECT ?node ?name WHERE { ?node a kg:Document ; dcterms:identifier ?name }"
_MENTIONED = "SELECT ?node ?thing WHERE { ?thing kg:mentionedIn ?node }"
_SAID = """
SELECT ?node ?statement WHERE {
  ?passage dcterms:isPartOf ?node . ?statement kg:evidence ?passage ; a kg:Statement }"""
_ALL = "SELECT ?statement WHERE { ?statement a kg:Statement }"
_ABOUT = "SELECT ?node ?property ?value WHERE { ?node ?property ?value }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A thing of the graph; `forms` are its names in plain form."""

    iri: str
    type: str
    label: str
    forms: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measured value or a quantity, with what the graph gives of it."""

    label: str
    measure: str | None
    value: float | None
    change: float | None
    unit: str | None
    comparator: str | None
    period: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of a document that a statement stands on."""

    document: str
    start: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement of the graph. `object` is a literal's text where it is text.

    `details` are the qualifiers in words, sorted; of several titles, amounts or speakers the first
    stands here.
    """

    iri: str
    subject: Node
    predicate: str
    object: Node | Measured | str
    modality: str
    confidence: float
    rules: tuple[str, ...]
    passages: tuple[Passage, ...]
    details: tuple[tuple[str, str], ...]
    speakers: tuple[str, ...]
    title: str | None
    amount: Measured | None
    attributed_to: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a graph says of one document. `present` is False where the graph has no such document."""

    name: str
    present: bool
    identifiers: tuple[str, ...]
    outlet: str
    things: tuple[Node, ...]
    rows: tuple[Row, ...]


class GraphReader:
    """Reads views of one graph; what is read is kept, as things stand in many statements."""

    def __init__(self, store: GraphStore, ontology: Ontology) -> None:
        self._store = store
        self._ontology = ontology
        self._nodes: dict[ox.NamedNode, Node] = {}
        self._known: dict[ox.NamedNode, dict[str, list[Term]]] = {}

    @cached_property
    def _documents(self) -> dict[str, list[tuple[str, ox.NamedNode]]]:
        found: dict[str, list[tuple[str, ox.NamedNode]]] = {}
        for node, name in self._select(_DOCUMENTS):
            if isinstance(node, ox.NamedNode) and isinstance(name, ox.Literal):
                found.setdefault(PurePath(name.value).stem, []).append((name.value, node))
        return {stem: sorted(pairs, key=lambda pair: pair[0]) for stem, pairs in found.items()}

    def read_document(self, name: str) -> View:
        """The view of the document (or documents) whose identifier has that stem."""
        documents = self._documents.get(name, [])
        things: set[ox.NamedNode] = set()
        said: set[ox.NamedNode] = set()
        for _, node in documents:
            things |= _named(row[1] for row in self._select(_MENTIONED, node))
            said |= _named(row[1] for row in self._select(_SAID, node))
        return View(
            name=name,
            present=bool(documents),
            identifiers=tuple(identifier for identifier, _ in documents),
            outlet=next((self._find_outlet(node) for _, node in documents), ""),
            things=tuple(self._node(node) for node in _sort(things) if not self._is_value(node)),
            rows=tuple(self._list_rows(said)),
        )

    def read_statements(self) -> list[Row]:
        """Every statement of the graph, by IRI."""
        return list(self._list_rows(_named(row[0] for row in self._select(_ALL))))

    def _list_rows(self, nodes: Iterable[ox.NamedNode]) -> Iterator[Row]:
        for node in _sort(nodes):
            row = self._read_row(node)
            if row is not None:
                yield row

    def _find_outlet(self, document: ox.NamedNode) -> str:
        """Who published it: by name, else the host of its address."""
        about = self._about(document)
        publisher = _first(about.get(DCTERMS + "publisher"))
        if publisher is not None:
            return publisher.value
        source = _first(about.get(DCTERMS + "source"))
        return (urlsplit(source.value).hostname or "") if source is not None else ""

    def _about(self, node: ox.NamedNode) -> dict[str, list[Term]]:
        if node not in self._known:
            found: dict[str, dict[Term, None]] = {}
            for _, predicate, value in self._select(_ABOUT, node):
                if isinstance(predicate, ox.NamedNode) and value is not None:
                    found.setdefault(predicate.value, {})[value] = None
            self._known[node] = {iri: sorted(terms, key=str) for iri, terms in found.items()}
        return self._known[node]

    def _is_value(self, node: ox.NamedNode) -> bool:
        return TERMS + "measure" in self._about(node)

    def _node(self, node: ox.NamedNode) -> Node:
        if node not in self._nodes:
            about = self._about(node)
            kinds = [_local(term) for term in about.get(TYPE.value, ()) if _is_ours(term)]
            labels = [t.value for t in about.get(LABEL.value, ()) if isinstance(t, ox.Literal)]
            others = [
                t.value for t in about.get(SKOS + "altLabel", ()) if isinstance(t, ox.Literal)
            ]
            self._nodes[node] = Node(
                iri=node.value,
                type=max(kinds, key=lambda kind: len(self._ontology.lineage(kind)), default=""),
                label=labels[0] if labels else node.value.rsplit("/", 1)[-1],
                forms=frozenset(format_plain(name) for name in (*labels, *others)),
            )
        return self._nodes[node]

    def _value(self, node: ox.NamedNode) -> Measured:
        about = self._about(node)

        def text(name: str) -> str | None:
            term = _first(about.get(TERMS + name))
            return None if term is None else _local(term)

        def number(name: str) -> float | None:
            return _to_number(text(name))

        label = _first(about.get(LABEL.value))
        return Measured(
            label=node.value if label is None else label.value,
            measure=text("measure"),
            value=number("value"),
            change=number("change"),
            unit=text("unit"),
            comparator=text("comparator"),
            period=text("period"),
        )

    def _read_row(self, node: ox.NamedNode) -> Row | None:
        """The statement, or None where it lacks an end."""
        about = self._about(node)
        subject = _first(about.get(RDF + "subject"))
        predicate = _first(about.get(RDF + "predicate"))
        target = _first(about.get(RDF + "object"))
        if not isinstance(subject, ox.NamedNode) or predicate is None or target is None:
            return None

        def first(name: str) -> ox.NamedNode | ox.Literal | None:
            return _first(about.get(TERMS + name))

        amount, speaker, title = first("amount"), first("attributedTo"), first("title")
        modality, confidence = first("modality"), first("confidence")
        return Row(
            iri=node.value,
            subject=self._node(subject),
            predicate=_local(predicate),
            object=self._object(target),
            modality="" if modality is None else _local(modality).casefold(),
            confidence=_to_number(confidence.value if confidence else None) or 1.0,
            rules=tuple(sorted(_local(term) for term in about.get(TERMS + "rule", ()))),
            passages=self._list_passages(about.get(TERMS + "evidence", ())),
            details=tuple(sorted(self._list_details(about))),
            speakers=tuple(self._name(term) for term in about.get(TERMS + "attributedTo", ())),
            title=None if title is None else title.value,
            amount=self._value(amount) if isinstance(amount, ox.NamedNode) else None,
            attributed_to=self._node(speaker) if isinstance(speaker, ox.NamedNode) else None,
        )

    def _object(self, term: ox.NamedNode | ox.Literal) -> Node | Measured | str:
        if isinstance(term, ox.Literal):
            return term.value
        return self._value(term) if self._is_value(term) else self._node(term)

    def _list_passages(self, terms: Iterable[Term]) -> tuple[Passage, ...]:
        found = []
        for node in _named(terms):
            about = self._about(node)
            document = _first(about.get(DCTERMS + "isPartOf"))
            if not isinstance(document, ox.NamedNode):
                continue
            identifier = _first(self._about(document).get(DCTERMS + "identifier"))
            start, quote = (_first(about.get(TERMS + name)) for name in ("beginIndex", "quote"))
            found.append(
                Passage(
                    document=document.value if identifier is None else identifier.value,
                    start=int(_to_number(start.value if start else None) or 0),
                    quote="" if quote is None else quote.value,
                )
            )
        return tuple(sorted(found, key=lambda passage: (passage.document, passage.start)))

    def _list_details(self, about: dict[str, list[Term]]) -> Iterator[tuple[str, str]]:
        for iri, terms in about.items():
            name = iri.removeprefix(TERMS)
            if iri.startswith(TERMS) and name not in FRAME:
                yield from ((name, self._name(term)) for term in terms)

    def _name(self, term: Term) -> str:
        if isinstance(term, ox.NamedNode) and not _is_ours(term):
            return self._node(term).label
        return _local(term)

    def _select(
        self, sparql: str, node: ox.NamedNode | None = None
    ) -> tuple[tuple[Term | None, ...], ...]:
        values = None if node is None else {"node": node}
        results = self._store.query(sparql, substitutions=values)
        return results.rows if isinstance(results, Table) else ()


def _named(terms: Iterable[Term | None]) -> set[ox.NamedNode]:
    return {term for term in terms if isinstance(term, ox.NamedNode)}


def _sort(nodes: Iterable[ox.NamedNode]) -> list[ox.NamedNode]:
    return sorted(nodes, key=lambda node: node.value)


def _first(terms: Iterable[Term] | None) -> ox.NamedNode | ox.Literal | None:
    found = (term for term in terms or () if isinstance(term, ox.NamedNode | ox.Literal))
    return next(found, None)


def _to_number(text: str | None) -> float | None:
    """The number, or None where there is none: another program's graph may hold anything."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _is_ours(term: Term) -> bool:
    return isinstance(term, ox.NamedNode) and term.value.startswith(TERMS)


def _local(term: Term) -> str:
    return getattr(term, "value", str(term)).removeprefix(TERMS)
