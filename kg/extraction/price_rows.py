"""Prices of several goods in a row: "diesel at $1.10 and kerosene at $0.90", "petrol and diesel sell for A and B"."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.commodity_shapes import CommodityShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention, read_unit
from kg.model.quantity import Quantity


class PriceRows(CommodityShapes):
    """The shape, over the values that no clause took."""

    def prices_in_row(self, rule: Rule) -> Iterator[Candidate]:
        """What goes on with a price told before it, or is told of several goods in turn."""
        yield from self._in_turn(rule)
        told: Candidate | None = None
        for value in self.values.all():
            made = self.observer.made.get(value.span)
            if made is not None and read_unit(made.object) and "/" in read_unit(made.object):
                told = made
            elif made is None and told is not None and value.origin == "money":
                yield from self._go_on_with(rule, told, value)

    def _go_on_with(self, rule: Rule, told: Candidate, value: Mention) -> Iterator[Candidate]:
        """ "…, diesel at $1.10": goods right before a sum, in the sentence of a price."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        if parse.sentence_of[start] != parse.sentence_of[told.token] or start <= told.token:
            return
        goods = self._find_goods_before(value)
        quantity, known = value.value, read_unit(told.object)
        if goods is None or not isinstance(quantity, Quantity):
            return
        code, _, unit = known.partition("/")
        own = self._find_unit(value)
        if quantity.unit != code or (own is not None and own != unit):
            return
        yield from self._tell_price(rule, told, value, goods, unit)

    def _tell_price(
        self, rule: Rule, told: Candidate, value: Mention, goods: Mention, unit: str
    ) -> Iterator[Candidate]:
        """A price as the one before it was told: when, where, and whether it is so yet."""
        quantity = value.value
        if not isinstance(quantity, Quantity):
            return
        token = self.arguments.ranges[value][0]
        priced = self._price(value, quantity, unit)
        for candidate in self.observer.observe(
            rule, told.token, token, priced, owner=goods, measure=min(rule.nouns)
        ):
            kept = {"place", "period"}
            own = [q for q in candidate.qualifiers if q.name not in kept]
            shared = [q for q in told.qualifiers if q.name in kept]
            yield replace(candidate, qualifiers=own + shared, modality=told.modality)

    def _in_turn(self, rule: Rule) -> Iterator[Candidate]:
        """ "Diesel and kerosene will go for $1.10 and $0.90 a litre": a price for each of the goods."""
        values = [v for v in self.values.all() if v.origin == "money"]
        for first, second in itertools.pairwise(values):
            end, start = self.arguments.ranges[first][1], self.arguments.ranges[second][0]
            joined = self.parse.words[end:start] == ["and"]
            unit = self._find_unit(second)
            verb = self._find_verb(rule, first) if joined and unit is not None else None
            goods = self._find_pair(verb) if verb is not None else []
            if unit is None or verb is None or not goods:
                continue
            for owner, value in zip(goods, (first, second), strict=True):
                quantity = value.value
                if isinstance(quantity, Quantity) and value.span not in self.observer.made:
                    yield from self.observer.observe(
                        rule,
                        verb,
                        verb,
                        self._price(value, quantity, unit),
                        owner=owner,
                        measure=min(rule.nouns),
                    )

    def _find_pair(self, verb: int) -> list[Mention]:
        """The two goods that are the subject of a verb."""
        parse = self.parse
        subject = next(iter(parse.list_subjects(verb)), None)
        if subject is None:
            return []
        other = [c for c in parse.children[subject] if parse.deps[c] == "conj"]
        named = [self.observer.goods.name(t) for t in (subject, *other)]
        goods = [m for m in named if m is not None]
        return goods if len(goods) == len(named) == 2 else []
