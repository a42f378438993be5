"""What is compared with a time ("up from 5 million in May"), and what came from something ("from exports in May")."""

import re

from kg.recognition.period_words import get_period_words

_NO_SOURCES = (
    "same|corresponding|comparable|year|month|quarter|period|levels?|record|previous|prior|low|high|peak|an?|"
    "about|around|some|nearly|almost|only|just|over|under|zero|nil|one|two|three|four|five|six|seven|eight|"
    "nine|ten|hundred|thousand|million|billion|trillion|percent|per|half|third|quarter|in|at|early|late|mid"
)
_SOURCE = re.compile(
    rf"\bfrom (?=(?:(?!(?:{_NO_SOURCES})\b)[a-z][a-z-]*,? ){{1,5}}(?:in|during|for|over|between)\b)"
)


def leave_sources(folded: str) -> str:
    """The text without each "from" before what something came from."""
    return _SOURCE.sub("", folded) if "from" in folded else folded


def is_compared(folded: str, start: int, looked: int) -> bool:
    """Whether a word of comparison stands in the `looked` characters before the time at `start`."""
    before = leave_sources(folded[max(0, start - looked) : start]).split()
    return not get_period_words().compared.isdisjoint(before)
