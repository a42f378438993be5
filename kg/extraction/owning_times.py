"""Times that a value is said to be of: "from [the previous quarter's] 6.5 percent", "against [May's] 4.4 percent"."""

import re

from kg.extraction.arguments import ArgumentFinder
from kg.model.period import Period

_OWNING = frozenset(["'s", "’s"])
_LONGEST = 5  # tokens of such a time before its "'s"
_BETWEEN = 2  # tokens between it and the value: "last year's record 3 million"
_NAMED = re.compile(
    r"(?:the |a )?(?:(?:previous|preceding|prior|last|year-earlier|first|second|third|fourth) "
    r"(?:(?:fiscal|financial) )?(?:year|season|quarter|month|week|half)|year ago|year earlier)"
)
_RANKED = re.compile(r"(?:the )?(?:first|second|third|fourth) quarter")


def pass_owning(arguments: ArgumentFinder, start: int, last: int) -> int:
    """The token behind such a time that begins at a token; that token itself where none does."""
    words = arguments.lower
    for token in range(start, min(start + _LONGEST + 1, last)):
        if words[token] in _OWNING:
            named = _NAMED.fullmatch(" ".join(words[start:token]))
            return token + 1 if named or _find_period(arguments, start, token) else start
    return start


def find_owning(arguments: ArgumentFinder, value: int) -> tuple[Period | None, str]:
    """The period whose "'s" stands before a value, and the words of one that is only told against another."""
    words = arguments.lower
    owning = next((t for t in range(value - 1, value - 2 - _BETWEEN, -1) if words[t] in _OWNING), 0)
    if not owning or any(w[:1].isdigit() for w in words[owning:value]):
        return None, ""
    period = _find_period(arguments, owning - 1, owning)
    for start in range(max(owning - _LONGEST, 0), owning):
        told = " ".join(words[start:owning])
        if _NAMED.fullmatch(told):
            ranked = _RANKED.fullmatch(told) is not None
            return period, f"in the {told.removeprefix('the ')}" if ranked else told
    return period, ""


def _find_period(arguments: ArgumentFinder, start: int, end: int) -> Period | None:
    found = (arguments.find_period_around(token) for token in range(start, end))
    values = (m.value for m in found if m is not None)
    return next((value for value in values if isinstance(value, Period)), None)
