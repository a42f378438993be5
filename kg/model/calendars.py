"""Stretches of time: EDTF text with its first and last day."""

import calendar
import datetime
from dataclasses import dataclass

_UNKNOWN_YEAR = "XXXX"
_LEAP_YEAR = 2000  # lets 29 February of an unknown year pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of time. `first` and `last` are its ends as they are written in intervals.

    Quarters and half-years are written as their months, which all readers of EDTF know; decades and
    centuries, which EDTF does not allow inside an interval, are written as years there.
    """

    edtf: str
    first: str
    last: str
    start: datetime.date | None = None
    end: datetime.date | None = None


def make_day(year: int | None, month: int, day: int) -> Stretch:
    """A day; a year of None is unknown. Raises ValueError where the calendar has no such day."""
    date = datetime.date(_LEAP_YEAR if year is None else year, month, day)
    edtf = date.isoformat() if year is not None else f"{_UNKNOWN_YEAR}-{month:02}-{day:02}"
    known = None if year is None else date
    return Stretch(edtf=edtf, first=edtf, last=edtf, start=known, end=known)


def make_date(date: datetime.date) -> Stretch:
    """The day of a date."""
    return make_day(date.year, date.month, date.day)


def make_month(year: int | None, month: int) -> Stretch:
    """A month; a year of None is unknown."""
    if year is None:
        edtf = f"{_UNKNOWN_YEAR}-{month:02}"
        return Stretch(edtf=edtf, first=edtf, last=edtf)
    edtf = f"{year:04}-{month:02}"
    last_day = calendar.monthrange(year, month)[1]
    return Stretch(
        edtf=edtf,
        first=edtf,
        last=edtf,
        start=datetime.date(year, month, 1),
        end=datetime.date(year, month, last_day),
    )


def make_year(year: int) -> Stretch:
    """A calendar year."""
    edtf = f"{year:04}"
    return Stretch(
        edtf=edtf,
        first=edtf,
        last=edtf,
        start=datetime.date(year, 1, 1),
        end=datetime.date(year, 12, 31),
    )


def make_quarter(year: int, quarter: int) -> Stretch:
    """A quarter of a year, 1 to 4."""
    return make_months(year, 3 * quarter - 2, 3)


def make_half(year: int, half: int) -> Stretch:
    """A half of a year, 1 or 2."""
    return make_months(year, 6 * half - 5, 6)


def make_season(year: int, code: int) -> Stretch:
    """A season by EDTF code, 21 to 24; its months depend on the hemisphere, so it has no bounds."""
    return Stretch(edtf=f"{year:04}-{code}", first=f"{year:04}", last=f"{year:04}")


def make_decade(year: int) -> Stretch:
    """The ten years from `year` on."""
    return _rename(join(make_year(year), make_year(year + 9)), f"{year // 10:03}X")


def make_century(number: int) -> Stretch:
    """The years that share their first two digits: the 20th century is 1900 to 1999."""
    first = (number - 1) * 100
    return _rename(join(make_year(first), make_year(first + 99)), f"{number - 1:02}XX")


def make_months(year: int, month: int, count: int) -> Stretch:
    """`count` months from the given one on; the month may lie outside 1 to 12."""
    first = shift_month(year, month, 0)
    return join(make_month(*first), make_month(*shift_month(*first, count - 1)))


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month `by` months later."""
    index = year * 12 + month - 1 + by
    return index // 12, index % 12 + 1


def join(first: Stretch, last: Stretch) -> Stretch:
    """From the start of one to the end of the other. Raises ValueError if that runs backwards."""
    if first.start and last.end and first.start > last.end:
        raise ValueError(f"{first.edtf} is after {last.edtf}")
    if first.first == last.last:
        return first
    return Stretch(
        edtf=f"{first.first}/{last.last}",
        first=first.first,
        last=last.last,
        start=first.start,
        end=last.end,
    )


def open_start(stretch: Stretch) -> Stretch:
    """Up to the end of the stretch."""
    return Stretch(edtf=f"../{stretch.last}", first="..", last=stretch.last, end=stretch.end)


def open_end(stretch: Stretch) -> Stretch:
    """From the start of the stretch on."""
    return Stretch(edtf=f"{stretch.first}/..", first=stretch.first, last="..", start=stretch.start)


def step(stretch: Stretch, by: int) -> Stretch | None:
    """The day, month or year just before (-1) or after (1) the stretch, as fine as it is."""
    edge, text = (stretch.start, stretch.first) if by < 0 else (stretch.end, stretch.last)
    if edge is None:
        return None
    date = edge + datetime.timedelta(days=by)
    if len(text) == len("2025"):
        return make_year(date.year)
    return make_month(date.year, date.month) if len(text) == len("2025-11") else make_date(date)


def _rename(stretch: Stretch, edtf: str) -> Stretch:
    return Stretch(
        edtf=edtf, first=stretch.first, last=stretch.last, start=stretch.start, end=stretch.end
    )
