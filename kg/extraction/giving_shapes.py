"""Those who get something, counted: "electricity for 520,000 homes", "loans to 3,000 farmers"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.job_chances import is_work
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_MANY = 10
_KNOWN = frozenset(["the", "these", "those", "both", "its", "their"])


class GivingShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def work_given(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "gives work to 2,000 people": the employment of a plant or firm."""
        owners = self.observer.find_owners(clause)
        for goods, noun in self._supplied(clause) if owners and not clause.passive else ():
            if is_work(goods, self.parse):
                yield from self._count_supplied(rule, clause, goods, noun, owners[0])

    def _supplied(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """ "enough electricity for 520,000 homes", "energy to power 130,000 homes": the goods and the homes."""
        parse = self.parse
        for goods in (*clause.objects, *clause.complements):
            if parse.lemmas[goods] not in self.words.supplied_goods and not is_work(
                goods, self.parse
            ):
                yield from self._given(clause, goods)
                continue
            for child in (*parse.children[goods], *parse.children[clause.token]):
                if parse.deps[child] in {"prep", "dative"} and parse.lemmas[child] in {"for", "to"}:
                    yield from (
                        (goods, c) for c in parse.children[child] if parse.deps[c] == "pobj"
                    )
                elif parse.deps[child] in {"acl", "xcomp", "relcl"} and child > goods:
                    yield from (
                        (goods, c) for c in parse.children[child] if parse.deps[c] == "dobj"
                    )

    def _given(self, clause: Clause, goods: int) -> Iterator[tuple[int, int]]:
        """ "has provided loans to 3,000 farmers": what is given, and those who get it."""
        if clause.lemma not in self.words.giving_to or self.parse.tags[goods][:2] != "NN":
            return
        for link in (*self.parse.children[goods], *self.parse.children[clause.token]):
            if self.parse.lemmas[link] == "to" and self.parse.deps[link] in {"prep", "dative"}:
                yield from ((goods, c) for c in self.parse.children[link] if c > goods)

    def _count_supplied(
        self, rule: Rule, clause: Clause, goods: int, noun: int, owner: Mention
    ) -> Iterator[Candidate]:
        value = self.values.count_of(noun)
        text = self.observer.owners.measure_text(noun)
        if value is None or not text or self.parse.tags[noun] not in {"NNS", "NNPS"}:
            return
        if self.size_of(value) < _MANY and self._is_definite(noun):
            return  # "orders to the two companies", which were told before
        measure = (
            f"{text} supplied with {self.arguments.phrase_text(goods) or self.parse.words[goods]}"
        )
        counted = self.values.with_unit(value, noun)
        if is_work(goods, self.parse):
            jobs = self.parse.tags[goods] == "NNS"  # "create jobs for 300 people"
            text = self.arguments.phrase_text(goods) or self.parse.words[goods]
            measure = self.observer.name_done(text, clause) if jobs else self.words.employment
            counted = self._count_jobs(counted) if jobs else counted
        yield from self.tell(rule, clause, noun, counted, owner=owner, measure=measure)

    def _is_definite(self, noun: int) -> bool:
        words = (self.parse.words[c].lower() for c in self.parse.children[noun])
        return any(word in _KNOWN for word in words)

    def _count_jobs(self, counted: Mention) -> Mention:
        """As many jobs as people who get them."""
        quantity = counted.value
        if not isinstance(quantity, Quantity):
            return counted
        return self.values.replaced(counted, replace(quantity, unit="job"))
