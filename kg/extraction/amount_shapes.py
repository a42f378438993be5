"""Amounts that a verb moves, counts that are subjects, staff and height."""

from collections.abc import Iterator

from kg.extraction.between_ends import lies_beyond
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.extraction.undertakings import find_undertaking
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_AT_PLACE = ("in", "at", "along", "through", "via", "on", "during")
_COMPARING = frozenset(["compared", "than", "against", "versus"])
_THROUGH = ("through", "at", "in", "into", "to", "via", "on")
_EXTENTS = frozenset(["length", "area"])
_MANY = 100
_VISITED = ("Place", "TransportCorridor")
_SCHEMES = ("Project", "Agreement")
_WORKS = frozenset(
    ["Facility", "Port", "Airport", "LandPort", "LogisticsPark"]
)  # with a price of their own
_AREA = "area"
_HANDLE = "handle"
_CARRYING = frozenset(["carry", "transport", "handle", "move"])
_SIGNING = frozenset(["sign", "conclude", "ink", "seal", "strike", "clinch"])
_PROCESS = "process"  # boxes, but no bare tonnes
_SUPPLYING = frozenset(["supply", "provide"])
_PART = "part"  # "took part"
_POWER = frozenset(["MW", "GW", "kW"])
_WORTH = 8  # tokens after an amount in which "worth" stands


class AmountShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def quantity_object(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "the port handled 3.8 million tonnes of cargo", "the plant draws 1,900 cubic metres of water"."""
        owners = self._owners(clause)
        # The small model often takes "388,000 tonnes" after a verb for an adverb.
        beside = [] if clause.objects else self._adverbial(clause.token)
        beside += clause.slot("with") if clause.lemma in _SUPPLYING else []
        for noun in (*self._through_totals(clause.objects), *beside) if owners else ():
            value = next((v for v in self.values.at(noun) if v.origin == "measure"), None)
            text = self._goods(clause, noun, value) if value is not None else None
            if value is not None and text is not None:
                yield from self.tell(
                    rule,
                    clause,
                    noun,
                    value,
                    owner=owners[0],
                    measure=self.observer.name_able(clause)
                    or self.observer.name_done(text, clause),
                )
                yield from self._worth(rule, clause, noun, owners[0], text)

    def _told_goods(self, clause: Clause, unit: str) -> str | None:
        """ "produced 64,000 tonnes of copper and sold 61,000 tonnes": copper, too."""
        last = self.observer.last
        known = last.object.value if last and isinstance(last.object, Mention) else None
        if last is None or not isinstance(known, Quantity) or known.unit.split("/")[0] != unit:
            return None
        near = 0 <= clause.sentence - self.parse.sentence_of[last.token] <= 1
        told = last.measure
        goods = " ".join(told.split()[:-1])
        return goods.lower() if near and goods and unit not in self.words.container_units else None

    def _worth(
        self, rule: Rule, clause: Clause, noun: int, owner: Mention, goods: str
    ) -> Iterator[Candidate]:
        """ "… tonnes of goods worth 3 billion dollars": the same goods in money."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[noun]][1]
        for token in range(noun + 1, min(noun + _WORTH, last)):
            if parse.words[token].lower() in {"worth", "valued"}:
                for value in self.values.all():
                    start = self.arguments.ranges[value][0]
                    if value.origin == "money" and token < start <= token + 2:
                        measure = f"worth of {self.observer.name_done(goods, clause)}"
                        yield from self.tell(
                            rule, clause, noun, value, owner=owner, measure=measure
                        )
                        return

    def _adverbial(self, verb: int) -> list[int]:
        parse = self.parse
        return [c for c in parse.children[verb] if parse.deps[c] == "npadvmod" and c == verb + 2]

    def _owners(self, clause: Clause) -> list[Mention]:
        """Who does it; of a passive without an agent, where it is done."""
        if clause.subjects or not clause.passive:
            return self.observer.find_owners(clause)
        slots = [t for name in _AT_PLACE for t in clause.slot(name)]
        slots = [t for t in slots if not lies_beyond(self.parse, clause.token, t)]
        found = [m for t in slots for m in self.arguments.find_all(t, OWNERS)]
        found += [m for t in clause.slot("under") for m in self.arguments.find_all(t, _SCHEMES)]
        events = [m for m in found if self.arguments.fits(m, ("Event",))]  # "at the fair in X"
        events = [self._find_town_of(m) or m for m in events]
        return events or found or self._told_before(clause)

    def _find_town_of(self, event: Mention) -> Mention | None:
        """ "at a signing ceremony in X": the town of an occasion that has no name."""
        if event.kind is MentionKind.NAME or event in self.arguments.resolved:
            return None
        own = self.observer.owners.find_own(self.arguments.ranges[event][1] - 1)
        return own if own is not None and self.arguments.fits(own, ("Place",)) else None

    def _told_before(self, clause: Clause) -> list[Mention]:
        """ "Exports fell. 5,400 tonnes were shipped": whose the figure of the sentence before was."""
        last, parse = self.observer.last, self.parse
        if clause.lemma in self.words.worked:
            works = find_undertaking(self.arguments, parse.sentences[clause.sentence][0])
            return [works] if works is not None else []
        if clause.lemma in _CARRYING and (way := self._find_way(clause)) is not None:
            return [way]
        if clause.lemma not in self.words.traded:
            return []
        if last is None or last.subject is None:
            hub = self.observer.owners.before.find_only_hub(clause.token)
            return [hub] if hub is not None and clause.lemma == _HANDLE else []
        near = 0 <= clause.sentence - parse.sentence_of[last.token] <= 1
        return [last.subject] if near else []

    def _find_way(self, clause: Clause) -> Mention | None:
        """ "The line opened in 2021. Since then 48 million passengers have been carried": on the line."""
        noun = next(iter(clause.objects), clause.token)
        return self.observer.owners.before.find_topic(noun, ("TransportCorridor", "LogisticsHub"))

    def _goods(self, clause: Clause, noun: int, value: Mention) -> str | None:
        """What the amount is an amount of; of a carrier's bare tonnes it is its cargo."""
        for child in self.parse.children[noun]:
            if self.parse.deps[child] == "prep" and self.parse.lemmas[child] == "of":
                for inner in self.parse.children[child]:
                    text = self.observer.owners.measure_text(inner)
                    bare = self.parse.tags[inner] == "NN" and not self.parse.children[inner]
                    if text and (bare or not self.observer.is_entity(inner)):
                        return self._with_extent(clause, text, value)
        quantity = value.value
        if isinstance(quantity, Quantity) and quantity.unit in _POWER:
            return self.words.capacity
        unit = quantity.unit.split("/")[0] if isinstance(quantity, Quantity) else ""  # "TEU a year"
        if unit in self.words.energy_units:
            return self.words.energy
        if self.words.of_values.get(unit) == _AREA:
            return _AREA
        if unit not in self.words.goods_units:
            return None
        goods = self.words.bare_goods.get(clause.lemma)
        boxed = goods is not None or clause.lemma == _PROCESS
        boxes = boxed and unit in self.words.container_units
        told = clause.lemma in self.words.reporting  # "recorded 1.2 million TEU"
        if boxes:
            return self.words.throughput if told else self.words.containers
        return (self._told_goods(clause, unit) or goods) if goods is not None else None

    def _with_extent(self, clause: Clause, text: str, value: Mention) -> str:
        """ "has 350 metres of quay": its quay length."""
        extent = self.words.of_values.get(read_unit(value), "")
        told = clause.lemma not in self.words.plain_verbs or extent in text
        return text if told or extent not in _EXTENTS else f"{text} {extent}"

    def counted_subject(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "159 agreements were signed at the fair", "1,200 people will be employed"."""
        if not clause.passive:
            yield from self._attending(rule, clause)
            return
        owner = next(iter(self._owners(clause)), None)
        if owner is None and clause.lemma in _SIGNING:  # "Deals were signed", at the fair told of
            owner = self.last_event(clause.token)
        for noun in self._through_totals(self.acted_on(clause)):
            counted = self._counted(noun)
            if any(self.parse.deps[c] == "poss" for c in self.parse.children[noun]):
                owner = self.observer.owners.find_own(noun)  # "the park's 72 turbines"
            worth = self.values.worth(noun) if owner is not None else []
            work = any(m.type in _WORKS for m in self.arguments.by_token.get(noun, ()))
            if worth and not work and (text := self.observer.owners.measure_text(noun)):
                done = self.observer.name_done(text, clause)
                named = done if counted is None else f"value of {done}"
                yield from self.tell(rule, clause, noun, worth[0], owner=owner, measure=named)
            mover = owner or self.observer.owners.find_own(noun)  # nobody who was told of before
            if counted is not None and mover and not self._is_owned_by_itself(noun, mover):
                value, text = counted
                measure = self.observer.name_done(text, clause)
                if self.parse.lemmas[noun] in self.words.people:
                    measure = self.words.named_counts.get(clause.lemma, measure)
                yield from self.tell(rule, clause, noun, value, owner=mover, measure=measure)

    def _find_passing(self, clause: Clause) -> list[int]:
        """The subjects; of "A total of 3,000 trains passed through X", taken for a phrase, the total."""
        parse, token, head = self.parse, clause.token, self.parse.heads[clause.token]
        taken = parse.deps[token] == "acl" and parse.tags[token] == "VBD"
        return [head] if taken and parse.heads[head] == head else clause.subjects

    def _is_owned_by_itself(self, noun: int, owner: Mention) -> bool:
        """Whether what is counted would have its own count."""
        return noun in range(*self.arguments.ranges.get(owner, (0, 0)))

    def _attending(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "more than 90 companies took part in the forum": the event has the count."""
        if clause.lemma in self.words.visiting:
            yield from self._visiting(rule, clause)
        if clause.lemma not in rule.nouns:
            return
        slots = [*clause.objects, *(t for name in ("in", "at") for t in clause.slot(name))]
        slots = [t for t in slots if not self._is_compared(clause.token, t)]
        events = [m for t in slots for m in self.arguments.find_all(t, ("Event",))]
        plain = all(self.parse.lemmas[t] == _PART for t in clause.objects)
        told = self.last_event(clause.token) if not events and plain else None
        owner = events[0] if events else told
        subjects = list(self._through_totals(clause.subjects))
        homes = [
            inner
            for noun in subjects
            for child in self.parse.children[noun]
            if self.parse.lemmas[child] == "from"  # "delegates from 54 countries attended"
            for inner in self.parse.children[child]
            if self.parse.lemmas[inner] in self.words.guest_nouns
        ]
        for noun in (*subjects, *homes) if owner is not None else ():
            counted = self._counted(noun)
            if counted is not None and not self._is_counted_together(noun):
                yield from self.tell(
                    rule, clause, noun, counted[0], owner=owner, measure=counted[1]
                )

    def _is_compared(self, verb: int, token: int) -> bool:
        """ "took part, [compared] with 700 at the last forum": no place of what the verb tells."""
        return not _COMPARING.isdisjoint(self.arguments.lower[verb:token])

    def _is_counted_together(self, noun: int) -> bool:
        """ "more than 20 traders and brokers": which are not 20 traders."""
        parse = self.parse
        joined = (c for c in parse.children[noun] if parse.deps[c] == "conj")
        return any(
            parse.tags[c] == "NNS" and all(parse.tags[k] != "CD" for k in parse.children[c])
            for c in joined
        )

    def _visiting(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "2.3 million passengers used the airport", "ships passed through the canal": the place's."""
        slots = [*clause.objects, *(t for name in _THROUGH for t in clause.slot(name))]
        slots = [t for t in slots if self.parse.tags[t] != "NNS"]  # "by nine routes"
        places = [m for t in slots for m in self.arguments.find_all(t, _VISITED)]
        for noun in self._through_totals(self._find_passing(clause)) if places else ():
            counted = self._counted(noun)
            quantity = counted[0].value if counted is not None else None
            many = isinstance(quantity, Quantity) and quantity.value >= _MANY
            if counted is not None and many:  # "three ministers visited" is no traffic
                yield from self.tell(
                    rule, clause, noun, counted[0], owner=places[0], measure=counted[1]
                )
            weight = next((v for v in self.values.at(noun) if v.origin == "measure"), None)
            goods = self._goods(clause, noun, weight) if weight is not None else None
            if weight is not None and goods is not None:  # "280,000 tonnes of cargo passed through"
                yield from self.tell(rule, clause, noun, weight, owner=places[0], measure=goods)

    def _counted(self, noun: int) -> tuple[Mention, str] | None:
        """The count of a plural noun in units of the noun, and what is counted."""
        value = self.values.count_of(noun)
        lemma = self.parse.lemmas[noun]
        if value is None or not self.is_plural(noun):
            return None
        start, end = self.arguments.ranges[value]
        few = not isinstance(value.value, Quantity) or value.value.value < 2
        many = lemma == "child" and isinstance(value.value, Quantity) and value.value.value >= 1000
        uncounted = lemma in self.words.uncounted | self.words.none and not many
        if start <= noun < end or few or uncounted:
            return None
        text = self.observer.owners.measure_text(noun)
        return (self.values.with_unit(value, noun), text) if text else None
