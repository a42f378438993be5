"""`kg build`: documents to a graph."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kg.cli import options as o
from kg.cli import running as r
from kg.cli.distributing import build_on_cluster
from kg.cli.growing import add_documents, finish_growth
from kg.cli.outputs import check_outputs
from kg.cli.progress import show_progress
from kg.cli.summary import format_notes, format_summary, list_summary_fields
from kg.cli.terminal import say, write_data
from kg.errors import UsageError
from kg.model.document import Outcome, Status

if TYPE_CHECKING:
    from kg.distributing import Distributed
    from kg.graph import Graph
    from kg.pipeline import BuildOptions
    from kg.readers import ReadOptions

SOME_FAILED = 3
EXAMPLES = o.format_examples(
    "kg build articles/ -o graph.ttl -o graph.html --report report.jsonl",
    "kg build --store news articles/ feed.jsonl -o graph.nq.gz",
)


def build(
    context: typer.Context,
    paths: o.OptionalPathsArgument = None,
    store: o.StoreOption = None,  # noqa: ARG001
    output: o.OutputOption = None,
    base: o.BaseOption = None,  # noqa: ARG001
    model: o.ModelOption = None,  # noqa: ARG001
    rules: o.RulesOption = None,  # noqa: ARG001
    gazetteer: o.GazetteerOption = None,  # noqa: ARG001
    identity: o.IdentityOption = None,  # noqa: ARG001
    license: o.LicenseOption = None,  # noqa: A002, ARG001  the name of the option
    min_confidence: o.MinConfidenceOption = 0.0,  # noqa: ARG001
    no_provenance: o.NoProvenanceOption = False,  # noqa: ARG001
    no_hierarchy: o.NoHierarchyOption = False,  # noqa: ARG001
    workers: r.WorkersOption = None,  # noqa: ARG001
    time_limit: r.TimeLimitOption = None,  # noqa: ARG001
    memory_limit: r.MemoryLimitOption = None,  # noqa: ARG001
    cache: r.CacheOption = None,  # noqa: ARG001
    engine: r.EngineOption = r.Engine.LOCAL,  # noqa: ARG001
    scheduler: r.SchedulerOption = None,  # noqa: ARG001
    profile: r.ProfileOption = False,
    fail_fast: o.FailFastOption = False,  # noqa: ARG001
    quiet: o.QuietOption = False,
    as_json: o.JsonOption = False,
    report: o.ReportOption = None,
    encoding: o.EncodingOption = None,  # noqa: ARG001
    fields: o.FieldsOption = None,  # noqa: ARG001
    read_as: o.ReadAsOption = None,  # noqa: ARG001
) -> None:
    """Read documents and write the graph of what they say, or add them to a store."""
    show = _Show(quiet=quiet, as_json=as_json, profile=profile)
    _run(context, paths or (), output or (), report, show)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Show:
    """What is told at the end."""

    quiet: bool
    as_json: bool
    profile: bool


def _run(
    context: typer.Context,
    paths: Sequence[str],
    graphs: Sequence[Path],
    report: Path | None,
    show: _Show,
) -> None:
    """Builds where the options say: on a cluster, into a store, or into files."""
    p = context.params
    given = _choose_given(context) | {
        "fail_fast": p["fail_fast"],
        "read": _make_read_options(p["encoding"], p["fields"], p["read_as"]),
        "running": r.make_run_options(p["workers"], p["time_limit"], p["memory_limit"], p["cache"]),
    }
    store: Path | None = p["store"]
    if p["engine"] is r.Engine.DASK:
        options = replace(o.make_options(), **given)
        _build_on_cluster(paths, options, graphs, report, show, (store, p["scheduler"]))
        return
    check_outputs(paths, graphs, report)
    if store is not None:
        growth = add_documents(store, paths, given, quiet=show.quiet)
        told = {"quiet": show.quiet, "as_json": show.as_json, "profile": show.profile}
        finish_growth(store, growth, graphs, report, **told)
        return
    _check_plain(paths, graphs, as_json=show.as_json)
    _build(paths, replace(o.make_options(), **given), graphs, report, show)


def _choose_given(context: typer.Context) -> dict[str, Any]:
    """The options of the graph that the user gave, on the command line or in the environment.

    A store keeps those that are not given, so they are told from defaults here.
    """
    p = context.params
    values = {
        "base": ("base", p["base"]),
        "model": ("model", p["model"]),
        "rules": ("rules", tuple(p["rules"] or ())),
        "gazetteer": ("gazetteers", tuple(p["gazetteer"] or ())),
        "identity": ("identity", p["identity"]),
        "license": ("license", p["license"]),
        "min_confidence": ("min_confidence", p["min_confidence"]),
        "no_provenance": ("provenance", not p["no_provenance"]),
        "no_hierarchy": ("hierarchy", not p["no_hierarchy"]),
    }
    sources = {name: context.get_parameter_source(name) for name in values}
    return dict(values[name] for name, s in sources.items() if s and s.name != "DEFAULT")


def _check_plain(paths: Sequence[str], graphs: Sequence[Path], *, as_json: bool) -> None:
    """Raises UsageError for what only a build into a store can leave out."""
    if not paths:
        raise UsageError("Missing argument 'PATH'; name documents or a store, see kg build --help.")
    if as_json and not graphs:
        raise UsageError("--json and the graph both need standard output; name a file with -o.")


def _build(
    paths: Sequence[str],
    options: "BuildOptions",
    graphs: Sequence[Path],
    report: Path | None,
    show: _Show,
) -> None:
    """Reads, writes every output, prints the summary, and sets the exit code."""
    from kg.building import build_outputs, hold_outputs
    from kg.pipeline import prepare

    pipeline = prepare(options)
    with ExitStack() as stack:
        folder = stack.enter_context(hold_outputs([*graphs, *((report,) if report else ())]))
        with show_progress(quiet=show.quiet) as on_progress:
            built = stack.enter_context(build_outputs(paths, pipeline, folder, on_progress))
        with pipeline.stopwatch.measure("writing"):
            _write(built.graph, graphs, report)
        _tell(built.graph, quiet=show.quiet, as_json=show.as_json)
    if built.taken_up and not show.quiet:
        say(f"{built.taken_up:,} documents were not read again: an earlier run had read them")
    if show.profile:
        say(r.format_profile({**built.spent, **pipeline.stopwatch.spent}))
    _exit_by(built.graph.outcomes)


def _build_on_cluster(
    paths: Sequence[str],
    options: "BuildOptions",
    graphs: Sequence[Path],
    report: Path | None,
    show: _Show,
    where: tuple[Path | None, str | None],
) -> None:
    """The same on a cluster; `where` are the store, which must be None, and the scheduler."""
    store, scheduler = where
    built = build_on_cluster(
        paths, options, graphs, store=store, scheduler=scheduler, report=report, quiet=show.quiet
    )
    _tell(built, quiet=show.quiet, as_json=show.as_json)
    if show.profile:
        say(r.format_profile(built.spent))
    _exit_by(built.outcomes)


def _exit_by(outcomes: Iterable[Outcome]) -> None:
    if any(outcome.status in (Status.FAILED, Status.PARTIAL) for outcome in outcomes):
        raise typer.Exit(SOME_FAILED)


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


def _tell(graph: "Graph | Distributed", *, quiet: bool, as_json: bool) -> None:
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
