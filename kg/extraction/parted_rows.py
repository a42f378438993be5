"""Rows of numbers by place or kind: "37 towns in Asia, 29 in Europe", "(450 inbound and 362 outbound)"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_JOINTS = frozenset([",", "and", "--", "–", "—", "-", "(", ";", ":", "including", "comprising"])
_ENDS = frozenset([",", "and", "--", "–", "—", "-", ")", ";", ".", "or", "respectively"])
_LINKS = frozenset(["in", "to", "from", "at", "on", "for", "into", "by"])
_KINDS = frozenset(["JJ", "NN", "VBN", "RB", "VBG"])
_LONGEST = 5  # tokens of what a number is told by
_NO_KINDS = frozenset(
    ["more", "less", "fewer", "each", "others", "other", "apiece", "alone", "percent", "up", "down"]
)


@dataclass(frozen=True, slots=True)
class Told:
    """The figure that a row goes on with: its measure without what the number before was told by."""

    candidate: Candidate
    measure: str
    link: str


class PartedRows(PlainShapes):
    """The shape, over the values of one document."""

    def in_parts(self, rule: Rule) -> Iterator[Candidate]:
        """ "… 29 in Europe and 11 in Africa": the same of each; "2,310 eastbound": of each kind."""
        rows: dict[Mention, Told] = {}
        for value in list(self.list_free()):
            if value.origin != "number" or self._counts_itself(value):
                continue
            told = self._find_told(value, rows)
            behind = self._read_behind(value, told.link) if told is not None else None
            if told is None or behind is None:
                continue
            counted = self._count_alike(value, told.candidate)
            if counted is None:
                continue
            link, text = behind
            measure = f"{told.measure} {link} {text}" if link else f"{text} {told.measure}"
            for candidate in self.go_on(
                rule, told.candidate, told.candidate.token, counted, measure
            ):
                rows[value] = Told(candidate, told.measure, link)
                yield candidate

    def _counts_itself(self, value: Mention) -> bool:
        """Whether a plural that the number counts stands behind it: another thing."""
        return self.find_counted(value) is not None

    def _find_told(self, value: Mention, rows: dict[Mention, Told]) -> Told | None:
        """The figure right before a number in its sentence, with a joint and no verb between."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        first = parse.sentences[parse.sentence_of[start]][0]
        before = [v for v in self.values.all() if first <= self.arguments.ranges[v][0] < start]
        if not before or parse.words[start - 1].lower() not in _JOINTS:
            return None
        last = before[-1]
        end = self.arguments.ranges[last][1]
        if not FINITE.isdisjoint(parse.tags[end:start]):
            return None
        if last in rows:
            return rows[last]
        made = self.observer.made.get(last.span)
        if made is None or not isinstance(made.object, Mention):
            return None
        if made.object.origin not in {"number", "measure"} or not self._is_sum(made):
            return None
        link = next((w.lower() for w in parse.words[end:start] if w.lower() in _LINKS), "")
        return Told(made, made.measure, link)

    def _is_sum(self, made: Candidate) -> bool:
        """Whether a figure is of things that may be told apart, and no share or rank of them."""
        unit = (
            made.object.value.unit
            if isinstance(made.object, Mention) and isinstance(made.object.value, Quantity)
            else ""
        )
        return bool(unit) and unit not in self.times | {"%", "rank"}

    def _read_behind(self, value: Mention, link: str) -> tuple[str, str] | None:
        """(preposition, what it leads to) behind a number, the same as before; or ("", the kind)."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        if end >= last:
            return None
        word = parse.words[end].lower()
        if word in _LINKS:
            stop = next((t for t in range(end + 1, last) if parse.words[t].lower() in _ENDS), last)
            timed = self.arguments.find_period_around(end + 1) is not None
            if word != link or timed or not 0 < stop - end - 1 <= _LONGEST:
                return None
            return word, self.arguments.slice(end + 1, stop)
        kind = parse.tags[end] in _KINDS and word not in _NO_KINDS
        closed = end + 1 >= last or parse.words[end + 1].lower() in _ENDS
        return ("", parse.words[end]) if kind and closed and not self.is_named(end) else None

    def _count_alike(self, value: Mention, before: Candidate) -> Mention | None:
        """A number in the unit of the figure that it goes on with."""
        known = before.object.value if isinstance(before.object, Mention) else None
        one = value.value
        if not isinstance(known, Quantity) or not isinstance(one, Quantity) or one.unit:
            return None
        return self.values.replaced(value, replace(one, unit=known.unit))
