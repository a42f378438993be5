"""When a statement is told to hold, by its own times or by the dates of its documents."""

import datetime
from dataclasses import dataclass
from functools import lru_cache

import edtf
from edtf.parser import EDTFParseException

from kg.asking.told import Told

Day = datetime.date
_ENDED = ".."  # a post that ended at a time that the text does not give


@dataclass(frozen=True, slots=True)
class Known:
    """The days from and until which something is known to hold; `dated` False where no day is known."""

    start: Day | None = None
    end: Day | None = None

    @property
    def dated(self) -> bool:
        """Whether any day is known."""
        return self.start is not None and self.end is not None

    def meets(self, other: "Known") -> bool:
        """Whether both are known to hold on one day."""
        return (
            self.start is not None
            and self.end is not None
            and other.start is not None
            and other.end is not None
            and max(self.start, other.start) <= min(self.end, other.end)
        )

    def __str__(self) -> str:
        if self.start is None or self.end is None:
            return ""
        return str(self.start) if self.start == self.end else f"{self.start} to {self.end}"


def find_post_time(told: Told) -> Known | None:
    """When the post was surely held; None where no day of it is sure to be within its own times.

    Its begin and end count where they are told, else the dates of the documents.
    """
    ended = told.get_detail("endTime")
    if ended == _ENDED:
        return None
    begun = find_bounds(told.get_detail("startTime"))
    end = find_bounds(ended)
    read = (_read_day(issued) for _, issued in told.documents)
    days = sorted(day for day in read if day is not None)
    first, last = (days[0], days[-1]) if days else (None, None)
    told_at = find_told_time(told)
    start = begun[1] or told_at.start or (None if end[0] else first) or end[0]
    until = end[0] or told_at.end or last or begun[1]
    if start is None or until is None:
        return Known()
    return Known(start, until) if start <= until else None


def tells_time(told: Told) -> bool:
    """Whether the words themselves give a begin, an end or a time."""
    return any(told.get_detail(name) for name in ("startTime", "endTime", "time"))


def find_told_time(told: Told) -> Known:
    """The time that the words themselves give."""
    return Known(_read_day(told.get_detail("timeStart")), _read_day(told.get_detail("timeEnd")))


def _read_day(text: str) -> Day | None:
    """The day of a date in full; None for anything else, which a graph of others may hold."""
    try:
        return Day.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def find_bounds(text: str) -> tuple[Day | None, Day | None]:
    """First and last day of an EDTF date; None where it is open, unknown or no EDTF."""
    try:
        parsed = edtf.parse_edtf(text) if text else None
        if parsed is None:
            return None, None
        days = parsed.lower_strict(), parsed.upper_strict()
        first, last = (Day(day.tm_year, day.tm_mon, day.tm_mday) for day in days)
    except (EDTFParseException, AttributeError, TypeError, ValueError, OverflowError):
        return None, None
    return first, last
