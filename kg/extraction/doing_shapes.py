"""Counts of what is done to many, and of who is behind a thing: "repaired 240 wells", "formed by 14 companies"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.rule import Rule
from kg.model.quantity import Quantity

_DOERS = ("Organization", "Facility", "Country", "Province", "City")
_MADE = ("Organization", "Project", "Facility", "TransportCorridor", "Event")
_FIGURE = 10  # fewer are told of one by one


class DoingShapes(CountShapes):
    """The shapes, over the clauses of one document."""

    def counted_by_any(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "repaired 240 wells", "taught 12,000 pupils": what is done to many, whatever the verb."""
        verb = clause.lemma.split()[0]
        if verb in self.words.uncounting or clause.passive or not clause.subjects:
            return
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _DOERS)]
        if len({self.arguments.find_first(m) for m in owners}) != 1:
            return
        for noun in clause.objects:
            value = self.values.count_of(noun)
            quantity = value.value if value is not None else None
            if isinstance(quantity, Quantity) and quantity.value >= _FIGURE:
                yield from self.count(rule, clause, noun, owners[0])

    def counted_agents(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "was formed by 14 power companies": how many are behind it."""
        owners = [m for t in clause.objects for m in self.arguments.find_all(t, _MADE)]
        for noun in clause.subjects if clause.passive and owners else ():
            value = self.values.count_of(noun)
            text = self.observer.owners.measure_text(noun) if value is not None else None
            if value is None or not text or not self.is_plural(noun):
                continue
            counted = self.values.with_unit(value, noun)
            yield from self.tell(rule, clause, noun, counted, owner=owners[0], measure=text)
