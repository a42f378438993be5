"""The year of a month, quarter or half-year that a text leaves open: the last one, or the next."""

import datetime
import re
from collections.abc import Callable
from functools import cache

from kg.model import calendars
from kg.model.calendars import Stretch
from kg.recognition.period_parts import UNRESOLVED, Made, Maker, Parts
from kg.recognition.period_words import get_period_words
from kg.recognition.scanning import BREAK

_SENTENCE_END = re.compile(rf"[.!?;]\s|{BREAK}")
_CLAUSE_END = re.compile(rf"[,.!?;:\"“”–—]|\s-\s|{BREAK}")
_WORD = re.compile(r"[a-z'’]+")
_SAME = re.compile(
    r"\b(?:same|corresponding|comparable|equivalent) (?:period|quarter|half|months?|time)(?: of| in)? (\d{4})\b"
)
_BRACKETS = re.compile(r"\([^()]*\)")  # "77 million euros (53 million pounds; 100 million dollars)"
_COMPARING = r"\b(?:from|than|with|against|versus|over|on)\b.{0,60}?\b"  # before the same words
_BACK, _ON = 160, 100
_OPENING = 12  # characters before a period that opens its sentence ("In early ")
_MOST_YEARS = 100
_NEXT_MONTH = 11  # months back: nobody calls last year's next month by its name alone


def find_month_year(parts: Parts, month: int) -> int | None:
    """The year in which the month is meant, seen from the reference day; None without one."""
    day = parts.reference
    if day is None:
        return _find_year_after(parts)
    back = (day.month - month) % 12
    if _is_ahead(parts) or back == _NEXT_MONTH:
        return day.year + (month < day.month)
    return day.year - (month > day.month)


def _find_part_year(parts: Parts, stretch: Stretch) -> int | None:
    """The year of a quarter or a half that is told without one; `stretch` is that of the reference's year.

    The past ones are those that are over, or nearly: a first half is told of in June.
    """
    day = parts.reference
    if day is None or stretch.end is None or stretch.start is None:
        return None
    if _is_ahead(parts):
        return day.year + (stretch.end < day)
    return day.year - (stretch.end > day + datetime.timedelta(days=31))


def _find_year_after(parts: Parts) -> int | None:
    """The year after that of "up from 5 million in the same period of 2023", told in the sentence.

    Or in the same words: "in the third quarter, against 5 million in the third quarter of 2023".
    """
    text, end = parts.match.string, parts.match.end()
    after = _SENTENCE_END.split(_BRACKETS.sub("", text[end : end + _BACK]))[0]
    again = re.compile(rf"{_COMPARING}{re.escape(parts.match[0])}(?: of| in)? (\d{{4}})\b")
    told = _SAME.search(after) or again.search(after)
    return int(told[1]) + 1 if told else None


def _is_of_game(parts: Parts) -> bool:
    """Whether the words around are of a match, whose halves and quarters are no times of a year."""
    text, start, end = parts.match.string, parts.match.start(), parts.match.end()
    around = text[max(0, start - _BACK) : end + _ON]
    return not get_period_words().games.isdisjoint(_WORD.findall(around))


def _is_ahead(parts: Parts) -> bool:
    """Whether the sentence up to the period, or after one that opens it, tells what is to come."""
    text, start, end = parts.match.string, parts.match.start(), parts.match.end()
    words = get_period_words().ahead
    before = _SENTENCE_END.split(text[max(0, start - _BACK) : start])[-1]
    if not words.isdisjoint(_WORD.findall(before)):
        return True
    if len(before.strip()) > _OPENING:
        return False
    after = _SENTENCE_END.split(text[end : end + _ON])[0]
    return not words.isdisjoint(_WORD.findall(after))


def is_day_ahead(parts: Parts) -> bool:
    """Whether a weekday ends what is to come: "will meet in Lima on [Friday]", not "will build, X said on [Friday]"."""
    text, start = parts.match.string, parts.match.start()
    words = get_period_words()
    clause = _CLAUSE_END.split(text[max(0, start - _BACK) : start])[-1]
    told = _WORD.findall(clause)
    last = max((n for n, word in enumerate(told) if word in words.day_ahead), default=-1)
    return last >= 0 and words.day_told.isdisjoint(told[last:])


def make_open_quarter(parts: Parts) -> Made:
    """The third quarter, of the year that the reference gives."""
    text = parts.match["q"]
    number = get_period_words().ranks.get(text) or int(text)
    return _make_open(parts, lambda year: calendars.make_quarter(year, number))


def make_open_half(parts: Parts) -> Made:
    """The first half."""
    text = parts.match["h"]
    number = get_period_words().halves.get(text) or int(text)
    return _make_open(parts, lambda year: calendars.make_half(year, number))


def make_open_span(parts: Parts) -> Made | None:
    """The first nine months."""
    months = parts.get_number("n") * (3 if parts.match["u"] == "quarters" else 1)
    if not 1 <= months <= 12:
        return None
    return _make_open(parts, lambda year: calendars.make_months(year, 1, months))


def make_years_to(parts: Parts) -> Made | None:
    """The five years to 2024."""
    last, count = int(parts.match["y"]), parts.get_number("n")
    if not 0 < count <= _MOST_YEARS:
        return None
    return Made(calendars.join(calendars.make_year(last - count + 1), calendars.make_year(last)))


def _make_open(parts: Parts, make: Callable[[int], Stretch]) -> Made:
    if _is_of_game(parts):
        return UNRESOLVED
    day = parts.reference
    year = _find_part_year(parts, make(day.year)) if day else _find_year_after(parts)
    return UNRESOLVED if year is None else Made(make(year), relative=True)


@cache
def get_open_makers() -> dict[str, Maker]:
    """The makers of this module by the name that periods.yaml calls them by."""
    return {
        "open_quarter": make_open_quarter,
        "lone_quarter": make_open_quarter,
        "lone_half": make_open_half,
        "open_half": make_open_half,
        "open_span": make_open_span,
        "years_to": make_years_to,
    }
