"""Financial years and their quarters, by the month in which those of a text begin: "Q1 FY25", "2017-18".

A text tells that month by when its year ends ("the year ended March 31"), or by counting rupees in crores,
which is done in India. Where nothing tells it, a year stays as it is and a quarter of two years has no months.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.model.period import Period
from kg.recognition.calendars import make_months, shift_month
from kg.recognition.period_words import get_period_index, get_period_words
from kg.recognition.periods import PeriodMatch

_FISCAL = re.compile(
    r"(?:\bfy ?['’]?|\bq[1-4]fy ?['’]?|\b[hq][1-4] ?fy ?['’]?|\b(?:fiscal|financial)(?: year)? )"
    r"(?P<y>(?:20|19)?\d\d)(?:[-–/](?P<yy>(?:20)?\d\d))?(?!\d)"
    r"|(?<!\d)(?P<first>(?:19|20)\d\d)[-–/](?P<second>\d\d)(?!\d)"
)
_PART = re.compile(r"\b(?:q(?P<q>[1-4])|(?P<rank>[a-z]+)[ -](?P<unit>quarter|half)|h(?P<h>[12]))")
_ENDED = (
    r"\byear(?: that)? (?:ended|ending|ends|to|through|until)(?: on| in)?(?: the)?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?(?: of)?)? (?P<m>{months})\b"
)
_CRORES = re.compile(r"₹|\b(?:rs\.? ?|inr ?|rupees )[\d.,]+ ?(?:lakh |thousand )?crores?\b")
_SECOND = re.compile(r"[-–/]\d\d(?!\d)")  # "the first quarter of 2017" … "-18"
_APRIL, _YEAR = 4, 12
_OF_PART = {"quarter": 3, "half": 6}
_CENTURY = 100


def settle_fiscal(text: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """The periods, those of financial years by the months in which the text's begin; some quarters are left out."""
    years = [_read_years(text, p) for p in periods]
    if not any(years):
        return list(periods)
    begins = _find_begin(text)
    told = zip(periods, years, strict=True)
    settled = (p if own is None else _settle(text, p, own, begins) for p, own in told)
    return [p for p in settled if p is not None]


def _find_begin(text: str) -> int | None:
    """The month in which the financial years of a text begin, 1 to 12."""
    folded, months = text.lower(), get_period_index().months
    names = "|".join(re.escape(n) for n in sorted(months, key=len, reverse=True))
    ended = {months[m["m"]] for m in re.finditer(_ENDED.replace("{months}", names), folded)}
    if len(ended) == 1:
        return ended.pop() % _YEAR + 1
    return _APRIL if not ended and _CRORES.search(folded) else None


def _read_years(text: str, match: PeriodMatch) -> tuple[int, bool] | None:
    """The year in which a financial year ends, and whether two years name it; None for other periods."""
    end = match.span.end
    behind = _SECOND.match(text, end) if text[end - 4 : end].isdigit() else None
    whole = text[match.span.start : behind.end() if behind else end]
    found = _FISCAL.search(whole.lower()) if ".." not in match.period.edtf else None
    if found is None:
        return None
    first, more = found["y"] or found["first"], found["yy"] or found["second"]
    year = int(first) + (2000 if len(first) == 2 else 0)
    if more is None:
        return year, False
    one_on = int(more) % _CENTURY == (year + 1) % _CENTURY
    return (year + 1, True) if one_on else None


def _settle(
    text: str, match: PeriodMatch, years: tuple[int, bool], begins: int | None
) -> PeriodMatch | None:
    part = _PART.search(text[match.span.start : match.span.end].lower())
    if begins is None:
        return None if part and years[1] else match
    if begins == 1:
        return match
    months, number = _YEAR, 1
    if part is not None:
        unit = part["unit"] or ("quarter" if part["q"] else "half")
        words = get_period_words()
        told = (
            part["q"]
            or part["h"]
            or words.ranks.get(part["rank"])
            or words.halves.get(part["rank"])
        )
        if told is None:
            return match
        months, number = _OF_PART[unit], int(told)
    first = shift_month(years[0] - 1, begins, months * (number - 1))
    stretch = make_months(*first, months)
    period = Period(edtf=stretch.edtf, start=stretch.start, end=stretch.end)
    return replace(match, period=period)
