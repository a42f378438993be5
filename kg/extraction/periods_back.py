"""Figures of a year before the one just told: "A year earlier they were 1.9 billion", "…, when it was 5 tonnes"."""

import re

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measures import OwnerFinder
from kg.extraction.year_back import BACK, a_year_back
from kg.model.mention import Mention
from kg.model.period import Period

_YEAR_AGO = rf"(?:{BACK}|the (?:previous|preceding|prior) year|the year before)"
_SAME = (
    r"the (?:same|corresponding|comparable) (?:period|time|months|quarter|half|month)"
    # "in the same period, exports rose" goes on with the time told before
    r"(?= (?:(?:of|in|a|the|year) )*(?:last|previous|preceding|prior|year|earlier|ago|before|20\d\d))"
    r"(?: (?:of|in|a|the|last|previous|preceding|prior|year|earlier|ago|before|20\d\d))*"
)
_OPENING = re.compile(rf"(?:but |and )?(?:in |during |for )?(?:{_YEAR_AGO}|{_SAME}) ?,? ")
_WHEN = re.compile(rf"(?:{_YEAR_AGO}|{_SAME}) ?,? when (?:it|they|the figure|this|that|the \w+) ")
_BEHIND = re.compile(
    rf",? ?(?:(?:tonnes|tons|[a-z]+) )?(?:in |during |for )?(?:{_YEAR_AGO}|{_SAME})\b"
)
_TAKING_UP = re.compile(
    r"(?:it|they|this|that|these|the (?:figure|number|total|volume|amount|value|rate)) "
    r"(?:was|were|had been|stood|totalled|totaled|amounted|came|reached|compare[sd] (?:with|to)) "
)
_NEAR = 2  # sentences back to the figures of the year after
_CLAUSE = ";"


class PeriodsBack:
    """Looks up the year before that of the last figures, in one document."""

    def __init__(self, arguments: ArgumentFinder, owners: OwnerFinder) -> None:
        self.arguments, self.parse, self.owners = arguments, arguments.parse, owners

    def is_back(self, value: Mention) -> bool:
        """Whether a value is told to be of the year before that of the figures before."""
        start, end = self.arguments.ranges[value]
        last = self.parse.sentences[self.parse.sentence_of[start]][1]
        lower = self.arguments.lower
        before = " ".join(lower[self._find_first(start) : start]) + " "
        if _OPENING.match(before) or _WHEN.search(before):
            return True
        behind = " ".join(lower[end:last])
        return bool(_TAKING_UP.match(before) and _BEHIND.match(behind))

    def _find_first(self, start: int) -> int:
        """Where the sentence begins that a token stands in, or its part behind a semicolon."""
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        ends = (t + 1 for t in range(first, start) if self.arguments.lower[t] == _CLAUSE)
        return max(ends, default=first)

    def find(self, value: Mention) -> Period | None:
        """The stretch a year before that of the figure told last; what opens a part is of all that it tells."""
        start = self.arguments.ranges[value][0]
        here, first = self.parse.sentence_of[start], self._find_first(start)
        if _OPENING.match(" ".join(self.arguments.lower[first:start]) + " "):
            start = first
        known = [
            (token, period)
            for token, period in self.owners.periods.items()
            if period and token < start and here - self.parse.sentence_of[token] <= _NEAR
        ]
        return a_year_back(max(known, key=lambda item: item[0])[1]) if known else None
