"""Financial years and their quarters, by the month in which those of a text begin: "Q1 FY25", "2017-18".

A text tells that month by when its year ends ("the year ended March 31"), by when a part of it does ("the
third quarter ended April 30"), by the months that it gives a year ("July-December of FY26"), or by counting
rupees in crores, which is done in India. Where none of these tells it, a land that is named alone of those whose
years all begin in one month does ("fiscal_lands" in periods.yaml).
Where nothing tells it, a year stays as it is and a part of it has no months.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.model.calendars import make_months, shift_month
from kg.model.period import Period
from kg.recognition.period_words import get_period_index, get_period_words
from kg.recognition.periods import PeriodMatch
from kg.recognition.quantity_words import get_quantity_words

_FISCAL = re.compile(
    r"(?:\b(?:[hq][1-4] ?|[1-4][qh] ?|1?\dm ?)?fy ?['’]?|\b(?:fiscal|financial)(?: year)? )"
    r"(?P<y>(?:20|19)?\d\d)(?:[-–/](?P<yy>(?:20)?\d\d))?(?!\d)"
    r"|(?<!\d)(?P<first>(?:19|20)\d\d)[-–/](?P<second>\d\d)(?!\d)"
)
_PART = re.compile(
    r"\b(?:q(?P<q>[1-4])|(?P<q2>[1-4])q|(?P<rank>[a-z]+)[ -](?P<unit>quarter|half)|h(?P<h>[12])|(?P<h2>[12])h"
    r"|(?:first|opening) (?P<n>[a-z]+|\d+)[ -]months|(?P<m>\d+)m)"
)
_STRETCH = re.compile(r"\b(?:the )?(?P<first>[a-z]+)(?:[-–—‑~ ]| to | through )+(?P<last>[a-z]+)\b")
_MONTHS_QUARTER = re.compile(r"(?:the )?(?P<m>[a-z]+)[- ]quarter\b")
_BEGINNINGS = frozenset([4, 7, 10])  # months in which financial years begin, but for January
_JULY = 7
_ENDED = (
    r"(?<!half )(?<!half-)\byear(?: that)? (?:ended|ending|ends|to|through|until)(?: on| in)?(?: the)?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?(?: of)?)? (?P<m>{months})\b"
)
_PART_ENDED = re.compile(
    r"\b(?:(?:(?P<rank>first|second|third|fourth|[1-4](?:st|nd|rd|th))[ -])?(?:fiscal )?(?P<unit>quarter|half)"
    r"|(?P<n>nine)[ -]months?)(?: period|[ -]year)?,? (?:ended|ending|to)(?: on| end)?(?: |-)"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?P<m>[a-z]+)\b"
)
_CRORES = re.compile(r"₹|\b(?:rs\.? ?|inr ?|rupees )[\d.,]+ ?(?:lakh |thousand )?crores?\b")
_SECOND = re.compile(r"[-–/]\d\d(?!\d)")  # "the first quarter of 2017" … "-18"
_WORD = re.compile(r"[a-z]+")
_APRIL, _NINE, _YEAR = 4, 9, 12
_OF_PART = {"quarter": 3, "half": 6}
_CENTURY = 100


def settle_fiscal(text: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """The periods, those of financial years by the months in which the text's begin; some quarters are left out."""
    years = [_read_years(text, p) for p in periods]
    if not any(years):
        return list(periods)
    begins = _find_begin(text, periods)
    land = _find_land(text) if begins is None else None
    told = zip(periods, years, strict=True)
    settled = (p if own is None else _settle(text, p, own, begins, land) for p, own in told)
    return [p for p in settled if p is not None]


def _find_begin(text: str, periods: Sequence[PeriodMatch]) -> int | None:
    """The month in which the financial years of a text begin, 1 to 12."""
    folded, months = text.lower(), get_period_index().months
    names = "|".join(re.escape(n) for n in sorted(months, key=len, reverse=True))
    ended = {months[m["m"]] for m in re.finditer(_ENDED.replace("{months}", names), folded)}
    if len(ended) == 1:
        return ended.pop() % _YEAR + 1
    if ended:
        return None
    begun = {*_list_begun(folded), *_list_stretched(text, periods)}
    if begun:
        return begun.pop() if len(begun) == 1 else None
    return _APRIL if _CRORES.search(folded) else None


