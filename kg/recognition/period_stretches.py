"""Stretches told by days and letters: "the week ended June 7", "the first half of May", "9M 2019"."""

import datetime
from calendar import monthrange
from functools import cache

from kg.model import calendars
from kg.recognition.period_making import make_day, make_month_span
from kg.recognition.period_parts import UNRESOLVED, Made, Maker, Parts, read_year
from kg.recognition.period_words import get_period_words

_WEEK, _MIDDLE = 7, 15


def make_week_to(parts: Parts) -> Made | None:
    """The week ended June 7, 2014: seven days."""
    last = make_day(parts)
    if last is None or last.stretch is None or last.stretch.end is None:
        return last
    first = last.stretch.end - datetime.timedelta(days=_WEEK - 1)
    stretch = calendars.join(calendars.make_date(first), last.stretch)
    return Made(stretch, relative=last.relative)


def make_day_span(parts: Parts) -> Made | None:
    """The first ten days of May 2014."""
    year, month, count = read_year(parts), parts.get_month("m"), parts.get_number("n")
    if year.number is None:
        return None
    first, last = (calendars.make_day(year.number, month, day) for day in (1, count))
    return Made(calendars.join(first, last), relative=year.relative) if count > 1 else None


def make_month_half(parts: Parts) -> Made | None:
    """The first half of June 2023: up to its 15th day."""
    year, month = read_year(parts), parts.get_month("m")
    if year.number is None:
        return UNRESOLVED
    text = parts.match["h"]
    number = get_period_words().halves.get(text) or int(text)
    days = (1, _MIDDLE) if number == 1 else (_MIDDLE + 1, monthrange(year.number, month)[1])
    first, last = (calendars.make_day(year.number, month, day) for day in days)
    return Made(calendars.join(first, last), relative=year.relative)


def make_year_to_date(parts: Parts) -> Made:
    """Year-to-date to October 2015: from January on."""
    months = parts.get_month("m")
    return Made(calendars.make_months(int(parts.match["y"]), 1, months))


@cache
def get_stretch_makers() -> dict[str, Maker]:
    """The makers of this module by the name that periods.yaml calls them by."""
    return {
        "week_to": make_week_to,
        "day_span": make_day_span,
        "month_half": make_month_half,
        "year_to_date": make_year_to_date,
        "lettered_span": make_month_span,
    }
