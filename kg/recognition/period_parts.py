"""The parts of a pattern that holds at a place, and what is made of them."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.model.calendars import Stretch
from kg.recognition.period_words import get_period_index, get_period_words
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.scanning import find_word_before


@dataclass(frozen=True, slots=True)
class Parts:
    """A pattern that holds at a place, and what is known around it."""

    match: re.Match[str]
    reference: datetime.date | None

    def find(self, name: str) -> str | None:
        """The text of a named part; None where the pattern has no such part or it is absent."""
        return self.match.groupdict().get(name)

    def get_number(self, name: str) -> int:
        """The number in a part, in digits ("25th") or words."""
        text = self.match[name]
        digits = re.match(r"[0-9]+", text)
        if digits:
            return int(digits[0])
        lists = get_quantity_words()
        return lists.numbers.get(text) or lists.ordinals[text]

    def is_between(self) -> bool:
        """Whether the text says "between" before the pattern."""
        before = find_word_before(self.match.string, self.match.start())
        return before in get_quantity_words().ranges.between

    def get_month(self, name: str) -> int:
        """The number of the month in a part."""
        return get_period_index().months[self.match[name]]


@dataclass(frozen=True, slots=True)
class Made:
    """A stretch, and whether it depends on the reference day; None where that is missing."""

    stretch: Stretch | None
    relative: bool = False


UNRESOLVED = Made(None, relative=True)
Maker = Callable[[Parts], Made | None]


@dataclass(frozen=True, slots=True)
class Year:
    """The year of a pattern, if it has one; not `resolved` where a reference is missing."""

    number: int | None
    relative: bool
    resolved: bool = True


def read_year(parts: Parts) -> Year:
    """The year of a pattern, given or relative."""
    given = parts.find("y") or parts.find("yz")
    if given:
        return Year(int(given), relative=False)
    short = parts.find("ys") or parts.find("yf")
    if short:
        return Year(2000 + int(short), relative=False)
    word = parts.find("ry")
    if word is None:
        return Year(None, relative=True)
    if parts.reference is None:
        return Year(None, relative=True, resolved=False)
    return Year(parts.reference.year + get_period_words().relatives[word], relative=True)


def make_with_year(parts: Parts, make: Callable[[int], Stretch]) -> Made:
    """What `make` makes of the pattern's year."""
    year = read_year(parts)
    if year.number is None:
        return UNRESOLVED
    return Made(make(year.number), relative=year.relative)
