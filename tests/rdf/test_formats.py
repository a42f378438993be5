import gzip
import hashlib
import io
import json
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.triples import to_rdflib
from kg.rdf.writing import formats, write_graph, write_stream

from .sample import CONTENT, ENTITIES, STATEMENTS

GOLDEN = Path(__file__).parent / "golden"
READERS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}
TRIPLES = (".ttl", ".nt", ".jsonld", ".rdf")


def write(content: GraphContent, ending: str) -> bytes:
    """The bytes of one format."""
    stream = io.BytesIO()
    write_stream(content, ending, stream)
    return stream.getvalue()


def digest(quads: set[ox.Quad]) -> str:
    """The SHA-256 of the canonical N-Quads by RDFC-1.0."""
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return hashlib.sha256("".join(sorted(f"{quad} .\n" for quad in dataset)).encode()).hexdigest()


def read(data: bytes, ending: str) -> set[ox.Quad]:
    """What the strict reader makes of the bytes."""
    return set(ox.parse(data, READERS[ending]))


@pytest.mark.parametrize("ending", [".ttl", ".nq"])
def test_a_known_graph_is_written_as_it_always_was(ending: str) -> None:
    """The bytes equal the golden file; a wanted change is seen in its diff."""
    assert write(CONTENT, ending).decode() == (GOLDEN / f"sample{ending}").read_text("utf-8")


@pytest.mark.parametrize("ending", list(READERS))
def test_the_strict_reader_gets_the_same_graph_from_every_format(ending: str) -> None:
    """Equal canonical digests: of quads in N-Quads and TriG, of triples in the others."""
    quads = set(to_content_quads(CONTENT))
    if ending in TRIPLES:
        quads = {ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads}
    assert digest(read(write(CONTENT, ending), ending)) == digest(quads)


@pytest.mark.parametrize(
    ("ending", "name"),
    [(".ttl", "turtle"), (".nt", "nt"), (".jsonld", "json-ld"), (".rdf", "xml"), (".nq", "nquads")],
)
def test_rdflib_reads_as_many_triples(ending: str, name: str) -> None:
    """The second reader drops nothing either."""
    graph = rdflib.Dataset() if ending == ".nq" else rdflib.Graph()
    graph.parse(data=write(CONTENT, ending), format=name)
    assert len(graph) == len(set(to_content_quads(CONTENT)))


def test_rdflib_gets_the_graph_with_its_prefixes() -> None:
    """The bridge keeps all quads and names the terms of the ontology by kg:."""
    dataset = to_rdflib(to_content_quads(CONTENT))
    assert len(dataset) == len(list(to_content_quads(CONTENT)))
    assert "kg:City" in dataset.serialize(format="trig")


@pytest.mark.parametrize("ending", formats.list_names())
def test_the_same_content_gives_the_same_bytes(ending: str) -> None:
    """Twice in one process, also in gzip, which would keep the time."""
    assert write(CONTENT, ending) == write(CONTENT, ending)
    packed = write(CONTENT, f"{ending}.gz")
    assert packed == write(CONTENT, f"{ending}.gz")
    assert gzip.decompress(packed) == write(CONTENT, ending)


def test_graphml_opens_as_a_network(tmp_path: Path) -> None:
    """Entities with their names, and one edge a statement with what qualifies it."""
    path = tmp_path / "graph.graphml"
    write_graph(CONTENT, path)
    network = nx.read_graphml(path, force_multigraph=True)
    assert network.number_of_edges() == len(STATEMENTS)
    assert {entity.id for entity in ENTITIES} <= set(network)
    assert network.nodes["city/alba"] == {"label": "Alba", "type": "City", "names": "Alba City"}
    edge = network["company/nordwind-group"]["land-port/alba-dry-port"][
        "statement/0000000000000006"
    ]
    assert (edge["modality"], edge["confidence"]) == ("planned", 0.9)


def test_claims_have_the_agreed_shape() -> None:
    """Mentions as they stand, what they were resolved to, literals with a span."""
    invested, held, observed = map(json.loads, write(CONTENT, ".jsonl").decode().splitlines())
    assert invested["subject"] == {
        "start": 78,
        "end": 92,
        "text": "Nordwind Group",
        "type": "Company",
        "entity": "https://w3id.org/newskg/id/company/nordwind-group",
        "label": "Nordwind Group",
    }
    amount = {"value": 10000000000, "unit": "CNY", "comparator": ">"}
    assert invested["qualifiers"] == {"amount": amount, "time": "2024"}
    assert invested["attributedTo"]["label"] == "Li Hua"
    assert invested["evidence"] == {"start": 24, "end": 151}
    assert held["object"]["value"] == "2025-11-25"
    assert held["object"]["datatype"] == "edtf"
    assert held["object"]["text"] == "November 25, 2025"
    assert held["attributedTo"] is None
    own = {"start": 78, "end": 92, "text": "Nordwind Group", "kind": "name"}
    assert own in invested["mentions"]["subject"]
    assert held["mentions"]["object"] == []
    assert invested["antecedents"] == {"subject": [], "object": []}
    assert observed["object"]["value"] == 2720000000000
    assert observed["object"]["datatype"] == "quantity"
    assert observed["subject"]["entity"] is None
