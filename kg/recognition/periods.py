"""Dates and periods in a text, as EDTF with bounds, relative ones counted from a reference day."""

import datetime
import re
from dataclasses import dataclass
from functools import cache

from kg.model.calendars import Stretch, open_end, open_start, step
from kg.model.document import Span
from kg.model.period import Period
from kg.recognition import period_contexts as contexts
from kg.recognition.open_periods import get_open_makers
from kg.recognition.period_making import get_makers
from kg.recognition.period_parts import Made, Maker, Parts
from kg.recognition.period_stretches import get_stretch_makers
from kg.recognition.period_words import (
    PatternGroup,
    PeriodPattern,
    Role,
    get_period_index,
    get_period_words,
)
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.relative_periods import get_relative_makers
from kg.recognition.scanning import Scan, find_phrase_before, find_word_before, scan

_DATES = frozenset(("day", "day_range", "day_pair"))
_ARTICLE = frozenset("tsnr")  # after the digits of a day: "the 25th"
_NO_ARTICLE = frozenset(
    ("bare_year", "year_range", "short_year_range", "year_pair", "month", "month_range")
)
_OWNED = ("'s", "’s", "its", "their", "our")
_PARTS = frozenset(("quarter", "half", "open_quarter", "open_half"))  # one time, not a range
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodMatch:
    """A period in a text. `span` leaves out the preposition, which gives the `role`.

    `relative` says that the text gives no year of its own: it was counted from the reference day,
    or left unknown ("XXXX-04"). The period of "by 2030" is open at its start, that of "since 2015"
    at its end.
    """

    span: Span
    period: Period
    role: Role
    relative: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodShape:
    """What is written like a period, resolved (`match`) or not (for want of a reference)."""

    start: int
    end: int
    match: PeriodMatch | None


def find_periods(text: str, reference: datetime.date | None) -> list[PeriodMatch]:
    """The periods of a text, sorted and not overlapping; without a reference no relative ones."""
    return [shape.match for shape in read_period_shapes(scan(text), reference) if shape.match]


def find_period_shapes(source: Scan) -> list[tuple[int, int]]:
    """Where something is written like a period, sorted and not overlapping."""
    return [(shape.start, shape.end) for shape in read_period_shapes(source, None)]


def read_period_shapes(source: Scan, reference: datetime.date | None) -> list[PeriodShape]:
    """The periods of a scanned text, with those that cannot be resolved."""
    text, folded, by_token = source.text, source.folded, get_period_index().by_token
    shapes: list[PeriodShape] = []
    done = 0
    for start, token in source.anchors:
        group = by_token.get(token) or _get_digit_patterns(token)
        if group is None or not group.gate.match(folded, start):
            continue
        if start < done or _is_glued(folded, start):
            continue
        reading = _Reading(text=text, folded=folded, reference=reference, start=start, done=done)
        for pattern in group.patterns:
            shape = _read(reading, pattern)
            if shape:
                shapes.append(shape)
                done = shape.end
                break
    return shapes


def _is_glued(folded: str, start: int) -> bool:
    """Whether the place is inside a longer word, code, number or address."""
    before = folded[start - 1 : start]
    return before.isalnum() or (
        before != "" and before in ("_@#$/." if folded[start] <= "9" else "_@#.")
    )


def _get_digit_patterns(token: str) -> PatternGroup | None:
    if token[0] > "9" or len(token) > _YEAR_DIGITS:
        return None
    return get_period_index().year if len(token) == _YEAR_DIGITS else get_period_index().digits


