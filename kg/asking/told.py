"""Statements of a graph as values, with what is needed to hold them against each other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.asking.reading import select_rows
from kg.ontology import TERMS
from kg.rdf.terms import RDF
from kg.stores.graph_store import GraphStore

_STATEMENTS = f"""
SELECT DISTINCT ?node ?subject ?predicate ?object ?modality WHERE {{
  ?node a kg:Statement ; <{RDF}subject> ?subject ; <{RDF}predicate> ?predicate ;
    <{RDF}object> ?object ; kg:modality ?modality }}"""
_DETAILS = """
SELECT DISTINCT ?node ?name ?value WHERE {
  VALUES ?name { kg:title kg:startTime kg:endTime kg:time kg:timeStart kg:timeEnd kg:matter
    kg:agreement kg:independentSources }
  ?node a kg:Statement ; ?name ?value }"""
_OBSERVATIONS = """
SELECT DISTINCT ?node ?name ?value WHERE { ?node a kg:Observation ; ?name ?value }"""
_DOCUMENTS = """
SELECT DISTINCT ?node ?document ?issued ?passage WHERE {
  ?node kg:evidence ?passage . ?passage dcterms:isPartOf ?home . ?home dcterms:identifier ?document
  OPTIONAL { ?home dcterms:issued ?issued } }"""

Details = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One statement: IRIs, `predicate` and `modality` by name; `object` may be a literal's text.

    `details` are its qualifiers by name, each value as text; `observation` the same of an object that
    is an observation. `documents` are identifier and date (ISO, "" where unknown), sorted; `passages`
    the IRIs of the evidence.
    """

    iri: str
    subject: str
    predicate: str
    object: str
    modality: str
    details: Details
    observation: Details
    documents: tuple[tuple[str, str], ...]
    passages: frozenset[str]

    def get_detail(self, name: str) -> str:
        """The first value of a qualifier, "" where it has none."""
        return next(iter(self.details.get(name, ())), "")

    def get_measured(self, name: str) -> str:
        """The first value of that property of the observation, "" where it has none."""
        return next(iter(self.observation.get(name, ())), "")


def read_told(store: GraphStore) -> list[Told]:
    """All statements of the graph, by IRI."""
    details = _gather(select_rows(store, _DETAILS))
    observations = _gather(select_rows(store, _OBSERVATIONS))
    documents: dict[str, set[tuple[str, str]]] = defaultdict(set)
    passages: dict[str, set[str]] = defaultdict(set)
    for node, document, issued, passage in select_rows(store, _DOCUMENTS):
        documents[node].add((document, issued))
        passages[node].add(passage)
    return [
        Told(
            iri=node,
            subject=subject,
            predicate=predicate.removeprefix(TERMS),
            object=value,
            modality=modality.removeprefix(TERMS),
            details=details.get(node, {}),
            observation=observations.get(value, {}),
            documents=tuple(sorted(documents[node])),
            passages=frozenset(passages[node]),
        )
        for node, subject, predicate, value, modality in sorted(select_rows(store, _STATEMENTS))
    ]


def _gather(rows: Iterable[tuple[str, ...]]) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for node, name, value in sorted(rows):
        own = found[node]
        short = name.removeprefix(TERMS)
        own[short] = (*own.get(short, ()), value)
    return found
