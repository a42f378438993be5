"""Periods a year back: of "a year earlier"; which periods are days."""

import re

from kg.model.mention import Mention
from kg.model.period import Period

# A regular expression for what tells so behind a figure, in small letters.
BACK = (
    r"(?:a|one) year (?:earlier|ago|before|previously)|(?:12|twelve) months (?:earlier|ago|before)"
)
_UNKNOWN = "XXXX"  # a year that the text does not tell
_OF_DAY = 2  # hyphens of a day's EDTF


def a_year_back(period: Period) -> Period | None:
    """The same stretch of the year before; None where its year is not known."""
    if _UNKNOWN in period.edtf:
        return None
    edtf = re.sub(r"(?<![0-9-])[0-9]{4}", lambda m: f"{int(m[0]) - 1:04}", period.edtf)
    try:
        start = period.start.replace(year=period.start.year - 1) if period.start else None
        end = period.end.replace(year=period.end.year - 1) if period.end else None
    except ValueError:  # 29 February
        return None
    return Period(edtf=edtf, start=start, end=end)


def is_day(period: Mention) -> bool:
    """Whether a period is one day."""
    edtf = period.value.edtf if isinstance(period.value, Period) else ""
    return edtf.count("-") == _OF_DAY and "/" not in edtf
