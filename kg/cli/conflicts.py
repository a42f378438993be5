"""`kg conflicts`: where a graph contradicts itself."""

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import say, write_data, write_text

if TYPE_CHECKING:
    from kg.asking.conflicts import Conflict
    from kg.stores.graph_store import GraphStore

EXAMPLES = o.format_examples(
    "kg conflicts graph.ttl --kind post --certain",
    "kg conflicts graph.ttl --name Chongqing --format csv",
)


class Kind(StrEnum):
    """What the values of a conflict are of."""

    POST = "post"
    FIGURE = "figure"
    PLACE = "place"
    DATE = "date"
    DENIAL = "denial"


class Form(StrEnum):
    """The forms of the answer."""

    TEXT = "text"
    CSV = "csv"
    JSON = "json"


KindOption = Annotated[
    list[Kind] | None, typer.Option("--kind", help="Of this kind alone; repeats.")
]
AboutOption = Annotated[
    str | None, typer.Option("--name", metavar="TEXT", help="About what holds this text alone.")
]
CertainOption = Annotated[
    bool, typer.Option("--certain", help="Without those that a time not told could settle.")
]
FormOption = Annotated[Form, typer.Option("--format", "-f", help="Text is for people.")]


def conflicts(
    graph: o.GraphArgument,
    kind: KindOption = None,
    name: AboutOption = None,
    certain: CertainOption = False,
    limit: o.LimitOption = None,
    form: FormOption = Form.TEXT,
) -> None:
    """Show statements that contradict each other, each with its sentences; settle nothing.

    Two holders of one post at one time, two values of one measure and period, two headquarters, two
    dates of birth or founding, what one says and another denies. Rounded figures, "about" and plans
    contradict nothing. The exit code is 0 with or without conflicts.
    """
    from kg.asking.contradicting import find_conflicts
    from kg.asking.listing import fold
    from kg.ontology import load_ontology
    from kg.stores.graph_store import open_graph

    store = open_graph(graph)
    found = [
        conflict
        for conflict in find_conflicts(store, load_ontology())
        if (not kind or conflict.kind in kind)
        and (conflict.certain or not certain)
        and fold(name or "") in fold(conflict.about)
    ]
    _write(store, found[:limit], form)
    if limit is not None and limit < len(found):
        say(f"{limit:,} of {len(found):,} shown")


def _write(store: "GraphStore", shown: "list[Conflict]", form: Form) -> None:
    """Prints the conflicts in a form."""
    from kg.asking import conflict_forms as forms
    from kg.asking.listing import format_list

    if form is Form.JSON:
        records = forms.describe_conflicts(store, shown)
        write_data(json.dumps(records, ensure_ascii=False, indent=1) + "\n")
    elif form is Form.CSV:
        write_data(format_list(forms.COLUMNS, forms.list_sides(store, shown), form))
    else:
        write_text(forms.format_conflicts(store, shown))
