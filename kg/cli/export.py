"""`kg export`: a graph in another form."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.outputs import check_outputs
from kg.cli.terminal import say

if TYPE_CHECKING:
    from kg.rdf.content import GraphContent

EXAMPLES = o.format_examples(
    "kg export graph.ttl -o graph.graphml -o graph.jsonld",
    "kg export news -o news.nodes.csv -o news.edges.csv",
)


def export(
    graph: o.GraphArgument,
    output: Annotated[
        list[Path],
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write; the ending decides the form, .gz after it compresses; repeats.",
        ),
    ],
) -> None:
    """Write a graph in other forms, with the bytes that kg build would have written.

    Claims (.jsonl) are no part of a graph: they are written from a store folder alone.
    """
    check_outputs([str(graph)], output, None)
    from kg.rdf.writing import check_form, write_graph
    from kg.stores.store_file import is_store

    if is_store(graph):
        from kg.growing import Store

        store = Store(graph)
        for path in output:
            store.write(path)
        return
    content = _read(graph)
    for path in output:
        check_form(content, path)
    for path in output:
        write_graph(content, path)


def _read(graph: Path) -> "GraphContent":
    """The graph of a file, or of a store of Oxigraph; says where it is not as kg writes it."""
    from kg.rdf.restoring import restore
    from kg.stores.graph_store import read_quads

    content = restore(read_quads(graph))
    if content.quads is not None:
        say(
            f"warning: {graph} holds other triples than this kg writes; forms of RDF have them as they "
            "are, all others have things and statements alone"
        )
    return content
