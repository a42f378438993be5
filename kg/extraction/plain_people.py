"""Figures of people and of times: "her basic pay will be $640,000", "the route takes 23 days"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_AREA = "area"
_WAYS = ("TransportCorridor",)
_TRAVELS = frozenset(["trip", "journey", "drive", "flight", "ride", "voyage", "crossing", "travel"])
_TRANSIT = "transit time"


class PlainPeople(PlainShapes):
    """The shapes, over the values and clauses of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        self.paid = load_lexicon("measures").get("paid_people")

    def pay(self, rule: Rule) -> Iterator[Candidate]:
        """ "Her basic pay will be $640,000": what somebody is paid."""
        for clause in self.clauses:
            if clause.lemma not in rule.verbs or len(clause.subjects) != 1:
                continue
            noun = clause.subjects[0]
            if self.parse.lemmas[noun].lower() not in self.paid:
                continue
            values = self.values.in_slots_or_beside(clause, ("attr", "object", "at", "to"))
            value = next((v for v in values if v.origin == "money" and self.is_free(v)), None)
            owner = self._find_paid(noun)
            text = self.observer.owners.measure_text(noun)
            if value is not None and owner is not None:
                yield from self.observe(rule, clause.token, noun, value, owner, text)

    def _find_paid(self, noun: int) -> Mention | None:
        possessors = [c for c in self.parse.children[noun] if self.parse.deps[c] == "poss"]
        return next(
            (m for c in possessors if (m := self.arguments.find(c, ("Person",))) is not None), None
        )

    def _find_way(self, token: int) -> Mention | None:
        known = (MentionKind.NAME, MentionKind.NOMINAL)
        found = (m for m in self.arguments.by_token.get(token, ()) if m.kind in known)
        return next((m for m in found if self.arguments.fits(m, _WAYS)), None)

    def land_of(self, rule: Rule) -> Iterator[Candidate]:
        """ "a farmer who works 4.5 hectares", "I've got 42 hectares": the land of somebody."""
        for clause in self.clauses:
            if clause.lemma not in rule.verbs or clause.passive or len(clause.subjects) != 1:
                continue
            values = self.values.in_slots_or_beside(clause, ("object",))
            value = next((v for v in values if self.is_free(v) and v.origin == "measure"), None)
            if value is None or self.words.name_of_unit(value) != _AREA:
                continue
            owner = self.arguments.find(clause.subjects[0], ("Person",))
            if owner is not None:
                measure = self.observer.name_done(_AREA, clause)
                yield from self.observe(rule, clause.token, clause.token, value, owner, measure)

    def taking(self, rule: Rule) -> Iterator[Candidate]:
        """ "The route to Zenda takes 23 days", "Formalities at the border took 19 hours"."""
        for clause in self.clauses:
            if clause.lemma not in rule.verbs or clause.passive or len(clause.subjects) != 1:
                continue
            values = self.values.in_slots_or_beside(clause, ("object",))
            value = next((v for v in values if self.is_free(v) and self.is_time(v)), None)
            if value is None or not self.stands_alone(value):
                continue
            subject = clause.subjects[0]
            way = self._find_way(subject)
            plain = way is None and self.is_plain_noun(subject)
            owner = way if way is not None else self.find_owner_of(subject) if plain else None
            travelled = plain and self.parse.lemmas[subject].lower() in _TRAVELS
            if way is None and travelled:
                continue  # "the trip from Zenda takes two hours": of no line that is told
            text = self.arguments.phrase_text(subject) if plain else _TRANSIT
            if owner is not None and text:
                measure = f"{text} time" if plain else text
                yield from self.observe(rule, clause.token, clause.token, value, owner, measure)
