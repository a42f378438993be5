"""Groups of clusters in the making: what is joined, what is kept apart, and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import RuleError
from kg.model.cluster import Cluster
from kg.resolution.pinning import Bonds

_ALL_PAIRS = 6  # groups of one name up to which every pair is told as apart; else neighbours only


@dataclass(frozen=True, slots=True)
class Decision:
    """That two clusters (by their numbers in the component) are one thing, or are not, and why."""

    left: int
    right: int
    same: bool
    score: float
    reason: str


class Joining:
    """Union-find over the clusters of a component that obeys pins and keeps a record."""

    def __init__(self, clusters: Sequence[Cluster], bonds: Bonds) -> None:
        self.clusters = clusters
        self.decisions: list[Decision] = []
        self._parent = list(range(len(clusters)))
        self._sides: dict[int, Mapping[int, int]] = {n: dict(s) for n, s in bonds.sides.items()}
        self._obey(bonds)

    def find_root(self, n: int) -> int:
        """The number that stands for the group of a cluster."""
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def list_groups(self) -> list[list[int]]:
        """The numbers of the clusters of each entity."""
        found: dict[int, list[int]] = defaultdict(list)
        for n in range(len(self.clusters)):
            found[self.find_root(n)].append(n)
        return list(found.values())

    def list_members(self, numbers: Iterable[int]) -> dict[int, list[int]]:
        """Root → those of the numbers that are in its group, in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for n in sorted(numbers):
            found[self.find_root(n)].append(n)
        return found

    def join(self, left: int, right: int, score: float, reason: str) -> None:
        """Makes two groups one, unless they are or a pin is against it."""
        a, b = sorted((self.find_root(left), self.find_root(right)))
        if a == b or self.find_clash(a, b) is not None:
            return
        self._parent[b] = a
        if b in self._sides:
            self._sides[a] = {**self._sides.get(a, {}), **self._sides[b]}
        self.decisions.append(Decision(left, right, True, score, reason))

    def keep_apart(self, numbers: Sequence[int], score: float, reason: str) -> None:
        """Records that these are of as many things; of many, each with the next only."""
        for k, left in enumerate(numbers):
            rights = numbers[k + 1 :] if len(numbers) <= _ALL_PAIRS else numbers[k + 1 : k + 2]
            for right in rights:
                self.decisions.append(Decision(left, right, False, score, reason))

    def find_clash(self, left: int, right: int) -> int | None:
        """The number of the pin that keeps the groups of two clusters apart, or None."""
        mine = self._sides.get(self.find_root(left), {})
        theirs = self._sides.get(self.find_root(right), {})
        return next((p for p, side in sorted(mine.items()) if theirs.get(p, side) != side), None)

    def _obey(self, bonds: Bonds) -> None:
        """Joins what pins make one; raises RuleError where others part it."""
        for number, members in bonds.must:
            for n in members[1:]:
                clash = self.find_clash(members[0], n)
                if clash is not None:
                    raise RuleError(
                        f"{bonds.where[number]}: this contradicts {bonds.where[clash]} in "
                        f"{self.clusters[n].document}; keep one of the two."
                    )
                self.join(members[0], n, 1.0, "pinned as the same")
        for pinned in _list_sides(bonds):
            self.keep_apart(pinned, 1.0, "pinned as different")


def _list_sides(bonds: Bonds) -> Iterator[list[int]]:
    """The first cluster on each side of every pin of kind different."""
    firsts: dict[int, dict[int, int]] = defaultdict(dict)
    for n in sorted(bonds.sides):
        for pin, side in sorted(bonds.sides[n]):
            firsts[pin].setdefault(side, n)
    return (list(sides.values()) for _, sides in sorted(firsts.items()))
