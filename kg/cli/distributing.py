"""`kg build --engine dask`: the same build on a cluster."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.outputs import check_writable
from kg.cli.progress import show_progress
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.distributing import Distributed
    from kg.pipeline import BuildOptions


def build_on_cluster(
    paths: Sequence[str],
    options: "BuildOptions",
    outputs: Sequence[Path],
    *,
    store: Path | None,
    scheduler: str | None,
    report: Path | None,
    quiet: bool,
) -> "Distributed":
    """Builds and writes; raises UsageError for what only a build on this machine can do."""
    if store is not None:
        raise UsageError("--engine dask writes a folder of shards and no store; leave out --store.")
    if not paths:
        raise UsageError("Missing argument 'PATH'; name documents, see kg build --help.")
    if len(outputs) != 1:
        raise UsageError(
            "--engine dask writes one folder of shards; name it with -o, as in -o graph.nq.d."
        )
    if report is not None:
        check_writable(report)
    from kg.distributing import distribute

    with show_progress(quiet=quiet) as on_progress:
        return distribute(
            paths,
            options,
            str(outputs[0]),
            scheduler=scheduler,
            report=report,
            on_progress=on_progress,
        )
