"""What a validation reads, and how it reports."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import GraphError, OntologyError
from kg.validation import Finding, Report, validate_graph

FOLDER = Path(__file__).parent
SAMPLE = FOLDER / "sample.ttl"
NO_EVIDENCE = FOLDER / "cases" / "statement-evidence" / "fails.ttl"


def test_a_finding_names_the_statement_and_its_words() -> None:
    """The reader sees which fact is meant, what is wrong with it, and the sentence."""
    (finding,) = validate_graph(FOLDER / "cases" / "statement-time" / "fails.ttl").findings
    assert finding == Finding(
        severity="Violation",
        focus="https://w3id.org/newskg/id/statement/5b1e",
        path="https://w3id.org/newskg/ontology#time",
        shape="statement-time",
        message="kg:time is a text in EDTF",
        value='"May 2024"',
        label="Hentzau Group investsIn Zenda",
        quote="Hentzau will build 🏭 there.",
    )
    assert str(finding) == (
        "Violation: https://w3id.org/newskg/id/statement/5b1e (Hentzau Group investsIn Zenda): "
        "kg:time is a text in EDTF, not \"May 2024\": 'Hentzau will build 🏭 there.'"
    )


def test_a_finding_without_words_says_what_it_can() -> None:
    """A statement without evidence has no quote, and still a name."""
    (finding,) = validate_graph(NO_EVIDENCE).findings
    assert str(finding) == (
        "Violation: https://w3id.org/newskg/id/statement/5b1e (Hentzau Group investsIn Zenda): "
        "a statement needs at least one kg:evidence, a kg:Passage"
    )


def damage(store: ox.Store) -> None:
    """Take titles, labels and rules away, so that several shapes complain."""
    for name in ("ontology#rule", "ontology#confidence"):
        predicate = ox.NamedNode("https://w3id.org/newskg/" + name)
        for quad in list(store.quads_for_pattern(None, predicate, None)):
            store.remove(quad)


def test_findings_are_sorted_whatever_the_order_of_triples() -> None:
    """The report is the same for a graph written forwards and backwards."""
    first, second = ox.Store(), ox.Store()
    first.load(path=SAMPLE)
    damage(first)
    for quad in sorted(first, key=str, reverse=True):
        second.add(quad)
    report = validate_graph(first)
    assert report == validate_graph(second)
    assert len(report.findings) == 8
    assert list(report.findings) == sorted(report.findings, key=Finding.sort_key)


def test_a_store_is_left_as_it_was() -> None:
    """Validation adds nothing to the caller's store and takes nothing away."""
    store = ox.Store()
    store.load(path=SAMPLE)
    before = set(store)
    validate_graph(store)
    assert set(store) == before


def to_named_graph(folder: Path) -> Path:
    """The sample with all its triples in one named graph."""
    path = folder / "graph.nq"
    graph = ox.NamedNode("https://w3id.org/newskg/id/document/zenda-fair")
    quads = (ox.Quad(q.subject, q.predicate, q.object, graph) for q in ox.parse(path=SAMPLE))
    path.write_bytes(ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    return path


def to_gzip(folder: Path) -> Path:
    """The sample, compressed."""
    path = folder / "graph.ttl.gz"
    path.write_bytes(gzip.compress(SAMPLE.read_bytes()))
    return path


def to_folder(folder: Path) -> Path:
    """The sample as a store on disk."""
    path = folder / "store"
    store = ox.Store(str(path))
    store.load(path=to_named_graph(folder))
    store.flush()
    return path


@pytest.mark.parametrize("make", [to_named_graph, to_gzip, to_folder])
def test_named_graphs_gzip_and_stores_are_read_whole(tmp_path: Path, make: object) -> None:
    """Wherever the triples stand, the sample conforms, and is not merely empty."""
    assert callable(make)
    path = make(tmp_path)
    assert validate_graph(path).findings == ()
    none = tmp_path / "shapes.ttl"
    none.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: "
        "<https://w3id.org/newskg/ontology#> . kg:S a sh:NodeShape ; sh:targetClass kg:Run ; "
        'sh:property [ sh:path kg:option ; sh:maxCount 0 ; sh:message "no options" ] .',
        encoding="utf-8",
    )
    (finding,) = validate_graph(path, shapes=none).findings
    assert finding.message == "no options"


def test_a_graph_without_statements_needs_none() -> None:
    """Plain triples alone, as written without provenance, conform."""
    store = ox.Store()
    store.load(path=SAMPLE)
    entities = {
        quad.subject
        for quad in store
        if isinstance(quad.subject, ox.NamedNode)
        and quad.subject.value.split("/")[-2] in {"person", "organization", "city", "event"}
    }
    plain = ox.Store()
    for quad in store:
        named = isinstance(quad.object, ox.Literal) or quad.object in entities
        if quad.subject in entities and (named or quad.predicate.value.endswith("#type")):
            plain.add(quad)
    assert len(plain) > 10
    assert validate_graph(plain).findings == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("graph.ttl", "kg:a kg:b"),
        ("graph.nt", "<a b> ."),
        ("a.docx", ""),
        ("graph.ttl.gz", "x"),
    ],
)
def test_an_unreadable_graph_is_named(tmp_path: Path, name: str, text: str) -> None:
    """Bad syntax, a strange ending and broken gzip are errors that name the file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=name):
        validate_graph(path)
    with pytest.raises(GraphError, match="missing"):
        validate_graph(tmp_path / "missing.ttl")


@pytest.mark.parametrize("text", ["", "@prefix", "<urn:a> <urn:b> <urn:c> ."])
def test_shapes_without_a_shape_are_refused(tmp_path: Path, text: str) -> None:
    """A file that checks nothing is an error and not a conforming graph."""
    path = tmp_path / "shapes.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match="cannot be read"):
        validate_graph(SAMPLE, shapes=path)


def test_hostile_text_is_reported_as_it_stands() -> None:
    """Quotes, line ends, controls and Turtle in a label change no finding."""
    store = ox.Store()
    store.load(path=NO_EVIDENCE)
    label = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    city = ox.NamedNode("https://w3id.org/newskg/id/city/zenda")
    text = '" . <urn:evil> <urn:owned> "\\\r\n\x00\x85\u202e</script>🎪'
    store.remove(ox.Quad(city, label, ox.Literal("Zenda")))
    store.add(ox.Quad(city, label, ox.Literal(text)))
    (finding,) = validate_graph(store).findings
    assert finding.label == f"Hentzau Group investsIn {text}"


def test_a_warning_does_not_break_conformance(tmp_path: Path) -> None:
    """Only violations count; lesser findings are told all the same."""
    path = tmp_path / "shapes.ttl"
    path.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix kg: "
        "<https://w3id.org/newskg/ontology#> . kg:S a sh:NodeShape ; sh:targetClass kg:City ; "
        "sh:property [ sh:path kg:mentionedIn ; sh:minCount 2 ; sh:severity sh:Warning ; "
        'sh:message "one source only" ] .',
        encoding="utf-8",
    )
    report = validate_graph(SAMPLE, shapes=path)
    assert isinstance(report, Report)
    assert report.conforms
    assert [finding.severity for finding in report.findings] == ["Warning"]
