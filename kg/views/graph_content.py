"""A page from a graph that stands in RDF: the same page as from the build that wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from kg.model.ids import format_digest
from kg.ontology import TERMS
from kg.views.assembly import assemble_content
from kg.views.content import (
    DEFAULT_TITLE,
    PageContent,
    PageDocument,
    PageEdge,
    PageEvidence,
    PageFact,
    PageNode,
)
from kg.views.triples import (
    TYPE,
    Properties,
    Queryable,
    Value,
    find_text,
    get_text,
    list_iris,
    read_subjects,
)
from kg.views.vocabulary import Vocabulary, load_vocabulary
from kg.views.wording import find_decimal, format_change, format_quantity

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALIAS = "http://www.w3.org/2004/02/skos/core#altLabel"
_BROADER = "http://www.w3.org/2004/02/skos/core#broader"
_DC = "http://purl.org/dc/terms/"
_FRAME = {
    *(
        TERMS + name
        for name in (
            "Statement", "Passage", "Document", "Observation", "Quantity", "Judgement", "GazetteerFact", "Run",
        )
    ),
    "http://rdfs.org/ns/void#Dataset",
}  # fmt: skip
_STATED = {  # what the frame says of a statement; everything else on it is a qualifier
    *(_RDF + name for name in ("type", "subject", "predicate", "object")),
    *(TERMS + name for name in ("modality", "confidence", "rule", "evidence", "attributedTo")),
    TERMS + "independentSources",
}
_MEASURED = ("measure", "value", "equivalent", "change", "period", "place")


def from_store(store: Queryable, *, title: str = DEFAULT_TITLE) -> PageContent:
    """The page of a graph in the shape that kg writes; other graphs show as far as they can.

    A plain triple with no statement behind it becomes an edge or fact without evidence.
    """
    graph = _Graph(read_subjects(store), load_vocabulary())
    statements = [iri for iri in graph.subjects if graph.is_frame(iri, "Statement")]
    edges: list[PageEdge] = []
    facts: list[PageFact] = []
    for iri in sorted(statements):
        made = graph.make_statement(iri)
        if isinstance(made, PageEdge):
            edges.append(made)
        elif made is not None:
            facts.append(made)
    for plain in graph.make_plain():
        (edges if isinstance(plain, PageEdge) else facts).append(plain)  # type: ignore[arg-type]
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    ends.update(fact.node for fact in facts)
    nodes = [graph.make_node(iri) for iri in sorted(ends | graph.things)]
    return assemble_content(title, nodes, edges, facts, graph.documents.values())


@dataclass(slots=True)
class _Graph:
    """A graph's subjects by IRI, and what pages need to know of them."""

    subjects: dict[str, Properties]
    vocabulary: Vocabulary
    things: set[str] = field(init=False)
    documents: dict[str, PageDocument] = field(init=False)
    _stated: set[tuple[str, str, str]] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.things = {
            iri
            for iri, properties in self.subjects.items()
            if (kinds := set(list_iris(properties, TYPE))) and not kinds & _FRAME
        }
        self.things -= self._find_containers()
        self.documents = {
            iri: self._make_document(iri) for iri in self.subjects if self.is_frame(iri, "Document")
        }

    def _find_containers(self) -> set[str]:
        """The places that stand here only for what they contain: no document mentions them."""
        above = {
            place
            for iri in self.subjects
            if self.is_frame(iri, "GazetteerFact")
            for place in list_iris(self.subjects[iri], f"{TERMS}factObject")
        }
        return {iri for iri in above if f"{TERMS}mentionedIn" not in self.subjects.get(iri, {})}

    def is_frame(self, iri: str, kind: str) -> bool:
        return TERMS + kind in self.subjects.get(iri, {}).get(TYPE, ())

    def _make_document(self, iri: str) -> PageDocument:
        properties = self.subjects[iri]
        identifier = find_text(properties, f"{_DC}identifier") or iri
        return PageDocument(
            identifier=identifier,
            title=find_text(properties, f"{_DC}title") or identifier,
            date=find_text(properties, f"{_DC}issued") or "",
        )

    def make_node(self, iri: str) -> PageNode:
        properties = self.subjects.get(iri, {})
        kinds = sorted(map(_cut_name, list_iris(properties, TYPE)))
        kind = (*self.vocabulary.ontology.most_specific(kinds), *kinds, "thing")[0]
        label, family = self.vocabulary.describe_type(kind)
        seen = (self.documents.get(d) for d in list_iris(properties, f"{TERMS}mentionedIn"))
        return PageNode(
            id=iri,
            label=self.name(iri),
            type=label,
            family=family,
            aliases=tuple(sorted({*map(get_text, properties.get(_ALIAS, ()))} - {self.name(iri)})),
            documents=tuple(sorted(document.identifier for document in seen if document)),
        )

    def name(self, iri: str) -> str:
        return find_text(self.subjects.get(iri, {}), _LABEL) or _cut_name(iri)

    def make_statement(self, iri: str) -> PageEdge | PageFact | None:
        """The statement with its words; None where it lacks subject, predicate or object."""
        properties = self.subjects[iri]
        subject, predicate = (
            next(list_iris(properties, _RDF + p), None) for p in ("subject", "predicate")
        )
        target = next(iter(properties.get(f"{_RDF}object", ())), None)
        if subject is None or predicate is None or target is None:
            return None
        self._stated.add((subject, predicate, get_text(target)))
        details = set(self._describe(properties, _STATED))
        common = {
            "id": iri,
            "predicate": self.vocabulary.describe_term(_cut_name(predicate)),
            "modality": _cut_name(find_text(properties, f"{TERMS}modality") or "actual").lower(),
            "confidence": float(find_decimal(find_text(properties, f"{TERMS}confidence")) or 1),
            "evidence": tuple(self._cite(properties)),
            "rules": tuple(sorted(map(get_text, properties.get(f"{TERMS}rule", ())))),
        }
        if isinstance(target, Value):
            make = partial(PageFact, node=subject, value=target.text)
        elif self.is_frame(target, "Observation"):
            details.update(self._describe_observation(self.subjects[target]))
            make = partial(PageFact, node=subject, value=self.name(target))
        else:
            return PageEdge(
                source=subject,
                target=target,
                details=tuple(sorted(details)),
                **common,  # type: ignore[arg-type]
            )
        return make(details=tuple(sorted(details)), **common)  # type: ignore[arg-type]

    def make_plain(self) -> Iterator[PageEdge | PageFact]:
        """The plain triples that no statement stands behind."""
        for subject in sorted(self.things):
            for predicate, values in sorted(self.subjects[subject].items()):
                if predicate == _BROADER:
                    continue
                for value in values:
                    if (subject, predicate, get_text(value)) not in self._stated:
                        yield from self._make_plain(subject, predicate, value)

    def _make_plain(
        self, subject: str, predicate: str, value: str | Value
    ) -> Iterator[PageEdge | PageFact]:
        name = _cut_name(predicate)
        known = self.vocabulary.ontology.predicates.get(name) if predicate == TERMS + name else None
        text = get_text(value)
        if known and known.symmetric and (text, predicate, subject) in self._stated:
            return
        iri = f"plain:{format_digest(subject, predicate, text)}"
        words = self.vocabulary.describe_term(name)
        if isinstance(value, str) and value in self.things:
            yield PageEdge(id=iri, source=subject, target=value, predicate=words)
        elif known and (isinstance(value, Value) or self.is_frame(value, "Observation")):
            shown = text if isinstance(value, Value) else self.name(value)
            details = (
                () if isinstance(value, Value) else self._describe_observation(self.subjects[value])
            )
            yield PageFact(
                id=iri, node=subject, predicate=words, value=shown, details=tuple(sorted(details))
            )

    def _describe(self, properties: Properties, known: set[str]) -> Iterator[tuple[str, str]]:
        for predicate, values in properties.items():
            if predicate not in known and not self._is_bound(predicate):
                for value in values:
                    text = value.text if isinstance(value, Value) else self._write(value)
                    yield self.vocabulary.describe_term(_cut_name(predicate)), text

    def _is_bound(self, predicate: str) -> bool:
        """Whether this is the first or last day of a period, which only queries need."""
        name = _cut_name(predicate)
        stems = [name.removesuffix(end) for end in ("Start", "End") if name.endswith(end)]
        return any(stem in self.vocabulary.ontology.labels for stem in stems)

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
                pairs.append((self.vocabulary.describe_term(name), text))
        return set(pairs)

    def _write(self, iri: str) -> str:
        if self.is_frame(iri, "Quantity"):
            return _write_quantity(self.subjects[iri]) or self.name(iri)
        return self.name(iri)

    def _cite(self, properties: Properties) -> Iterator[PageEvidence]:
        speakers = {self.name(iri) for iri in list_iris(properties, f"{TERMS}attributedTo")}
        cited = []
        for iri in list_iris(properties, f"{TERMS}evidence"):
            passage = self.subjects.get(iri, {})
            home = next(list_iris(passage, f"{_DC}isPartOf"), "")
            document = self.documents.get(home) or PageDocument(identifier=home, title=home)
            begin = int(find_decimal(find_text(passage, f"{TERMS}beginIndex")) or 0)
            cited.append((document, begin, find_text(passage, f"{TERMS}quote") or ""))
        for document, _, quote in sorted(cited, key=lambda c: (c[0].identifier, c[1], c[2])):
            yield PageEvidence(
                title=document.title,
                identifier=document.identifier,
                date=document.date,
                quote=quote,
                speaker=", ".join(sorted(speakers)),
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


def _cut_name(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1] or iri
