"""`kg query`: ask a graph."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import write_data, write_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.stores.graph_store import GraphStore
    from kg.stores.results import Results

# What the command does not know itself is a parameter of the query: --place Chongqing.
SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}
EXAMPLES = o.format_examples(
    "kg query graph.ttl investments --place Chongqing --format csv",
    'kg query graph.ttl "SELECT ?who ?what WHERE { ?who kg:holdsPost ?what }"',
)
_NAME = re.compile(r"[\w-]+")


def query(
    context: typer.Context,
    graph: Annotated[
        Path | None, typer.Argument(metavar="GRAPH", help=o.GRAPH_HELP, show_default=False)
    ] = None,
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY [--PARAMETER VALUE]...",
            help="SPARQL, a .rq file, or the name of a query of kg, then its parameters.",
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        o.Format | None,
        typer.Option("--format", "-f", help="Without it: a table; Turtle where triples are asked."),
    ] = None,
    list_queries: Annotated[
        bool, typer.Option("--list", help="List the queries that come with kg, and stop.")
    ] = False,
) -> None:
    """Ask a graph a question in SPARQL, or by the name of one that comes with kg."""
    if list_queries:
        write_text(format_queries())
        return
    if graph is None or question is None:
        raise UsageError("kg query needs a graph and a query; kg query --list names some.")
    parameters = read_parameters([question, *context.args])
    from kg.rdf.terms import get_prefixes
    from kg.stores.graph_store import open_graph
    from kg.stores.results import Triples, format_results

    results = _ask(open_graph(graph), question, parameters)
    form = form or (o.Format.TURTLE if isinstance(results, Triples) else o.Format.TABLE)
    write_data(format_results(results, form, get_prefixes()))


def read_parameters(words: Sequence[str]) -> dict[str, str]:
    """The parameters after the query, from `--name value` or `--name=value`; UsageError if none."""
    question, *rest = words
    if question.startswith("-"):
        raise UsageError(f"The query is missing before {question}; write kg query GRAPH QUERY.")
    parameters: dict[str, str] = {}
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if not re.fullmatch(r"--\w[\w-]*", name):
            raise UsageError(f"'{name}' after the query is no parameter; write --NAME VALUE.")
        if not equals and not rest:
            raise UsageError(f"The parameter {name} has no value; write {name} VALUE.")
        parameters[name.removeprefix("--").replace("-", "_")] = value if equals else rest.pop(0)
    return parameters


def _ask(store: "GraphStore", question: str, parameters: dict[str, str]) -> "Results":
    """The answer to a query by name, or to that of a file or the text itself."""
    from kg.queries.loading import get_query

    if _NAME.fullmatch(question):
        return get_query(question).run(store, parameters)
    if parameters:
        names = ", ".join(f"--{name}" for name in parameters)
        raise UsageError(
            f"Only a query that comes with kg has parameters; write {names} into this one."
        )
    return store.query(_read_query(question) if question.endswith(".rq") else question)


def _read_query(name: str) -> str:
    """The text of a query file."""
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        raise UsageError(
            f"The query file {name} cannot be read: {reason}; give one in UTF-8."
        ) from error


def format_queries() -> str:
    """One block a query: its name and purpose, its parameters, and an example."""
    from kg.queries import load_queries

    blocks = [f"{q.name}: {q.purpose}\n    {q.example}\n" for q in load_queries().values()]
    return "".join(blocks)
