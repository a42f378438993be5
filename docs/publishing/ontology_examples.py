"""Examples of the terms from a graph: what of that type it has, and which sentence says so."""

from dataclasses import dataclass

import pyoxigraph as ox

from kg.ontology import TERMS

_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
_MANY = 4
_LONG = 240  # characters of a quote that an example can bear

_STATEMENTS = """
PREFIX kg: <https://w3id.org/newskg/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT DISTINCT ?predicate ?subject ?object ?modality ?quote WHERE {
  ?s rdf:predicate ?predicate ; rdf:subject/rdfs:label ?subject ; rdf:object ?o ;
     kg:modality ?modality ; kg:evidence/kg:quote ?quote .
  OPTIONAL { ?o rdfs:label ?label }
  BIND(COALESCE(?label, STR(?o)) AS ?object)
}
"""


@dataclass(frozen=True, slots=True)
class Example:
    """One statement in words, and the sentence behind it."""

    subject: str
    object: str
    modality: str
    quote: str


class Examples:
    """What a graph has for each term; the same graph gives the same examples."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._statements: dict[str, list[Example]] = {}
        rows = store.query(_STATEMENTS)
        assert isinstance(rows, ox.QuerySolutions)  # noqa: S101  it is a SELECT
        for row in rows:
            name, modality = (_get_text(row[key]) for key in ("predicate", "modality"))
            example = Example(
                subject=_get_text(row["subject"]),
                object=_get_text(row["object"]),
                modality=modality.removeprefix(TERMS).lower(),
                quote=" ".join(_get_text(row["quote"]).split()),
            )
            self._statements.setdefault(name.removeprefix(TERMS), []).append(example)

    def list_things(self, name: str) -> list[str]:
        """The labels of some things of that very type, in order of the alphabet."""
        found = set()
        for quad in self._store.quads_for_pattern(None, _TYPE, ox.NamedNode(TERMS + name), None):
            labels = self._store.quads_for_pattern(quad.subject, _LABEL, None, None)
            found |= {_get_text(label.object) for label in labels}
        return sorted(found)[:_MANY]

    def find_statement(self, name: str) -> Example | None:
        """The statement with that predicate that is plainest to read: a fact, in a short sentence."""
        found = [e for e in self._statements.get(name, ()) if len(e.quote) <= _LONG]
        return min(found, key=_rank, default=None)

    def list_values(self, name: str) -> list[str]:
        """Some values of a property, by their labels where they are things with one."""
        found = set()
        for quad in self._store.quads_for_pattern(None, ox.NamedNode(TERMS + name), None, None):
            value = quad.object
            if isinstance(value, ox.NamedNode):
                labels = self._store.quads_for_pattern(value, _LABEL, None, None)
                found |= {_get_text(label.object) for label in labels}
            else:
                found.add(_get_text(value))
        short = sorted((v for v in found if len(v) <= 60), key=lambda v: (len(v) > 30, v))
        return short[:_MANY]


def _rank(example: Example) -> tuple[bool, int, str, str, str]:
    size = len(example.quote)
    return example.modality != "actual", size, example.quote, example.subject, example.object


def _get_text(term: object) -> str:
    return str(getattr(term, "value", term))
