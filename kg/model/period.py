"""Periods of time: EDTF with bounds."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A date or period. `edtf` is valid EDTF ("2024", "2025-11-25", "2025-01/2025-10", "../2030").

    `start` and `end` are its first and last day (inclusive), None where open or unknown (XXXX-04).
    """

    edtf: str
    start: datetime.date | None = None
    end: datetime.date | None = None


def make_year_period(year: int) -> Period:
    """A calendar year with its first and last day."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return Period(edtf=f"{year:04}", start=first, end=last)


def is_year(word: str) -> bool:
    """Whether a word is a year of these two centuries."""
    return len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"}