def _find_land(text: str) -> int | None:
    """The month in which years begin in the one land of the list that a text names."""
    lands = get_period_words().fiscal_lands
    begun = {lands[word] for word in _WORD.findall(text.lower()) if word in lands}
    return begun.pop() if len(begun) == 1 else None


def _list_begun(folded: str) -> Iterator[int]:
    """By parts of years that tell when they end: "the third quarter ended April 30", "nine months to March"."""
    months, words = get_period_index().months, get_period_words()
    for found in _PART_ENDED.finditer(folded):
        last = months.get(found["m"])
        if last is not None:
            unit, ranks = found["unit"], words.halves if found["unit"] == "half" else words.ranks
            rank = ranks.get(found["rank"]) or int(unit == "half" and not found["rank"])
            count = _OF_PART[unit] * rank if unit else _NINE
            if count:
                yield (last - count) % _YEAR + 1


def _list_stretched(text: str, periods: Sequence[PeriodMatch]) -> Iterator[int]:
    """By months of a financial year: those of "July-December of FY26" begin with it."""
    for match in periods:
        words = text[match.span.start : match.span.end].lower()
        stretch = _find_stretch(words) if _FISCAL.search(words) else None
        # a quarter of a year may be any of four: "July-September of FY24"
        if stretch and stretch[0] in _BEGINNINGS:
            first, last = stretch
            if (last - first) % _YEAR + 1 != _OF_PART["quarter"]:
                yield first


def _find_stretch(words: str) -> tuple[int, int] | None:
    """The months with which a stretch of months, or a quarter called by its last one, begins and ends."""
    found, months = _STRETCH.search(words), get_period_index().months
    ended = _MONTHS_QUARTER.match(words)
    if ended and ended["m"] in months:
        closing = months[ended["m"]]
        return (closing - _OF_PART["quarter"]) % _YEAR + 1, closing
    first, last = (months.get(found["first"]), months.get(found["last"])) if found else (None, None)
    return (first, last) if first is not None and last is not None else None


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
    text: str, match: PeriodMatch, years: tuple[int, bool], begins: int | None, land: int | None
) -> PeriodMatch | None:
    words = text[match.span.start : match.span.end].lower()
    own = years[1] or "fiscal" not in words  # "fiscal 2024" may be that of a guest
    begins = land if begins is None and own else begins
    stretch = _find_stretch(words)
    if stretch is not None:
        first, _ = stretch
        start = begins or (first if first in _BEGINNINGS else _JULY)
        return _move(match, years[0], start)
    part = _PART.search(words)
    if begins is None:
        return None if part else match
    if begins == 1:
        return match
    months, number = (_YEAR, 1) if part is None else _read_part(part)
    if not number:
        return match
    start_year, month = shift_month(years[0] - 1, begins, months * (number - 1))
    told = make_months(start_year, month, months)
    period = Period(edtf=told.edtf, start=told.start, end=told.end)
    return replace(match, period=period)


def _read_part(part: re.Match[str]) -> tuple[int, int]:
    """How many months a part of a year has, and which of such parts it is; 0 where that is unknown."""
    words = get_period_words()
    if part["n"] or part["m"]:
        count = part["n"] or part["m"]
        months = int(count) if count.isdigit() else get_quantity_words().numbers.get(count, 0)
        return int(months), int(0 < months < _YEAR)
    unit = part["unit"] or ("quarter" if part["q"] or part["q2"] else "half")
    told = part["q"] or part["q2"] or part["h"] or part["h2"]
    number = told or words.ranks.get(part["rank"]) or words.halves.get(part["rank"]) or 0
    return _OF_PART[unit], int(number)


def _move(match: PeriodMatch, year: int, begins: int) -> PeriodMatch:
    """Months of a financial year in the year of the calendar in which they are."""
    start, end = match.period.start, match.period.end
    if start is None or end is None:
        return match
    count = (end.year - start.year) * _YEAR + end.month - start.month + 1
    stretch = make_months(year - int(start.month >= begins > 1), start.month, count)
    period = Period(edtf=stretch.edtf, start=stretch.start, end=stretch.end)
    return replace(match, period=period)
