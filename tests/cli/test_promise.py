"""What is promised of any input: told cases of documents, hostile text and written graphs, by the command."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import docx
import pyoxigraph as ox
import pytest
import rdflib
from readers.making import make_pdf, write

from kg.readers import ReadOptions, read_documents

from .command import ROOT, Run, make_environment

FACT = "Norvik Group signed an agreement with Halden Shipping in Antwerp."
INJECTIONS = (
    '" . <urn:evil> <urn:owned> "',
    "> <urn:evil> <urn:owned> <urn:x",
    "} ; DROP ALL ; INSERT DATA { <urn:evil> <urn:owned> 1",
    "\\u003E <urn:evil> \\",
    "'''\"\"\" . <urn:evil> a <urn:owned> . #",
    "</script><script>alert(1)</script>",
)
# Loaded before kg: whatever asks for a name or an address is written down and refused.
GUARD = """
import sys
from collections.abc import Mapping
def guard(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        print("REACHED", event, arguments, file=sys.stderr, flush=True)
        raise OSError("no network")
    if event == "open" and "secret-canary" in str(arguments[0]):
        print("REACHED", event, arguments, file=sys.stderr, flush=True)
sys.addaudithook(guard)
sys.argv = ["kg", *sys.argv[1:]]
import runpy
runpy.run_module("kg.cli", run_name="__main__")
"""


def make_docx(folder: Path) -> bytes:
    """A Word file of one paragraph."""
    document = docx.Document()
    document.add_paragraph(FACT)
    document.save(str(folder / "made.docx"))
    return (folder / "made.docx").read_bytes()


def read_report(path: Path) -> dict[str, tuple[str, str | None]]:
    """Status and kind by identifier."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = {row["identifier"]: (row["status"], row["kind"]) for row in rows}
    assert len(found) == len(rows), "an input has two lines"
    return found


def test_a1_empties_and_broken_files(run: Run, tmp_path: Path) -> None:
    """Each input ends in one line with its status and kind, and the good one beside them is read."""
    folder = tmp_path / "in"
    files = {
        "zero.txt": (b"", "empty", "EMPTY"),
        "blank.txt": (b" \n\t \r\n", "empty", "EMPTY"),
        "bom.txt": (b"\xef\xbb\xbf", "empty", "EMPTY"),
        "bom16.txt": (b"\xff\xfe", "empty", "EMPTY"),
        "script.html": (b"<html><script>var a = 'Norvik'</script>", "empty", "NO_TEXT"),
        "image.pdf": (make_pdf([b"q 0 0 10 10 re f Q"]), "empty", "NO_TEXT"),
        "cut.pdf": (make_pdf([[FACT]])[:200], "failed", "BAD_PDF"),
        "text.pdf": (FACT.encode(), "failed", "BAD_PDF"),
        "text.docx": (FACT.encode(), "failed", "UNREADABLE"),
        "bits.txt": (bytes(range(256)) * 9, "failed", "BAD_ENCODING"),
        "bad.jsonl": (b'{"text": \n', "failed", "BAD_JSON"),
        "list.jsonl": (b"[1, 2]\n", "failed", "BAD_RECORD"),
        "deep.jsonl": (b'{"text":' + b"[" * 99_999 + b"\n", "failed", "BAD_JSON"),
        "number.jsonl": (b'{"id":' + b"9" * 5_000 + b"}\n", "failed", "BAD_JSON"),
        "ok.pdf": (make_pdf([[FACT]]), "ok", None),
        "ok.docx": (make_docx(tmp_path), "ok", None),
        "quoted.md": ((">" * 9_000 + " " + FACT).encode(), "ok", None),
        "deep.html": (("<div>" * 300 + f"<p>{FACT}</p>").encode(), "ok", None),
        "open.html": (("<b>" * 400 + f"<p>{FACT}").encode(), "ok", None),
    }
    for name, (data, _, _) in files.items():
        write(folder / name, data)
    done = run("build", "in", "-o", "graph.nq", "--report", "report.jsonl")
    assert done.returncode == 3, done.stderr
    report = read_report(tmp_path / "report.jsonl")
    found = {name.split("/")[-1].split("#")[0]: told for name, told in report.items()}
    assert found == {name: (status, kind) for name, (_, status, kind) in files.items()}
    good = {name for name, (_, status, _) in files.items() if status == "ok"}
    quotes = [
        quad
        for quad in ox.parse(path=tmp_path / "graph.nq")
        if quad.predicate.value.endswith("#quote") and FACT in str(quad.object)
    ]
    assert len({quad.graph_name for quad in quotes}) == len(good)


def build_records(run: Run, folder: Path, name: str, record: Mapping[str, object]) -> set[ox.Quad]:
    """The quads of one JSON-lines record, in the three formats that must say the same."""
    write(folder / f"{name}.jsonl", json.dumps(record) + "\n")
    outputs = [f"{name}.{ending}" for ending in ("ttl", "nq", "jsonld")]
    options = [word for output in outputs for word in ("-o", output)]
    done = run("build", f"{name}.jsonl", *options, "--quiet")
    assert done.returncode == 0, done.stderr
    quads = set(ox.parse(path=folder / f"{name}.nq"))
    triples = {quad.triple for quad in quads}
    for ending in ("ttl", "jsonld"):
        assert {quad.triple for quad in ox.parse(path=folder / f"{name}.{ending}")} == triples
    assert len(rdflib.Graph().parse(folder / f"{name}.ttl")) == len(triples)
    assert not any(
        isinstance(term, ox.BlankNode) for quad in quads for term in (quad.subject, quad.object)
    )
    return quads


@pytest.mark.parametrize("text", INJECTIONS)
def test_b3_injected_syntax_is_only_text(run: Run, tmp_path: Path, text: str) -> None:
    """In title, publisher, address, day and id it makes as many quads as a harmless word, and no term."""
    counts = []
    for name, word in (("harmless", "word"), ("hostile", text)):
        roles = ("title", "publisher", "url", "date")
        record = dict.fromkeys(roles, word) | {"id": f"{word} 1", "text": FACT}
        quads = build_records(run, tmp_path, name, record)
        described = [q for q in quads if "dataset/" not in str(q.subject)]  # tells of what is used
        counts.append(len(described))
        nodes = {
            term
            for quad in quads
            for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)
            if isinstance(term, ox.NamedNode)
        }
        assert not any("urn:evil" in node.value[:9] for node in nodes)
        values = {q.object.value for q in quads if isinstance(q.object, ox.Literal)}
        assert word in values
    assert counts[0] == counts[1]


