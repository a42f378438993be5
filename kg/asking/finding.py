"""The things of a graph that a name, an id or an IRI stands for."""

import difflib
import re

import pyoxigraph as ox

from kg.asking.reading import select_rows
from kg.errors import GraphError
from kg.rdf.terms import clean_text
from kg.stores.graph_store import GraphStore
from kg.stores.results import Table

_NAMES = """
SELECT DISTINCT ?node ?name WHERE {
  ?node a ?class ; rdfs:label|skos:altLabel ?name .
  FILTER (?class NOT IN (kg:Statement, kg:Passage, kg:Document, kg:Quantity, kg:Judgement, kg:Run))
}"""
_ID = re.compile(r"[a-z]+(?:-[a-z]+)*/[^/]+$")


def find_things(store: GraphStore, name_or_iri: str) -> tuple[str, ...]:
    """The IRIs of things found by IRI, by id ("city/alba") or by any name, sorted.

    Names are compared without regard to case. Raises GraphError with the nearest names where
    nothing is found.
    """
    asked = clean_text(name_or_iri).strip()
    folded = asked.casefold()
    names: dict[str, str] = {}
    by_iri: set[str] = set()
    by_name: set[str] = set()
    for node, name in sorted(select_rows(store, _NAMES)):
        names[name.casefold()] = name
        if node == asked or ("/" in asked and format_id(node) == asked.strip("/")):
            by_iri.add(node)
        elif name.casefold() == folded:
            by_name.add(node)
    if not by_iri and not by_name:
        raise GraphError(_describe_missing(asked, names))
    return tuple(sorted(by_iri or by_name))


def is_thing(store: GraphStore, iri: str) -> bool:
    """Whether the IRI is that of a thing, which has a name; asks for it alone."""
    results = store.query(_NAMES, substitutions={"node": ox.NamedNode(iri)})
    return isinstance(results, Table) and bool(results.rows)


def format_id(iri: str) -> str:
    """The id without the base ("city/alba"), as ledgers write it; the IRI where there is none."""
    found = _ID.search(iri)
    return found.group() if found else iri


def _describe_missing(asked: str, names: dict[str, str]) -> str:
    near = difflib.get_close_matches(asked.casefold(), sorted(names), n=3, cutoff=0.6)
    holding = sorted(name for name in names if asked and asked.casefold() in name)
    options = [f"'{names[name]}'" for name in dict.fromkeys([*near, *holding[:3]])]
    if options:
        return f"The graph has nothing called '{asked}'; did you mean {' or '.join(options)}?"
    return f"The graph has nothing called '{asked}'; 'kg entities GRAPH' lists what it has."
