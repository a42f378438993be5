"""Towns that a service leads to, and that no firm makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_PAIR = 5  # tokens back to "between" from the second of two ends
_BETWEEN = frozenset(["between", "from", "to", "via", "near"])


def is_service_end(position: int, arguments: ArgumentFinder) -> bool:
    """Whether a known place is where something leads: "between [Zenda] and [Hentz]", "to [Zenda]"."""
    before = [w.lower() for w in arguments.parse.words[max(position - _PAIR, 0) : position]]
    paired = before[-1:] in (["and"], ["or"]) and "between" in before
    if not paired and _BETWEEN.isdisjoint(before[-1:]):
        return False
    places = (m for m in arguments.by_token.get(position, ()) if m.known_as)
    return any(arguments.fits(m, ("Place",)) for m in places)
