"""Rows of figures by time: "sold 5,000 cars in May, 6,000 in June", "In May it sold 5 tons, 6 tons in June"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_gaps import PlainGaps
from kg.extraction.rule import Rule
from kg.model.mention import Mention

_JOINTS = frozenset([",", ";", "and", "then", "but"])
_LINKS = frozenset(["to", "at", "by"])
_BEFORE_TIMES = frozenset(["in", "for", "during", "over", "as", "by", "at", "on"])
_TIME = 5  # tokens behind a value in which its time begins: "as of the end of May"


class TimedRows(PlainGaps):
    """The shape, over the values of one document."""

    def timed_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, 6,000 in June and 7,500 as of July 25": the measure told before, at other times."""
        for value in list(self.list_free()):
            if not self._is_timed(value):
                continue
            before = self._find_row_before(value)
            if before is None or not any(q.name == "period" for q in before.qualifiers):
                continue
            known = before.object
            counted = self.in_unit_of(value, known) if isinstance(known, Mention) else None
            if counted is None:
                continue
            yield from self._go_on_as(rule, before, counted, before.measure)

    def _is_timed(self, value: Mention) -> bool:
        """Whether a value goes on behind a joint, and a time stands right behind it."""
        words, (start, end) = self.arguments.lower, self.arguments.ranges[value]
        last = self.parse.sentences[self.parse.sentence_of[start]][1]
        joint = start - 1 - (words[start - 1] in _LINKS)
        if joint < 0 or words[joint] not in _JOINTS or end >= last:
            return False
        near = range(end + 1, min(end + _TIME, last))
        return words[end] in _BEFORE_TIMES and any(map(self.arguments.find_period_around, near))
