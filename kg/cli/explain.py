"""`kg explain`: what a graph says of one thing, and why two names are one or not."""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import write_text

EXAMPLES = o.format_examples(
    'kg explain graph.ttl "Chongqing"',
    'kg explain graph.ttl MIIT --and "Ministry of Industry and Information Technology"',
)


def explain(
    graph: o.GraphArgument,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A name, as the documents write it, or an IRI.")
    ],
    other: Annotated[
        str | None,
        typer.Option(
            "--and",
            metavar="OTHER",
            help="Another name: are the two one thing, and why, or why not?",
        ),
    ] = None,
) -> None:
    """Show what a graph says of a thing, each line with its sentence, document and rule."""
    from kg.stores.graph_store import open_graph

    store = open_graph(graph)
    if other is not None:
        from kg.asking.identity import compare_names, format_comparisons
        from kg.ontology import load_ontology

        found = compare_names(store, load_ontology(), name, other)
        write_text(format_comparisons(name, other, found))
        return
    from kg.explaining import explain as explain_thing
    from kg.explaining import format_explanation

    write_text(format_explanation(explain_thing(store, name)))
