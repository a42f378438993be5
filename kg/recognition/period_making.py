"""What each pattern of periods.yaml means: from its parts to a stretch of time."""

import datetime
from functools import cache

from kg.model import calendars
from kg.recognition.open_periods import find_month_year
from kg.recognition.period_parts import (
    UNRESOLVED,
    Made,
    Maker,
    Parts,
    make_with_year,
    read_year,
)
from kg.recognition.period_words import get_period_words

_LONGEST_YEARS = 200  # between the years of a range
_LONGEST_SHORT_YEARS = 25  # … of one written "2013-17"


def make_unresolved(_parts: Parts) -> Made:
    """A period whose year the text leaves open."""
    return UNRESOLVED


def make_iso_date(parts: Parts) -> Made:
    """2025-11-25."""
    return Made(
        calendars.make_day(int(parts.match["y"]), int(parts.match["m"]), int(parts.match["d"]))
    )


def make_numeric_date(parts: Parts) -> Made:
    """25/11/2025; unresolved where day and month cannot be told apart."""
    first, second = int(parts.match["a"]), int(parts.match["b"])
    if first <= 12 and second <= 12 and first != second:
        return UNRESOLVED
    day, month = (first, second) if first > 12 or first == second else (second, first)
    return Made(calendars.make_day(int(parts.match["y"]), month, day))


def find_closest_year(month: int, day: int, reference: datetime.date) -> int:
    """The year in which the day is closest to the reference; the later of two as close."""
    best: tuple[int, int] | None = None
    for year in (reference.year + 1, reference.year, reference.year - 1):
        try:
            distance = abs((datetime.date(year, month, day) - reference).days)
        except ValueError:
            continue
        if best is None or distance < best[0]:
            best = (distance, year)
    if best is None:
        raise ValueError("no such day in these years")
    return best[1]


def make_day(parts: Parts) -> Made | None:
    """November 25, 2025; without a year the closest one, or an unknown one."""
    year, month, day = read_year(parts), parts.get_month("m"), parts.get_number("d")
    if not year.resolved:
        return UNRESOLVED
    number = year.number
    if number is None and parts.reference is not None:
        number = find_closest_year(month, day, parts.reference)
    return Made(calendars.make_day(number, month, day), relative=year.relative)


def make_day_range(parts: Parts) -> Made | None:
    """November 25 to 28, 2025; 30 November to 3 December."""
    year, month, day = read_year(parts), parts.get_month("m"), parts.get_number("d")
    if not year.resolved:
        return UNRESOLVED
    last_month = parts.get_month("m2") if parts.find("m2") else month
    last_day, number = parts.get_number("d2"), year.number
    relative = year.relative
    first_given = parts.find("y0")
    if number is None and first_given:
        number, relative = int(first_given) + ((last_month, last_day) < (month, day)), False
    elif number is None and parts.reference is not None:
        number = find_closest_year(last_month, last_day, parts.reference)
    first_number = number
    if first_given:
        first_number = int(first_given)
    elif number is not None and (last_month, last_day) < (month, day):
        first_number = number - 1
    if number is None and (last_month, last_day) <= (month, day):
        return None
    first = calendars.make_day(first_number, month, day)
    return Made(
        calendars.join(first, calendars.make_day(number, last_month, last_day)), relative=relative
    )


def make_day_pair(parts: Parts) -> Made | None:
    """November 25 and 26: only days that follow each other are one stretch, and those after "between"."""
    consecutive = not parts.find("m2") and parts.get_number("d2") == parts.get_number("d") + 1
    return make_day_range(parts) if consecutive or parts.is_between() else None


def make_month(parts: Parts) -> Made | None:
    """May 2019; without a year the one that the reference gives, or an unknown one."""
    year, month = read_year(parts), parts.get_month("m")
    if not year.resolved:
        return UNRESOLVED
    number = find_month_year(parts, month) if year.number is None else year.number
    return Made(calendars.make_month(number, month), relative=year.relative)


def make_month_range(parts: Parts) -> Made | None:
    """January to October 2025; November to March 2026 begins in 2025."""
    year, first, last = read_year(parts), parts.get_month("m"), parts.get_month("m2")
    if not year.resolved:
        return UNRESOLVED
    first_given, number = parts.find("y0"), year.number
    if number is None and not first_given:
        number = find_month_year(parts, last)
    first_number = int(first_given) if first_given else number
    if not first_given and number is not None and last < first:
        first_number = number - 1
    if number is None and last <= first:
        return None
    stretch = calendars.join(
        calendars.make_month(first_number, first), calendars.make_month(number, last)
    )
    return Made(stretch, relative=year.relative)


def make_month_pair(parts: Parts) -> Made | None:
    """March and April: only months that follow each other are one stretch, and those after "between"."""
    following = parts.get_month("m2") == parts.get_month("m") % 12 + 1
    consecutive = following and not parts.find("y0")
    return make_month_range(parts) if consecutive or parts.is_between() else None


def make_months_to(parts: Parts) -> Made:
    """The nine months to September 2025."""
    return _make_months_to(parts, parts.get_number("n"))


def make_year_to(parts: Parts) -> Made:
    """The year to March 2025."""
    return _make_months_to(parts, 12)


def make_quarter_to(parts: Parts) -> Made:
    """The quarter ended March 31, 2025."""
    return _make_months_to(parts, 3)


