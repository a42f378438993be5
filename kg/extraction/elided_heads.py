"""Counts whose noun stands behind the last of them: "21 departure and 18 arrival bays", "3 day and 2 night shifts"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.claim import Qualifier
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_TELLING = frozenset(
    ["NN", "JJ", "HYPH", "VBG", "VBN", "NNP"]
)  # tags of what tells one count from the next
_JOINTS = frozenset([",", "and", "or", "&"])
_WIDE = 5  # tokens between a number and the next, or its noun
_MEASURE = "measure"
_Part = tuple[Mention, str]  # a count and what is told of it


class ElidedHeads(Shapes):
    """The shape, over the values of one document."""

    def elided(self, rule: Rule) -> Iterator[Candidate]:
        """Each count of such a row by its own words, where one of them has an owner."""
        counts = [v for v in self.values.all() if v.origin == "number"]
        for at, last in enumerate(counts):
            noun = self._find_noun(last)
            parts = self._list_parts(counts[:at], last, noun) if noun is not None else []
            made = [c for v, _ in parts if (c := self.observer.made.get(v.span)) is not None]
            if noun is not None and len(parts) > 1 and made:
                yield from self._tell_each(rule, parts, noun, made[-1])

    def _find_noun(self, value: Mention) -> int | None:
        """The plural behind a number and what tells of it."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        for token in range(end, min(end + _WIDE, len(parse.words))):
            if parse.tags[token] == "NNS":
                return token if token > end and not self._goes_on(token) else None
            if parse.tags[token] not in _TELLING:
                return None
        return None

    def _goes_on(self, noun: int) -> bool:
        """ "21 bus, 31 taxis and 40 bays": with another noun, so that the row may be of either."""
        behind = noun + 1
        joined = self.parse.words[behind : behind + 1] in (["and"], [","])
        return joined and self.parse.tags[behind + 1 : behind + 2] == ["CD"]

    def _list_parts(self, before: list[Mention], last: Mention, noun: int) -> list[_Part]:
        """The counts of a row in order; each but the last is told of by words and no noun of many."""
        ranges, slice_of = self.arguments.ranges, self.arguments.slice
        parts = [(last, slice_of(ranges[last][1], noun))]
        start = ranges[last][0]
        for value in reversed(before):
            end = ranges[value][1]
            joint = start
            while joint > end and self.parse.words[joint - 1] in _JOINTS:
                joint -= 1
            tags = self.parse.tags[end:joint]
            told = (
                0 < len(tags) < _WIDE
                and tags[0] != "HYPH"
                and _TELLING.issuperset(tags)
                and joint < start
            )
            if not told:
                break
            parts.insert(0, (value, slice_of(end, joint)))
            start = ranges[value][0]
        return parts

    def _tell_each(
        self, rule: Rule, parts: list[_Part], noun: int, base: Candidate
    ) -> Iterator[Candidate]:
        """The counts, those that were told with another's words anew."""
        word = self.parse.words[noun]
        behind = base.measure.rpartition(word)[2] if word in base.measure else ""
        unit = (
            base.object.value.unit
            if isinstance(base.object, Mention) and isinstance(base.object.value, Quantity)
            else ""
        )
        for value, told in parts:
            measure = f"{told} {word}{behind}"
            known = self.observer.made.get(value.span)
            if known is not None:
                known.qualifiers = [q for q in known.qualifiers if q.name != _MEASURE]
                known.qualifiers.insert(0, Qualifier(name=_MEASURE, value=measure))
            elif isinstance(value.value, Quantity):
                counted = self.values.replaced(value, replace(value.value, unit=unit))
                yield from self.go_on(rule, base, noun, counted, measure)
