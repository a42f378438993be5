"""So many of those that were counted: "employs 320 people, of whom 120 are women"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention

_PERSONS = frozenset(["who", "whom"])


class PlainParts(PlainShapes):
    """The shape, over the clauses of one document."""

    def of_whom(self, rule: Rule) -> Iterator[Candidate]:
        """ "employs 320 people, of whom 120 are women": the part, by what it is."""
        for clause in self.clauses:
            if clause.lemma != "be" or len(clause.subjects) != 1:
                continue
            values = [v for v in self.values.at(clause.subjects[0]) if v.origin == "number"]
            value = next((v for v in values if self.is_free(v)), None)
            if value is None or not self._is_of_whom(value):
                continue
            before = self.find_figure_before(self.arguments.ranges[value][0], sentences=0)
            nouns = [t for t in clause.complements if self.parse.tags[t] == "NNS"]
            if before is None or not nouns or self.find_counted(value) is not None:
                continue
            text = self.arguments.phrase_text(nouns[0])
            if text:
                counted = self.values.with_unit(value, nouns[0])
                yield from self.observe(
                    rule, clause.token, before.token, counted, before.subject, text
                )

    def _is_of_whom(self, value: Mention) -> bool:
        start = self.arguments.ranges[value][0]
        before = [w.lower() for w in self.parse.words[max(start - 3, 0) : start]]
        return not _PERSONS.isdisjoint(before) or "which" in before or "them" in before
