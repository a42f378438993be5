"""What tells that a day is not that of a text: the weekday of its lead, and what is only to come."""

import datetime
import re
from functools import cache

from kg.recognition.period_words import get_period_words

_LEAD = 600  # characters at the start of a text in which its weekday is looked for
_LATE = 3  # days after a weekday in which news still calls it so: of Friday, on Monday
_WINDOW = 120  # characters before a period that tell whether it is to come
_SENTENCE = re.compile(r"[.;!?]\s")
_WORD = re.compile(r"[a-z]+")


def is_foretold(folded: str, start: int) -> bool:
    """ "would be completed by December 2027": whether what stands before a period makes it one to come."""
    before = _SENTENCE.split(folded[max(0, start - _WINDOW) : start])[-1]
    return not get_period_words().foretelling.isdisjoint(_WORD.findall(before))


def fits_weekday(folded: str, date: datetime.date) -> bool:
    """Whether a date may be that of a text whose lead says "on Wednesday"; True where it says nothing."""
    lag = find_lag(folded, date)
    return lag is None or lag <= _LATE


def find_lag(folded: str, date: datetime.date) -> int | None:
    """Days from the weekday of a text's lead to a date; None where it tells none."""
    for match in _get_weekdays().finditer(folded[:_LEAD]):
        if not is_foretold(folded, match.start()):
            return (date.isoweekday() - get_period_words().weekdays[match[1]]) % 7
    return None


@cache
def _get_weekdays() -> re.Pattern[str]:
    return re.compile(rf"\bon ({'|'.join(get_period_words().weekdays)})\b")