def test_b1_c3_hostile_characters_leave_offsets_true(run: Run, tmp_path: Path) -> None:
    """After cleaning, text[start:end] of the text that is read is each quote, also behind emoji."""
    text = "😀👩‍👩‍👧 \x00\x07\x7f\ud800\ufffe\u202eA\rB\r\n" + FACT + " 🏭\u200b " + FACT
    record = {"id": "a", "title": "\x00T\ufffe\ud800", "text": text}
    quads = build_records(run, tmp_path, "hostile", record)
    (document,) = read_documents([str(tmp_path / "hostile.jsonl")], options=ReadOptions())
    assert document.marks == ("sanitized",)
    assert hasattr(document, "text")
    told: dict[str, dict[str, str]] = {}
    for quad in quads:
        if isinstance(quad.object, ox.Literal) and "#char=" in str(quad.subject):
            name = quad.predicate.value.rpartition("#")[2]
            told.setdefault(str(quad.subject), {})[name] = quad.object.value
    assert told
    for passage in told.values():
        start, end = int(passage["beginIndex"]), int(passage["endIndex"])
        assert 0 <= start < end
        assert document.text[start:end] == passage["quote"]


def test_nothing_is_reached_by_reading(tmp_path: Path) -> None:
    """No address is asked for and no file opened that only a document names."""
    canary = write(tmp_path / "secret-canary", "Evil Group bought Antwerp.")
    doctype = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{canary}"><!ENTITY % y SYSTEM "http://127.0.0.1:9/">]>'
    links = (
        '<base href="http://127.0.0.1:9/"><link rel="stylesheet" href="a.css">'
        f'<link rel="canonical" href="http://127.0.0.1:9/a"><iframe src="file://{canary}"></iframe>'
    )
    page = f'{doctype}<html><head>{links}</head><body><p>{FACT} &x;</p><img src="b.png"></body>'
    folder = tmp_path / "in"
    write(folder / "a.html", page)
    write(folder / "b.md", f"---\nurl: http://127.0.0.1:9/\n---\n![x](file://{canary}) {FACT}")
    record = {"id": "http://127.0.0.1:9/", "url": f"file://{canary}", "text": FACT}
    write(folder / "c.jsonl", json.dumps(record))
    endings = ("ttl", "jsonld", "rdf", "html", "csv")
    options = [word for ending in endings for word in ("-o", f"graph.{ending}")]
    done = subprocess.run(
        [sys.executable, "-c", GUARD, "build", "in", *options],
        cwd=tmp_path,
        env=make_environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert "REACHED" not in done.stderr
    assert "Evil" not in (tmp_path / "graph.ttl").read_text(encoding="utf-8")
