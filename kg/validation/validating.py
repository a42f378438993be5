"""`validate_graph`: the shapes and the further checks, as one sorted report."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.ontology import load_ontology
from kg.resources import find_domain, get_data_folder
from kg.validation.checks import Problem, find_problems
from kg.validation.engines import Engine, Violation, choose_engine, find_violations
from kg.validation.graph import Node, describe_node, find_quote, format_node, open_graph
from kg.validation.predicate_shapes import extend_shapes
from kg.validation.report import Finding, Report, name_shape


def validate_graph(
    source: Path | str | ox.Store, *, shapes: Path | None = None, engine: Engine | None = None
) -> Report:
    """Validate a graph file, store folder or open store against the shapes and all other rules.

    Named graphs count as one graph with the default graph. `shapes` is a Turtle file, by default
    the shapes that ship with kg, with those of the domain's terms; `engine` is the SHACL engine, by
    default the fastest installed.
    Raises GraphError for a graph that cannot be read, OntologyError for shapes that cannot.
    """
    store = open_graph(source)
    path = shapes or get_data_folder("ontology") / "shapes.ttl"
    made = extend_shapes(path, load_ontology()) if shapes is None and find_domain() else None
    found = find_violations(store, path, engine or choose_engine(), made=made)
    findings = {*_report_violations(store, found)}
    findings |= {
        _report_problem(store, problem) for problem in find_problems(store, load_ontology())
    }
    return Report(
        conforms=all(finding.severity != "Violation" for finding in findings),
        findings=tuple(sorted(findings, key=Finding.sort_key)),
    )


def _report_violations(store: ox.Store, found: Iterable[Violation]) -> Iterator[Finding]:
    for violation in found:
        focus = _parse_node(violation.focus)
        yield Finding(
            severity=violation.severity,
            focus=format_node(focus),
            path=violation.path and violation.path.strip("<>"),
            shape=name_shape(violation.shape),
            message=violation.message,
            value=_format_value(violation),
            label=describe_node(store, focus),
            quote=find_quote(store, focus),
        )


def _report_problem(store: ox.Store, problem: Problem) -> Finding:
    return Finding(
        severity="Violation",
        focus=format_node(problem.focus),
        path=problem.path and problem.path.value,
        shape=problem.check,
        message=problem.message,
        label=describe_node(store, problem.focus),
        quote=find_quote(store, problem.focus),
    )


def _format_value(violation: Violation) -> str | None:
    if violation.value is None or violation.value == violation.focus:
        return None
    return format_node(_parse_node(violation.value))


def _parse_node(text: str) -> Node:
    """The node of an N-Triples term; engines differ in how they escape, pyoxigraph settles it."""
    line = f"<urn:x> <urn:x> {text} ."
    node: Node = next(iter(ox.parse(line, format=ox.RdfFormat.N_TRIPLES))).object
    return node
