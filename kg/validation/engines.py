"""Validation against SHACL shapes, by the engine that is there."""

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal as OneOf

import pyoxigraph as ox

from kg.errors import GraphError, OntologyError

Engine = OneOf["shacl", "pyshacl"]

_SHACL = "http://www.w3.org/ns/shacl#"
_NODE_SHAPE = ox.NamedNode(_SHACL + "NodeShape")


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One result of SHACL; terms are in N-Triples syntax, `path` and `value` where there is one."""

    severity: str
    focus: str
    path: str | None
    value: str | None
    shape: str
    message: str


def choose_engine() -> Engine:
    """The compiled engine where its wheel is installed, else pyshacl, which is far slower."""
    return "shacl" if importlib.util.find_spec("shacl") else "pyshacl"


def find_violations(
    store: ox.Store, shapes: Path, engine: Engine, *, made: str | None = None
) -> Iterator[Violation]:
    """What in the default graph of the store breaks the shapes, in no particular order.

    `made` goes before what the file holds. Raises OntologyError where there are no shapes. Nothing is
    imported, inferred or fetched.
    """
    try:
        text = made if made is not None else shapes.read_text(encoding="utf-8")
        quads = ox.parse(text, format=ox.RdfFormat.TURTLE)
        if not any(quad.object == _NODE_SHAPE for quad in quads):
            raise SyntaxError("it has no sh:NodeShape")
    except (OSError, SyntaxError, ValueError) as error:
        raise OntologyError(
            f"The shapes {shapes} cannot be read: {error}; mend the file."
        ) from error
    data = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    triples = (data or b"").decode("utf-8")
    yield from (_run_shacl if engine == "shacl" else _run_pyshacl)(triples, text)


def _run_shacl(triples: str, shapes: str) -> Iterator[Violation]:
    import shacl

    try:
        compiled = shacl.Shapes.from_text(shapes, "turtle")
        report = compiled.validate_text(triples, format="ntriples")
    except ValueError as error:
        raise GraphError(
            f"The graph cannot be validated ({error}); read it and write it again as N-Triples."
        ) from error
    for result in report.results:
        yield Violation(
            severity=result.severity,
            focus=result.focus_node,
            path=result.path,
            value=result.value,
            shape=_choose_iri(result.source_shape, result.root_shape),
            message=result.message or result.component,
        )


def _run_pyshacl(triples: str, shapes: str) -> Iterator[Violation]:
    import pyshacl
    import rdflib

    term = rdflib.Namespace(_SHACL)
    _, report, _ = pyshacl.validate(
        rdflib.Graph().parse(data=triples, format="nt"),
        shacl_graph=rdflib.Graph().parse(data=shapes, format="turtle"),
        inference="none",
        do_owl_imports=False,
        meta_shacl=False,
        advanced=False,
        js=False,
    )
    for node in report.objects(None, term.result):

        def get(name: str, node: "rdflib.term.Node" = node) -> str | None:
            value = report.value(node, term[name])
            return None if value is None else str(value.n3())

        severity, component = get("resultSeverity") or "", get("sourceConstraintComponent") or ""
        message = report.value(node, term.resultMessage)
        yield Violation(
            severity=severity.strip("<>").removeprefix(_SHACL),
            focus=get("focusNode") or "",
            path=get("resultPath"),
            value=get("value"),
            shape=_choose_iri(get("sourceShape"), None),
            message=component.strip("<>").removeprefix(_SHACL) if message is None else str(message),
        )


def _choose_iri(*shapes: str | None) -> str:
    """The first shape that is an IRI, else "" (blank nodes have another name in every run)."""
    return next((s.strip("<>") for s in shapes if s and not s.startswith("_:")), "")
