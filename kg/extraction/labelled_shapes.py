"""Figures on lines with a label: "Capacity: 286 MW", "Employees: around 7,300", "Sales (2021): €1.4 billion"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.entries import find_entry, find_label
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes

MARKS = frozenset(["•", "-", "–", "—", "*", "·", "●", "▪", "‣"])  # before the lines of a list
_MIND = 4  # tokens between a label and its figure


class LabelledShapes(Shapes):
    """The shape, over the values that no clause took."""

    def labelled(self, rule: Rule) -> Iterator[Candidate]:
        """The first value behind a label that tells what is measured."""
        told: set[int] = set()
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            sentence = self.parse.sentence_of[start]
            colon = find_label(sentence, self.arguments)
            if colon is None or sentence in told or not colon < start <= colon + _MIND:
                continue
            first = self.parse.sentences[sentence][0]
            first += self.parse.words[first] in MARKS
            words = [w.lower() for w in self.parse.words[first:colon]]
            words = words[: words.index("(")] if "(" in words else words
            if not words or words[-1] not in rule.words:
                continue
            owner = find_entry(self.arguments, start)
            if owner is not None:
                told.add(sentence)
                yield from self.observer.observe(
                    rule, start, first + len(words) - 1, value, owner=owner, measure=" ".join(words)
                )
