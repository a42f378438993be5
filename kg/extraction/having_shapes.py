"""Shapes of what a thing has: "has a population of 25 million", "has 14 MTPA cement capacity"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.counted_rows import list_extents
from kg.extraction.measure_naming import gerund
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, read_unit
from kg.model.quantity import Quantity

_CAPITAL = "capital"
_RANGE, _FAR = "range", frozenset(["km", "mile", "nautical mile"])
_LEFT_OUT = 14  # tokens of what earnings are told before


class HavingShapes(Shapes):
    """The shape, over the clauses of one document."""

    def has_measure(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Shanghai has a population of 25 million", "Norvik has 14 MTPA cement capacity"."""
        owners = self.observer.find_owners(clause)
        if not owners or clause.passive:
            return
        for noun in clause.objects:
            if self.parse.lemmas[noun] not in self.words.nouns:
                yield from self._has_any(rule, clause, noun, owners[0])
                continue
            if self._is_change(clause, noun):
                continue
            measure = None
            values = [*self.values.after(noun), *self.values.inside(noun), *self.values.worth(noun)]
            values = values or self._told_later(noun) or self._told_as_best(clause, noun)
            values = values or self._reported_at(clause, noun)
            if not values:
                values, measure = self._find_purpose(noun)
            elif self.parse.lemmas[noun] == _RANGE and read_unit(values[0]) in _FAR:
                if not self.arguments.fits(owners[0], ("Product",)):
                    continue
                measure = _RANGE  # "the X7 has a range of 8,500 km", no firm has
            else:
                measure = self._name_extent(noun)
            for value in values[:1]:
                counted = value.origin == "number" and value in self.values.inside(noun)
                if counted and self.parse.lemmas[noun] != self.words.population:
                    continue  # "carried 5 million passengers" is a count
                if value.origin == "money" and not self._is_total(clause, noun):
                    continue
                if self.parse.lemmas[noun] == self.words.population:
                    value = self._as_people(value)
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=measure)

    def _name_extent(self, noun: int) -> str | None:
        """ "a 300 km long border": its length."""
        heads = (self.parse.heads[k] for k in list_extents(self.parse, noun))
        named = (self.words.extents.get(self.parse.words[k].lower()) for k in heads)
        return next((f"{self.parse.lemmas[noun]} {extent}" for extent in named if extent), None)

    def _is_change(self, clause: Clause, noun: int) -> bool:
        """ "reported a 10 percent growth in its profit": a change of the profit, and no measure."""
        lemma, verb = self.parse.lemmas[noun], clause.lemma
        told = lemma in self.words.change_nouns and verb in self.words.reporting
        return told and (self.find_changed(noun) is not None or self._is_of_measure(clause))

    def _is_of_measure(self, clause: Clause) -> bool:
        """ "Kenya's exports posted growth of 5 percent": that of the exports."""
        return any(
            self.parse.lemmas[t] in self.words.nouns and not self.observer.is_entity(t)
            for t in clause.subjects
        )

    def _has_any(
        self, rule: Rule, clause: Clause, noun: int, owner: Mention
    ) -> Iterator[Candidate]:
        """ "has a forest cover of 30 percent", "an order book of 3 billion": whatever is had in such a value."""
        text = self.observer.owners.measure_text(noun)
        none = self.words.none | self.words.unmeasured | self.words.amount_nouns
        plain = self.parse.tags[noun] == "NN" and self.parse.lemmas[noun] not in none
        had = clause.lemma in {"have", "boast"} and plain and not self.observer.is_entity(noun)
        for value in self.values.after(noun)[:1] if had and text else ():
            if value.origin != "number" and not self._is_time(value):
                yield from self.tell(rule, clause, noun, value, owner=owner)

    def _is_time(self, value: Mention) -> bool:
        unit = read_unit(value)
        return unit in self.words.time_units or unit in {"h", "min", "s", "a"}

    def _told_later(self, noun: int) -> list[Mention]:
        """ "earnings before interest, tax and depreciation of $3 billion": past what a measure leaves out."""
        parse = self.parse
        if parse.words[noun + 1 : noun + 2] not in (["before"], ["excluding"], ["after"]):
            return []
        last = parse.sentences[parse.sentence_of[noun]][1]
        for token in range(noun + 1, min(noun + _LEFT_OUT, last - 1)):
            if parse.tags[token][:2] == "VB" and parse.tags[token] != "VBG":
                return []
            if parse.words[token].lower() == "of" and self.values.at(token + 1):
                return self.values.at(token + 1)
        return []

    def _told_as_best(self, clause: Clause, noun: int) -> list[Mention]:
        """ "had the highest rate with 9 percent", "at 9 percent"."""
        if not self.is_superlative(noun):
            return []
        beside = [*self.parse.children[noun], *self.parse.children[clause.token]]
        links = [c for c in beside if c > noun and self.parse.lemmas[c] in {"with", "at"}]
        told = [(t, v) for c in links for t in self.parse.children[c] for v in self.values.at(t)]
        several = (
            self.parse.tags[noun] == "NNS"
        )  # "the highest arrivals at 72,037", not "at 12 towns"
        return [
            v
            for t, v in told
            if v.origin != "number" or (several and self.arguments.ranges[v][1] == t + 1)
        ]

    def _reported_at(self, clause: Clause, noun: int) -> list[Mention]:
        """ "posted a net profit at $3 million", "declared profit after tax at $3 million": of one thing alone."""
        if clause.lemma not in self.words.reporting or len(clause.objects) > 1:
            return []
        links = (c for c in (*self.parse.children[clause.token], *self.parse.children[noun]))
        told = [
            value
            for link in links
            if link > noun and self.parse.lemmas[link] == "at"
            for token in self.parse.children[link]
            for value in self.values.at(token)
        ]
        return [v for v in told if v.origin in {"money", "percent"}][:1]

    def _is_total(self, clause: Clause, noun: int) -> bool:
        """Whether money is a measure: not "made an investment of", but "has a total investment of"."""
        if self.parse.lemmas[noun] not in self.words.amount_nouns:
            return True
        words = {self.parse.words[c].lower() for c in self.parse.children[noun]}
        if clause.lemma == "attract":
            return True  # "has attracted 200 firms and investment of 3 billion"
        if clause.lemma == "have" and self.parse.lemmas[noun] == _CAPITAL:
            return True  # "has a share capital of 3 million"
        return clause.lemma == "have" and not words.isdisjoint(self.words.totals)

    def _find_purpose(self, noun: int) -> tuple[list[Mention], str | None]:
        """ "capacity to process 200,000 barrels": the value and the measure "capacity to process"."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.deps[child] in {"acl", "relcl"} and parse.tags[child] == "VB":
                for inner in parse.children[child]:
                    if parse.deps[inner] != "dobj":
                        continue
                    values = self.values.at(inner) or self.values.inside(inner, counted=True)
                    if values:
                        return values, self._name_purpose(noun, child, inner)
        return [], None

    def _name_purpose(self, noun: int, verb: int, counted: int) -> str:
        """ "annual crude oil processing capacity", from "capacity to process … of crude oil a year"."""
        parse = self.parse
        yearly = any(parse.words[c].lower() in self.words.yearly for c in parse.children[verb])
        products = [
            self.arguments.phrase_text(inner)
            for child in parse.children[counted]
            if parse.deps[child] == "prep" and parse.lemmas[child] == "of"
            for inner in parse.children[child]
            if parse.deps[inner] == "pobj"
        ]
        words = [
            "annual" if yearly else "",
            next((p for p in products if p), ""),
            gerund(parse.lemmas[verb]),
            self.observer.owners.measure_text(noun) or parse.lemmas[noun],
        ]
        return " ".join(word for word in words if word)

    def _as_people(self, value: Mention) -> Mention:
        quantity = value.value
        if not isinstance(quantity, Quantity) or quantity.unit:
            return value
        return self.values.replaced(
            value,
            Quantity(value=quantity.value, unit="person", comparator=quantity.comparator),
        )
