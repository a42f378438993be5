"""`kg merges`: which names a graph takes for one thing, and which it does not."""

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import say, write_data

if TYPE_CHECKING:
    from kg.asking.judgements import Judged
    from kg.asking.listing import Value

EXAMPLES = o.format_examples(
    'kg merges graph.ttl --name "Ministry of Trade"',
    "kg merges graph.ttl --candidates --format csv",
)
_DECIDED = ("left", "verdict", "right", "score", "reason", "documents")
_UNDECIDED = ("left", "right", "score", "reason", "left_id", "right_id", "documents")
_ALL = (
    "left", "left_type", "verdict", "right", "right_type", "score", "reason", "documents",
    "left_id", "right_id",
)  # fmt: skip


def merges(
    graph: o.GraphArgument,
    candidates: Annotated[
        bool,
        typer.Option("--candidates", help="Only names that are alike and were not taken for one."),
    ] = False,
    name: o.NameOption = None,
    limit: o.LimitOption = None,
    form: o.ListFormatOption = o.ListFormat.TABLE,
) -> None:
    """List which names were taken for one thing, or kept apart, how surely, why and where.

    Names written alike and taken for one are not listed. A ledger (kg build --identity) decides
    what the rules cannot.
    """
    from kg.asking.judgements import filter_judgements, list_judgements
    from kg.asking.listing import format_list
    from kg.stores.graph_store import open_graph

    found = filter_judgements(list_judgements(open_graph(graph)), candidates=candidates, name=name)
    rows = [_describe(judged) for judged in found[:limit]]
    table = _UNDECIDED if candidates else _DECIDED
    columns = table if form is o.ListFormat.TABLE else _ALL
    write_data(format_list(columns, rows, form))
    if len(rows) < len(found):
        say(f"{len(rows):,} of {len(found):,} shown")


def _describe(judged: "Judged") -> "dict[str, Value]":
    """The fields of one judgement."""
    from kg.asking.finding import format_id

    return {
        "left": judged.left.name,
        "left_type": judged.left.type,
        "verdict": judged.verdict.value,
        "right": judged.right.name,
        "right_type": judged.right.type,
        "score": judged.score,
        "reason": judged.reason,
        "documents": judged.documents,
        "left_id": format_id(judged.left.iri),
        "right_id": format_id(judged.right.iri),
    }
