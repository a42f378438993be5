"""Shapes of observations that a verb makes: "output reached", "rose", "has a population"."""

from collections.abc import Iterator
from functools import partial

from kg.extraction.bounds import find_led_up, is_respective, list_reached, reach_up, reaches_out
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.joined_measures import pair_row
from kg.extraction.observing import signed
from kg.extraction.people_reached import are_reached
from kg.extraction.risen_to import is_risen_to, risen_to
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_VERB_SLOTS = ("object", "attr", "to", "at", "by")
_STAYING = frozenset(["be", "hold", "stay", "settle", "hover"])
_MOVING = frozenset(["drive", "bring", "take", "push", "lift"])
_PACED = frozenset(["grow", "expand", "contract", "shrink"])
_VALUE = "value"


class VerbShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def subject_verb_value(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The city's industrial output reached 2.72 trillion yuan in 2024"."""
        if clause.lemma == _VALUE and not clause.passive and clause.objects:
            return  # "the sale values Norvik at 5 billion": not the sale's
        if reaches_out(self.parse, clause.token) or is_risen_to(self.parse, clause.token):
            return
        for subject in (subjects := self.measured_subjects(clause)):
            judging = clause.lemma in self.words.valuing and bool(clause.objects)
            seen = judging or clause.lemma in self.words.foreseeing  # "exports saw"
            seen = seen and not clause.passive
            strict = clause.lemma in _STAYING or clause.passive
            held = clause.lemma == "hold" and not clause.slot("at")  # "reserves hold 5 tonnes"
            values = list_reached(self.values, clause)
            values = values or self._counted_in(clause)
            strict = strict and not self.observer.topic.goes_on_in(values[:1], subject)
            if seen or held or not self._is_measured(subject, strict=strict):
                continue
            measure = self.join(clause, subject) if len(values) == 1 else None
            if len(values) == len(subjects) > 1:
                values = [values[subjects.index(subject)]]  # "weight and worth reached A and B"
            for value in map(partial(self.exceed, clause), values[:1]):
                part = self._is_part(clause, value)
                bare = self._is_bare(value) and not self.is_number(subject)
                if not part and not bare and not self.observer.is_amount(value):
                    yield from self.tell(rule, clause, subject, value, measure=measure)

    def _counted_in(self, clause: Clause) -> list[Mention]:
        """ "reaching 9.5 billion passengers": the count in the object, in units of it."""
        found = [
            self.values.with_unit(value, noun)
            for noun in (*clause.objects, *clause.slot("at"), *clause.slot("to"))
            if (value := self.values.count_of(noun)) is not None and noun not in clause.subjects
        ]
        return found if not clause.passive else []

    def change(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Output rose 6.1 percent to 40 billion yuan", "the mill cut its emissions by 5 percent"."""
        falling = self._is_downward(clause)
        if falling is None or is_respective(self.parse, clause):
            return
        percent, value = reach_up(self.values, *self._find_change_values(clause), clause.token)
        anchor = self.values.reached_by(value or percent)
        spent = anchor is not None and anchor.span in self.observer.spent
        if value is not None and are_reached(self.arguments, clause, value):
            self.observer.spent.add(value.span)
            return
        if anchor is None or spent or (percent is None and clause.lemma in self.words.turned):
            return
        known = [t for t in clause.objects if self.parse.lemmas[t] in self.words.nouns]
        subjects = clause.subjects if clause.passive else self.measured_subjects(clause)
        for noun in (*known, *subjects, *clause.objects):
            others = [t for t in clause.objects if not self.values.at(t)]
            moved = noun in subjects and bool(others) and not clause.passive
            barred = noun in clause.objects and self._is_others(noun)
            if barred or not self._is_measured(noun, strict=moved):
                continue  # "cut 1,200 jobs, or 8 percent"
            owner = self._find_mover(clause, noun)
            own = noun in clause.objects and self.observer.owners.find_own(noun) is None
            if own and owner is None and noun not in known:
                continue
            ends = self.values.split(anchor)
            self.observer.spent.update({anchor.span} if ends else ())
            if row := pair_row(self.values, clause, subjects, anchor):
                for one, led, by in row:
                    change = None if by is None else signed(by, falling)
                    yield from self.tell(rule, clause, one, led, change=change)
                return
            change = signed(percent, falling) if percent is not None else None
            measure, reached = self.join(clause, noun), ends[1] if ends else anchor
            yield from self.tell(
                rule, clause, noun, reached, owner=owner, measure=measure, change=change
            )
            yield from self._was_before(rule, clause, noun, owner, ends[0] if ends else None)
            yield from self._moved_too(rule, clause, noun, anchor, percent)
            return

    def _is_others(self, noun: int) -> bool:
        """Whether an object is counted, or of somebody of whom nothing is known."""
        before = self.observer.owners.before
        return self.values.count_of(noun) is not None or before.is_of_another(noun)

    def _is_downward(self, clause: Clause) -> bool | None:
        """Whether a clause tells a fall; None where "were" has no word like "were [up] 5 percent" or "[higher]"."""
        if clause.lemma not in self.words.turned:
            return self._is_falling(clause)
        beside = {self.parse.words[c].lower() for c in self.parse.children[clause.token]}
        turns = {*clause.adverbs, *beside} & (self.words.up | self.words.down)
        return bool(turns & self.words.down) if turns else None

    def _moved_too(
        self, rule: Rule, clause: Clause, noun: int, value: Mention, percent: Mention | None
    ) -> Iterator[Candidate]:
        """ "Norvik, Tarka and Zenda raised their prices by 5 percent": each of them."""
        movers = self._find_movers(clause, noun)
        self.observer.shared.update({value.span} if movers else ())
        for owner in movers[1:]:
            yield from self.tell(
                rule,
                clause,
                noun,
                value,
                owner=owner,
                change=signed(percent, self._is_falling(clause)) if percent else None,
            )

    def _find_movers(self, clause: Clause, noun: int) -> list[Mention]:
        """The several named subjects of a clause, where what they move is theirs."""
        if noun not in clause.objects or clause.passive:
            return []
        named = [m for m in self.observer.find_owners(clause) if m.kind is MentionKind.NAME]
        own = {self.parse.words[c].lower() for c in self.parse.children[noun]}
        theirs = "their" in own or self.observer.owners.find_own(noun) is None
        return named if len(named) > 1 and theirs else []

    def _is_falling(self, clause: Clause) -> bool:
        """ "Fell", "edged down"."""
        after = " ".join(self.parse.words[clause.token + 1 : clause.token + 2]).lower()
        return clause.lemma.split()[0] in self.words.falling or after in self.words.down

    def _find_mover(self, clause: Clause, noun: int) -> Mention | None:
        """ "the mill cut emissions": the mill, where the object tells no owner of its own."""
        if movers := self._find_movers(clause, noun):
            return movers[0]
        if noun not in clause.objects or self.observer.owners.find_own(noun) is not None:
            return None
        acting = not clause.subjects or any(
            self.observer.is_entity(t) or self.parse.lemmas[t] in self.words.governing
            for t in clause.subjects
        )
        return next(iter(self.observer.find_owners(clause)), None) if acting else None

    def _is_turned(self, clause: Clause, percent: Mention) -> bool:
        """ "was up 5 percent", but not "was 5 percent, down from 6 percent"."""
        if clause.lemma not in self.words.turned:
            return True
        start, end = self.arguments.ranges[percent]
        words, turning = self.parse.words, self.words.up | self.words.down
        turns = [c for c in self.parse.children[clause.token] if words[c].lower() in turning]
        return any(c < start or c == end for c in turns)

    def _find_change_values(self, clause: Clause) -> tuple[Mention | None, Mention | None]:
        """The percentage of a change and the value it led to, where the clause tells them."""
        values = self.values.in_slots(clause, _VERB_SLOTS)
        if clause.passive:  # "the economy expanded by 5 percent", taken for a passive
            values += self.values.in_slots(clause, ("subject",))
        values += [m for m in self.values.beside_verb(clause.token) if m not in values]
        values += [v for v in self.apposed_percents(clause) if v not in values]
        for child in self.parse.children[clause.token]:
            if self.parse.words[child].lower() in self.words.up | self.words.down:
                values += [v for t in self.parse.children[child] for v in self.values.at(t)]
        values += [  # "grew at a rate of 3 percent"
            v
            for noun in (*clause.slot("at"), *clause.slot("by"))
            if self.parse.lemmas[noun] in self.words.paces
            for v in self.values.after(noun)
            if v not in values
        ]
        slots = ("to",) if clause.lemma in _PACED else ("to", "at")  # "grew at 3 percent"
        reached = self.values.in_slots(clause, slots) or risen_to(self.values, clause.token)
        reached = reached or self.reached_beyond(clause) or self.values.turned(clause.token)
        reached = reached or find_led_up(self.values, clause.token) or self._reached_counts(clause)
        percents = [v for v in values if v.origin == "percent" and not self._is_part(clause, v)]
        ranges = self.arguments.ranges
        apart = sorted((v for v in percents if v not in reached), key=lambda v: ranges[v][0])
        percent = next(iter((*apart[:1], *percents)), None) or self._find_percent_by(clause)
        percent = percent if percent and self._is_turned(clause, percent) else None
        moving = (*clause.subjects, *clause.objects)
        index = any(self._is_index(t) or self.is_number(t) or self.is_counted(t) for t in moving)
        moved = self.values.in_slots(clause, ("by",))
        reached = reached or [v for v in moved if self.values.reached_by(v) is not v]
        value = next(
            (v for v in reached if v.origin != "percent" and (index or not self._is_bare(v))), None
        )
        if value is not None and moved and moved[0].origin == "money":
            value = self.values.in_unit_of(value, moved[0])  # "by 400 million euros to 2 billion"
        goal = next((v for v in percents if v in reached), None)
        if value is None and goal is not None and percent is not None:
            joined = self.parse.words[ranges[percent][0] - 1] in {"and", ","}  # "to 35% … and 50%"
            return (None if joined or percent is goal else percent), goal  # "to 3.6 percent"
        return percent, value

    def _is_part(self, clause: Clause, percent: Mention) -> bool:
        """ "drives two thirds of activity": a part of a whole, and no change."""
        end = self.arguments.ranges[percent][1]
        return clause.lemma.split()[0] in _MOVING and self.parse.words[end : end + 1] == ["of"]

    def _reached_counts(self, clause: Clause) -> list[Mention]:
        """ "to 8,641 trips"."""
        counts = ((t, self.values.count_of(t)) for t in self._goals(clause))
        return [
            self.values.with_unit(count, t)
            for t, count in counts
            if count is not None and self.parse.lemmas[t] not in self.words.served
        ]

    def _is_index(self, noun: int) -> bool:
        """Whether a measure has small numbers without a unit."""
        return {
            self.parse.lemmas[noun],
            self.parse.words[noun].lower(),
        } & self.words.index_nouns != set()

    def _goals(self, clause: Clause) -> Iterator[int]:
        """What stands after "to", and after "from" in "from 25 to 45 wagons"."""
        yield from clause.slot("to")
        for noun in clause.slot("from"):
            count = self.values.count_of(noun)
            if count is not None and self.values.split(count) is not None:
                yield noun

    def _find_percent_by(self, clause: Clause) -> Mention | None:
        """ "boost the volumes handled by the port by 50%": under the verb, whatever it hangs on."""
        last = self.parse.sentences[clause.sentence][1]
        for token in range(clause.token + 1, last - 1):
            if self.parse.tags[token] in FINITE or self._moves(token):
                return None
            if self.parse.words[token].lower() == "by":
                for mention in self.arguments.by_token.get(token + 1, ()):
                    if mention.origin == "percent":
                        return mention
        return None

    def _moves(self, token: int) -> bool:
        """ "…, growing its capacity by", "as volumes dipped by": a participle of a measure of its own."""
        parse = self.parse
        told = {"VBG": ("dobj",), "VB": ("dobj",), "VBN": ("nsubj", "nsubjpass")}.get(
            parse.tags[token], ()
        )
        return any(
            parse.deps[c] in told and parse.lemmas[c] in self.words.nouns
            for c in parse.children[token]
        )

    def _was_before(
        self,
        rule: Rule,
        clause: Clause,
        noun: int,
        owner: Mention | None,
        low: Mention | None,
    ) -> Iterator[Candidate]:
        """ "… from 168,000 tonnes in 2024": the value that a measure rose or fell from."""
        values = [low] if low else self.values.in_slots(clause, ("from",))[:1]
        for value in (end for v in values for end in self.values.split(v) or (v,)):
            bare = self._is_bare(value) and not (self.is_number(noun) or self.is_counted(noun))
            if bare or value.origin == "percent":
                continue
            for candidate in self.tell(rule, clause, noun, value, owner=owner):
                candidate.modality = Modality.ACTUAL
                yield candidate

    def _is_measured(self, noun: int, *, strict: bool) -> bool:
        """Whether a noun may be a measure; strictly, it must be one of the known ones."""
        lemma = self.parse.lemmas[noun]
        if self.parse.tags[noun][0] != "N":
            return False
        if lemma in self.words.none and not self.is_measured_time(noun):
            return False
        if lemma in self.words.reports:
            return False  # "the report forecast growth of 4 percent, slipping to 3"
        opening = noun == self.parse.sentences[self.parse.sentence_of[noun]][0]
        proper = self.parse.tags[noun] in {"NNP", "NNPS"} and not opening
        if (strict or proper) and not {lemma, self.parse.words[noun].lower()} & self.words.nouns:
            return False
        time = self.arguments.find_period_around(noun) is not None
        return not time and not self.observer.is_entity(noun) and not self.values.at(noun)

    def _is_bare(self, value: Mention) -> bool:
        quantity = value.value
        return value.origin == "number" and isinstance(quantity, Quantity) and quantity.value < 100
