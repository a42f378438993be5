"""When a figure with which another is compared was so: "rose to 5 million in 2014 from 4 million": in 2013.

What stands alone behind "from", "against" or "compared with" is of the year before where the change is told
against the year before, or where the time of the other figure is half a year or longer.
"""

import re
from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.owning_times import find_owning
from kg.extraction.past_rows import find_period
from kg.extraction.year_back import BACK, a_year_back
from kg.lexicon import load_lexicon
from kg.model.calendars import make_months, shift_month
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity

_CUES = re.compile(
    r"\b(?:from|against|versus|vs\.?|(?:compared|comparison) (?:with|to)|over)"
    r"(?: (?:a|an|the|its|loss|profit|of|some|about|around|only|just|nearly|over)){0,3} $"
)
_BEFORE = 6  # tokens before a figure that tell it to be compared
_BEHIND = 10  # … and behind it, that tell its time
_NEAR = 30  # tokens from a figure to the one with which it is compared
_STOPS = frozenset(
    [",", ";", ".", "and", "while", "but", "on", "as", "due", "amid", "thanks", "helped"]
) | {
    "because",
    "despite",
    "with",
    "after",
    "according",
    "driven",
    ")",
    "said",
    "(",
    "\u201d",
    '"',
}
_LAST_YEAR = re.compile(
    rf"(?:tonnes |tons |units |passengers |teus? )?(?:(?:in|during|for|over|of) )?(?:the )?(?:{BACK}|last year\b"
    r"|(?:(?:same|corresponding|comparable|like|\w+) (?:period|quarter|half|\w+ months|months?)"
    r"(?: of)?(?: the)? )?(?:previous|preceding|prior|last) "
    r"(?:(?:fiscal|financial|crop|marketing) )?(?:year|season)\b|year before)"
)
_LAST_SPAN = re.compile(
    r"(?:(?:in|during|for|over|of) )?(?:the |a )?"
    r"(?:(?:previous|preceding|prior) (?P<span>month|quarter)|(?P<ago>month|quarter) (?:earlier|before|ago))\b"
)
_YEARLY = re.compile(
    r"\byear (?:on|over) year\b|\bon the year\b|\b(?:on|over) a year (?:earlier|ago|before)\b"
)
_OPEN_MONTH = re.compile(r"XXXX-(\d\d)")
_RANK = re.compile(r"in the (first|second|third|fourth) quarter\b(?! of)")
_RANKS = ["first", "second", "third", "fourth"]
_SPANS = {"month": 1, "quarter": 3}
_LONG, _LONGEST = 5, 12  # months of a stretch that is compared with the one of the year before
_LASTING = frozenset(
    ["capacity", "fleet", "stake", "price", "prices", "target", "forecast", "rank"]
)


