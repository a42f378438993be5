"""The SHACL engine of kg on the W3C's own tests, beside pyshacl: is its speed to be trusted?

    pip download --no-deps --no-binary pyshacl pyshacl    # its source has the suite
    python benchmarks/shacl_suite.py FOLDER/test/resources/sht_tests/core

Each test names data, shapes and the report that is right. Held against it are whether the data conform,
and the focus node, path, value, severity and component of every result (blank nodes count as one another).
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyshacl
import rdflib
import shacl

SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHT = rdflib.Namespace("http://www.w3.org/ns/shacl-test#")
MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
Results = Counter[tuple[str, ...]]


def list_tests(folder: Path) -> Iterator[tuple[Path, rdflib.Graph]]:
    """The files that hold a test each, in order."""
    for path in sorted(folder.rglob("*.ttl")):
        graph = rdflib.Graph().parse(path, publicID=path.as_uri())
        if (None, rdflib.RDF.type, SHT.Validate) in graph:
            yield path, graph


def read_graph(iri: rdflib.term.Node | None) -> rdflib.Graph:
    """A graph that a test names."""
    path = Path(str(iri).removeprefix("file://"))
    return rdflib.Graph().parse(path, publicID=path.as_uri())


def spell(term: rdflib.term.Node | None) -> str:
    """A term, or "" for none, or "_:" for any blank node."""
    if term is None or isinstance(term, rdflib.BNode):
        return "" if term is None else "_:"
    return term.n3()


def read_report(graph: rdflib.Graph, node: rdflib.term.Node | None) -> Results:
    """The results of a report in RDF."""
    names = ("focusNode", "resultPath", "value", "resultSeverity", "sourceConstraintComponent")
    return Counter(
        tuple(spell(graph.value(result, SH[name])) for name in names)
        for result in graph.objects(node, SH.result)
    )


def run_shacl(data: rdflib.Graph, shapes: rdflib.Graph) -> Results:
    """The results of the compiled engine."""
    compiled = shacl.Shapes.from_text(shapes.serialize(format="nt"), "ntriples")
    report = compiled.validate_text(data.serialize(format="nt"), format="ntriples")

    def name(text: str | None) -> str:
        if not text:
            return ""
        return "_:" if text.startswith("_:") else text

    return Counter(
        (
            name(result.focus_node),
            # Of a path that is no IRI it gives the words, where a report has a blank node.
            name(result.path) if (result.path or "<").startswith("<") else "_:",
            name(result.value),
            f"<{SH}{result.severity}>",
            f"<{SH}{result.component.removeprefix(str(SH)).strip('<>')}>",
        )
        for result in report.results
    )


def run_pyshacl(data: rdflib.Graph, shapes: rdflib.Graph) -> Results:
    """The results of pyshacl."""
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    return read_report(report, report.value(None, rdflib.RDF.type, SH.ValidationReport))


def main() -> None:
    """Runs every test with both engines and prints where they are wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    right: Counter[str] = Counter()
    total = 0
    for path, graph in list_tests(parser.parse_args().folder.resolve()):
        test = graph.value(None, rdflib.RDF.type, SHT.Validate)
        action, expected = graph.value(test, MF.action), graph.value(test, MF.result)
        data, shapes = (
            read_graph(graph.value(action, SHT[name])) for name in ("dataGraph", "shapesGraph")
        )
        total += 1
        for name, engine in (("shacl", run_shacl), ("pyshacl", run_pyshacl)):
            try:
                found: Results | str = engine(data, shapes)
            except Exception as error:  # noqa: BLE001 - a test may be refused
                found = f"{type(error).__name__}: {error}"
            if isinstance(found, str):
                right[name] += expected == SHT.Failure
                print(f"{path.stem}: {name} refuses it: {found[:100]}")
            elif found == read_report(graph, expected):
                right[name] += 1
            else:
                print(f"{path.stem}: {name} finds {sorted(found.elements())}")
    print(f"Right of {total}: " + ", ".join(f"{name} {count}" for name, count in right.items()))


if __name__ == "__main__":
    main()
