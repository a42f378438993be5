"""Periods a year back: of "a year earlier"."""

import re

from kg.model.period import Period


def a_year_back(period: Period) -> Period | None:
    """The same stretch of the year before."""
    edtf = re.sub(r"(?<![0-9-])[0-9]{4}", lambda m: f"{int(m[0]) - 1:04}", period.edtf)
    try:
        start = period.start.replace(year=period.start.year - 1) if period.start else None
        end = period.end.replace(year=period.end.year - 1) if period.end else None
    except ValueError:  # 29 February
        return None
    return Period(edtf=edtf, start=start, end=end)