class BasePeriods:
    """Gives figures that others are compared with their time, in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.yearly = load_lexicon("measures").get("year_on_year")

    def settle(self, found: Sequence[Candidate]) -> None:
        """Adds the periods, where the other figure of the sentence has one."""
        for base in found:
            value = base.object
            if not isinstance(value, Mention) or not isinstance(value.value, Quantity):
                continue
            told = find_period(base)
            if told is not None and self._is_carried(base, value, told, found):
                base.qualifiers = [q for q in base.qualifiers if q.value is not told]
                continue
            month = _OPEN_MONTH.fullmatch(told.edtf) if told is not None else None
            if (told is not None and not month) or base.modality is not Modality.ACTUAL:
                continue
            other = self._find_compared(base, value, found) if self._is_base(value) else None
            own = find_period(other) if other is not None else None
            if own is None:
                continue
            period = (
                _date(int(month[1]), own) if month else self._find_period(value, own, base.measure)
            )
            if period is not None:
                base.qualifiers = [q for q in base.qualifiers if q.value is not told]
                base.qualifiers.append(Qualifier(name="period", value=period))

    def _is_base(self, value: Mention) -> bool:
        start = self.arguments.ranges[value][0]
        return bool(find_owning(self.arguments, start)[1]) or (
            _CUES.search(" ".join(self.arguments.lower[max(start - _BEFORE, 0) : start]) + " ")
            is not None
        )

    def _is_carried(
        self, base: Candidate, value: Mention, told: Period, found: Sequence[Candidate]
    ) -> bool:
        """ "Loans stood at 5 million, compared to 4 million": not both of the time of the sentence before."""
        bounds = self.parse.sentences[self.parse.sentence_of[self.arguments.ranges[value][0]]]
        if not self._is_base(value) or self.arguments.list_periods(*bounds):
            return False
        other = self._find_compared(base, value, found)
        return other is not None and find_period(other) == told

    def _find_compared(
        self, base: Candidate, value: Mention, found: Sequence[Candidate]
    ) -> Candidate | None:
        """The figure next to it of the same owner, measure and unit."""
        start, here = self.arguments.ranges[value][0], self.parse.sentence_of
        near: dict[int, Candidate] = {}
        for other in found:
            told = other.object
            if other is base or other.measure != base.measure or other.subject != base.subject:
                continue
            if not isinstance(told, Mention) or other.modality is not Modality.ACTUAL:
                continue
            at = self.arguments.ranges[told][0]
            if here[at] == here[start] and _unit(told) == _unit(value) and at != start:
                near[abs(at - start)] = other
        return near[min(near)] if near and min(near) <= _NEAR else None

    def _find_period(self, value: Mention, own: Period, measure: str) -> Period | None:
        start, end = self.arguments.ranges[value]
        first, last = self.parse.sentences[self.parse.sentence_of[start]]
        lower = self.arguments.lower
        owning = find_owning(self.arguments, start)[1]
        behind = owning or " ".join(lower[end : min(end + _BEHIND, last)])
        months = _count_months(own)
        if _LAST_YEAR.match(
            behind
        ):  # but "in June, down from [last year's] 9 percent" has no month
            return None if owning and months != _LONGEST else a_year_back(own)
        span = _LAST_SPAN.match(behind)
        if span is not None:
            return _step_back(own) if _SPANS[span["span"] or span["ago"]] == months else None
        rank = _RANK.match(behind)
        if rank is not None:
            return _take_quarter(_RANKS.index(rank[1]) + 1, own)
        alone = end >= last or lower[end] in _STOPS or self._is_timed_move(end)
        if not alone or not months or not _LASTING.isdisjoint(measure.lower().split()):
            return None
        text = " ".join(lower[first:last]).replace(" - ", "-")
        yearly = any(phrase in text for phrase in self.yearly) or _YEARLY.search(text)
        return a_year_back(own) if yearly or _LONG < months <= _LONGEST else None

    def _is_timed_move(self, end: int) -> bool:
        """ "from 4 million [to 5 million in 2014]"."""
        at = self.arguments.by_token.get(end + 1, ())
        return self.arguments.lower[end] == "to" and any(m.kind is MentionKind.QUANTITY for m in at)


def _date(month: int, own: Period) -> Period | None:
    """ "… in June 2017, up from 1 million [in May]": the last May before, or None."""
    if _count_months(own) != 1 or own.start is None or month == own.start.month:
        return None
    stretch = make_months(own.start.year - int(month > own.start.month), month, 1)
    return Period(edtf=stretch.edtf, start=stretch.start, end=stretch.end)


def _take_quarter(number: int, own: Period) -> Period | None:
    """ "… in the second quarter of 2014, up from 4 million [in the first quarter]": the last such one."""
    if _count_months(own) != _SPANS["quarter"] or own.start is None:
        return None
    month = 3 * number - 2
    if month == own.start.month or own.start.month % 3 != 1:
        return None
    stretch = make_months(own.start.year - int(month > own.start.month), month, 3)
    return Period(edtf=stretch.edtf, start=stretch.start, end=stretch.end)


def _unit(value: Mention) -> str | None:
    return value.value.unit if isinstance(value.value, Quantity) else None


def _count_months(period: Period) -> int:
    """How many whole months a stretch has; 0 for days and open ones."""
    if period.start is None or period.end is None or ".." in period.edtf or "XXXX" in period.edtf:
        return 0
    if period.edtf.count("-") > 1 + period.edtf.count("/"):
        return 0
    return (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1


def _step_back(period: Period) -> Period | None:
    """The month or quarter right before."""
    months = _count_months(period)
    if not months or period.start is None:
        return None
    year, month = shift_month(period.start.year, period.start.month, -months)
    stretch = make_months(year, month, months)
    return Period(edtf=stretch.edtf, start=stretch.start, end=stretch.end)
