"""Sums behind any noun that somebody does anything with, and those that are imposed: "demanded compensation of $9m"."""

from collections.abc import Iterator

from kg.extraction.borne_shapes import BorneShapes
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_BEARERS = (
    "Organization",
    "Country",
    "Province",
    "City",
    "Project",
    "Event",
    "Facility",
    "TransportCorridor",
)
_FINE, _FINED = "fine", (*_BEARERS, "Person")
_BEHIND = 6  # tokens from a noun to its sum
_SPENT_ON = ("Facility", "Project", "TransportCorridor", "EconomicZone", "Event")


class AnySumShapes(BorneShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.imposed = words.get_mapping("imposed_sums")

    def sum_of_any(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "collects tolls of $90 million", "demanded compensation of $3 million": whatever the noun."""
        if clause.passive or {clause.lemma, clause.lemma.split()[0]} & rule.verbs:
            return
        owners = self._find_bearers(clause, _BEARERS)
        for noun in clause.objects if self.arguments.are_one(owners) else ():
            value = self._find_behind(noun) if self._is_sum(rule, clause, noun) else None
            if value is None or not self._is_free(noun, owners[0]):
                continue
            if not self.observer.is_amount(value):
                yield from self._tell_done(rule, clause, noun, value, owners[0])

    def _tell_done(
        self, rule: Rule, clause: Clause, noun: int, value: Mention, owner: Mention
    ) -> Iterator[Candidate]:
        """ "tolls collected"; "savings", planned, of who expects them."""
        text = self.observer.owners.measure_text(noun)
        foreseen = clause.lemma in self.words.foreseeing
        measure = self.observer.name_done(text, clause) if text and not foreseen else text
        if not measure:
            return
        for candidate in self.tell(rule, clause, noun, value, owner=owner, measure=measure):
            if foreseen:
                self.observer.plan(candidate)
            yield candidate

    def _is_sum(self, rule: Rule, clause: Clause, noun: int) -> bool:
        """Whether a noun may be a sum of its own; an investment only of who needs it."""
        words, lemma = self.words, self.parse.lemmas[noun]
        needed = clause.lemma in words.wanting and lemma in words.in_need
        closed = words.amount_nouns | words.stakes | words.vague | words.none | rule.nouns
        named = self.is_named(noun) or self.observer.is_entity(noun)
        return not named and (needed or lemma not in closed)

    def _find_behind(self, noun: int) -> Mention | None:
        """The money right behind "of" or "in the amount of"."""
        linked = self.parse.words[noun + 1 : noun + 2] == ["of"]
        right = self.values.at(noun + 2) if linked and noun + 2 < len(self.parse.words) else []
        behind = (*right, *self.values.after(noun))
        near = (v for v in behind if noun < self.arguments.ranges[v][0] <= noun + _BEHIND)
        return next((v for v in near if v.origin == "money" and not self._is_base(v)), None)

    def _is_base(self, value: Mention) -> bool:
        """ "an increase of 9% [over $5 million]": what something is compared with."""
        start = self.arguments.ranges[value][0]
        return any(v.origin == "percent" for v in self.values.at(start - 1))

    def sum_imposed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "was fined 11 million euros", "fined Norvik 11 million euros": Norvik's fine."""
        measure = self.imposed.get(clause.lemma)
        if measure is None:
            return
        values = [v for v in self.values.beside_verb(clause.token) if v.origin == "money"]
        values += [v for v in self.values.in_slots(clause, ("object",)) if v.origin == "money"]
        fitting = _FINED if measure == _FINE else _BEARERS
        owners = [m for t in clause.objects for m in self.arguments.find_all(t, fitting)]
        owners += self._list_receivers(clause, values, fitting)
        if owners and measure == _FINE and not values:
            values = self._list_behind(owners[-1])
        if values and measure == _FINE and not owners:
            owners = self._list_fined(clause)
        if values and self.arguments.are_one(owners):
            noun = clause.token
            yield from self.tell(rule, clause, noun, values[0], owner=owners[0], measure=measure)

    def _list_behind(self, fined: Mention) -> list[Mention]:
        """ "fined its trader, [Jane Doe], $3,000": the sum behind the comma."""
        end = self.arguments.ranges[fined][1]
        end += self.parse.words[end : end + 1] == [","]
        found = self.values.at(end) if end < len(self.parse.words) else []
        return [v for v in found if v.origin == "money" and self.arguments.ranges[v][0] == end]

    def _list_fined(self, clause: Clause) -> list[Mention]:
        """ "Norvik fined $3m" as headlines have it: the firm, where nobody else can be meant."""
        found = [m for t in clause.subjects for m in self.arguments.find_all(t, ("Company",))]
        others = (t for t in clause.objects if not self.values.at(t))
        return [] if clause.passive or next(others, None) is not None else found

    def _list_receivers(
        self, clause: Clause, values: list[Mention], fitting: tuple[str, ...]
    ) -> list[Mention]:
        """ "fined [Norvik] 11 million euros", where the sum is the object: who stands between."""
        parse, verb = self.parse, clause.token
        given = [c for c in parse.children[verb] if parse.deps[c] == "dative"]
        if values and not clause.passive:
            before = self.arguments.ranges[values[0]][0] - 1
            before -= parse.words[before] == ","  # "fined its trader, Jane Doe, $3,000"
            inner = parse.deps[before] == "pobj"  # "fined a bank owned by the state $3 million"
            given += [before] if before > verb and not inner else []
        return [m for t in given for m in self.arguments.find_all(t, fitting)]

    def spent_on(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Some $300 million has been spent on the Tarka Dam": what is spent on a thing."""
        if not clause.passive or clause.subjects:
            return
        owners = [m for t in clause.slot("on") for m in self.arguments.find_all(t, _SPENT_ON)]
        values = [v for v in self.values.in_slots(clause, ("object",)) if v.origin == "money"]
        if values and self.arguments.are_one(owners):
            measure = self.words.spent
            yield from self.tell(
                rule, clause, clause.token, values[0], owner=owners[0], measure=measure
            )
