import csv
import dataclasses
import gzip
import hashlib
import io
import json
import re
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


def _read_table(ending: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write(CONTENT, ending).decode(), newline="")))


def test_two_tables_hold_the_things_and_the_statements() -> None:
    """Every edge ends in nodes that are there; networkx and the tables tell the same network."""
    nodes, edges = _read_table(".nodes.csv"), _read_table(".edges.csv")
    identifiers = {node["Id"] for node in nodes}
    assert len(identifiers) == len(nodes)
    assert {edge["Id"] for edge in edges} == {statement.id for statement in STATEMENTS}
    assert {end for edge in edges for end in (edge["Source"], edge["Target"])} <= identifiers
    network = nx.parse_graphml(write(CONTENT, ".graphml").decode())
    assert set(network) == identifiers
    assert sorted((a, b) for a, b in network.edges()) == sorted(
        (edge["Source"], edge["Target"]) for edge in edges
    )
    assert {edge["Type"] for edge in edges} == {"Directed"}
    alba = next(node for node in nodes if node["Id"] == "city/alba")
    assert (alba["Label"], alba["Kind"], alba["Names"]) == ("Alba", "City", "Alba City")


def test_a_cypher_script_is_one_command_a_line_whatever_the_graph_says() -> None:
    """Quotes, backslashes and semicolons of the graph end no string and no command."""
    hostile = "a'; DROP DATABASE neo4j; //\\\n`x`"
    entity = dataclasses.replace(ENTITIES[0], label=hostile)
    content = dataclasses.replace(CONTENT, entities=(entity, *ENTITIES[1:]))
    lines = write(content, ".cypher").decode().splitlines()
    assert all(line.endswith(";") and line.count(";") == 1 for line in lines)
    bare = [re.sub(r"'(?:[^'\\]|\\.)*'", "''", line) for line in lines]
    assert not [line for line in bare if "DROP" in line or "\\" in line]
    assert all(line.count("'") % 2 == 0 for line in bare)
    made = sum(line.count("source: ''") for line in bare)
    assert made == len(STATEMENTS)


@pytest.mark.parametrize(
    ("ending", "form"),
    [
        (".rdf12.ttl", ox.RdfFormat.TURTLE),
        (".rdf12.nt", ox.RdfFormat.N_TRIPLES),
        (".rdf12.nq", ox.RdfFormat.N_QUADS),
        (".rdf12.trig", ox.RdfFormat.TRIG),
    ],
)
def test_rdf_12_says_of_each_triple_what_the_statement_says(
    ending: str, form: ox.RdfFormat
) -> None:
    """Read back, each reified triple has the three parts of RDF 1.1; nothing else is changed."""
    old = {quad.triple for quad in to_content_quads(CONTENT)}
    new = {quad.triple for quad in ox.parse(write(CONTENT, ending), form)}
    parts = {
        ox.NamedNode(f"http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}")
        for name in ("subject", "predicate", "object")
    }
    reified = {t for t in new if isinstance(t.object, ox.Triple)}
    assert len(reified) == len(STATEMENTS)
    told = {
        ox.Triple(t.subject, part, getattr(t.object, part.value.rpartition("#")[2]))
        for t in reified
        for part in parts
    }
    assert (new - reified) | told == old
