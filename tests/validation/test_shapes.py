"""Every shape and check, on a graph that passes it and one that fails it."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.ontology import DEFAULT_BASE, TERMS, load_ontology
from kg.resources import get_data_folder
from kg.validation import validate_graph
from kg.validation.engines import Engine
from kg.validation.predicate_shapes import format_predicate_shapes, write_predicate_shapes

FOLDER = Path(__file__).parent
CASES = sorted(path for path in (FOLDER / "cases").iterdir() if path.is_dir())
SHAPES = get_data_folder("ontology") / "shapes.ttl"
ENGINES: tuple[Engine, ...] = ("shacl", "pyshacl")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
MESSAGE = ox.NamedNode("http://www.w3.org/ns/shacl#message")


def read_expected(path: Path) -> list[str]:
    """The shapes that the first line of a failing case names."""
    return path.read_text("utf-8").splitlines()[0].removeprefix("# finds: ").split()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_passing_graph_has_no_findings(case: Path) -> None:
    """The right form of what the case is about is accepted."""
    assert validate_graph(case / "passes.ttl").findings == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_failing_graph_has_exactly_its_findings(case: Path) -> None:
    """The wrong form is found by its own shape, and by no other than the case names."""
    report = validate_graph(case / "fails.ttl")
    assert not report.conforms
    assert sorted({finding.shape for finding in report.findings}) == read_expected(
        case / "fails.ttl"
    )
    assert case.name in {finding.shape for finding in report.findings}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_both_engines_find_the_same(case: Path) -> None:
    """The compiled engine gives pyshacl's findings, in words and all."""
    pytest.importorskip("shacl")
    found = [validate_graph(case / "fails.ttl", engine=engine) for engine in ENGINES]
    assert found[0] == found[1]


def test_every_shape_has_a_case() -> None:
    """A shape with a message of its own is tried here; those of predicates are tried below."""
    quads = ox.parse(path=SHAPES, format=ox.RdfFormat.TURTLE)
    told = {quad.subject.value for quad in quads if quad.predicate == MESSAGE}
    names = {iri.rpartition("#")[2] for iri in told}
    made = {f"{name}-{end}" for name in load_ontology().predicates for end in ("subject", "object")}
    assert names - made - {case.name for case in CASES} == set()


@pytest.mark.parametrize("engine", ENGINES)
def test_the_sample_conforms(engine: Engine) -> None:
    """A whole graph with every kind of node is right by both engines."""
    if engine == "shacl":
        pytest.importorskip("shacl")
    assert validate_graph(FOLDER / "sample.ttl", engine=engine).findings == ()


def test_the_made_shapes_are_up_to_date(tmp_path: Path) -> None:
    """Writing the predicates' shapes anew changes nothing."""
    copy = tmp_path / "shapes.ttl"
    copy.write_bytes(SHAPES.read_bytes())
    write_predicate_shapes(copy, load_ontology())
    assert copy.read_text("utf-8") == SHAPES.read_text("utf-8")
    assert copy.read_text("utf-8").endswith(format_predicate_shapes(load_ontology()))


def make_things(predicate: str, *, turned: bool) -> ox.Store:
    """One thing of each kind as subject (or object, when turned) of the predicate."""
    ontology = load_ontology()
    known = ontology.get_predicate(predicate)
    other = ox.NamedNode(DEFAULT_BASE + "other")
    store = ox.Store()
    kinds = known.domain if turned or known.takes_literal else known.range
    things = {other.value: kinds[0]} | {DEFAULT_BASE + kind: kind for kind in ontology.types}
    for iri, kind in things.items():
        node = ox.NamedNode(iri)
        store.add(ox.Quad(node, TYPE, ox.NamedNode(TERMS + kind)))
        store.add(ox.Quad(node, LABEL, ox.Literal(kind)))
        if node != other:
            value: ox.NamedNode | ox.Literal = node if turned else other
            if known.takes_literal and not turned:
                value = ox.Literal("2025-11/2025-12", datatype=ox.NamedNode(EDTF))
            subject = other if turned else node
            store.add(ox.Quad(subject, ox.NamedNode(TERMS + predicate), value))
    return store


EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


@pytest.mark.parametrize("predicate", sorted(load_ontology().predicates))
def test_domains_and_ranges_are_those_of_the_ontology(predicate: str) -> None:
    """Of all kinds, the shapes refuse exactly those that the ontology refuses."""
    ontology = load_ontology()
    refused = [
        f.focus
        for f in validate_graph(make_things(predicate, turned=False)).findings
        if f.shape == f"{predicate}-subject"
    ]
    expected = [k for k in ontology.types if not ontology.accepts_subject(predicate, k)]
    assert refused == sorted(DEFAULT_BASE + kind for kind in expected)
    refused = [
        f.value or ""
        for f in validate_graph(make_things(predicate, turned=True)).findings
        if f.shape == f"{predicate}-object"
    ]
    expected = [k for k in ontology.types if not ontology.accepts_object(predicate, k)]
    assert refused == sorted(DEFAULT_BASE + kind for kind in expected)


@pytest.mark.parametrize(
    ("value", "datatype", "accepted"),
    [
        ("2025-11-25", "http://www.w3.org/2001/XMLSchema#date", True),
        ("2025", "http://www.w3.org/2001/XMLSchema#gYear", True),
        ("2025-11", "http://www.w3.org/2001/XMLSchema#gYearMonth", True),
        ("2025-11-25/..", EDTF, True),
        ("20XX", EDTF, True),
        ("20256", "http://www.w3.org/2001/XMLSchema#gYear", False),
        ("2025-02-30", "http://www.w3.org/2001/XMLSchema#date", False),
        ("2025-13", "http://www.w3.org/2001/XMLSchema#gYearMonth", False),
        ("2025-11-25", "http://www.w3.org/2001/XMLSchema#string", False),
        ("next week", EDTF, False),
    ],
)
def test_dates_are_typed_and_well_formed(value: str, datatype: str, accepted: bool) -> None:
    """A day, year or month has its XSD type, anything else is EDTF; no thirtieth of February."""
    store = ox.Store()
    node = ox.NamedNode(DEFAULT_BASE + "event/fair")
    store.add(ox.Quad(node, TYPE, ox.NamedNode(TERMS + "Event")))
    store.add(ox.Quad(node, LABEL, ox.Literal("Fair")))
    literal = ox.Literal(value, datatype=ox.NamedNode(datatype))
    store.add(ox.Quad(node, ox.NamedNode(TERMS + "heldOn"), literal))
    for engine in ENGINES:
        assert validate_graph(store, engine=engine).conforms is accepted
