"""`kg view`: a page to look at."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import options as o
from kg.cli.outputs import check_writable
from kg.errors import UsageError

EXAMPLES = o.format_examples(
    "kg view graph.ttl -o graph.html",
    "kg view graph.ttl -o graph.html --articles seeds/articles",
    'kg view graph.nq.gz -o graph.html --title "Ports in 2025"',
)


def view(
    graph: o.GraphArgument,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write, .html.")
    ],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What stands above the graph.")
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option(
            "--articles",
            metavar="PATH",
            help="Show the whole texts of these files or folders, named as when the graph was built; repeats. "
            "A graph holds only the sentences that statements stand on.",
        ),
    ] = None,
) -> None:
    """Write a page that shows a graph; it opens in any browser and needs no network."""
    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"The page {output} needs the ending .html; name it so.")
    check_writable(output)
    from kg.rdf.writing import open_output
    from kg.stores.graph_store import open_graph
    from kg.views import from_store, render_page
    from kg.views.content import DEFAULT_TITLE

    content = from_store(
        open_graph(graph), texts=_read_texts(articles or []), title=title or DEFAULT_TITLE
    )
    if articles and not any(document.text for document in content.documents):
        raise UsageError(
            f"None of {', '.join(articles)} is an article of {graph}; name them as when it was built."
        )
    with open_output(output) as stream:
        stream.write(render_page(content).encode("utf-8"))


def _read_texts(paths: list[str]) -> dict[str, str]:
    from kg.model.document import Document
    from kg.readers import ReadOptions, read_documents

    read = read_documents(paths, options=ReadOptions()) if paths else ()
    return {item.identifier: item.text for item in read if isinstance(item, Document)}
