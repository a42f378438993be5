"""The year of a text that tells none but the one before: "passengers rose 18 percent on July 2018".

What is told of July then was in July 2019, and so is what the text tells of May or "since January". A text
that tells a later year of its own, or compares with years that do not fit together, stays as it is.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.recognition.news_weekdays import is_foretold
from kg.recognition.periods import PeriodMatch
from kg.recognition.values import find_values

_SAME = r"(?:same|corresponding|comparable|equivalent|like) (?:period|months?|time|quarter|half|stretch)"
_MOVED = (
    r"(?:up|down|higher|lower|more|less|increase|rise|growth|gain|decline|decrease|drop|fall|rose|fell|grew"
    r"|percent|per cent|pct|pc|%)"
)
_COMPARED = re.compile(
    rf"(?:\b(?:than|against|versus|vs\.?|compared (?:with|to))\b[^.;!?\n]{{0,40}}"
    r"|\bfrom (?:[a-z]{0,3}[$€£¥₹]|\d)[^.;!?\n]{0,30}"
    rf"|{_MOVED}(?:[^\w.;!?\n]| compared| when)* ?(?:on|over|to|with|(?<!rose )(?<!fell )(?<!grew )from)"
    rf"|\b{_SAME}(?: a year (?:earlier|ago|before)| last year)?,?(?: of| in)?"
    r") ?(?:the )?(?:(?:year|month) )?(?:in |of |during )?(?:the )?$"
)
_SAME_BEFORE = re.compile(rf"\b{_SAME}(?: last year)?,?(?: of| in)? $")
_LAST_YEAR = re.compile(r"\blast year\b")
_THIS_YEAR = re.compile(r"\bthis year\b")
_SHARED = re.compile(rf"{_SAME} (?:of |in )?$")  # "the same period last year"
_OPEN_SPAN = re.compile(
    r"\b(?:first|opening|past|last) \w+ months\b|\bfirst (?:half|quarter)\b|\b\w+ months\b"
)
_UNKNOWN = re.compile(r"XXXX|\d{4}(?=-\d\d(?!-))")  # the year of a month
_YEAR = re.compile(r"\d{4}")
_SENTENCE_END = re.compile(r"(?<=[a-z0-9%)”\"])[.!?][”\"]?\s|\n")
_OF_DAYS = re.compile(r"day|week|month\b|quarter\b|night|recent|\bpast\b|\bago\b")
_LOOKED = 70  # characters before a time in which it is told that something is compared with it
_LATE = 11  # the months of which news is told in the year after, too


class _Told(NamedTuple):
    """The year of the news, the month that it tells of, if it is known, and whether "last year" is before it."""

    year: int
    month: int
    counting: bool


def date_by_comparison(text: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """The periods, with those whose year is that after the one with which the text compares."""
    folded = text.lower()
    told = set(_find_years(folded, periods))
    years = {t.year for t in told}
    if len(years) != 1:
        return list(periods)
    year = years.pop()
    if any(_is_later(folded, p, year) for p in periods):
        return list(periods)
    counting, month = any(t.counting for t in told), max(t.month for t in told)
    _, counted = find_values(text, datetime.date(year, min(month or 12, 11) + 1, 28))
    known = [p.span for p in periods if "XXXX" not in p.period.edtf]
    fresh = [
        p
        for p in counted
        if p.relative
        and not (
            p.period.start and p.period.start.year > year and not is_foretold(folded, p.span.start)
        )
        and _is_countable(folded[p.span.start : p.span.end], p, counting=counting)
        and not any(p.span.overlaps(span) for span in known)
    ]
    kept = [p for p in periods if not any(p.span.overlaps(f.span) for f in fresh)]
    return sorted((*kept, *fresh), key=lambda p: p.span)


def _find_years(folded: str, periods: Sequence[PeriodMatch]) -> Iterator[_Told]:
    """The years that what is compared gives, one for each comparison."""
    opened = {_UNKNOWN.sub("", p.period.edtf) for p in periods if "XXXX" in p.period.edtf}
    for p in periods:
        edtf, start, end = p.period.edtf, p.span.start, p.period.end
        if end is None or not edtf[:4].isdigit():
            continue
        if p.relative:  # "in the first five months, up from 3 million in the same of 2023"
            if p.role == "in" and _OPEN_SPAN.search(folded[start : p.span.end]):
                yield _Told(end.year, 0, counting=False)
        elif is_compared_with(folded, start):
            if _UNKNOWN.sub("", edtf) in opened:
                yield _Told(end.year + 1, end.month, end.month < _LATE)
            elif _YEAR.fullmatch(edtf):
                yield from _count_on(folded, periods, start, end.year)


def _count_on(
    folded: str, periods: Sequence[PeriodMatch], start: int, year: int
) -> Iterator[_Told]:
    """The year of the news, where a sentence compares what it tells with a whole year or its same part."""
    first, last = _find_sentence(folded, start)
    same = _SAME_BEFORE.search(folded[max(0, start - _LOOKED) : start])
    text = folded[first:last]
    lone = [m for m in _LAST_YEAR.finditer(text) if not _SHARED.search(text[: m.start()])]
    if same and first:
        first = _find_sentence(folded, first - 1)[
            0
        ]  # "… to May. That is more than in the same period"
    if lone and not same:
        yield _Told(year + 2, 0, counting=True)
    elif _THIS_YEAR.search(text):
        yield _Told(year + 1, 0, counting=True)
    elif _OPEN_SPAN.search(text) or any(
        first <= p.span.start < last and "XXXX" in p.period.edtf for p in periods
    ):
        yield _Told(year + 1, 0, counting=False)


def _find_sentence(folded: str, at: int) -> tuple[int, int]:
    """Where the sentence at a place begins and ends."""
    first = max((m.end() for m in _SENTENCE_END.finditer(folded, 0, at)), default=0)
    behind = (m.end() for m in _SENTENCE_END.finditer(folded, max(at - 2, 0)))
    return first, next((e for e in behind if e > at), len(folded))


def is_compared_with(folded: str, start: int) -> bool:
    """Whether something is compared with the time at `start`: "up 18 percent on July 2018"."""
    return _COMPARED.search(folded[max(0, start - _LOOKED) : start]) is not None


def _is_later(folded: str, period: PeriodMatch, year: int) -> bool:
    """Whether a period tells of a year after that of the news, as past."""
    end = period.period.end
    return (
        end is not None
        and end.year > year
        and period.role == "in"
        and not is_foretold(folded, period.span.start)
    )


def _is_countable(words: str, period: PeriodMatch, *, counting: bool) -> bool:
    """Whether a period can be told by the year alone: months, parts of the year, "last year"."""
    if period.period.edtf.count("-") > 1 + period.period.edtf.count("/"):
        return False
    if _OF_DAYS.search(words) and not re.match(r"(?:the )?(?:first|second|third|fourth) ", words):
        return False
    return counting or "year" not in words
