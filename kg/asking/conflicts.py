"""Statements of a graph that contradict each other: shown, never settled."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from kg.asking.times import Known
from kg.asking.told import Told

Facet = TypeVar("Facet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the values that contradict each other, and the statements that give it, by IRI.

    `known` are the days on which each statement is known to hold, where that matters.
    """

    value: str
    statements: tuple[Told, ...]
    known: tuple[Known, ...] = ()

    def shares_passage(self, other: "Side") -> bool:
        """Whether one sentence gives both values, and so does not take them for a contradiction."""
        own = frozenset[str]().union(*(told.passages for told in self.statements))
        return any(not own.isdisjoint(told.passages) for told in other.statements)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Values that cannot all be true at one time.

    `certain` is False where they may be true one after the other, as no time is told of one of them.
    """

    kind: str
    about: str
    sides: tuple[Side, ...]
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Option(Generic[Facet]):
    """A side in the making: `facet` is what is compared."""

    facet: Facet
    side: Side


# Whether two options contradict each other: None if not, else whether that is certain.
Contradicts = Callable[[Option[Facet], Option[Facet]], bool | None]


def find_opposed(
    kind: str, about: str, options: Sequence[Option[Facet]], contradicts: Contradicts[Facet]
) -> Iterable[Conflict]:
    """The conflict of those options that another one contradicts; none where there are no such.

    What one sentence says together, as "first in Antwerp and later in Ghent", is no contradiction.
    """
    opposed: set[int] = set()
    certain = False
    for (n, left), (m, right) in combinations(enumerate(options), 2):
        verdict = contradicts(left, right)
        if verdict is not None and not left.side.shares_passage(right.side):
            opposed |= {n, m}
            certain |= verdict
    if opposed:
        sides = [options[n].side for n in opposed]
        ordered = sorted(sides, key=lambda s: (s.value.casefold(), [t.iri for t in s.statements]))
        yield Conflict(kind=kind, about=about, sides=tuple(ordered), certain=certain)
