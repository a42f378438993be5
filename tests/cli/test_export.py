"""`kg export` and `kg stats`: what they write, print and end with."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph as ox

from .command import Run

FORMS = (
    "nt", "nq", "trig", "jsonld", "rdf", "rdf12.ttl", "rdf12.nt", "rdf12.nq", "rdf12.trig", "graphml",
    "nodes.csv", "edges.csv", "neo4j.nodes.csv", "neo4j.edges.csv", "cypher", "csv", "html",
)  # fmt: skip

PLAIN = """@prefix id: <https://w3id.org/newskg/id/> .
@prefix kg: <https://w3id.org/newskg/ontology#> .
id:city\\/zenda a kg:City ; <http://www.w3.org/2000/01/rdf-schema#label> "Zenda" .
"""


def outputs(stem: str, forms: tuple[str, ...] = FORMS) -> list[str]:
    """Options for a file of each form."""
    return [word for form in forms for word in ("-o", f"{stem}.{form}")]


def test_all_forms_are_those_of_the_build(run: Run, article: Path, tmp_path: Path) -> None:
    """Build -> Turtle -> export -> X has the bytes of build -> X, in a process of its own."""
    built = run("build", article.name, "-q", "-o", "a.ttl", *outputs("a"))
    assert built.returncode == 0, built.stderr
    result = run("export", "a.ttl", *outputs("b"), "-o", "b.ttl.gz")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert run("view", "a.ttl", "-o", "a.html").returncode == 0  # a graph holds no texts
    for form in FORMS:
        expected = (tmp_path / f"a.{form}").read_bytes()
        assert (tmp_path / f"b.{form}").read_bytes() == expected, form
    again = run("export", "b.rdf12.nq", "-o", "c.ttl")
    assert again.returncode == 0
    assert (tmp_path / "c.ttl").read_bytes() == (tmp_path / "a.ttl").read_bytes()


def test_a_store_gives_claims_too(run: Run, article: Path, tmp_path: Path) -> None:
    """A store folder is exported as kg build --store -o would write it."""
    assert run("build", "--store", "news", article.name, "-q").returncode == 0
    forms = ("ttl", "jsonl", "csv")
    assert run("build", article.name, "-q", *outputs("a", forms)).returncode == 0
    result = run("export", "news", *outputs("b", forms))
    assert (result.returncode, result.stderr) == (0, "")
    for form in forms:
        assert (tmp_path / f"a.{form}").read_bytes() == (tmp_path / f"b.{form}").read_bytes()


def test_what_cannot_be_made_leaves_nothing_behind(run: Run, graph: Path, tmp_path: Path) -> None:
    """Exit code 2 and one sentence; the outputs beside it are not written either."""
    (tmp_path / "a.ttl").write_bytes(graph.read_bytes())
    (tmp_path / "plain.ttl").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "a.txt").write_text("Jane Doe is the mayor of Antwerp.", encoding="utf-8")
    for arguments, words in (
        (("a.ttl", "-o", "b.nq", "-o", "b.jsonl"), "claims of texts"),
        (("plain.ttl", "-o", "b.nq", "-o", "b.graphml"), "plain triples alone"),
        (("a.ttl", "-o", "b.nq", "-o", "b.xyz"), "names no format"),
        (("a.ttl", "-o", "a.ttl"), "is also an input"),
        (("a.ttl",), "Missing option"),
        (("a.txt", "-o", "b.nq"), "is no graph by its ending"),
    ):
        result = run("export", *arguments)
        assert (result.returncode, result.stdout) == (2, ""), arguments
        assert words in result.stderr
        assert len(result.stderr.splitlines()) == 1
        assert not list(tmp_path.glob("b.*"))


def test_triples_of_others_are_kept_and_told(run: Run, graph: Path, tmp_path: Path) -> None:
    """A warning says so; the forms of RDF have them."""
    added = b"<urn:a> <urn:b> <urn:c> .\n"
    (tmp_path / "a.ttl").write_bytes(graph.read_bytes() + added)
    result = run("export", "a.ttl", "-o", "b.nt", "-o", "b.csv")
    assert result.returncode == 0
    assert "holds other triples" in result.stderr
    assert b"<urn:a> <urn:b> <urn:c> ." in (tmp_path / "b.nt").read_bytes()


def test_statistics_are_those_of_the_description(run: Run, graph: Path) -> None:
    """The table is for people; CSV and JSON agree with what the graph says of itself."""
    table = run("stats", graph, "--top", "3")
    assert table.returncode == 0, table.stderr
    assert "statements by rule, the first 3 of" in table.stdout
    fields = json.loads(run("stats", graph, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("stats", graph, "-f", "csv").stdout)))
    assert {r["name"]: r["count"] for r in rows if r["section"] == "graph"}["documents"] == "8"
    quads = list(ox.parse(path=graph, format=ox.RdfFormat.TURTLE))
    described = {
        str(q.predicate).rpartition("#")[2]: q.object.value
        for q in quads
        if "/dataset/" in str(q.subject) and "/class/" not in str(q.subject)
        and "/property/" not in str(q.subject) and isinstance(q.object, ox.Literal)
    }  # fmt: skip
    assert int(described["entities>"]) == sum(fields["entities"].values()) + fields["places"]
    own = [q for q in quads if "/dataset/" in str(q.subject)]
    assert fields["triples"] == int(described["triples>"]) + len(own) == len(quads)


def test_a_graph_names_its_licence(run: Run, article: Path, tmp_path: Path) -> None:
    """By its name or as an IRI; a text that is neither is wrong use before the work."""
    built = run("build", article.name, "-q", "--license", "CC-BY-4.0", "-o", "a.ttl")
    assert built.returncode == 0, built.stderr
    text = (tmp_path / "a.ttl").read_text(encoding="utf-8")
    assert 'kg:option "license=https://spdx.org/licenses/CC-BY-4.0"' in text
    assert "dcterms:license <https://spdx.org/licenses/CC-BY-4.0> ;" in text
    assert run("validate", "a.ttl").returncode == 0
    assert run("export", "a.ttl", "-o", "b.rdf").returncode == 0
    wrong = run("build", article.name, "--license", "free for all", "-o", "c.ttl")
    assert wrong.returncode == 2
    assert "neither an IRI nor a name" in wrong.stderr
