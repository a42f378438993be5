"""Dates with hyphens for spaces: "signed on 31-Mar-2011", of the same length as "31 Mar 2011"."""

import re

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_DATE = re.compile(rf"\b(\d{{1,2}})-({_MONTHS})-(\d{{4}})\b")


def space_dates(text: str) -> str:
    """The text with spaces in such dates, each character where it was."""
    return _DATE.sub(r"\1 \2 \3", text) if "-20" in text or "-19" in text else text
