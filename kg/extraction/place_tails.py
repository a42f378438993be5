"""The state and country that stand behind a town in a row: "in Zenda, Tarn, Ruritania, on Monday"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_SMALL = ("City", "District", "Facility", "EconomicZone")
_LARGE = ("Province", "Country", "Region")
_LISTING = (["and"], ["or"], ["&"], ["-"], ["'s"])


def find_tail_ends(position: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Where a pattern may go on behind such a row, before and past the comma that closes it.

    What is listed ("in Zenda, Ruritania and Tarn") is no such row.
    """
    words = arguments.parse.words
    if not arguments.find_name_before(position, _SMALL):
        return
    end = position
    while words[end : end + 1] == [","]:
        place = arguments.find_name(end + 1 + (words[end + 1 : end + 2] == ["the"]), _LARGE)
        if place is None:
            break
        end = arguments.ranges[place][1]
    if end == position or words[end : end + 1] in _LISTING:
        return  # "Zenda, Ruritania and Tarn", "the Zenda, Ruritania-based firm"
    closed = words[end : end + 1] == [","]
    behind = "".join(arguments.parse.tags[end + closed : end + closed + 1])
    if behind[:1] == "V" or behind == "MD":
        return  # "a mill in Zenda, Ruritania has been sold": the town does not do it
    yield end
    if closed:
        yield end + 1
