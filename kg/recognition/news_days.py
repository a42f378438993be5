"""Periods of a text without a complete date, counted from what its dateline or its lead tells of its day."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model.calendars import make_month
from kg.model.period import Period
from kg.recognition.compared_times import is_compared
from kg.recognition.news_weekdays import find_lag, fits_weekday, is_foretold
from kg.recognition.period_words import get_period_words
from kg.recognition.periods import PeriodMatch
from kg.recognition.values import find_values

_LEAD = 600  # characters at the start of a text in which the day of its news is looked for
_PLACE = re.compile(r"(?:^|\n)[A-Z][^\d\n()]{1,50}[,(] ?$")
_DASH = re.compile(r"\)?(?: ?\([^()\d\n]{1,40}\)| ?/[^/\d\n]{1,30}/)? ?(?:--|[-–—:])")
_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BEFORE_DATE = re.compile(
    r"\W*(?:(?:published|updated|posted|date|on|dated)\W+){0,3}(?:[A-Za-z]+day,? *)?", re.IGNORECASE
)
_BEHIND_DATE = re.compile(
    r"(?: *[,|–-]? *(?:at +)?\d{1,2}[:.]\d\d *(?:[ap]\.?m\.?)?(?: *[A-Z]{2,4})?)?\W*", re.IGNORECASE
)
_OPEN_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_OPEN_MONTH = re.compile(r"XXXX-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_EARLY = 3  # months in which news of the year before is told
_NO_YEAR = 9996  # stands for the year that nobody tells; a leap year
_YEARS = re.compile(r"999\d")  # that one and those around it
_MONTH = len("2025-11")
_OF_DAY = 2  # hyphens of a day's EDTF
_RECENT = datetime.timedelta(days=92)  # news tells of what ended at most so long before
_LOOKED = 30  # characters before a period in which a word of comparison stands
_DAY = datetime.timedelta(days=1)
_RUNNING = datetime.timedelta(days=31)  # … or is to end so soon


@dataclass(frozen=True, slots=True)
class _Day:
    """The day of a dateline, without a year."""

    month: int
    day: int

    def in_year(self, year: int) -> datetime.date | None:
        """That day of a year, if it has one."""
        try:
            return datetime.date(year, self.month, self.day)
        except ValueError:
            return None


def count_from_text(text: str, periods: list[PeriodMatch]) -> list[PeriodMatch]:
    """The periods with those that the text's own day gives: of its dateline, or the only one of its lead.

    A dateline without a year ("LIMA, May 9 --") has that of a month told beside it, if there is one alone.
    """
    written = _find_written(text, periods)
    if written is not None:
        return find_values(text, written)[1]
    day = _find_dateline_day(text, periods)
    if day is None:
        return _count_from_headline(text, _count_from_lead(text, periods))
    years = _find_years(day, text, periods) or _find_years_by_weekday(day, text, periods)
    if len(years) == 1:
        return find_values(text, day.in_year(years.pop()))[1]
    return periods if years else _count_without_year(text, periods, day)


def _find_written(text: str, periods: Iterable[PeriodMatch]) -> datetime.date | None:
    """The day on which a text says it was written: "LIMA, May 9, 2025 --", or a date on a line of its own."""
    for period in periods:
        (start, end), day = (period.span.start, period.span.end), period.period.start
        if start > _LEAD:
            return None
        if day is None or not _FULL_DAY.fullmatch(period.period.edtf):
            continue
        line = text[text.rfind("\n", 0, start) + 1 : start], text[end:].split("\n", 1)[0]
        alone = start > 0 and _BEFORE_DATE.fullmatch(line[0]) and _BEHIND_DATE.fullmatch(line[1])
        if alone or _is_in_dateline(text, start, end):
            return day
    return None


def _is_in_dateline(text: str, start: int, end: int) -> bool:
    """Whether a place stands before a day and a dash behind it; "Jane Doe (4 May 1850 – …" is a life."""
    opened = text[start - 1 : start] == "(" and text[end : end + 1] != ")"
    return not opened and bool(_PLACE.search(text[:start]) and _DASH.match(text, end))


def _find_dateline_day(text: str, periods: Iterable[PeriodMatch]) -> _Day | None:
    """The day of "LIMA, May 9 (Tarka Wire) --", where it has no year."""
    for period in periods:
        start, end = period.span.start, period.span.end
        if start > _LEAD:
            return None
        told = _OPEN_DAY.fullmatch(period.period.edtf)
        if told and _is_in_dateline(text, start, end):
            return _Day(int(told[1]), int(told[2]))
    return None


def _find_years(day: _Day, text: str, periods: Iterable[PeriodMatch]) -> set[int]:
    """The years in which months that the text tells would be news on the day."""
    folded = text.lower()
    return {
        year
        for p in periods
        if p.period.end is not None and len(p.period.edtf.split("/")[-1]) >= _MONTH
        if not is_compared(folded, p.span.start, _LOOKED)
        if not is_foretold(folded, p.span.start)
        for year in (p.period.end.year, p.period.end.year + 1)
        if (date := day.in_year(year)) and -_RUNNING <= date - p.period.end <= _RECENT
        if fits_weekday(folded, date)
    }


def _find_years_by_weekday(day: _Day, text: str, periods: Iterable[PeriodMatch]) -> set[int]:
    """The year whose weekday the lead tells: of the last year that is past in the text and the one after it."""
    folded = text.lower()
    told = [
        int(p.period.edtf)
        for p in periods
        if _YEAR.fullmatch(p.period.edtf)
        and p.role == "in"
        and not is_foretold(folded, p.span.start)
    ]
    lags = {
        year: find_lag(folded, date)
        for year in ((max(told), max(told) + 1) if told else ())
        if (date := day.in_year(year))
    }
    same = {year for year, lag in lags.items() if lag == 0}
    near = {year for year, lag in lags.items() if lag in {0, 1}}
    return same if len(near) == 1 else set()


def _count_without_year(text: str, periods: list[PeriodMatch], day: _Day) -> list[PeriodMatch]:
    """ "Last month", "in the first four months", of the year of the dateline, whichever it is."""
    _, counted = find_values(text, day.in_year(_NO_YEAR))
    fresh = [
        replace(p, period=Period(edtf=_YEARS.sub("XXXX", p.period.edtf)))
        for p in counted
        if p.relative and _is_of_months(p.period.edtf)
    ]
    known = [p.span for p in periods]
    fresh = [p for p in fresh if not any(p.span.overlaps(span) for span in known)]
    return sorted((*periods, *fresh), key=lambda p: p.span)


def _count_from_headline(text: str, periods: list[PeriodMatch]) -> list[PeriodMatch]:
    """ "… hits record in 2004": the months told below, without a year, are that year's; not the first ones.

    Such news is told early in the year after, whose first months it may tell of, too.
    """
    headline = text.split("\n", 1)[0]
    told = {p.period.edtf for p in periods if p.span.end <= len(headline) and p.role == "in"}
    ahead = not get_period_words().headed.isdisjoint(headline.lower().split())
    year = told.pop() if len(told) == 1 and headline != text and not ahead else ""
    if not _YEAR.fullmatch(year):
        return periods
    return [_put_in(p, int(year)) for p in periods]


def _put_in(period: PeriodMatch, year: int) -> PeriodMatch:
    """A month of no known year, as one of a year."""
    month = _OPEN_MONTH.fullmatch(period.period.edtf)
    if month is None or int(month[1]) <= _EARLY:
        return period
    stretch = make_month(year, int(month[1]))
    return replace(period, period=Period(edtf=stretch.edtf, start=stretch.start, end=stretch.end))


def _is_of_months(edtf: str) -> bool:
    """Whether a period is a month, or begins and ends with months of one year."""
    parts = [part for part in edtf.split("/") if part != ".."]
    return all(len(part) == _MONTH for part in parts) and len({part[:4] for part in parts}) == 1


def _count_from_lead(text: str, periods: list[PeriodMatch]) -> list[PeriodMatch]:
    """Periods of a text without a date, "this year" counted from the only day that its lead tells.

    No days but those that the text names: it may be written some days after what it tells.
    """
    told = [
        p
        for p in periods
        if p.span.start < _LEAD and p.period.start == p.period.end and p.period.start is not None
    ]
    days = {p.period.start for p in told if p.period.start is not None}
    if len(days) != 1:
        return periods
    ahead = all(p.role == "from" for p in told)  # "with effect from 1 January 2026"
    _, counted = find_values(text, max(days) - _DAY * ahead)
    open_spans = {p.span for p in periods if p.period.edtf.startswith("XXXX")}
    known = [p.span for p in periods if p.span not in open_spans]
    fresh = [
        p
        for p in counted
        if p.relative
        and (p.span in open_spans or p.period.edtf.split("/")[-1].count("-") < _OF_DAY)
        and not any(p.span.overlaps(span) for span in known)
    ]
    kept = [p for p in periods if not any(p.span.overlaps(f.span) for f in fresh)]
    return sorted((*kept, *fresh), key=lambda p: p.span)
