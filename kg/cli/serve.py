"""`kg serve`: a graph over HTTP."""

import os
from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import say

EXAMPLES = o.format_examples("kg serve graph.ttl", "kg serve graph.nq --port 8000 --seconds 30")


PortOption = Annotated[
    int, typer.Option(min=0, max=65535, metavar="NUMBER", help="The port; 0 takes a free one.")
]
ListenOption = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Where to listen; others than loopback need a token.")
]
NameOption = Annotated[
    list[str] | None,
    typer.Option(metavar="HOST", help="Another host name that leads here; repeats."),
]
SecondsOption = Annotated[
    float, typer.Option(min=0.1, metavar="NUMBER", help="Longest time of one query.")
]
MemoryOption = Annotated[int, typer.Option(min=64, metavar="MIB", help="Most memory of one query.")]
RowsOption = Annotated[int, typer.Option(min=1, metavar="NUMBER", help="Most rows of one answer.")]
WorkersOption = Annotated[
    int, typer.Option(min=1, max=64, metavar="NUMBER", help="Queries that run at one time.")
]
UpdateOption = Annotated[
    bool,
    typer.Option("--update", help="Take SPARQL updates of a copy of a graph file."),
]
SaveOption = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="With --update: the .nq file to write after each; else none."
    ),
]


def serve(
    graph: o.GraphArgument,
    port: PortOption = 8765,
    listen: ListenOption = "127.0.0.1",
    name: NameOption = None,
    seconds: SecondsOption = 10.0,
    memory: MemoryOption = 1024,
    rows: RowsOption = 10_000,
    workers: WorkersOption = 2,
    update: UpdateOption = False,
    save: SaveOption = None,
) -> None:
    """Serve a graph: a SPARQL endpoint, a page to ask, a page for every thing; read-only unless asked.

    Runs until Ctrl-C. Where KG_SERVE_TOKEN is set, it has to be given: as a bearer token, or as the
    password that the browser asks for.
    """
    from kg.serving import ServeOptions
    from kg.serving import serve as serve_graph

    options = ServeOptions(
        address=listen,
        port=port,
        token=os.environ.get("KG_SERVE_TOKEN", ""),
        seconds=seconds,
        memory=memory * 1024**2,
        rows=rows,
        workers=workers,
        names=tuple(name or ()),
        updates=update,
        save=save,
    )
    serve_graph(graph, options, _tell)


def _tell(address: str) -> None:
    say(f"The graph is at {address} (SPARQL at {address}sparql); Ctrl-C ends it.")
