"""Which clusters of one component are one entity."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.errors import RuleError
from kg.model.cluster import Cluster
from kg.resolution.keys import KeyMaker
from kg.resolution.normal import normalize_name
from kg.resolution.pinning import Bonds


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

    def __init__(self, clusters: Sequence[Cluster], keys: KeyMaker, bonds: Bonds) -> None:
        self.clusters = clusters
        self.keys = keys
        self.decisions: list[Decision] = []
        self._parent = list(range(len(clusters)))
        self._sides = {n: dict(sides) for n, sides in bonds.sides.items()}
        self._obey(bonds)
        self._join_names()
        self._join_acronyms()

    def groups(self) -> Iterator[list[int]]:
        """The numbers of the clusters of each entity."""
        found: dict[int, list[int]] = defaultdict(list)
        for n in range(len(self.clusters)):
            found[self._root(n)].append(n)
        return iter(found.values())

    def _obey(self, bonds: Bonds) -> None:
        """Joins what pins make one; raises RuleError where others part it."""
        for number, members in bonds.must:
            for n in members[1:]:
                clash = self._find_clash(members[0], n)
                if clash is not None:
                    raise RuleError(
                        f"{bonds.where[number]}: this contradicts {bonds.where[clash]} in "
                        f"{self.clusters[n].document}; keep one of the two."
                    )
                self._join(members[0], n, 1.0, "pinned as the same")
        firsts: dict[tuple[int, int], int] = {}
        for n in sorted(bonds.sides):
            for pin, side in sorted(bonds.sides[n]):
                firsts.setdefault((pin, side), n)
        for (pin, side), n in firsts.items():
            if side and (pin, 0) in firsts:
                self.decisions.append(
                    Decision(firsts[pin, 0], n, False, 1.0, "pinned as different")
                )

    def _find_key(self, cluster: Cluster) -> str | None:
        """The key of the known id, or of the full name; none for nominals, which stay apart."""
        if cluster.known_as and not self.keys.stands_alone(cluster):
            return f"id:{cluster.known_as}"
        return self.keys.find_name_key(cluster)

    def _join_names(self) -> None:
        buckets: dict[str, list[int]] = defaultdict(list)
        for n, cluster in enumerate(self.clusters):
            key = self._find_key(cluster)
            if key:
                buckets[key].append(n)
        for key, bucket in buckets.items():
            reason = "known name" if key.startswith("id:") else "same normal form"
            firsts: list[int] = []
            for n in bucket:
                other = next((k for k in firsts if self._find_clash(k, n) is None), None)
                if other is None:
                    firsts.append(n)
                else:
                    self._join(other, n, 0.95, reason)

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

    def _find_clash(self, left: int, right: int) -> int | None:
        """The number of the pin that keeps the entities of two clusters apart, or None."""
        mine = self._sides.get(self._root(left), {})
        theirs = self._sides.get(self._root(right), {})
        return next(
            (pin for pin, side in sorted(mine.items()) if theirs.get(pin, side) != side), None
        )

    def _join(self, left: int, right: int, score: float, reason: str) -> None:
        a, b = sorted((self._root(left), self._root(right)))
        if a == b or self._find_clash(a, b) is not None:
            return
        self._parent[b] = a
        if b in self._sides:
            self._sides[a] = {**self._sides.get(a, {}), **self._sides[b]}
        self.decisions.append(Decision(left, right, True, score, reason))
