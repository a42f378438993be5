"""The Turtle files of the ontology, read by others than kg."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

from kg.ontology import TERMS, load_ontology
from kg.resources import get_data_folder

FOLDER = get_data_folder("ontology")
FILES = sorted(FOLDER.glob("*.ttl"))
KINDS = (
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.NamedIndividual,
)


def read(name: str) -> rdflib.Graph:
    """A file of the ontology, by rdflib."""
    return rdflib.Graph().parse(FOLDER / name)


@pytest.fixture(scope="module")
def terms() -> rdflib.Graph:
    """What kg.ttl says."""
    return read("kg.ttl")


def own_terms(graph: rdflib.Graph) -> set[rdflib.URIRef]:
    """The terms of the namespace that the graph says something of."""
    return {
        s for s in graph.subjects() if isinstance(s, rdflib.URIRef) and str(s).startswith(TERMS)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_both_parsers_read_the_same_triples(path: Path) -> None:
    """The strict reader and rdflib agree on every Turtle file."""
    assert len(set(ox.parse(path=path))) == len(rdflib.Graph().parse(path)) > 0


def test_the_files_are_those_that_ship() -> None:
    """Terms, alignments and shapes, and nothing else that would count into the digest."""
    assert [path.name for path in FILES] == ["alignments.ttl", "kg.ttl", "shapes.ttl"]


def test_the_terms_have_one_header(terms: rdflib.Graph) -> None:
    """One ontology header, complete, that imports nothing."""
    header = rdflib.URIRef(TERMS.rstrip("#"))
    vann = rdflib.Namespace("http://purl.org/vocab/vann/")
    assert list(terms.subjects(RDF.type, OWL.Ontology)) == [header]
    needed = (OWL.versionIRI, OWL.versionInfo, rdflib.DCTERMS.title, rdflib.DCTERMS.description)
    for term in (*needed, rdflib.DCTERMS.license):
        assert terms.value(header, term, any=False) is not None
    assert str(terms.value(header, vann.preferredNamespacePrefix)) == "kg"
    assert (header, OWL.imports, None) not in terms


def test_every_term_is_declared_labelled_and_commented(terms: rdflib.Graph) -> None:
    """A term has one OWL kind, one English label and one English comment."""
    for term in own_terms(terms):
        kinds = [kind for kind in KINDS if (term, RDF.type, kind) in terms]
        assert len(kinds) == 1, term
        for text in (RDFS.label, RDFS.comment):
            value = terms.value(term, text, any=False)
            assert isinstance(value, rdflib.Literal), (term, text)
            assert value.language == "en"
            assert value.strip()


def test_every_term_that_is_used_is_defined(terms: rdflib.Graph) -> None:
    """No triple of any file names a term of the namespace that kg.ttl lacks."""
    defined = own_terms(terms)
    for path in FILES:
        for triple in rdflib.Graph().parse(path):
            for node in triple:
                if isinstance(node, rdflib.URIRef) and str(node).startswith(TERMS):
                    assert node in defined, (path.name, node)


def test_every_predicate_is_exemplified(terms: rdflib.Graph) -> None:
    """Whoever writes rules finds an example beside each predicate."""
    for name in load_ontology().predicates:
        assert terms.value(rdflib.URIRef(TERMS + name), SKOS.example, any=False), name


@pytest.mark.parametrize("name", ["kg.ttl", "alignments.ttl"])
def test_the_ontologies_stay_within_owl_2_dl(name: str) -> None:
    """What the profile forbids and plain Turtle allows does not happen."""
    graph = read(name)
    for prop in (RDFS.domain, RDFS.range):
        for subject in set(graph.subjects(prop)):
            assert len(list(graph.objects(subject, prop))) == 1, "several mean intersection"
    for subject, _, value in graph.triples((None, RDFS.range, None)):
        if (subject, RDF.type, OWL.DatatypeProperty) in graph:
            known = {"string", "integer", "decimal"}
            assert value == RDFS.Literal or value in {rdflib.XSD[name] for name in known}
    for subject in set(graph.subjects(RDF.type)):
        kinds = {kind for kind in KINDS if (subject, RDF.type, kind) in graph}
        assert len(kinds) <= 1, subject
    builtin = (str(RDF), str(RDFS), str(OWL), str(rdflib.XSD))
    logical = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, OWL.equivalentClass)
    for term in logical:
        for subject, value in graph.subject_objects(term):
            assert not str(subject).startswith(builtin)
            assert not str(value).startswith(builtin)
    transitive = set(graph.subjects(RDF.type, OWL.TransitiveProperty))
    assert not transitive & set(graph.subjects(RDF.type, OWL.FunctionalProperty))


def test_every_property_of_an_alignment_is_declared() -> None:
    """Both sides of an axiom are declared as classes or as properties of one kind."""
    graph = read("alignments.ttl")
    assert len(list(graph.subjects(RDF.type, OWL.Ontology))) == 1
    assert (None, OWL.imports, None) not in graph
    for axiom in (RDFS.subClassOf, RDFS.subPropertyOf):
        for lower, upper in graph.subject_objects(axiom):
            target = graph.value(upper, OWL.inverseOf) or upper
            kinds = [set(graph.objects(node, RDF.type)) & set(KINDS) for node in (lower, target)]
            assert kinds[0] == kinds[1] != set(), lower


def test_alignments_agree_with_the_terms(terms: rdflib.Graph) -> None:
    """A term has the same kind in both documents."""
    graph = read("alignments.ttl")
    for term in own_terms(graph):
        if (term, RDF.type, OWL.AnnotationProperty) not in terms:
            declared = set(graph.objects(term, RDF.type)) & set(KINDS)
            assert declared <= set(terms.objects(term, RDF.type)), term


def test_alignments_reach_the_vocabularies_that_they_name() -> None:
    """schema.org, W3C ORG, PROV-O, NIF, Web Annotation, OWL-Time and GeoSPARQL all appear."""
    text = {str(node) for triple in read("alignments.ttl") for node in triple}
    for namespace in (
        "https://schema.org/",
        "http://www.w3.org/ns/org#",
        "http://www.w3.org/ns/prov#",
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "http://www.w3.org/ns/oa#",
        "http://www.w3.org/2006/time#",
        "http://www.opengis.net/ont/geosparql#",
    ):
        assert any(node.startswith(namespace) for node in text), namespace
