"""What the parser is given of a piece: its text with one space for many, and where each sign of it stood."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

MAX_TOGETHER = 50_000  # code points
_SPACES = re.compile(r" {2,}(?=(?P<glued>[-.,;:!?]))?")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text without its spare spaces; `places` are where something was left out, `shifts` how much so far."""

    text: str
    places: Any
    shifts: Any

    def find(self, signs: Any) -> Any:
        """Where signs of the squeezed text stand in the text that it was made of."""
        return signs + self.shifts[np.searchsorted(self.places, signs, side="right")]


def squeeze(text: str) -> Squeezed:
    """The text with one space for several, and none before a mark that they stand before."""
    places, shifts, parts = list[int](), [0], list[str]()
    size = end = 0
    for match in _SPACES.finditer(text):
        kept = 0 if match["glued"] else 1
        parts.append(text[end : match.start() + kept])
        size += len(parts[-1])
        end = match.end()
        places.append(size)
        shifts.append(end - size)
    return Squeezed("".join([*parts, text[end:]]), np.array(places, np.int64), np.array(shifts))


def gather_groups(pieces: Iterable[Squeezed]) -> Iterator[list[str]]:
    """Texts of at most MAX_TOGETHER code points together: spaCy's memory is that of a whole batch."""
    group: list[str] = []
    size = 0
    for piece in pieces:
        if group and size + len(piece.text) > MAX_TOGETHER:
            yield group
            group, size = [], 0
        group.append(piece.text)
        size += len(piece.text)
    if group:
        yield group
