"""A graph's subjects by IRI, and what a page needs to know of them: names, kinds, documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.ontology import TERMS
from kg.views.content import PageDocument, PageNode
from kg.views.triples import TYPE, Properties, find_text, get_text, list_iris
from kg.views.vocabulary import Vocabulary

DC = "http://purl.org/dc/terms/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ALIAS = f"{_SKOS}altLabel"
_SAME = f"{_SKOS}exactMatch"
BROADER = f"{_SKOS}broader"
_FRAME = {
    *(
        TERMS + name
        for name in (
            "Statement",
            "Passage",
            "Document",
            "Observation",
            "Quantity",
            "Judgement",
            "GazetteerFact",
            "Run",
        )
    ),
    "http://rdfs.org/ns/void#Dataset",
}


@dataclass(slots=True)
class Subjects:
    """Everything that a graph says, by subject. `texts` are full texts by the document's identifier."""

    properties: dict[str, Properties]
    vocabulary: Vocabulary
    texts: Mapping[str, str]
    things: set[str] = field(init=False)
    documents: dict[str, PageDocument] = field(init=False)

    def __post_init__(self) -> None:
        self.things = {
            iri
            for iri, properties in self.properties.items()
            if (kinds := set(list_iris(properties, TYPE))) and not kinds & _FRAME
        }
        self.things -= self._find_containers()
        self.documents = {iri: self._make_document(iri) for iri in self.list_frame("Document")}

    def get(self, iri: str) -> Properties:
        """What is said of it; nothing where nobody says anything."""
        return self.properties.get(iri, {})

    def is_frame(self, iri: str, kind: str) -> bool:
        """Whether it is of this kind of the frame: a statement, a passage, a quantity."""
        return TERMS + kind in self.get(iri).get(TYPE, ())

    def list_frame(self, kind: str) -> Iterator[str]:
        """All of this kind, in the order of the graph."""
        return (iri for iri in self.properties if self.is_frame(iri, kind))

    def name(self, iri: str) -> str:
        """The label, or the last part of the IRI."""
        return find_text(self.get(iri), _LABEL) or cut_name(iri)

    def make_node(self, iri: str) -> PageNode:
        """The thing with its names and documents."""
        properties = self.get(iri)
        kinds = {cut_name(kind): kind for kind in list_iris(properties, TYPE)}
        names = sorted(kinds)
        kind = (*self.vocabulary.ontology.most_specific(names), *names, "thing")[0]
        label, family = self.vocabulary.describe_type(kind)
        seen = (self.documents.get(d) for d in list_iris(properties, f"{TERMS}mentionedIn"))
        return PageNode(
            id=iri,
            label=self.name(iri),
            type=label,
            family=family,
            aliases=tuple(sorted({*map(get_text, properties.get(_ALIAS, ()))} - {self.name(iri)})),
            documents=tuple(sorted(document.identifier for document in seen if document)),
            kind=kinds.get(kind, ""),
            links=tuple(list_iris(properties, _SAME)),
        )

    def _find_containers(self) -> set[str]:
        """The places that stand here only for what they contain: no document mentions them."""
        above = {
            place
            for iri in self.list_frame("GazetteerFact")
            for place in list_iris(self.get(iri), f"{TERMS}factObject")
        }
        return {iri for iri in above if f"{TERMS}mentionedIn" not in self.get(iri)}

    def _make_document(self, iri: str) -> PageDocument:
        properties = self.get(iri)
        identifier = find_text(properties, f"{DC}identifier") or iri
        return PageDocument(
            identifier=identifier,
            title=find_text(properties, f"{DC}title") or identifier,
            date=find_text(properties, f"{DC}issued") or "",
            id=iri,
            source=find_text(properties, f"{DC}source") or "",
            publisher=find_text(properties, f"{DC}publisher") or "",
            text=self.texts.get(identifier, ""),
        )


def cut_name(iri: str) -> str:
    """The last part of an IRI."""
    return iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1] or iri
