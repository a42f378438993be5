"""The service description: what the endpoint can do, in the words of SPARQL 1.1."""

import pyoxigraph as ox

from kg.rdf.terms import TYPE, make_integer
from kg.stores.graph_store import GraphStore
from kg.stores.sparql_forms import GRAPH_FORMS, RESULT_FORMS

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_FORMAT_NAMES = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON-LD",
}


def describe_service(
    store: GraphStore, endpoint: str, rows: int, *, updates: bool = False
) -> list[ox.Triple]:
    """Triples on the endpoint: language, forms, that all graphs are one, size of the data, row limit."""
    service = ox.NamedNode(endpoint)
    data, graph = ox.NamedNode(f"{endpoint}#data"), ox.NamedNode(f"{endpoint}#graph")
    triples = [
        ox.Triple(service, TYPE, _sd("Service")),
        ox.Triple(service, _sd("endpoint"), service),
        ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        ox.Triple(service, _sd("defaultDataset"), data),
        ox.Triple(service, ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#comment"),
                  ox.Literal(f"Answers are cut after {rows} rows, which the header KG-Cut tells.")),
        ox.Triple(data, TYPE, _sd("Dataset")),
        ox.Triple(data, _sd("defaultGraph"), graph),
        ox.Triple(graph, TYPE, _sd("Graph")),
        ox.Triple(graph, ox.NamedNode(_VOID + "triples"), make_integer(len(store))),
    ]  # fmt: skip
    if updates:
        triples.append(ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Update")))
    for form in (*RESULT_FORMS, *GRAPH_FORMS):
        name = ox.NamedNode(_FORMATS + _FORMAT_NAMES[form])
        triples.append(ox.Triple(service, _sd("resultFormat"), name))
    return triples


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
