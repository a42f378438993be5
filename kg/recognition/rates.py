"""The time that an amount is of: "barrels of crude oil per day", "2 tonnes of yarn and 3 of cloth a year"."""

import re
from dataclasses import dataclass
from functools import cache

from kg.recognition.quantity_words import get_quantity_words

_NO_TIME_BACK = r"(?![a-z-])(?!\s(?:earlier|ago|before|later|previously|prior)\b)"
_ADVERB_ENDS = (
    r"(?=\s?[.,;:()\u2013\u2014\"\u201d]|\s?$|\s(?:and|or|but|to|at|in|from|for|by|on|when|once|after|with|as|if"
    r"|which|that|while|since|under|through|until|via|into)\b)"
)
_AGAIN = r"\s?\([a-z ]{0,20}[0-9][^()]{2,30}\)"  # "3 million tonnes (3.3 million tons) a year"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """A rate right behind a unit, and one that a row of amounts or the same in another unit shares."""

    own: re.Pattern[str]
    shared: re.Pattern[str]


@cache
def _get_patterns() -> _Patterns:
    rates = get_quantity_words().rates
    times = "|".join(sorted(rates.times, reverse=True))
    adverbs = "|".join(sorted(rates.adverbs, reverse=True))
    per = "|".join(re.escape(p) for p in rates.per if p.isalpha())
    goods = rf"(?:\s{rates.of}(?:\s[a-z-]{{1,20}}){{1,3}}?)?"
    told = rf"\s(?:(?:{per})\s(?P<time>{times}){_NO_TIME_BACK}|(?P<adverb>{adverbs}){_ADVERB_ENDS})"
    about = r"(?:(?:about|around|some|nearly|over|almost|up\sto|more\sthan)\s)?"
    amount = rf"{about}[0-9][0-9.,]*(?:\s(?:thousand|million|billion))?"
    more = rf"(?:,|,?\sand|\sor)\s{amount}\s[a-z]{{1,15}}(?:\s[a-z]{{1,15}})?{goods}"
    return _Patterns(
        own=re.compile(rf"{goods}{told}|/(?P<slashed>{times})(?![a-z])"),
        shared=re.compile(rf"(?:{goods}(?:{more}){{1,3}}?|{_AGAIN}{goods}){told}"),
    )


def read_rate(folded: str, end: int) -> tuple[str, int] | None:
    """The time unit of an amount whose unit ends at `end`, and where what tells it for this amount alone ends."""
    patterns, rates = _get_patterns(), get_quantity_words().rates
    own = patterns.own.match(folded, end)
    match = own or patterns.shared.match(folded, end)
    if match is None:
        return None
    told = match.groupdict()
    time = told["time"] or told.get("slashed")
    unit = rates.times[time] if time else rates.adverbs[told["adverb"]]
    return unit, own.end() if own else end
