"""A graph's triples as plain Python: the seam between the page and whatever holds the graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Queryable(Protocol):
    """Anything that answers SPARQL: a GraphStore of kg, or a pyoxigraph.Store."""

    def query(self, query: str, /) -> Any:
        """The answer to a SELECT query: an object with `rows`, or the rows themselves."""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A literal: its text, and itself as an N-Triples term, which an export writes."""

    text: str
    term: str


Term = str | Value  # a str is an IRI
Properties = Mapping[str, list[Term]]


Rows = Iterable[Any]  # triples or quads of pyoxigraph


def read_subjects(rows: Rows) -> dict[str, Properties]:
    """Every subject's properties with their values in order, each once, however the rows are ordered.

    Blank nodes are left out: they name nothing.
    """
    subjects: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in _read_rows(rows):
        subjects[subject][predicate].append(value)
    for properties in subjects.values():
        for name, values in properties.items():
            order = sorted(set(values), key=lambda t: (isinstance(t, Value), get_text(t), str(t)))
            properties[name] = order
    return {subject: dict(properties) for subject, properties in subjects.items()}


def format_term(term: Term) -> str:
    """The term in N-Triples."""
    return term.term if isinstance(term, Value) else f"<{term}>"


def get_text(term: Term) -> str:
    """The literal's text or the IRI itself."""
    return term.text if isinstance(term, Value) else term


def find_text(properties: Properties, predicate: str) -> str | None:
    """The first value of a property as text, or None."""
    values = properties.get(predicate)
    return get_text(values[0]) if values else None


def list_iris(properties: Properties, predicate: str) -> Iterator[str]:
    """The IRIs among the values of a property."""
    return (term for term in properties.get(predicate, ()) if isinstance(term, str))


def query_everything(store: Queryable) -> Rows:
    """All triples, whatever graph they stand in. The one place that knows how a store answers."""
    query = Path(__file__).with_name("everything.rq").read_text(encoding="utf-8")
    answer = store.query(query)
    rows: Rows = getattr(answer, "rows", answer)
    return rows


def _read_rows(rows: Rows) -> Iterator[tuple[str, str, Term]]:
    for subject, predicate, value, *_ in rows:
        kinds = type(subject).__name__, type(value).__name__
        if kinds == ("NamedNode", "NamedNode"):
            yield subject.value, predicate.value, value.value
        elif kinds == ("NamedNode", "Literal"):
            yield subject.value, predicate.value, Value(value.value, str(value))
