"""Rows of figures of which one is told: "202 culverts, 18 bridges and 12 junctions will be built"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention
from kg.model.parse import FINITE

_JOINTS = ([","], ["and"], [",", "and"], [";"], [";", "and"], ["&"])
_LINKS = frozenset(["of", "in"])
_LONG = 8  # tokens of one item behind its value
_INNER = frozenset(["NN", "NNS", "NNP", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "DT", "PRP$"])
_FEW = 2


@dataclass(frozen=True, slots=True)
class _Item:
    """A value with the noun that tells what it is of, and the tokens of both."""

    value: Mention
    noun: int
    start: int
    end: int


class WholeRowShapes(Shapes):
    """The shape, over the values of one document."""

    def row_around(self, rule: Rule) -> Iterator[Candidate]:
        """Each of a row has what one of them has, whichever the parser gave to the verb."""
        for row in self._list_rows():
            told = [(i, c) for i in row if (c := self.observer.made.get(i.value.span)) is not None]
            base = next((pair for pair in told if self._find_text(*pair)), None)
            text = self._find_text(*base) if base is not None else None
            if base is None or text is None or base[1].subject is None:
                continue
            for item in row[:-1] if self._acts(row, base[1]) else row:
                own = self.observer.owners.measure_text(item.noun)
                if item.value.span in self.observer.made or not own or self._is_none(item):
                    continue
                measure = base[1].measure.replace(text, own, 1)
                value = self.values.with_unit(item.value, item.noun)
                yield from self.go_on(rule, base[1], item.noun, value, measure)

    def _acts(self, row: list[_Item], base: Candidate) -> bool:
        """ "has 40 ships, and 300 people lost": whether the last of a row begins a clause of its own."""
        following = self.parse.tags[row[-1].end : row[-1].end + 1]
        return base.token < row[0].start and not FINITE.isdisjoint(following)

    def _is_none(self, item: _Item) -> bool:
        """Whether an item is no figure of its own: "four hours", "two of them"."""
        lemma = self.parse.lemmas[item.noun]
        return lemma in self.words.uncounted | self.words.none or self.size_of(item.value) < _FEW

    def _find_text(self, item: _Item, candidate: Candidate) -> str | None:
        """What a figure that was told is of, as its measure has it."""
        text = self.observer.owners.measure_text(item.noun)
        told = candidate.measure.removeprefix(f"{self.words.share} of ")
        return text if text and told.startswith(text) else None

    def _list_rows(self) -> Iterator[list[_Item]]:
        """Items that nothing but commas and "and" stands between, of one kind."""
        row: list[_Item] = []
        for value in self.values.all():
            item = self._read_item(value)
            if row and (item is None or not self._goes_on(row[-1], item)):
                if len(row) > 1:
                    yield row
                row = []
            if item is not None:
                row.append(item)
        if len(row) > 1:
            yield row

    def _goes_on(self, last: _Item, item: _Item) -> bool:
        between = [w.lower() for w in self.parse.words[last.end : item.start]]
        return between in _JOINTS and last.value.origin == item.value.origin

    def _read_item(self, value: Mention) -> _Item | None:
        """A value and the phrase behind it, up to the last noun of that: "20 thousand tons of propylene"."""
        parse = self.parse
        start, end = self.arguments.ranges[value]
        last = min(parse.sentences[parse.sentence_of[end - 1]][1], end + _LONG)
        linked = parse.words[end : end + 1] != [] and parse.words[end].lower() in _LINKS
        if linked != (value.origin != "number"):
            return None
        noun = None
        for token in range(end + linked, last):
            if self.is_named(token) or parse.tags[token] not in _INNER:
                break
            noun = token if parse.tags[token] in {"NN", "NNS", "NNP"} else noun
        if noun is None or (value.origin == "number" and not self.is_plural(noun)):
            return None
        return _Item(value, noun, start, noun + 1)
