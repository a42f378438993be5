"""Dates of birth and death in brackets after a person's name: "Jane Doe (12 May 1850 – 1910)"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.model.document import Span
from kg.model.mention import BORN, DIED, Mention, MentionKind
from kg.model.period import Period
from kg.ontology import Ontology
from kg.recognition.period_words import get_period_index
from kg.recognition.periods import find_periods

_AGES = range(15, 111)  # years of a life; a shorter stretch may be a term of office
_GROUPS = 3  # brackets in a row: "Jane Doe (in Greek: …) (1850–1910)"
# What may stand between a name and its brackets: a comma, orders and ranks ("KBE"), "Jr."
_BETWEEN = r'[\s,"”]{0,3}(?:(?:[A-Z]{2,5}|Jr\.?|Sr\.?|I{2,3})[\s,]{1,2}){0,4}'
_GROUP = r"\((?P<inner>(?:[^()\n]|\([^()\n]*\))*)\)"
_FIRST, _NEXT = re.compile(_BETWEEN + _GROUP), re.compile(r"\s?" + _GROUP)
_DASH = r"\s{0,2}(?:[-‐‑–—]|to\b|until\b)\s{0,2}"
_BORN = r"(?:\b(?:born|b\.)(?::|,|\sin|\son|\saround|\scirca)?\s)"
_DIED = r"(?:\b(?:died|d\.|deceased|†)(?::|\sin|\son|\saround|\scirca)?\s?)"
_WORDS = r"(?:[^\d()]{0,60}?[\s,;])??"  # a place or the name at birth before a date


class LifeFinder:
    """Finds the dates of lives in a text whose names are known."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def mark(self, text: str, names: Sequence[Mention], values: list[Mention]) -> list[Mention]:
        """The values, those periods that are dates of a life marked by their origin (BORN, DIED)."""
        found: dict[Span, Mention] = {}
        for name in names:
            if name.kind is MentionKind.NAME and self.ontology.is_a(name.type, "Person"):
                for mention in _find_dates(text, name.span.end):
                    found.setdefault(mention.span, mention)
        if not found:
            return values
        kept = [v for v in values if not any(v.span.overlaps(span) for span in found)]
        return [*kept, *found.values()]


@cache
def _get_patterns() -> dict[str, re.Pattern[str]]:
    names = sorted(get_period_index().months, key=lambda m: (-len(m), m))
    month = "(?:" + "|".join(re.escape(m) for m in names) + ")"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    date = (
        rf"(?:c(?:a|irca)?\.?\s?)?(?P<DATE>(?:{day}\s(?:of\s)?{month},?\s|{month}\s{day},?\s"
        rf"|{month},?\s)?\d{{4}})(?!\d)"
    )
    born, died = date.replace("DATE", "born"), date.replace("DATE", "died")
    near = r"(?:[\s,]{1,2}(?:in\s)?[^\d;()]{1,60}?)?"
    patterns = {
        "range": rf"{_BORN}?{born}{near}{_DASH}{_DIED}?{died}",
        "birth": rf"{_BORN}{_WORDS}{born}",
        "death": rf"{_DIED}{_WORDS}{died}",
        "open": rf"{born}\s?[-–—]\s?$",
    }
    return {name: re.compile(text, re.IGNORECASE) for name, text in patterns.items()}


def _find_dates(text: str, position: int) -> Iterator[Mention]:
    """The dates in the brackets that follow the place, the first that tell of birth or death."""
    group = _FIRST.match(text, position)
    for _ in range(_GROUPS):
        if group is None:
            return
        dates = _read(text, group.start("inner"), group.end("inner"))
        if dates:
            yield from dates
            return
        group = _NEXT.match(text, group.end())


def _read(text: str, start: int, end: int) -> list[Mention]:
    """The dates of one bracket: a stretch as long as a life, or dates with "born" or "died"."""
    patterns = _get_patterns()
    whole = patterns["range"].search(text, start, end)
    if whole is not None:
        dates = [_make(text, whole, "born", BORN), _make(text, whole, "died", DIED)]
        if _is_lifetime(dates):
            return [d for d in dates if d is not None]
    birth = patterns["birth"].search(text, start, end) or patterns["open"].match(text, start, end)
    dates = [
        _make(text, birth, "born", BORN),
        _make(text, patterns["death"].search(text, start, end), "died", DIED),
    ]
    return [d for d in dates if d is not None]


def _make(text: str, match: re.Match[str] | None, name: str, origin: str) -> Mention | None:
    """The date in a group of the match."""
    if match is None:
        return None
    periods = find_periods(f"in {match[name]}", None)
    if len(periods) != 1 or periods[0].period.start is None:
        return None
    return Mention(
        span=Span(match.start(name), match.end(name)),
        text=text[match.start(name) : match.end(name)],
        type="",
        kind=MentionKind.PERIOD,
        origin=origin,
        value=periods[0].period,
    )


def _is_lifetime(dates: Sequence[Mention | None]) -> bool:
    """Whether the stretch from the first date to the second is as long as a life may be."""
    days = [d.value.start for d in dates if d is not None and isinstance(d.value, Period)]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return False
    return days[1].year - days[0].year in _AGES
