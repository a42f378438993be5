"""`kg build`: documents to a graph."""

import json
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli import options as o
from kg.cli.outputs import check_outputs
from kg.cli.progress import show_progress
from kg.cli.summary import format_notes, format_summary, list_summary_fields
from kg.cli.terminal import say, write_data
from kg.errors import UsageError
from kg.model.document import Status

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.pipeline import BuildOptions
    from kg.readers import ReadOptions

SOME_FAILED = 3
EXAMPLES = o.format_examples(
    "kg build articles/ -o graph.ttl -o graph.html --report report.jsonl",
    "kg build feed.jsonl --fields text=body,id=url -o claims.jsonl",
)


def build(
    paths: o.PathsArgument,
    output: o.OutputOption = None,
    base: o.BaseOption = None,
    model: o.ModelOption = None,
    rules: o.RulesOption = None,
    gazetteer: o.GazetteerOption = None,
    identity: o.IdentityOption = None,
    min_confidence: o.MinConfidenceOption = 0.0,
    no_provenance: o.NoProvenanceOption = False,
    no_hierarchy: o.NoHierarchyOption = False,
    fail_fast: o.FailFastOption = False,
    quiet: o.QuietOption = False,
    as_json: o.JsonOption = False,
    report: o.ReportOption = None,
    encoding: o.EncodingOption = None,
    fields: o.FieldsOption = None,
    read_as: o.ReadAsOption = None,
) -> None:
    """Read documents and write the graph of what they say."""
    graphs = tuple(output or ())
    if as_json and not graphs:
        raise UsageError("--json and the graph both need standard output; name a file with -o.")
    check_outputs(paths, graphs, report)
    options = o.make_options(model=model, rules=rules, gazetteer=gazetteer)
    options = replace(
        options,
        base=options.base if base is None else base,
        identity=identity,
        min_confidence=min_confidence,
        provenance=not no_provenance,
        hierarchy=not no_hierarchy,
        fail_fast=fail_fast,
        read=_make_read_options(encoding, fields, read_as),
    )
    graph = _build(paths, options, quiet=quiet)
    _write(graph, graphs, report)
    _tell(graph, quiet=quiet, as_json=as_json)
    if any(outcome.status in (Status.FAILED, Status.PARTIAL) for outcome in graph.outcomes):
        raise typer.Exit(SOME_FAILED)


def _build(paths: Sequence[str], options: "BuildOptions", *, quiet: bool) -> "Graph":
    """The graph, with a bar on the way."""
    from kg.pipeline import build as build_graph

    with show_progress(quiet=quiet) as on_progress:
        return build_graph(paths, options=options, on_progress=on_progress)


def _write(graph: "Graph", graphs: Sequence[Path], report: Path | None) -> None:
    """Writes every output, the report last."""
    from kg.rdf.writing import open_output
    from kg.running import write_report

    for path in graphs:
        graph.write(path)
    if not graphs:
        _write_to_stdout(graph)
    if report is not None:
        with open_output(report) as stream:
            write_report(graph.outcomes, stream)


def _write_to_stdout(graph: "Graph") -> None:
    """Turtle as bytes, so that the locale does not touch it; nothing at all if making it fails."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        graph.write(path)
        if sys.stdout.isatty():
            write_data(path.read_text(encoding="utf-8"))
            return
        with path.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)


def _tell(graph: "Graph", *, quiet: bool, as_json: bool) -> None:
    """Prints what gave nothing and the summary; of that --quiet keeps the failures."""
    notes = format_notes(graph.outcomes, failures_only=quiet)
    if notes:
        say(notes)
    for note in graph.notes:
        say(f"warning: {note}")
    if as_json:
        fields = list_summary_fields(graph.summary())
        write_data(json.dumps(fields, indent=2, sort_keys=True) + "\n")
    elif not quiet:
        say(format_summary(graph.summary()))


def _make_read_options(
    encoding: str | None, fields: str | None, read_as: str | None
) -> "ReadOptions":
    """The settings of reading; raises UsageError for a field list that is none."""
    from kg.readers import ReadOptions

    pairs = [part.partition("=") for part in fields.split(",")] if fields else []
    for name, equals, field in pairs:
        if not (name.strip() and equals and field.strip()):
            raise UsageError(f"--fields is '{fields}'; write it as in text=body,id=url.")
    roles = {name.strip(): field.strip() for name, _, field in pairs}
    return ReadOptions(format=read_as, encoding=encoding, fields=roles)
