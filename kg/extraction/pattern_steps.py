"""Phrase patterns as steps that know what follows them, made once a rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from kg.extraction.phrase_reading import find_acting
from kg.extraction.rule import Item
from kg.extraction.verb_forms import is_verbal

_WORKS = frozenset(["films", "products"])  # in each list of works and wares, and in none of deeds


@dataclass(frozen=True, slots=True)
class Step:
    """An item of a pattern and the steps behind it, with what laying it over tokens asks each time."""

    item: Item
    rest: Self | None
    is_gap: bool
    fixed: Item | None  # the item behind it, where just one word must stand there
    link: Item | None  # the first such item of the two behind it
    takes_owner: bool  # whether "'s" may follow, so that "its" may stand there
    takes_works: bool
    opens_clause: bool  # whether it is the first name, and a verb must follow
    goes_on: bool  # whether it passes what stands right behind the first name, with which the pattern begins

    @classmethod
    def chain(cls, items: Sequence[Item], *, sure: bool = True, bare: bool = False) -> Self | None:
        """The first step of a pattern; None where it is empty. `bare` where no word stands before the first."""
        step: Self | None = None
        verb = find_acting(items)
        for n in range(len(items) - 1, -1, -1):
            item, behind = items[n], items[n + 1 : n + 3]
            step = cls(
                item=item,
                rest=step,
                is_gap=bool(item.gap or item.over),
                fixed=behind[0] if behind and behind[0].is_fixed else None,
                link=next((other for other in behind if other.is_fixed), None),
                takes_owner="Named" in item.types and bool(behind) and "'s" in behind[0].words,
                takes_works=not _WORKS.isdisjoint(item.words),
                opens_clause=sure
                and n == 0
                and verb is not None
                and any(map(is_verbal, items[verb].words)),
                goes_on=bare and n == 1,
            )
        return step
