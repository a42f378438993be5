"""`kg view`: a page to look at."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.outputs import check_writable
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.views.sparql import PageQuery

EXAMPLES = o.format_examples(
    "kg view graph.ttl -o graph.html --articles seeds/articles",
    'kg view graph.nq.gz -o graph.html --title "Ports in 2025" --sparql',
)
PageOption = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="The page to write, .html.")
]
TitleOption = Annotated[
    str | None, typer.Option("--title", metavar="TEXT", help="What stands above the graph.")
]
ArticlesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--articles",
        metavar="PATH",
        help="Show the whole texts of these files or folders, named as when the graph was built; repeats. "
        "A graph holds only the sentences that statements stand on.",
    ),
]
SparqlOption = Annotated[
    bool,
    typer.Option(
        "--sparql", help="Let readers ask the graph in SPARQL, offline; the page grows by 2 MB."
    ),
]


def view(
    graph: o.GraphArgument,
    output: PageOption,
    title: TitleOption = None,
    articles: ArticlesOption = None,
    sparql: SparqlOption = False,
) -> None:
    """Write a page that shows a graph; it opens in any browser and needs no network."""
    if output.suffix.lower() not in (".html", ".htm"):
        raise UsageError(f"The page {output} needs the ending .html; name it so.")
    check_writable(output)
    from kg.rdf.writing import open_output
    from kg.stores.graph_store import open_graph
    from kg.views import from_store, make_sparql, render_page
    from kg.views.content import DEFAULT_TITLE
    from kg.views.triples import query_everything

    store = open_graph(graph)
    content = from_store(store, texts=_read_texts(articles or []), title=title or DEFAULT_TITLE)
    if articles and not any(document.text for document in content.documents):
        raise UsageError(
            f"None of {', '.join(articles)} is an article of {graph}; name them as when it was built."
        )
    parts = make_sparql(query_everything(store), _list_queries()) if sparql else None
    with open_output(output) as stream:
        stream.write(render_page(content, sparql=parts).encode("utf-8"))


def _read_texts(paths: list[str]) -> dict[str, str]:
    from kg.model.document import Document
    from kg.readers import ReadOptions, read_documents

    read = read_documents(paths, options=ReadOptions()) if paths else ()
    return {item.identifier: item.text for item in read if isinstance(item, Document)}


def _list_queries() -> list["PageQuery"]:
    """The shipped queries that need no value of a parameter, without their headers."""
    from kg.queries import load_queries
    from kg.views.sparql import PageQuery

    return [
        PageQuery(name=query.name, purpose=query.purpose, text=query.text.partition("\n\n")[2])
        for query in load_queries().values()
        if all(parameter.default == "" for parameter in query.parameters)
    ]
