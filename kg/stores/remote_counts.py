"""How many triples a store holds, by its own word."""

from collections.abc import Iterable
from itertools import islice
from urllib.parse import quote

from kg.stores.endpoint import Endpoint

_AT_ONCE = 100  # graphs a query: stores limit the length of a query and the rows of an answer


def count_triples(
    endpoint: Endpoint, query_url: str, graphs: Iterable[str]
) -> dict[str, int] | None:
    """Triples by graph, of those that have any; None where the store does not answer such a query."""
    counts: dict[str, int] = {}
    names = iter(graphs)
    while chunk := list(islice(names, _AT_ONCE)):
        listed = " ".join(f"<{name}>" for name in chunk)
        found = _ask(
            endpoint,
            query_url,
            f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {listed} }} GRAPH ?g {{ ?s ?p ?o }} }}"
            " GROUP BY ?g",
        )
        if found is None:
            return None
        counts.update(found)
    return counts


def _ask(endpoint: Endpoint, url: str, query: str) -> dict[str, int] | None:
    answer = endpoint.send(
        "POST",
        url,
        b"query=" + quote(query).encode(),
        {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/sparql-results+json",
        },
    )
    if not answer.is_success:
        return None
    try:
        rows = answer.json()["results"]["bindings"]
        return {row["g"]["value"]: int(row["n"]["value"]) for row in rows if "g" in row}
    except (ValueError, KeyError, TypeError):
        return None
