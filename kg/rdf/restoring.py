"""A graph read back: from its triples to what its file was written from.

All of that but the texts of documents and their claims stands in the triples; so any form that needs
neither can be written from a graph in any other form, with the same bytes.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pyoxigraph as ox

from kg.errors import GraphError, TermError
from kg.model.document import Document
from kg.model.entity import Judgement, Resolution
from kg.model.provenance import Run
from kg.ontology import TERMS, load_ontology
from kg.rdf import terms as t
from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.restoring_statements import StatementReader
from kg.rdf.restoring_things import ThingReader
from kg.rdf.triple_index import TripleIndex, spread

# An IRI made of a base and an id: "https://w3id.org/newskg/id/" and "city/chongqing".
_MADE = re.compile(r"(.*[/:=])[a-z]+(?:-[a-z]+)*/[^/]+")
_RUN = {
    "kg_version": "kgVersion",
    "spacy_version": "spacyVersion",
    "model_name": "modelName",
    "model_version": "modelVersion",
    "model_digest": "modelDigest",
    "ontology_digest": "ontologyDigest",
    "rules_digest": "rulesDigest",
    "gazetteer_digest": "gazetteerDigest",
}


def restore(quads: Iterable[ox.Quad]) -> GraphContent:
    """The content of a graph that kg wrote, in whatever form; documents have no text.

    Where the graph holds more or less than kg writes, the forms of RDF get its quads as they are
    (`GraphContent.quads`). Raises GraphError for a graph that has nothing of kg's, and where what it
    has is not whole.
    """
    given = set(quads)
    try:
        content = _Restorer(TripleIndex(given)).restore()
        told = {quad.triple for quad in to_content_quads(content)}
    except (ValueError, ArithmeticError, TermError) as error:
        raise GraphError(
            f"The graph is not as kg writes it ({error}); 'kg validate' tells what is wrong."
        ) from error
    held = {triple for quad in given for triple in spread(quad.triple)}
    if _settle(told - held) == _settle(held - told):
        return content
    return replace(content, quads=tuple(sorted(given, key=_sort_key)))


def _settle(triples: Iterable[ox.Triple]) -> set[ox.Quad]:
    """The triples with numbers spelled as a store spells them ("1.0" as "1")."""
    store = ox.Store()
    store.bulk_extend(ox.Quad(*triple) for triple in triples)
    return set(store)


def _sort_key(quad: ox.Quad) -> tuple[str, bool, str, str, str]:
    """By subject, types first."""
    predicate = quad.predicate
    subject, graph = str(quad.subject), str(quad.graph_name)
    return subject, predicate != t.TYPE, str(predicate), str(quad.object), graph


class _Restorer:
    def __init__(self, index: TripleIndex) -> None:
        self._index = index
        self._base = self._find_base()

    def restore(self) -> GraphContent:
        index = self._index
        documents = {iri: self._read_document(iri) for iri in index.list_of_type("Document")}
        names = {iri: document.identifier for iri, document in documents.items()}
        things = ThingReader(index, names, self.get_path)
        reader = StatementReader(index, things, names, self.get_path)
        provenance = bool(documents or index.list_of_type("Run"))
        entities = tuple(things.list_entities())
        return GraphContent(
            documents=tuple(documents.values()),
            entities=entities,
            statements=tuple(reader.read_all() if provenance else reader.read_plain()),
            run=self._read_run(),
            base=self._base,
            provenance=provenance,
            readings=None,
            resolution=Resolution(
                entity_of={}, entities=entities, judgements=tuple(self._read_judgements(names))
            ),
        )

    def _find_base(self) -> str:
        """What the IRIs of most things begin with."""
        kinds = ("Document", "Statement", "Run", *load_ontology().types)
        iris = (iri for kind in kinds for iri in self._index.list_of_type(kind))
        bases = Counter(made[1] for made in map(_MADE.fullmatch, iris) if made)
        if not bases:
            raise GraphError("The graph holds nothing that kg wrote; give one that kg build made.")
        return min(bases, key=lambda base: (-bases[base], base))

    def get_path(self, iri: str) -> str:
        """The id that the IRI is made of; raises GraphError for one of elsewhere."""
        if not iri.startswith(self._base):
            raise GraphError(
                f"The graph has things of two bases, {self._base} and that of {iri}; export each alone."
            )
        return unquote(iri.removeprefix(self._base))

    def _read_document(self, iri: str) -> Document:
        def find(name: str) -> str | None:
            return self._index.find_text(iri, t.DCTERMS + name)

        day = find("issued")
        sources = self._index.list_iris(iri, t.DCTERMS + "source")
        return Document(
            identifier=self._index.get_text(iri, t.DCTERMS + "identifier"),
            text="",
            title=find("title"),
            published=None if day is None else datetime.date.fromisoformat(day),
            url=sources[0] if sources else find("source"),
            publisher=find("publisher"),
            language=find("language") or "en",
        )

    def _read_run(self) -> Run:
        """The run; of several the first, and one without name where there is none."""
        for iri in self._index.list_of_type("Run"):
            options = self._index.list_texts(iri, TERMS + "option")
            pairs = (option.partition("=") for option in options)
            fields = {
                field: self._index.get_text(iri, TERMS + name) for field, name in _RUN.items()
            }
            return Run(
                id=self.get_path(iri),
                options=tuple((name, value) for name, _, value in pairs),
                **fields,
            )
        unknown: dict[str, Any] = dict.fromkeys(_RUN, "")
        return Run(id="run/unknown", **unknown)

    def _read_judgements(self, names: Mapping[str, str]) -> Iterator[Judgement]:
        index = self._index
        for iri in index.list_of_type("Judgement"):
            documents = index.list_iris(iri, TERMS + "judgedFrom")
            yield Judgement(
                left=index.get_text(iri, TERMS + "leftName"),
                right=index.get_text(iri, TERMS + "rightName"),
                left_id=self.get_path(index.get_iri(iri, TERMS + "left")),
                right_id=self.get_path(index.get_iri(iri, TERMS + "right")),
                same=index.get_iri(iri, TERMS + "verdict") == TERMS + "Same",
                score=float(index.get_text(iri, TERMS + "score")),
                reason=index.get_text(iri, TERMS + "reason"),
                documents=tuple(sorted(names[d] for d in documents if d in names)),
            )
