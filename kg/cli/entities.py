"""`kg entities`: the things of a graph."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options as o
from kg.cli.terminal import say, write_data

if TYPE_CHECKING:
    from kg.asking.entities import Listed
    from kg.asking.listing import Value

EXAMPLES = o.format_examples(
    "kg entities graph.ttl --type Organization --min-documents 2",
    "kg entities graph.ttl --name chongqing --format json",
)
_COLUMNS = ("type", "label", "names", "documents", "degree", "links", "id")


class Order(StrEnum):
    """What the list is sorted by."""

    DOCUMENTS = "documents"
    DEGREE = "degree"
    LABEL = "label"


TypeOption = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="Of this type or one below it alone."),
]
MinDocumentsOption = Annotated[
    int | None,
    typer.Option(
        "--min-documents",
        min=0,
        metavar="NUMBER",
        help="In so many documents; 0 adds the places that the gazetteer alone tells of.",
    ),
]


def entities(
    graph: o.GraphArgument,
    kind: TypeOption = None,
    name: o.NameOption = None,
    min_documents: MinDocumentsOption = None,
    sort: Annotated[
        Order, typer.Option("--sort", help="What comes first: the most, or the first by letter.")
    ] = Order.DOCUMENTS,
    limit: o.LimitOption = None,
    form: o.ListFormatOption = o.ListFormat.TABLE,
) -> None:
    """List the things of a graph: type, names, documents, degree and links elsewhere.

    The degree is how many statements have the thing as subject or object.
    """
    from kg.asking.entities import filter_entities, list_entities
    from kg.asking.listing import format_list
    from kg.ontology import load_ontology
    from kg.stores.graph_store import open_graph

    ontology = load_ontology()
    found = filter_entities(
        list_entities(open_graph(graph), ontology),
        ontology,
        kind=kind,
        name=name,
        min_documents=min_documents,
    )
    shown = _sort(found, sort)[:limit]
    rows = [_describe(entity) for entity in shown]
    write_data(format_list(_COLUMNS, rows, form))
    if len(shown) < len(found):
        say(f"{len(shown):,} of {len(found):,} shown")


def _describe(entity: "Listed") -> "dict[str, Value]":
    """The fields of one thing."""
    from kg.asking.finding import format_id

    return {
        "type": entity.type,
        "label": entity.label,
        "names": entity.names,
        "documents": entity.documents,
        "degree": entity.degree,
        "links": entity.links,
        "id": format_id(entity.iri),
    }


def _sort(found: "list[Listed]", order: Order) -> "list[Listed]":
    """The list, which comes by documents, in another order."""
    if order is Order.DEGREE:
        return sorted(found, key=lambda entity: -entity.degree)
    if order is Order.LABEL:
        return sorted(found, key=lambda entity: (entity.label.casefold(), entity.iri))
    return found
