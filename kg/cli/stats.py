"""`kg stats`: what a graph holds, counted."""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import write_data

EXAMPLES = o.format_examples("kg stats graph.ttl", "kg stats news --format json")


def stats(
    graph: o.GraphArgument,
    form: o.ListFormatOption = o.ListFormat.TABLE,
    top: Annotated[
        int, typer.Option("--top", min=1, metavar="NUMBER", help="So many rules in the table.")
    ] = 10,
) -> None:
    """Count what a graph holds: documents, entities by type, statements by predicate and modality.

    Also the rules that gave them, how many independent texts say each, and the run that made it all.
    """
    from kg.asking.statistics import count_graph
    from kg.asking.statistics_forms import format_statistics
    from kg.stores.graph_store import open_graph

    write_data(format_statistics(count_graph(open_graph(graph)), form, top=top))