def make_half_to(parts: Parts) -> Made:
    """The half-year to June 2025."""
    return _make_months_to(parts, 6)


def _make_months_to(parts: Parts, count: int) -> Made:
    month, given = parts.get_month("m"), parts.find("y")
    year = int(given) if given else find_month_year(parts, month)
    if year is None:
        return UNRESOLVED
    if (month, count) == (12, 12):
        return Made(calendars.make_year(year), relative=given is None)  # "the year to December"
    first = calendars.shift_month(year, month, 1 - count)
    return Made(calendars.make_months(*first, count), relative=given is None)


def make_year(parts: Parts) -> Made:
    """2024."""
    return Made(calendars.make_year(int(parts.match["y"])))


def make_year_range(parts: Parts) -> Made | None:
    """2013-2017."""
    first, last = int(parts.match["y"]), int(parts.match["y2"])
    if not 0 < last - first <= _LONGEST_YEARS:
        return None
    return Made(calendars.join(calendars.make_year(first), calendars.make_year(last)))


def make_short_year_range(parts: Parts) -> Made | None:
    """2023-24."""
    first = int(parts.match["y"])
    last = first - first % 100 + int(parts.match["yy"])
    last += 100 if last < first else 0
    if not 0 < last - first <= _LONGEST_SHORT_YEARS:
        return None
    return Made(calendars.join(calendars.make_year(first), calendars.make_year(last)))


def make_fiscal(parts: Parts) -> Made | None:
    """FY2024, FY 2023-24: taken as calendar years, since each country's fiscal year is its own."""
    text, more = parts.match["y"], parts.find("yy")
    first = int(text) + (2000 if len(text) == 2 else 0)
    if not more:
        return Made(calendars.make_year(first))
    last = int(more) if len(more) == 4 else first - first % 100 + int(more)
    if not 0 < last - first <= _LONGEST_SHORT_YEARS:
        return None
    return Made(calendars.join(calendars.make_year(first), calendars.make_year(last)))


def make_decade(parts: Parts) -> Made:
    """The 1990s; the 1800s are a century, the 2000s a decade."""
    year = int(parts.match["y"])
    if year % 100 == 0 and year < 2000:
        return Made(calendars.make_century(year // 100 + 1))
    return Made(calendars.make_decade(year))


def make_century(parts: Parts) -> Made | None:
    """The 20th century."""
    number = parts.get_number("n")
    return Made(calendars.make_century(number)) if 11 <= number <= 22 else None


def make_quarter(parts: Parts) -> Made | None:
    """The third quarter of 2025."""
    text = parts.match["q"]
    number = get_period_words().ranks.get(text) or int(text)
    return make_with_year(parts, lambda year: calendars.make_quarter(year, number))


def make_quarter_pair(parts: Parts) -> Made | None:
    """The second and third quarters of 2025."""
    ranks = get_period_words().ranks
    first, last = (ranks.get(parts.match[name]) or int(parts.match[name]) for name in ("q", "q2"))
    if last <= first:
        return None
    return make_with_year(
        parts,
        lambda year: calendars.join(
            calendars.make_quarter(year, first), calendars.make_quarter(year, last)
        ),
    )


def make_half(parts: Parts) -> Made | None:
    """The first half of 2026."""
    text = parts.match["h"]
    number = get_period_words().halves.get(text) or int(text)
    return make_with_year(parts, lambda year: calendars.make_half(year, number))


def make_month_span(parts: Parts) -> Made | None:
    """The first 10 months of 2025; "in 9 months of 2021" are the first, too."""
    return _make_span(parts, parts.get_number("n"))


def make_quarter_span(parts: Parts) -> Made | None:
    """The first three quarters of 2025."""
    return _make_span(parts, 3 * parts.get_number("n"))


def _make_span(parts: Parts, months: int) -> Made | None:
    if not 1 <= months <= 12:
        return None
    told = parts.match.groupdict().get("e", "first")
    first = 1 if get_period_words().ranks[told] == 1 else 13 - months
    return make_with_year(parts, lambda year: calendars.make_months(year, first, months))


def make_season(parts: Parts) -> Made | None:
    """Spring 2025."""
    code = get_period_words().seasons[parts.match["s"]]
    return make_with_year(parts, lambda year: calendars.make_season(year, code))


@cache
def get_makers() -> dict[str, Maker]:
    """The makers of this module by the name that periods.yaml calls them by."""
    return {
        "unresolved": make_unresolved,
        "iso_date": make_iso_date,
        "numeric_date": make_numeric_date,
        "day": make_day,
        "day_range": make_day_range,
        "day_pair": make_day_pair,
        "month": make_month,
        "month_range": make_month_range,
        "month_pair": make_month_pair,
        "months_to": make_months_to,
        "year_to": make_year_to,
        "quarter_to": make_quarter_to,
        "half_to": make_half_to,
        "year": make_year,
        "bare_year": make_year,
        "year_range": make_year_range,
        "year_pair": make_year_range,
        "plan_period": make_year_range,
        "short_year_range": make_short_year_range,
        "fiscal": make_fiscal,
        "decade": make_decade,
        "century": make_century,
        "quarter": make_quarter,
        "quarter_pair": make_quarter_pair,
        "half": make_half,
        "month_span": make_month_span,
        "quarter_span": make_quarter_span,
        "season": make_season,
    }
