"""The triples of a graph by subject and property, for reading it back."""

from collections.abc import Iterable

import pyoxigraph as ox

from kg.errors import GraphError
from kg.ontology import TERMS
from kg.rdf import terms as t

Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_REIFIES = ox.NamedNode(t.RDF + "reifies")


class TripleIndex:
    """Properties of each subject by IRI; statements of RDF 1.2 have the three parts of RDF 1.1."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        self.subjects: dict[str, dict[str, list[Value]]] = {}
        self._by_type: dict[str, list[str]] = {}
        for triple in (triple for quad in quads for triple in spread(quad.triple)):
            subject, predicate, value = triple.subject, triple.predicate.value, triple.object
            if isinstance(subject, ox.NamedNode):
                properties = self.subjects.setdefault(subject.value, {})
                properties.setdefault(predicate, []).append(value)
                if triple.predicate == t.TYPE and isinstance(value, ox.NamedNode):
                    self._by_type.setdefault(value.value, []).append(subject.value)

    def list_of_type(self, name: str) -> list[str]:
        """The IRIs of things whose class is that of the ontology ("Statement"), sorted."""
        return sorted(set(self._by_type.get(TERMS + name, ())))

    def list_values(self, subject: str, predicate: str) -> list[Value]:
        """The values of a property by its IRI, each once, in order of their text."""
        found = self.subjects.get(subject, {}).get(predicate, ())
        return sorted(set(found), key=str)

    def list_texts(self, subject: str, predicate: str) -> list[str]:
        """The literals among the values, sorted."""
        values = self.list_values(subject, predicate)
        return sorted(value.value for value in values if isinstance(value, ox.Literal))

    def list_iris(self, subject: str, predicate: str) -> list[str]:
        """The IRIs among the values, sorted."""
        values = self.list_values(subject, predicate)
        return sorted(value.value for value in values if isinstance(value, ox.NamedNode))

    def find_text(self, subject: str, predicate: str) -> str | None:
        """The first literal, or None."""
        return next(iter(self.list_texts(subject, predicate)), None)

    def get_text(self, subject: str, predicate: str) -> str:
        """The first literal; raises GraphError where there is none."""
        for text in self.list_texts(subject, predicate):
            return text
        raise _tell_missing(subject, predicate)

    def get_iri(self, subject: str, predicate: str) -> str:
        """The first IRI; raises GraphError where there is none."""
        for iri in self.list_iris(subject, predicate):
            return iri
        raise _tell_missing(subject, predicate)

    def get_value(self, subject: str, predicate: str) -> Value:
        """The first value; raises GraphError where there is none."""
        for value in self.list_values(subject, predicate):
            return value
        raise _tell_missing(subject, predicate)


def spread(triple: ox.Triple) -> Iterable[ox.Triple]:
    """The triple, or the three that it stands for where it reifies one in the way of RDF 1.2."""
    value = triple.object
    if triple.predicate != _REIFIES or not isinstance(value, ox.Triple):
        return (triple,)
    parts = {name: getattr(value, name) for name in ("subject", "predicate", "object")}
    return [ox.Triple(triple.subject, ox.NamedNode(t.RDF + n), part) for n, part in parts.items()]


def _tell_missing(subject: str, predicate: str) -> GraphError:
    return GraphError(
        f"The graph is not whole: {subject} has no {predicate}; 'kg validate' tells what is missing."
    )
