"""Periods that count from the day of publication: "last year", "on Tuesday"."""

import datetime
from functools import cache

from kg.model import calendars
from kg.model.calendars import Stretch
from kg.recognition.open_periods import is_day_ahead
from kg.recognition.period_parts import UNRESOLVED, Made, Maker, Parts
from kg.recognition.period_words import get_period_words

_WEEK = 7
_NEAR = 31  # days around the reference in which "Wednesday (20)" is looked for


def _make_week(day: datetime.date) -> Stretch:
    """The week of a day, Monday to Sunday."""
    monday = day - datetime.timedelta(days=day.weekday())
    sunday = monday + datetime.timedelta(days=_WEEK - 1)
    return calendars.join(calendars.make_date(monday), calendars.make_date(sunday))


def _shift(reference: datetime.date, unit: str, by: int) -> Stretch:
    """The unit of the calendar that lies `by` units after that of the reference."""
    if unit == "year":
        return calendars.make_year(reference.year + by)
    if unit == "decade":
        return calendars.make_year(reference.year + 10 * by)
    if unit == "month":
        return calendars.make_month(*calendars.shift_month(reference.year, reference.month, by))
    if unit == "quarter":
        year, month = calendars.shift_month(reference.year, reference.month, 3 * by)
        return calendars.make_quarter(year, (month + 2) // 3)
    if unit == "week":
        return _make_week(reference + datetime.timedelta(days=_WEEK * by))
    return calendars.make_date(reference + datetime.timedelta(days=by))


def _edge(reference: datetime.date, unit: str, by: int) -> Stretch:
    """As `_shift`, but to the day for weeks."""
    return _shift(reference, "day", _WEEK * by) if unit == "week" else _shift(reference, unit, by)


def make_relative_unit(parts: Parts) -> Made:
    """Last year, this month, next week."""
    lists = get_period_words()
    if parts.reference is None:
        return UNRESOLVED
    by = lists.relatives[parts.match["w"]]
    return Made(_shift(parts.reference, lists.units[parts.match["u"]], by), relative=True)


def make_year_end(parts: Parts) -> Made:
    """The year, in "the end of the year"."""
    if parts.reference is None:
        return UNRESOLVED
    unit = get_period_words().units[parts.match["u"]]
    return Made(_shift(parts.reference, unit, 0), relative=True)


def _count(parts: Parts) -> int | None:
    """How many units; None for a plural without a number ("past years")."""
    if parts.find("n"):
        return parts.get_number("n")
    return None if parts.match["u"].endswith("s") else 1


def make_span_back(parts: Parts) -> Made | None:
    """The past five years, up to the unit of the reference."""
    count = _count(parts)
    if count is None or parts.reference is None:
        return None if count is None else UNRESOLVED
    unit = get_period_words().units[parts.match["u"]]
    first, last = _edge(parts.reference, unit, -count), _edge(parts.reference, unit, 0)
    return Made(calendars.join(first, last), relative=True)


def make_span_ahead(parts: Parts) -> Made | None:
    """The next five years, from the unit of the reference on."""
    count = _count(parts)
    if count is None or parts.reference is None:
        return None if count is None else UNRESOLVED
    unit = get_period_words().units[parts.match["u"]]
    first, last = _edge(parts.reference, unit, 0), _edge(parts.reference, unit, count)
    return Made(calendars.join(first, last), relative=True)


def make_ago(parts: Parts) -> Made | None:
    """Five years ago, to the unit that is said."""
    count = _count(parts)
    if count is None or parts.reference is None:
        return None if count is None else UNRESOLVED
    unit = get_period_words().units[parts.match["u"]]
    return Made(_shift(parts.reference, unit, -count), relative=True)


def make_relative_month(parts: Parts) -> Made:
    """Last December: the latest one before the month of the reference."""
    reference, month = parts.reference, parts.get_month("m")
    if reference is None:
        return UNRESOLVED
    by = get_period_words().relatives[parts.match["w"]]
    year = reference.year
    if by < 0 and month >= reference.month:
        year -= 1
    if by > 0 and month <= reference.month:
        year += 1
    return Made(calendars.make_month(year, month), relative=True)


def make_relative_day(parts: Parts) -> Made:
    """Yesterday, today, tomorrow."""
    if parts.reference is None:
        return UNRESOLVED
    return Made(
        _shift(parts.reference, "day", get_period_words().days[parts.match["day"]]), relative=True
    )


def make_weekday(parts: Parts) -> Made:
    """Tuesday: the nearest one not after the reference, or not before it where it is to come."""
    if parts.reference is None:
        return UNRESOLVED
    back = (parts.reference.isoweekday() - get_period_words().weekdays[parts.match["wd"]]) % _WEEK
    days = -back % _WEEK if is_day_ahead(parts) else -back
    return Made(_shift(parts.reference, "day", days), relative=True)


def make_relative_weekday(parts: Parts) -> Made:
    """Last Friday is before, next Friday after the reference; this Friday is in its week."""
    if parts.reference is None:
        return UNRESOLVED
    lists = get_period_words()
    by = lists.relatives[parts.match["w"]]
    ahead = lists.weekdays[parts.match["wd"]] - parts.reference.isoweekday()
    if by < 0:
        ahead = -((-ahead - 1) % _WEEK + 1)
    if by > 0:
        ahead = (ahead - 1) % _WEEK + 1
    return Made(_shift(parts.reference, "day", ahead), relative=True)


def make_weekday_date(parts: Parts) -> Made | None:
    """Wednesday (20): the nearest 20th that is a Wednesday."""
    reference = parts.reference
    if reference is None:
        return UNRESOLVED
    weekday, day = get_period_words().weekdays[parts.match["wd"]], int(parts.match["d"])
    offsets = sorted(range(-_NEAR, _NEAR + 1), key=lambda n: (abs(n), n))
    for offset in offsets:
        date = reference + datetime.timedelta(days=offset)
        if date.day == day and date.isoweekday() == weekday:
            return Made(calendars.make_date(date), relative=True)
    return None


@cache
def get_relative_makers() -> dict[str, Maker]:
    """The makers of this module by the name that periods.yaml calls them by."""
    return {
        "relative_unit": make_relative_unit,
        "year_end": make_year_end,
        "span_back": make_span_back,
        "span_ahead": make_span_ahead,
        "ago": make_ago,
        "relative_month": make_relative_month,
        "relative_day": make_relative_day,
        "weekday": make_weekday,
        "relative_weekday": make_relative_weekday,
        "weekday_date": make_weekday_date,
    }
