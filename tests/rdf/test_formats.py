import csv
import dataclasses
import gzip
import hashlib
import io
import json
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import UsageError
from kg.rdf.content import GraphContent
from kg.rdf.context import format_context, make_context
from kg.rdf.frames import make_frame
from kg.rdf.graphml import make_network
from kg.rdf.quads import to_content_quads
from kg.rdf.triples import to_rdflib
from kg.rdf.writing import formats, write_graph, write_stream
from kg.resources import get_data_folder

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
    """Networkx reads back the network that was written: names, types, weights and qualifiers."""
    path = tmp_path / "graph.graphml"
    write_graph(CONTENT, path)
    network: Any = nx.read_graphml(path, force_multigraph=True)
    made: Any = make_network(CONTENT)
    assert dict(network.nodes(data=True)) == dict(made.nodes(data=True))
    assert list(network.edges(keys=True, data=True)) == list(made.edges(keys=True, data=True))
    assert network.number_of_edges() == len(STATEMENTS)
    assert network.nodes["city/alba"] == {
        "label": "Alba", "type": "City", "names": "Alba City", "documents": 2,
    }  # fmt: skip
    edges = network["company/nordwind-group"]["port/port-alba"]
    (edge,) = [edge for edge in edges.values() if edge["label"] == "investsIn"]
    assert edge["amount"] == "more than 10 billion CNY"
    assert (edge["modality"], edge["confidence"], edge["weight"]) == ("actual", 0.9, 1)


def test_gephi_takes_labels_and_weights_of_graphml_for_its_own() -> None:
    """It goes by the key's id first, where "d3" and "d7" mean labels, and then by the attribute's name."""
    root = ET.fromstring(write(CONTENT, ".graphml"))  # noqa: S314 - our own output
    own = {"node": {"label": "label", "d3": "label"},
           "edge": {"label": "label", "edgelabel": "label", "d7": "label", "weight": "weight"}}  # fmt: skip
    taken: dict[str, list[tuple[str, str]]] = {"node": [], "edge": []}
    for key in root.iter("{http://graphml.graphdrawing.org/xmlns}key"):
        names = own[key.attrib["for"]]
        name, found = key.attrib["attr.name"], names.get(key.attrib["id"])
        found = found or names.get(name)
        if found is not None:
            taken[key.attrib["for"]].append((found, name))
    assert taken["node"] == [("label", "label")]
    assert sorted(taken["edge"]) == [("label", "label"), ("weight", "weight")]


@pytest.mark.parametrize("text", ["a\u2028b", "a\rb", "a\n b", 'key="d3" <data key="d3">'])
def test_graphml_keeps_every_character_of_a_name(text: str) -> None:
    """Line ends of all kinds, and what looks like the markup around it."""
    entity = dataclasses.replace(ENTITIES[0], label=text)
    content = dataclasses.replace(CONTENT, entities=(entity, *ENTITIES[1:]))
    network = nx.parse_graphml(write(content, ".graphml").decode())
    assert network.nodes[entity.id]["label"] == text


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


def test_the_tables_of_neo4j_have_its_headers() -> None:
    """`neo4j-admin database import` takes each column by its header; every end and label is there."""
    nodes, edges = _read_table(".neo4j.nodes.csv"), _read_table(".neo4j.edges.csv")
    assert list(nodes[0]) == ["id:ID", "label", "names", "documents:int", ":LABEL"]
    assert list(edges[0])[:3] == [":START_ID", ":END_ID", ":TYPE"]
    fields = [name.partition(":")[0] for name in edges[0]]
    assert len(set(fields[3:])) == len(fields[3:])
    assert {n for n in edges[0] if ":" in n[1:]} == {"confidence:double", "sources:int"}
    identifiers = {node["id:ID"] for node in nodes}
    assert len(identifiers) == len(nodes)
    assert {e[end] for e in edges for end in (":START_ID", ":END_ID")} <= identifiers
    assert {e["id"]: e[":TYPE"] for e in edges} == {s.id: s.predicate for s in STATEMENTS}
    assert {node[":LABEL"].split(";")[0] for node in nodes} == {"Entity"}
    assert all(int(node["documents:int"]) >= 0 for node in nodes)
    assert all(0 <= float(edge["confidence:double"]) <= 1 for edge in edges)
    invested = next(edge for edge in edges if edge["amount"])
    assert invested["amount"] == "more than 10 billion CNY"


def test_the_context_of_jsonld_is_the_file_of_the_ontology() -> None:
    """Inline, so that nothing is fetched; of another base only `id` is another."""
    file = json.loads((get_data_folder("ontology") / "context.jsonld").read_text("utf-8"))
    assert json.loads(write(CONTENT, ".jsonld"))["@context"] == file["@context"]
    other = dataclasses.replace(CONTENT, base="urn:x:")
    context = json.loads(write(other, ".jsonld"))["@context"]
    assert context.pop("id") == {"@id": "urn:x:", "@prefix": True}
    assert context == {k: v for k, v in file["@context"].items() if k != "id"}


def test_the_file_of_the_context_is_up_to_date() -> None:
    """`python -m kg.rdf.context` was run after the last change of the ontology."""
    folder = get_data_folder("ontology")
    made = format_context(make_context(folder))
    assert (folder / "context.jsonld").read_text("utf-8") == made
    context = json.loads(made)["@context"]
    assert context["holdsPost"] == {"@id": "kg:holdsPost", "@type": "@id"}
    assert context["timeStart"]["@type"] == "xsd:date"
    assert "title" not in context  # a string, as it stands


def test_a_graph_of_jsonld_can_name_the_context_instead() -> None:
    """A document without its context and one with the file's give the same triples."""
    document = json.loads(write(CONTENT, ".jsonld"))
    file = json.loads((get_data_folder("ontology") / "context.jsonld").read_text("utf-8"))
    again = json.dumps({**file, "@graph": document["@graph"]}).encode()
    assert read(again, ".jsonld") == read(write(CONTENT, ".jsonld"), ".jsonld")


def test_tables_of_pandas_hold_statements_and_things() -> None:
    """Rows as in the CSV, numbers as numbers."""
    statements = make_frame(CONTENT, "statements")
    assert list(statements["statement"]) == sorted(s.id for s in STATEMENTS)
    assert str(statements["confidence"].dtype) == "float64"
    assert statements["independent_sources"].sum() == sum(s.independent_sources for s in STATEMENTS)
    rows = {row["statement"]: row for row in _read_table(".csv")}
    for row in statements.to_dict("records"):
        told = rows[row["statement"]]
        assert all(str(row[name]) == told[name] for name in ("subject", "predicate", "quote"))
    things = make_frame(CONTENT, "things").set_index("id")
    assert things.loc["city/alba"].to_dict() == {
        "label": "Alba", "type": "City", "names": "Alba City", "documents": 2,
    }  # fmt: skip
    with pytest.raises(UsageError, match="choose 'statements' or 'things'"):
        make_frame(CONTENT, "claims")


def test_without_pandas_a_table_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence with the command."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'newskg\[pandas\]'"):
        make_frame(CONTENT, "statements")


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
