"""Months without a year that the same text tells with one: "by the end of August 2026 ... by the end of August"."""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model.calendars import make_month
from kg.model.period import Period
from kg.recognition.compared_times import is_compared
from kg.recognition.compared_years import is_compared_with
from kg.recognition.news_weekdays import is_foretold
from kg.recognition.periods import PeriodMatch

_DATED = re.compile(r"(\d{4})-(\d\d)")
_OPEN = re.compile(r"XXXX-(\d\d)")
_ROW = re.compile(r"(?:(?![.!?;]\s)[^\n])*\d(?:(?![.!?;]\s)[^\n])*")  # figures of one sentence
_LOOKED = 40  # characters before a month in which a word of comparison stands


def date_months(text: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """The periods, those of an open month with the only year in which the text tells it."""
    if not any("XXXX" in p.period.edtf for p in periods):
        return list(periods)
    folded = text.lower()
    periods = _date_rows(folded, periods)
    years: dict[str, set[str]] = {}
    for p in periods:
        if _is_compared(folded, p.span.start):
            continue
        told, dated = folded[p.span.start : p.span.end], _DATED.findall(p.period.edtf)
        # "9 months of 2021" tells of no January, but of the same span
        for year, month in dated[:-1]:
            named = int(month) < len(calendar.month_abbr) and calendar.month_abbr[int(month)]
            if month in told or (named and named.lower() in told):
                years.setdefault(month, set()).add(year)
        for year, month in dated[-1:]:
            years.setdefault(month, set()).add(year)
        years.setdefault("/".join(m for _, m in dated), set()).update(y for y, _ in dated[:1])
    return [_date(p, years) for p in periods]


def _date_rows(folded: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """ "1.5 million in June 2025, 1.9 million in July": a later month of a row in one sentence is of the same year."""
    row: list[PeriodMatch] = []
    for match in periods:
        month = _OPEN.fullmatch(match.period.edtf)
        before = row[-1] if row else match
        dated = _DATED.fullmatch(before.period.edtf)
        if (
            month
            and dated
            and match.role == before.role == "in"
            and dated[2] < month[1]
            and _ROW.fullmatch(folded, before.span.end, match.span.start)
            and not is_foretold(folded, match.span.start)
            and not any(_is_compared(folded, p.span.start) for p in (before, match))
        ):
            match = _date(match, {month[1]: {dated[1]}})
        row.append(match)
    return row


def _is_compared(folded: str, start: int) -> bool:
    return is_compared(folded, start, _LOOKED) or is_compared_with(folded, start)


def _date(match: PeriodMatch, years: dict[str, set[str]]) -> PeriodMatch:
    edtf = match.period.edtf
    months = _OPEN.findall(edtf)
    told = {year for month in months for year in years.get(month, {"?"})}
    told = years.get("/".join(months), told) if len(months) > 1 else told
    if len(told) != 1 or not (year := told.pop()).isdigit():
        return match
    edtf = edtf.replace("XXXX", year)
    try:
        start, end = _find_day(edtf.split("/")[0], last=False), _find_day(edtf, last=True)
    except ValueError:  # 29 February
        return match
    return replace(match, period=Period(edtf=edtf, start=start, end=end))


def _find_day(edtf: str, *, last: bool) -> datetime.date | None:
    """The first or last day of what a period begins or ends with; None where it is open."""
    part = edtf.split("/")[-1]
    if part.count("-") != 1:
        return datetime.date.fromisoformat(part) if part.count("-") else None
    month = make_month(int(part[:4]), int(part[5:]))
    return month.end if last else month.start
