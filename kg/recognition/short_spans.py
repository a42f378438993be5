"""Parts of a year told by a short name once they were told in full: "H1", "9M", "the first eight months"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.model.document import Span
from kg.model.period import Period
from kg.recognition.compared_times import is_compared
from kg.recognition.news_weekdays import is_foretold
from kg.recognition.periods import PeriodMatch

_COUNTS = {
    word: number
    for number, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"), start=2
    )
}
_NUMBER = rf"{'|'.join(_COUNTS)}|[2-9]|1[01]"
_NAMES = re.compile(
    r"(?<![\w$€£¥.,/-])(?:(?P<half>[12])H|H(?P<half_after>[12])|(?P<quarter>[1-4])Q|Q(?P<quarter_after>[1-4])"
    r"|(?P<months_of>[2-9]|1[01])M"
    rf"|(?:[Tt]he )?[Ff]irst (?P<months>{_NUMBER}) months"
    rf"|(?:[Tt]he |[Tt]his )?(?:same |first )?(?P<months_long>{_NUMBER})-month(?: period)?"
    r"|(?:(?<=\bin )|(?<=\bIn )|(?<=\bover ))(?:the |these |those )?"
    rf"(?P<months_in>{_NUMBER}) months(?! (?:to|from|after|ended)))"
    r"(?![\w/-]|,? (?:of |in )?(?:the )?(?:fiscal |financial )?(?:year )?(?:[12]\d{3}|FY)|'?\d"
    r"| of the (?:fiscal|financial))"
)
_LOOKED = 40  # characters before a time in which a word of comparison stands
_LENGTH = {"half": 6, "quarter": 3}


def find_short_spans(text: str, periods: Sequence[PeriodMatch]) -> list[PeriodMatch]:
    """The times that are told by a short name, where the text tells that part of one year only."""
    names = list(_NAMES.finditer(text))
    if not names:
        return []
    told = _list_told(text, periods)
    found = []
    for match in names:
        span = Span(*match.span())
        meant = told.get(_read_months(match), [])
        edtfs = {p.edtf for p in meant}
        ahead = match["months_in"] and is_foretold(text.lower(), match.start())
        if len(edtfs) == 1 and not ahead and not any(p.span.overlaps(span) for p in periods):
            found.append(PeriodMatch(span=span, period=meant[0], role="in", relative=True))
    return found


def _list_told(text: str, periods: Iterable[PeriodMatch]) -> dict[tuple[int, int], list[Period]]:
    """By first and last month: the stretches of a year that the text tells for themselves."""
    told: dict[tuple[int, int], list[Period]] = {}
    folded = text.lower()
    for match in periods:
        start, end = match.period.start, match.period.end
        if (
            start is None
            or end is None
            or "/" not in match.period.edtf
            or ".." in match.period.edtf
        ):
            continue
        if start.year != end.year or is_compared(folded, match.span.start, _LOOKED):
            continue
        if match.period.edtf.count("-") == 2:  # from month to month
            told.setdefault((start.month, end.month), []).append(match.period)
    return told


def _read_months(match: re.Match[str]) -> tuple[int, int]:
    """The first and last month of a named part of a year."""
    for part, length in _LENGTH.items():
        number = match[part] or match[f"{part}_after"]
        if number:
            return (int(number) - 1) * length + 1, int(number) * length
    named = next(m for m in _list_counts(match) if m)
    return 1, _COUNTS.get(named) or int(named)


def _list_counts(match: re.Match[str]) -> Iterator[str | None]:
    return (match[name] for name in ("months_of", "months", "months_long", "months_in"))
