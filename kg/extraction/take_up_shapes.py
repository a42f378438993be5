"""Shapes that go on with a figure told before: "it was 5 billion a year earlier", "aims for 30 percent"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.claim import Modality
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_TAKING_UP = frozenset(["it", "that", "this", "which", "they"])
_POINTING = frozenset(["this", "that", "it"])
_FIGURES = frozenset(["figure", "number", "total", "amount", "sum"])
_SOON = 4  # tokens from "was" to "up from"
_SEEN = frozenset(["VBD", "VBN"])  # "saw 1,400 trips", "has seen": what was, and no aim
_EXPECTING = frozenset(["expect", "anticipate", "foresee", "forecast", "project"])
_GUESTS = frozenset(["participant", "exhibitor", "delegate", "attendee", "guest"])  # an occasion's
_MANY = 10  # fewer are told of one by one
_NEAR = 2  # sentences over which "it" may take up a figure


class TakeUpShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def taken_up(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "It was 91 billion in 2017", "that compares with 5 billion": what was told before, again."""
        last = self.observer.last
        subject = clause.subjects[0] if len(clause.subjects) == 1 else None
        if last is None or subject is None or clause.passive:
            return
        figure = self._is_figure(subject)
        if self._is_told_again(clause, subject, last):
            yield from self._compared_by(rule, clause, subject, last)
            return
        if self.parse.words[subject].lower() not in _TAKING_UP and not figure:
            return
        start = self.parse.sentences[clause.sentence][0]
        if isinstance(last.object, Mention):
            start = max(start, self.arguments.ranges.get(last.object, (0, 0))[1])
        if any(self.parse.lemmas[t] in self.words.nouns for t in range(start, subject)):
            return  # something measured stands nearer
        values = self.values.in_slots_or_beside(clause, ("attr", "object", "with", "at"))
        values = values or self._turned_from(clause, last)
        if figure:
            values = self._in_unit_of(last, self._figures_before(clause) or values)
        elif clause.lemma == "compare" or self._is_counted(last):
            values = self._in_unit_of(last, values)
        told = self._told_measure(clause, last, values, bare=figure)
        if told is None:
            return
        unit, measure = told
        measure = self._nearest(last.token, start, unit) or measure
        owned = self._in_places(clause, unit) or [(values[0], last.subject)]
        for value, owner in owned:
            yield from self.tell(rule, clause, subject, value, owner=owner, measure=measure)

    def _is_counted(self, last: Candidate) -> bool:
        """Whether a figure counts something: "2 million passengers"."""
        return isinstance(last.object, Mention) and last.object.origin == "number"

    def _turned_from(self, clause: Clause, told: Candidate) -> list[Mention]:
        """ "That was up from 1.3 million": what was before."""
        words, last = self.parse.words, self.parse.sentences[clause.sentence][1]
        turning = self.words.up | self.words.down
        for token in range(clause.token + 1, min(clause.token + _SOON, last - 2)):
            if words[token].lower() in turning and words[token + 1].lower() in {"from", "on"}:
                counted = self._is_counted(told)
                return [v for v in self.values.at(token + 2) if counted or v.origin != "number"]
        return []

    def _is_told_again(self, clause: Clause, subject: int, last: Candidate) -> bool:
        """ "The deficit compared with": the measure told last, by its own noun."""
        told = last.measure.lower()
        children = {self.parse.words[c].lower() for c in self.parse.children[subject]}
        same = told.split()[-1:] == [self.parse.words[subject].lower()]
        near = clause.sentence - self.parse.sentence_of[last.token] in {1, 2}
        plain = children - {"with", "to", "."} <= {"the", "this", "that"}
        return clause.lemma == "compare" and same and near and plain

    def _compared_by(
        self, rule: Rule, clause: Clause, subject: int, last: Candidate
    ) -> Iterator[Candidate]:
        """ "… with a shortfall of 7 billion in 1985": what it was before, in the same unit."""
        links = [*clause.slot("with"), *clause.slot("to")]
        values = [v for t in links for v in (*self.values.at(t), *self.values.after(t))]
        told = self._told_measure(clause, last, values)
        if told is not None:
            yield from self.tell(
                rule, clause, subject, values[0], owner=last.subject, measure=told[1]
            )

    def _in_places(self, clause: Clause, unit: str) -> list[tuple[Mention, Mention]]:
        """ "compares with 59 litres in France and 12 litres in Japan": each with the place behind it."""
        if clause.lemma == "be":
            return self._at_extremes(clause, unit)
        if clause.lemma != "compare":
            return []
        last, found = self.parse.sentences[clause.sentence][1], []
        for token in range(clause.token + 1, last - 2):
            for value in self.values.at(token):
                first, end = self.arguments.ranges[value]
                known = value.value
                if first != token or not isinstance(known, Quantity) or known.unit != unit:
                    continue
                at = end + 1 + (self.parse.words[end + 1].lower() == "the")
                places = [m for m in self.arguments.by_token.get(at, ()) if m.type]
                if self.parse.words[end].lower() == "in" and places:
                    found += [(value, m) for m in places[:1] if self.arguments.fits(m, ("Place",))]
        return found

    def _at_extremes(self, clause: Clause, unit: str) -> list[tuple[Mention, Mention]]:
        """ "It was highest in Lima, at 2,900, and lowest in Cusco, at 1,700": each with the place before it."""
        first, last = clause.token + 1, self.parse.sentences[clause.sentence][1]
        if "JJS" not in self.parse.tags[first : first + 2] + self.parse.tags[first + 2 : first + 3]:
            return []
        found: list[tuple[Mention, Mention]] = []
        for value in self.values.all():
            start, known = self.arguments.ranges[value][0], value.value
            inside = first < start < last and isinstance(known, Quantity) and known.unit == unit
            place = self._place_before(start - 1, first) if inside else None
            found += [(value, place)] if place is not None else []
        return found

    def _place_before(self, token: int, first: int) -> Mention | None:
        """The place right before ", at" or "with"."""
        while token > first and self.parse.words[token].lower() in {"at", "with", ",", "region"}:
            token -= 1
        found = self.arguments.by_token.get(token, ())
        return next((m for m in found if m.type and self.arguments.fits(m, ("Place",))), None)

    def brought_to(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "They aim to bring the figure to 10 billion": what was told last, with another value."""
        last = self.observer.last
        pointing = [t for t in clause.objects if self.parse.words[t].lower() in _POINTING]
        figures = [t for t in clause.objects if self._is_figure(t)] + pointing
        values = self.values.in_slots(clause, ("to",)) if figures else []
        counts = (self.values.count_of(t) for t in clause.slot("to") if figures and not values)
        values = [v for v in (*values, *counts) if v is not None]
        values = self._in_unit_of(last, values) if last is not None else []
        told = self._told_measure(clause, last, values) if last and figures else None
        if last is not None and told is not None:
            again = next((t for t in clause.slot("to") if not self.values.at(t)), None)
            text = self.observer.owners.measure_text(again) if pointing and again else None
            measure = text or (told[1] if pointing else self._name_sum(figures[0], told[1]))
            yield from self.tell(
                rule, clause, figures[0], values[0], owner=last.subject, measure=measure
            )

    def _name_sum(self, figure: int, told: str) -> str:
        """ "added 300 subscribers, bringing the total to": the total of subscribers, not of those added."""
        words, lemma = told.split(), self.parse.lemmas[figure]
        done = len(words) > 1 and (words[-1].endswith("ed") or words[-1] in self.words.past)
        return f"{lemma} {' '.join(words[:-1])}" if done and lemma in self.words.totals else told

    def _is_figure(self, subject: int) -> bool:
        """ "the figure", "that number": what was told, without a word of whose it is."""
        parse = self.parse
        children = parse.children[subject]
        return parse.lemmas[subject] in _FIGURES and all(
            parse.words[c].lower() in {"the", "this", "that", "latest"} for c in children
        )

    def _in_unit_of(self, last: Candidate, values: list[Mention]) -> list[Mention]:
        """Bare numbers in the unit of what was told last."""
        known = last.object.value if isinstance(last.object, Mention) else None
        if not isinstance(known, Quantity) or last.object.origin in {"money", "percent"}:  # type: ignore[union-attr]
            return values
        return [
            self.values.replaced(v, replace(v.value, unit=known.unit))
            if isinstance(v.value, Quantity) and not v.value.unit
            else v
            for v in values
        ]

    def _figures_before(self, clause: Clause) -> list[Mention]:
        """ "marked an eight percent increase from 41.6 million": the value that was before."""
        parse, last = self.parse, self.parse.sentences[clause.sentence][1]
        for token in range(clause.token + 1, last - 1):
            if parse.words[token].lower() in {"from", "than"}:
                found = [v for v in self.values.at(token + 1) if v.origin != "percent"]
                return found[:1]
        return []

    def _told_measure(
        self, clause: Clause, last: Candidate, values: list[Mention], *, bare: bool = False
    ) -> tuple[str, str] | None:
        """The unit of the first value and the measure told last, if that stands near and has the unit."""
        near = self.parse.sentence_of[clause.token] - self.parse.sentence_of[last.token]
        known = last.object.value if isinstance(last.object, Mention) else None
        value = values[0].value if values else None
        measure = last.measure
        if not isinstance(value, Quantity) or not isinstance(known, Quantity):
            return None
        if not 0 <= near <= _NEAR or not measure:
            return None
        same = value.unit == known.unit and (bool(value.unit) or bare)
        return (value.unit, measure) if same else None

    def _nearest(self, first: int, end: int, unit: str) -> str | None:
        """ "…, leaving a deficit of 5 billion. It was …": the measure told last, in the same unit."""
        for noun in range(end - 1, first, -1):
            if self.parse.lemmas[noun] in self.words.nouns:
                values = (v.value for v in self.values.after(noun))
                if any(isinstance(v, Quantity) and v.unit == unit for v in values):
                    return self.observer.owners.measure_text(noun)
        return None

    def aimed_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The firm aims for revenue of 800 million": the measure after "for"."""
        yield from self._hoped(rule, clause)
        owners = self.observer.find_owners(clause)
        for noun in (*clause.slot("for"), *clause.objects) if owners else ():
            if self.parse.lemmas[noun] not in self.words.nouns and not self._is_many(
                clause, noun, owners[0]
            ):
                continue
            values = [v for v in self._beside(noun) if v.origin != "number"]
            count = self.values.count_of(noun) if self.is_plural(noun) else None
            if count is not None and not values:  # "expects 1.5 million passengers"
                values = [self.values.with_unit(count, noun)]
            economy = self.observer.owners.field_of(noun) == "economy"
            foreign = economy and not self.arguments.fits(owners[0], ("Place",))
            foreign = foreign and not self._is_of_business(noun)
            owner = None if foreign else owners[0]  # "the bank expects growth of": the country's
            grown = self._find_grown(noun) if values else None
            for value in values[:1]:
                change = signed(value, falling=False) if grown else None
                for candidate in self.tell(
                    rule, clause, noun, value, owner=owner, measure=grown, change=change
                ):
                    if self.parse.tags[clause.token] not in _SEEN or clause.lemma != "see":
                        self.observer.plan(candidate)
                    yield candidate

    def _is_many(self, clause: Clause, noun: int, owner: Mention) -> bool:
        """ "expects 15,000 clients": so many of whatever is expected."""
        value = self.values.count_of(noun) if noun in clause.objects else None
        many = value is not None and self.size_of(value) >= _MANY
        plain = self.is_plural(noun) and not self.observer.is_entity(noun)
        none = self.words.none | self.words.uncounted | _GUESTS
        acting = self.arguments.fits(owner, ("Organization",)) or any(
            owner in self.arguments.by_token.get(t, ()) for t in clause.subjects
        )  # not "the Africa director expects"
        expected = acting and clause.lemma in _EXPECTING
        return expected and many and plain and self.parse.lemmas[noun] not in none

    def _find_grown(self, noun: int) -> str | None:
        """ "expects [operating earnings] growth of 5 percent": what firms have, and how it is to change."""
        text = self.observer.owners.measure_text(noun)
        growth = f" {self.parse.words[noun]}"
        grown = self._is_of_business(noun) and self.parse.lemmas[noun] == "growth"
        return text.removesuffix(growth) if text and grown else None

    def _is_of_business(self, noun: int) -> bool:
        """ "expects revenue growth of 5 percent": the growth of what firms have."""
        return any(
            self.parse.deps[c] == "compound" and self.observer.owners.field_of(c) == "business"
            for c in self.parse.children[noun]
        )

    def _hoped(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "It aims for 30 percent by 2030", "wants to see 1.2 million tonnes": of what was told before."""
        last, values = self.observer.last, self.values.in_slots(clause, ("for", "object"))
        told = self._told_measure(clause, last, values) if last and not clause.passive else None
        if last is None or told is None:
            return
        modality = self.observer.scope.read(clause.token)
        if clause.lemma == "see" and modality is Modality.ACTUAL:
            return
        for candidate in self.tell(
            rule, clause, clause.token, values[0], owner=last.subject, measure=told[1]
        ):
            self.observer.plan(candidate, modality)
            yield candidate

    def _beside(self, noun: int) -> list[Mention]:
        """The values before a noun or after "of" on it."""
        return [*self.values.inside(noun), *self.values.after(noun)]
