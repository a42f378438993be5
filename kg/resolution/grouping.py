"""Which clusters of one component are one entity."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model.cluster import Cluster
from kg.resolution.keys import KeyMaker
from kg.resolution.normal import normalize_name


@dataclass(frozen=True, slots=True)
class Decision:
    """That two clusters (by their numbers in the component) are one thing, or are not, and why."""

    left: int
    right: int
    same: bool
    score: float
    reason: str


class Grouping:
    """Joins the clusters of a component, which must be in their order (document, place, type)."""

    def __init__(self, clusters: Sequence[Cluster], keys: KeyMaker) -> None:
        self.clusters = clusters
        self.keys = keys
        self.decisions: list[Decision] = []
        self._parent = list(range(len(clusters)))
        self._join_names()
        self._join_acronyms()

    def groups(self) -> Iterator[list[int]]:
        """The numbers of the clusters of each entity."""
        found: dict[int, list[int]] = defaultdict(list)
        for n in range(len(self.clusters)):
            found[self._root(n)].append(n)
        return iter(found.values())

    def _find_key(self, cluster: Cluster) -> str | None:
        """The key of the known id, or of the full name; none for nominals, which stay apart."""
        if cluster.known_as and not self.keys.stands_alone(cluster):
            return f"id:{cluster.known_as}"
        return self.keys.find_name_key(cluster)

    def _join_names(self) -> None:
        first: dict[str, int] = {}
        for n, cluster in enumerate(self.clusters):
            key = self._find_key(cluster)
            if key in first:
                reason = "known name" if key.startswith("id:") else "same normal form"
                self._join(first[key], n, 0.95, reason)
            elif key:
                first[key] = n

    def _join_acronyms(self) -> None:
        """A bare acronym joins the one thing of its family that any document declares it for."""
        declared: dict[str, set[int]] = defaultdict(set)
        for n, cluster in enumerate(self.clusters):
            family = self.keys.find_family(cluster.type)
            for name in cluster.declared:
                declared[f"name:{family}:{normalize_name(name, family)}"].add(n)
        for n, cluster in enumerate(self.clusters):
            told = declared.get(self._find_key(cluster) or "", ())
            roots = {self._root(k): k for k in sorted(told, reverse=True)}
            if len(roots) == 1 and cluster.names and cluster.names[0].isupper():
                (other,) = roots.values()
                self._join(other, n, 0.9, "acronym declared in another document")

    def _root(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def _join(self, left: int, right: int, score: float, reason: str) -> None:
        a, b = sorted((self._root(left), self._root(right)))
        if a != b:
            self._parent[b] = a
            self.decisions.append(Decision(left, right, True, score, reason))
