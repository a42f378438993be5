"""What `kg build --store` and `kg remove` share: a store is changed, written and told of."""

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kg.cli.progress import show_progress
from kg.cli.running import format_profile
from kg.cli.summary import format_notes, format_summary, list_summary_fields
from kg.cli.terminal import say, write_data
from kg.errors import UsageError
from kg.model.document import Status

if TYPE_CHECKING:
    from kg.growing import Growth, Store

SOME_FAILED = 3


def add_documents(
    folder: Path, paths: Sequence[str], given: dict[str, Any], *, quiet: bool
) -> "Growth":
    """Puts documents into the store, with its own options but for those given."""
    from kg.growing import Store

    store = Store(folder)
    if not paths and not store.folder.exists():
        raise UsageError(f"There is no store {folder} yet; name documents to make one of.")
    options = replace(store.options, **given)
    with show_progress(quiet=quiet) as on_progress:
        return store.add(paths, options=options, on_progress=on_progress)


def finish_growth(
    folder: Path,
    growth: "Growth",
    graphs: Sequence[Path],
    report: Path | None,
    *,
    quiet: bool,
    as_json: bool,
    profile: bool = False,
) -> None:
    """Writes every output, the report last, prints the summary, and sets the exit code."""
    from kg.growing import Store
    from kg.rdf.writing import open_output
    from kg.running import write_report

    store = Store(folder)
    began = time.perf_counter()
    for path in graphs:
        store.write(path)
    spent = {**growth.spent, "writing": time.perf_counter() - began}
    if report is not None:
        with open_output(report) as stream:
            write_report(growth.outcomes, stream)
    _tell(store, growth, quiet=quiet, as_json=as_json)
    if profile:
        say(format_profile(spent))
    if any(o.status in (Status.FAILED, Status.PARTIAL) for o in growth.outcomes):
        raise typer.Exit(SOME_FAILED)


def _tell(store: "Store", growth: "Growth", *, quiet: bool, as_json: bool) -> None:
    """Prints what gave nothing and the summary; of that --quiet keeps the failures."""
    notes = format_notes(growth.outcomes, failures_only=quiet)
    if notes:
        say(notes)
    for note in growth.notes:
        say(f"warning: {note}")
    if quiet and not as_json:
        return
    summary = store.summary(growth.outcomes)
    if as_json:
        counts = {"documents": growth.documents, "anew": growth.anew}
        fields = {**list_summary_fields(summary), "store": counts}
        write_data(json.dumps(fields, indent=2, sort_keys=True) + "\n")
        return
    say(format_summary(summary))
    say(format_store(store.folder, growth))


def format_store(folder: Path, growth: "Growth") -> str:
    """A line or two: how much the store has, and whether it was read anew."""
    lines = [f"the store {folder} has {growth.documents:,} documents"]
    if growth.anew:
        lines.append(
            f"{growth.anew:,} of them were read again, as what reads (rules, names, model, kg) is"
            " not what it was made with"
        )
    return "\n".join(lines)
