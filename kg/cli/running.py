"""The options of how a build is run, and the table of where its time went."""

import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.running import RunOptions

WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        envvar="KG_WORKERS",
        show_envvar=True,
        min=0,
        metavar="NUMBER",
        help="Processes that read documents; 0 reads in this one, without limits. "
        "Without it: one for each core.",
    ),
]
TimeLimitOption = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        help="What one document may take, and again for each million characters; 60 without it.",
    ),
]
MemoryLimitOption = Annotated[
    float | None,
    typer.Option(
        "--memory-limit",
        metavar="GB",
        help="What one document may take of memory; 2 without it.",
    ),
]
CacheOption = Annotated[
    Path | None,
    typer.Option(
        "--cache",
        envvar="KG_CACHE",
        show_envvar=True,
        metavar="FOLDER",
        help="Keep what is read of documents, and their parses, for later builds; see kg cache.",
    ),
]


class Engine(StrEnum):
    """What runs a build."""

    LOCAL = "local"
    DASK = "dask"


EngineOption = Annotated[
    Engine,
    typer.Option(
        "--engine",
        help="What runs the build: this machine, or a Dask cluster, which writes a folder of shards and "
        "reads URLs (s3://) and patterns too; see docs/cluster.md.",
    ),
]
SchedulerOption = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        envvar="KG_SCHEDULER",
        show_envvar=True,
        metavar="ADDRESS",
        help="The Dask scheduler of --engine dask, as in tcp://host:8786. "
        "Without it: a cluster of --workers processes here.",
    ),
]
ProfileOption = Annotated[
    bool, typer.Option("--profile", help="Say at the end where the time went.")
]
_STAGES = ("reading", "parsing", "mentions", "clauses", "rules", "resolution", "writing")


def make_run_options(
    workers: int | None, time_limit: float | None, memory_limit: float | None, cache: Path | None
) -> "RunOptions":
    """The settings; raises UsageError for limits that are none."""
    from kg.running import Limits, RunOptions

    limits = Limits()
    given = Limits(
        seconds=limits.seconds if time_limit is None else time_limit,
        memory=limits.memory if memory_limit is None else int(memory_limit * 1e9),
    )
    number = count_cores() if workers is None else workers
    return RunOptions(workers=number, limits=given, cache=cache)


def count_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def format_profile(spent: Mapping[str, float]) -> str:
    """Lines of seconds and shares by stage, in the order of the work."""
    names = [*_STAGES, *sorted(spent.keys() - set(_STAGES))]
    total = sum(spent.values()) or 1.0
    lines = ["where the time went, in seconds of all processes together:"]
    lines += [
        f"  {name:<11}{spent.get(name, 0.0):8.2f}  {spent.get(name, 0.0) / total:6.1%}"
        for name in names
    ]
    return "\n".join(lines)
