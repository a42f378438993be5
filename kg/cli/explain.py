"""`kg explain`: what a graph says of one thing."""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import write_text

EXAMPLES = o.format_examples(
    'kg explain graph.ttl "Chongqing"', "kg explain graph.ttl city/chongqing"
)


def explain(
    graph: o.GraphArgument,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, as the documents write it, or an IRI.")
    ],
) -> None:
    """Show what a graph says of a thing, each line with its sentence, document and rule."""
    from kg.explaining import explain as explain_thing
    from kg.explaining import format_explanation
    from kg.stores.graph_store import open_graph

    write_text(format_explanation(explain_thing(open_graph(graph), name)))
