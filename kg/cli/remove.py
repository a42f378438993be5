"""`kg remove`: takes documents out of a store."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.growing import finish_growth
from kg.cli.outputs import check_outputs

EXAMPLES = o.format_examples(
    "kg remove --store news articles/plant.txt", "kg remove --store news articles/2019 feed.jsonl"
)


def remove(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Documents as they were named to kg build; a folder or file takes all of its own.",
        ),
    ],
    store: Annotated[Path, typer.Option("--store", metavar="FOLDER", help="The store.")],
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write the graph after it; repeats."
        ),
    ] = None,
    quiet: o.QuietOption = False,
    as_json: o.JsonOption = False,
    report: o.ReportOption = None,
) -> None:
    """Take documents out of a store, and what they alone say; the files need not exist any more."""
    graphs = tuple(output or ())
    check_outputs((), graphs, report)
    from kg.growing import Store

    growth = Store(store).remove(paths)
    finish_growth(store, growth, graphs, report, quiet=quiet, as_json=as_json)
