"""Labels, types and containing places of the nodes of a graph."""

from collections import defaultdict

from kg.asking.reading import select_rows
from kg.ontology import TERMS
from kg.stores.graph_store import GraphStore

_LABELS = "SELECT DISTINCT ?node ?label WHERE { ?node rdfs:label ?label }"
_TYPES = "SELECT DISTINCT ?node ?class WHERE { ?node a ?class ; rdfs:label ?label }"
_WITHIN = "SELECT DISTINCT ?node ?place WHERE { ?node kg:locatedIn|skos:broader ?place }"
_VAGUE = frozenset(["Place", "Region", "NaturalFeature"])  # of these one may well lie in another


class Names:
    """What the nodes of a graph are called, what they are, and in what they are known to lie."""

    def __init__(self, store: GraphStore) -> None:
        labels = sorted(select_rows(store, _LABELS), reverse=True)
        self._labels: dict[str, str] = {row[0]: row[1] for row in labels}
        self._types = {
            node: kind.removeprefix(TERMS) for node, kind in sorted(select_rows(store, _TYPES))
        }
        self._within: dict[str, set[str]] = defaultdict(set)
        for node, place in select_rows(store, _WITHIN):
            self._within[node].add(place)

    def name(self, iri: str) -> str:
        """The label, or the IRI where there is none."""
        return self._labels.get(iri, iri)

    def lie_apart(self, left: str, right: str) -> bool:
        """Whether two places cannot be one inside the other, as far as the graph knows.

        They are of one kind, or they lie in two different countries, and neither holds the other.
        """
        ours, others = self._list_around(left), self._list_around(right)
        if left in others or right in ours:
            return False
        return any(
            one != other and one not in others and other not in ours
            for one in ours
            for other in others
            if self._types.get(one) == self._types.get(other)
            and self._types.get(one, "") not in {"", *_VAGUE}
        )

    def _list_around(self, place: str) -> list[str]:
        """The place and all that it lies in."""
        found = [place]
        for inner in found:
            found += sorted(self._within.get(inner, set()).difference(found))
        return found
