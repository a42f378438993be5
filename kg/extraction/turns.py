"""Qualifiers of several: whose each of a row of values is."""

from collections.abc import Mapping, Sequence

from kg.extraction.rule import Rule
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind

_COUNT = "count"


def find_in_turn(
    rule: Rule, bound: Mapping[str, tuple[list[int], list[Mention]]], size: int
) -> dict[str, list[Mention]]:
    """Qualifiers with a value for each subject: "A and B hold 51 percent and 49 percent of Y"."""
    values = {
        part: bound[role][1]
        for part, role in rule.emit.items()
        if part not in {"subject", "object"} and role in bound
    }
    return {
        part: found
        for part, found in values.items()
        if size > 1 and len(found) == size and all(m.value is not None for m in found)
    }


def take_turn(
    details: list[Qualifier], in_turn: dict[str, list[Mention]], n: int
) -> list[Qualifier]:
    """The qualifiers of the n-th subject."""
    return [
        Qualifier(name=q.name, value=value)
        if q.name in in_turn and (value := in_turn[q.name][n].value) is not None
        else q
        for q in details
    ]


def give_own_count(
    details: list[Qualifier],
    counts: Sequence[Mention],
    things: Sequence[Mention],
    thing: Mention,
    mentions: Sequence[Mention],
) -> list[Qualifier]:
    """ "made 300 cars and 200 buses", "300 cars and buses": each with the number right before it, if one is."""
    if len(things) < 2 or not counts:
        return details
    before = [c for c in counts if c.span.start <= thing.span.start]
    nearest = max(before, key=lambda c: c.span.start, default=None)
    rest = [q for q in details if q.name != _COUNT]
    if nearest is None or nearest.value is None:
        return rest
    others = [*things, *(m for m in mentions if m.kind is MentionKind.QUANTITY)]
    if any(nearest.span.end <= other.span.start < thing.span.start for other in others):
        return rest
    return [*rest, Qualifier(name=_COUNT, value=nearest.value)]
