"""A time that is told again without its name: "in the period", "during the quarter", "in that year"."""

import re
from collections.abc import Sequence

from kg.model.document import Span
from kg.model.period import Period
from kg.recognition.compared_times import leave_sources
from kg.recognition.periods import PeriodMatch

_AGAIN = re.compile(
    r"\b(?:(?P<first>In|During|Within|Throughout|Over)|in|during|within|throughout|over|for) "
    r"(?P<words>(?:the|that|this|the (?:same|reported|reporting|reviewed|review|cited|given|stated|latest)) "
    r"(?P<noun>period|quarter|half|holiday|year|month)(?: period)?)"
    r"(?=[,.;)”\"]| (?:and|but|while|by|on|at|was|were|rose|fell|with|due|because|under review)\b"
    r"|(?(first) (?!of|to|from|as|between)[a-z]| $))"
)
_RANKED = re.compile(
    r"\b(?P<words>(?:the |its )?(?P<name>(?:first|second|third|fourth)[ -](?:quarter|half)))"
    r"(?![- ]?year)(?!,? (?:of|in|(?:fiscal )?\d))",
    re.IGNORECASE,
)
_RANKED_NAME = re.compile(r"(?:first|second|third|fourth)[ -](?:quarter|half)")
_OPEN_DAYS = re.compile(r"XXXX-\d\d-\d\d/XXXX-\d\d-\d\d")  # of a year that nobody tells
_FAR = 1000  # characters from the time that is meant
_REACHES = {"quarter": 1600, "half": 1600}  # … which a report of results is about
_LOOKED = 40  # characters before a time in which a word of comparison stands
_COMPARED = re.compile(
    r"\b(?:than|from|against|versus|compared|since|on)\b(?!.*[.;!?] )(?! ?$)", re.DOTALL
)
_MONTHS = {"quarter": 3, "half": 6}
_DAYS_OF_MONTH = 28


def find_again(text: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """The times of a text that mean one told shortly before, which is the last of their length.

    `periods` are those that are told in full, in order; what something was compared with is not meant again.
    """
    found: list[PeriodMatch] = []
    for match in _AGAIN.finditer(text):
        meant = next(
            (
                p
                for p in sorted((*periods, *found), key=lambda p: p.span, reverse=True)
                if match.start() - _REACHES.get(match["noun"], _FAR) < p.span.end <= match.start()
                and _fits(p.period, match["noun"], match["words"])
                and not _is_compared(text, p.span.start)
            ),
            None,
        )
        span = Span(*match.span("words"))
        if meant is not None and not any(p.span.overlaps(span) for p in periods):
            found.append(PeriodMatch(span=span, period=meant.period, role="in", relative=True))
    return [*found, *_find_ranked(text, [*periods, *found])]


def _find_ranked(text: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """ "the fourth quarter of 2017-18 … In the fourth quarter,": the one told in full before, if it is only one."""
    told: dict[str, set[Period]] = {}
    for p in periods:
        named = _RANKED_NAME.search(text[p.span.start : p.span.end].lower())
        if p.relative or _is_compared(text, p.span.start):
            continue
        if named is not None and named.end() < p.span.end - p.span.start:
            told.setdefault(named[0].replace("-", " "), set()).add(p.period)
    found = []
    for match in _RANKED.finditer(text) if told else ():
        meant = told.get(match["name"].lower().replace("-", " "), set())
        span = Span(*match.span("words"))
        if len(meant) == 1 and not any(p.span.overlaps(span) for p in periods):
            (period,) = meant
            found.append(PeriodMatch(span=span, period=period, role="in", relative=True))
    return found


def _is_compared(text: str, start: int) -> bool:
    return _COMPARED.search(leave_sources(text[max(0, start - _LOOKED) : start])) is not None


def _fits(period: Period, noun: str, phrase: str) -> bool:
    """Whether a period is as long as the word for it says."""
    if noun == "holiday" and _OPEN_DAYS.fullmatch(period.edtf):
        return True
    if period.start is None or period.end is None or period.edtf.startswith("../"):
        return False
    days = (period.end - period.start).days + 1
    if noun == "month":  # "in this month" is that of the news
        return len(period.edtf) == len("2024-07") and not phrase.startswith("this")
    if noun == "year":  # "in the year" is often any year
        return len(period.edtf) == len("2024") and not phrase.startswith("the year")
    if noun in _MONTHS:
        return "/" in period.edtf and abs(days - 30.4 * _MONTHS[noun]) < _DAYS_OF_MONTH / 4
    if noun == "holiday":
        return 1 < days < _DAYS_OF_MONTH
    return "/" in period.edtf or (
        phrase.startswith("the same") and len(period.edtf) == len("2024-07")
    )
