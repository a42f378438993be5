"""Counts of what is done to many, and of who is behind a thing: "repaired 240 wells", "formed by 14 companies"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.rule import Rule
from kg.model.quantity import Quantity

_DOERS = ("Organization", "Place", "Project", "TransportCorridor", "Agreement", "Event")
_MADE = ("Organization", "Project", "Facility", "TransportCorridor", "Event")
_RISKS = (("at", "risk"), ("in", "danger"), ("in", "jeopardy"), ("in", "doubt"))
_FIGURE = 10  # fewer are told of one by one


class DoingShapes(CountShapes):
    """The shapes, over the clauses of one document."""

    def counted_by_any(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "repaired 240 wells", "taught 12,000 pupils": what is done to many, whatever the verb."""
        verb = clause.lemma  # "took on 300 workers" is no taking
        if verb in self.words.uncounting or clause.passive:
            return
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _DOERS)]
        if (
            not clause.subjects and self.parse.tags[clause.token] == "VBG"
        ):  # "…, facilitating 300 trips"
            owners = [
                m for m in self.observer.find_owners(clause) if self.arguments.fits(m, _DOERS)
            ]
        if not owners and len(clause.subjects) == 1 and self.is_plural(clause.subjects[0]):
            owners = self.observer.find_owners(clause)[:1]  # "Museums across the country held"
        if not self.arguments.are_one(owners):
            return
        for noun in self._list_done_to(clause):
            value = self.values.count_of(noun)
            quantity = value.value if value is not None else None
            if isinstance(quantity, Quantity) and quantity.value >= _FIGURE:
                yield from self.count(rule, clause, noun, owners[0])

    def _list_done_to(self, clause: Clause) -> Iterator[int]:
        """The objects of a verb; of "a network of 70 dealers" the dealers, but of "280 batches of food" the batches."""
        for noun in clause.objects:
            counted = self.values.count_of(noun) is not None or self.parse.tags[noun] == "CD"
            yield from [noun] if counted else self._through_totals([noun])

    def lessened_by(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "will cut emissions by 600,000 tonnes a year": how much less of something there is by a thing."""
        owners = self.observer.find_owners(clause) if not clause.passive else []
        values = [
            v for v in self.values.in_slots(clause, ("by",)) if v.origin in {"measure", "money"}
        ]
        for noun in clause.objects if owners and len(values) == 1 else ():
            own = self.observer.owners.find_possessor(noun)
            first = self.arguments.find_first
            foreign = own is not None and first(own) != first(owners[0])
            text = None if foreign else self.observer.owners.measure_text(noun)
            if text and self.parse.lemmas[noun] in rule.nouns:
                measure = self.observer.name_done(text, clause)
                yield from self.tell(
                    rule, clause, noun, values[0], owner=owners[0], measure=measure
                )

    def jobs_at_risk(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "will close two plants, putting 450 jobs at risk": jobs of who closes them."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        for noun in clause.objects if owners else ():
            value = self.values.count_of(noun) if self.parse.lemmas[noun] in rule.nouns else None
            behind = tuple(w.lower() for w in self.parse.words[noun + 1 : noun + 3])
            if value is None or behind not in _RISKS or not self.is_plural(noun):
                continue
            text = self.observer.owners.measure_text(noun) or self.parse.words[noun]
            counted, measure = self.values.with_unit(value, noun), f"{text} {' '.join(behind)}"
            yield from self.tell(rule, clause, noun, counted, owner=owners[0], measure=measure)

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
