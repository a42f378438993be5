"""Figures on lines of a list whose lead tells what they are: "The main exports were:", "• Palm oil: 29.7 billion"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.candidate import Candidate
from kg.extraction.labelled_shapes import MARKS
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_LABEL = 7  # tokens of a label
_UP = 15  # lines up to the lead
_NEXT = 2  # sentences from the last line of a list to the first of the next
_LINE = 22  # tokens of a line
_BEHIND = frozenset([":", ",", "-", "–", "—"])
_WORDS = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "CC", "HYPH", "VBN", "VBG", "IN", "DT", "XX"])


@dataclass(frozen=True, slots=True)
class _Line:
    """The goods of a line: their first token and the one behind."""

    start: int
    end: int


class ListedLineShapes(Shapes):
    """The shape, over the values that no clause took."""

    def listed_line(self, rule: Rule) -> Iterator[Candidate]:
        """What a line tells so much of, of whom the lead's measure is."""
        by_sentence: dict[int, list[Mention]] = {}
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            by_sentence.setdefault(self.parse.sentence_of[start], []).append(value)
        owner, last = None, -_UP
        for sentence, values in sorted(by_sentence.items()):
            line = self._read_line(sentence, values)
            noun = self._find_lead(rule, sentence) if line is not None else None
            text = self.observer.owners.measure_text(noun, bare=True) if noun is not None else None
            if line is None or noun is None or not text:
                continue
            found = self.observer.owners.find(noun)
            goes_on = found is None and sentence - last <= _NEXT  # a list right behind another
            goods = " ".join(self.parse.words[line.start : line.end])
            for candidate in self.observer.observe(
                rule,
                noun,
                noun,
                self._in_money(values[0]),
                owner=owner if goes_on else None,
                measure=f"{text} of {goods}",
                change=_read_signed(values[0]),
            ):
                owner, last = candidate.subject, sentence
                yield candidate

    def _read_line(self, sentence: int, values: list[Mention]) -> _Line | None:
        """A line of a label and its figure, with no verb."""
        parse, (start, end) = self.parse, self.parse.sentences[sentence]
        first = start + (parse.words[start] in MARKS)
        value = values[0]
        begin = self.arguments.ranges[value][0]
        close = begin - 1
        while close > first and parse.words[close] not in _BEHIND:
            close -= 1  # "29.7 billion", "about 30 tonnes", "$1.2 billion"
        short = 0 < close - first <= _LABEL and begin - close <= 3 and end - start <= _LINE
        plain = all(parse.tags[t] in _WORDS for t in range(first, close))
        told = any(
            m.kind is MentionKind.NAME and not self.arguments.fits(m, ("Product", "Place"))
            for t in range(first, close)
            for m in self.arguments.by_token.get(t, ())
        )
        if not short or not plain or told or not self._is_line(sentence):
            return None
        return _Line(first, close)

    def _is_line(self, sentence: int) -> bool:
        paragraphs = self.arguments.recognized.paragraph_of
        return sentence > 0 and paragraphs[sentence] != paragraphs[sentence - 1]

    def _find_lead(self, rule: Rule, sentence: int) -> int | None:
        """The measured noun of the sentence above the lines, which ends with a colon."""
        parse = self.parse
        for above in range(sentence - 1, max(sentence - _UP, -1), -1):
            start, end = parse.sentences[above]
            if parse.words[end - 1] == ":":
                told = (t for t in range(start, end) if parse.lemmas[t].lower() in rule.words)
                return next((t for t in told if parse.deps[t] != "compound"), None)
            values = [v for v in self.values.all() if self._stands_in(v, above)]
            if not values or self._read_line(above, values) is None:
                return None
        return None

    def _stands_in(self, value: Mention, sentence: int) -> bool:
        return self.parse.sentence_of[self.arguments.ranges[value][0]] == sentence

    def _in_money(self, value: Mention) -> Mention:
        """A bare large number in the money of the last sum before it."""
        sums = [
            v for v in self.values.all() if v.origin == "money" and v.span.start < value.span.start
        ]
        return (
            self.values.in_unit_of(value, max(sums, key=lambda v: v.span.start)) if sums else value
        )


def _read_signed(value: Mention) -> Quantity | None:
    """ "-3.44%": a change."""
    signed = value.origin == "percent" and value.text[:1] in {"+", "-", "−", "–"}
    return value.value if signed and isinstance(value.value, Quantity) else None
