"""What a measure moved from, where it is not told whereto: "the loss narrowed from the 1.02bn euros of last year"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.claim import Modality
from kg.model.mention import Mention


class FromShapes(Shapes):
    """The shape, over the clauses of one document."""

    def moved_from(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Output fell from last year's level of 360,000 tonnes": the measure as it was before."""
        found = ((t, v) for t in clause.slot("from") for v in self._find_values(t))
        token, value = next(found, (None, None))
        if token is None or value is None or not self._may_tell(clause, value):
            return
        same = self.parse.lemmas[token] in self.words.nouns - self.words.vague
        text = self.observer.owners.measure_text(token) if same else None
        for noun in (*clause.objects, *self.measured_subjects(clause)):
            known = self.parse.lemmas[noun] in self.words.nouns and self.parse.tags[noun][0] == "N"
            if not known or self.observer.is_entity(noun) or noun in clause.slot("from"):
                continue
            for candidate in self.tell(rule, clause, noun, value, measure=text):
                candidate.modality = Modality.ACTUAL
                yield candidate
            return

    def _may_tell(self, clause: Clause, value: Mention) -> bool:
        """A bare number only where the same sentence counts already: "rose to 28, but fell from 40 in May"."""
        last = self.observer.last
        known = last.object if last is not None else None
        counted = isinstance(known, Mention) and known.origin == "number"
        here = last is not None and self.parse.sentence_of[last.token] == clause.sentence
        return value.origin != "number" or (counted and here)

    def _find_values(self, token: int) -> list[Mention]:
        """The value itself, or that of a level or of the same measure: "the 3 million losses seen then"."""
        told = self.parse.lemmas[token] in self.words.records | self.words.nouns
        found = self.values.at(token)
        return found or ([*self.values.after(token), *self.values.inside(token)] if told else [])
