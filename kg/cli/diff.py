"""`kg diff`: what one graph says and another does not."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import write_data, write_text

DIFFERS = 3
EXAMPLES = o.format_examples("kg diff before.ttl after.ttl", "kg diff a.nq.gz b.ttl --check --json")


def diff(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help=o.GRAPH_HELP)],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="Another graph.")],
    check: Annotated[
        bool, typer.Option("--check", help="End with exit code 3 where the two differ.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The differences as JSON.")] = False,
) -> None:
    """Show the statements gained, lost and changed between two graphs, with their sentences."""
    from kg.evaluation.differences import (
        describe_differences,
        find_differences,
        format_differences,
    )
    from kg.stores.graph_store import open_graph

    differences = find_differences(open_graph(before), open_graph(after))
    if as_json:
        record = describe_differences(differences)
        write_data(json.dumps(record, ensure_ascii=False, indent=2) + "\n")
    else:
        write_text(format_differences(differences))
    if check and differences:
        raise typer.Exit(DIFFERS)