@cache
def _get_makers() -> dict[str, Maker]:
    return {
        **get_makers(),
        **get_open_makers(),
        **get_relative_makers(),
        **get_stretch_makers(),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A place in a text at which patterns are tried; `done` is the end of the period before."""

    text: str
    folded: str
    reference: datetime.date | None
    start: int
    done: int


def _read(at: _Reading, pattern: PeriodPattern) -> PeriodShape | None:
    """The period that the pattern finds at the place, or None."""
    match = pattern.regex.match(at.folded, at.start)
    if match is None or not _has_capitals(at.text, match) or not _is_meant(at, pattern.make, match):
        return None
    try:
        made = _get_makers()[pattern.make](Parts(match, at.reference))
    except (ValueError, OverflowError):  # a day that no calendar has
        return None
    if made is None:
        return None
    return _make_shape(at, pattern.make, match.end(), made)


def _has_capitals(text: str, match: re.Match[str]) -> bool:
    """Whether months and weekdays are written as names ("may" and "march" are verbs)."""
    return all(
        text[match.start(name)].isupper()
        for name in ("m", "m2", "wd")
        if name in match.re.groupindex and match[name] and not match[name].isdigit()
    )


def _is_meant(at: _Reading, make: str, match: re.Match[str]) -> bool:
    """Whether the context lets the words mean a period."""
    text, folded, start, end = at.text, at.folded, at.start, match.end()
    if make == "bare_year":
        return contexts.is_year(text, folded, start, end, at.done)
    if make in ("year_range", "short_year_range"):
        return contexts.is_year_range(text, folded, start, end)
    if make == "year_pair":
        return contexts.is_year_pair(folded, start, match["y"], match["y2"])
    if make == "month" and end == match.end("m"):
        return contexts.is_month(text, folded, start, end, match["m"])
    if make in ("weekday", "relative_weekday"):
        return contexts.is_weekday(text, folded, start, end)
    if make == "relative_day":
        return contexts.is_relative_day(text, folded, start)
    if make == "year_end":
        return contexts.find_lead(folded, start, article=False).edge != ""
    if make == "lettered_span":  # no metres or millions: "9m 2019", "€9M 2019 budget"
        plain = start == 0 or text[start - 1] in " \n("
        return plain and text[start:end] == text[start:end].upper()
    if make in ("lone_quarter", "lone_half"):
        return _is_lone_part(text, folded, start, end)
    if make == "ago" and "n" not in match.re.groupindex:
        return find_word_before(folded, start) in get_quantity_words().number_joiners.one
    return True


def _is_lone_part(text: str, folded: str, start: int, end: int) -> bool:
    """ "in Q1", "its Q1 profit", "1H sales": no car, no road."""
    if text[start:end] != text[start:end].upper():
        return False  # "for 1h 30 minutes"
    if find_phrase_before(folded, start, get_period_index().roles) is not None:
        return True
    plain = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    owned = find_word_before(folded, start).endswith(_OWNED) or text[max(start - 1, 0)] == "\n"
    return plain and (owned or start == 0)


def _may_have_article(at: _Reading, make: str) -> bool:
    """Whether "the" belongs to the words: to "the 25th of May", not to "the March 20 visit"."""
    if make in _DATES:
        after = at.folded[at.start : at.start + 4].lstrip("0123456789")
        return at.folded[at.start] <= "9" and after[:1] in _ARTICLE
    return make not in _NO_ARTICLE


def _make_shape(at: _Reading, make: str, end: int, made: Made) -> PeriodShape:
    """The shape with all words that belong to it, in its role."""
    folded = at.folded
    lead = contexts.find_lead(folded, at.start, article=_may_have_article(at, make))
    start = lead.start
    if make == "ago" and start == at.start and not folded[start].isdigit():
        before = find_word_before(folded, start)
        if before in get_quantity_words().number_joiners.one:
            start = folded.rfind(before, 0, start)
    if make in _DATES:
        start = contexts.find_weekday_before(folded, start)
        end += "(" in folded[start : at.start] and folded[end : end + 1] == ")"
    start = max(start, at.done)
    if made.stretch is None:
        return PeriodShape(start=start, end=end, match=None)
    role = _find_role(folded, start, end)
    stretch = contexts.narrow(made.stretch, lead.edge)
    if make in _PARTS or "/" not in stretch.edtf:
        ended = lead.edge == "last" and role[0] == "before"  # "before the end of 2027" is in time
        stretch = _apply_role(stretch, ("by", False) if ended else role)
    period = Period(edtf=stretch.edtf, start=stretch.start, end=stretch.end)
    name: Role = (
        "in" if role[0] == "from" and ".." not in stretch.edtf and "/" in stretch.edtf else role[0]
    )
    match = PeriodMatch(span=Span(start, end), period=period, role=name, relative=made.relative)
    return PeriodShape(start=start, end=end, match=match)


def _find_role(folded: str, start: int, end: int) -> tuple[Role, bool]:
    """The role that the preposition gives, and whether "from" goes on without end."""
    roles = get_period_index().roles
    found = find_phrase_before(folded, start, roles) or find_phrase_before(
        folded, contexts.skip_article(folded, start), roles
    )
    role: Role = found[1] if found else "in"
    following = folded[end : end + 9].split(None, 1)
    return role, bool(following) and following[0].strip(",.") in get_period_words().onward


def _apply_role(stretch: Stretch, role: tuple[Role, bool]) -> Stretch:
    """The stretch as the preposition bounds it: "by 2030" is open at its start."""
    name, onward = role
    if name in ("by", "until"):
        return open_start(stretch)
    if name == "before":
        earlier = step(stretch, -1)
        return open_start(earlier) if earlier else stretch
    if name == "after":
        later = step(stretch, 1)
        return open_end(later) if later else stretch
    if name == "since" or (name == "from" and onward):
        return open_end(stretch)
    return stretch
