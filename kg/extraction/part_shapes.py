"""Shapes of parts and spans: "of which 10 are running", "90 percent of output comes from", "takes 3 years"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_SEAT = "seat"
_NEAR = 1  # sentences over which "of that" takes up a figure
_POINTING = frozenset(["which", "that", "this", "them", "these", "those"])
_FIGURES = frozenset(["total", "figure", "number", "amount", "sum"])
_LAID_OUT = frozenset(["money", "funding", "cost", "financing", "fund"])


class PartShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def part_told(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "… of which 10 MTPA is operational": a part of what was told, by what it is said to be."""
        last = self.observer.last
        said = [t for t in clause.complements if self.parse.tags[t][0] in "JN"]
        values = self.values.in_slots(clause, ("object" if clause.passive else "subject",))
        said += [clause.token] if clause.passive else []
        if last is None or not said or not values or not self._is_of_told(values[0]):
            return
        measure, known = self._measure_of(last), last.object
        if measure is None or not isinstance(known, Mention):
            return
        values = [self.values.in_unit_of(values[0], known)]
        value = values[0].value
        if not isinstance(value, Quantity):
            return
        same = isinstance(known.value, Quantity) and known.value.unit == value.unit
        if value.unit == "%" and not same and values[0].origin == "percent":
            measure, same = (
                f"{self.words.share} of {measure}",
                True,
            )  # "of which 60% has been leased"
        near = clause.sentence - self.parse.sentence_of[last.token]
        opening = self.parse.words[self.parse.sentences[clause.sentence][0]] == "Of"
        if same and (near == 0 or (near == 1 and opening)):
            yield from self.tell(
                rule,
                clause,
                clause.token,
                values[0],
                owner=last.subject,
                measure=f"{self.parse.words[said[0]]} {measure}",
            )

    def part_of_told(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "trade reached 4 billion, of which exports made up 3 billion": a part by its own name."""
        last, pointing = self.observer.last, clause.slot("of")
        told = [t for t in pointing if self.parse.words[t].lower() in _POINTING]
        if last is None or not told or clause.passive or len(clause.subjects) != 1:
            return
        noun, values = clause.subjects[0], self.values.in_slots(clause, ("object", "for", "attr"))
        near = self.parse.sentence_of[last.token] == clause.sentence
        text = self.observer.owners.measure_text(noun) if values and near else None
        if text and not self.observer.is_entity(noun) and last.subject is not None:
            yield from self.tell(rule, clause, noun, values[0], owner=last.subject, measure=text)

    def _is_of_told(self, value: Mention) -> bool:
        """Whether "of which" or "of these" stands before a value."""
        start = self.arguments.ranges[value][0]
        before = [word.lower() for word in self.parse.words[max(start - 4, 0) : start]]
        before = [word for word in before if word != "," and word not in _FIGURES]
        return before[-2:-1] == ["of"] and before[-1] in _POINTING

    def _measure_of(self, candidate: Candidate) -> str | None:
        return candidate.measure or None

    def part_of_all(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "won 34 of the 120 seats", "works in 11 of its 20 cities": how many, and of what."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        for token in (*clause.objects, *clause.slot("in")) if owners else ():
            value = next((v for v in self.values.at(token) if v.origin == "number"), None)
            quantity = value.value if value is not None else None
            noun = self._find_all(token)
            text = self.arguments.phrase_text(noun) if noun is not None else None
            if value is None or noun is None or not text or not isinstance(quantity, Quantity):
                continue
            lemma = self.parse.lemmas[noun]
            seats = lemma == _SEAT and self.arguments.fits(owners[0], ("Organization",))
            if quantity.value > 1 and (seats or lemma not in self.words.uncounted):
                counted = self.values.with_unit(value, noun)
                measure = self.observer.name_done(text, clause)
                yield from self.tell(rule, clause, noun, counted, owner=owners[0], measure=measure)

    def _find_all(self, token: int) -> int | None:
        """The plural noun after "of" right behind a number."""
        parse = self.parse
        return next(
            (
                noun
                for child in parse.children[token]
                if parse.words[child].lower() == "of" and child == token + 1
                for noun in parse.children[child]
                if self.is_plural(noun)
            ),
            None,
        )

    def share_doing(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "90 percent of the capacity comes with sidings", "70 percent of that came from one buyer"."""
        if clause.passive or (clause.lemma == "be" and not clause.slot("from")):
            return
        for token in clause.subjects:
            value = next((v for v in self.values.at(token) if v.origin == "percent"), None)
            if value is None:
                continue
            end = self.arguments.ranges[value][1]
            for child in self.parse.children[token]:
                if self.parse.lemmas[child] != "of" or child < end:
                    continue
                for noun in self.parse.children[child]:
                    yield from self._share(rule, clause, value, noun)
            return

    def _share(self, rule: Rule, clause: Clause, value: Mention, noun: int) -> Iterator[Candidate]:
        last = self.observer.last
        text, owner = self.observer.owners.measure_text(noun), None
        if self.parse.words[noun].lower() in _POINTING:
            near = (
                last is not None and clause.sentence - self.parse.sentence_of[last.token] <= _NEAR
            )
            if last is None or not near:
                return
            text, owner = self._measure_of(last), last.subject
        elif self.observer.is_entity(noun) or self.parse.lemmas[noun] in self.words.parts_owned:
            return
        elif self.parse.lemmas[noun] in _LAID_OUT and clause.slot("from"):
            return  # "half of the money comes from Tarka Bank", for whatever it is
        elif last is not None and text is not None and text == self._measure_of(last):
            owner = last.subject  # "has 14 tonnes of capacity … 90 percent of the capacity"
        if text:
            measure = f"{self.words.share} of {text}{self._with(clause)}"
            yield from self.tell(rule, clause, noun, value, owner=owner, measure=measure)

    def _with(self, clause: Clause) -> str:
        """ " from one buyer": what is said of the share."""
        for name in ("from", "with", "to", "by"):
            for noun in clause.slot(name)[:1]:
                text = self.arguments.phrase_text(noun)
                if text:
                    return f" {name} {text}"
        return ""

    def time_needed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "will take three years to complete", "is to be finished within 18 months": how long a thing takes."""
        values = [v for v in self._spans(clause) if self._is_span(v)]
        owners = self._made(clause) if values else []
        if owners:
            yield from self.tell(
                rule,
                clause,
                clause.token,
                values[0],
                owner=owners[0],
                measure=self.words.time_needed,
            )

    def _spans(self, clause: Clause) -> list[Mention]:
        """The values of a clause that may say how long."""
        if not clause.passive:
            found = self.values.in_slots(clause, ("object",))
            return found or self.values.beside_verb(clause.token)
        nouns = [t for name in ("in", "within") for t in clause.slot(name)]
        return [v for noun in nouns for v in (*self.values.at(noun), *self.values.after(noun))]

    def _is_span(self, value: Mention) -> bool:
        quantity = value.value
        return isinstance(quantity, Quantity) and quantity.unit in self.words.time_units

    def _made(self, clause: Clause) -> list[Mention]:
        """The thing that is made: the object of the infinitive, else the subject; of a passive, its subject."""
        parse = self.parse
        if clause.passive:
            return [m for t in clause.objects for m in self.arguments.find_all(t, WORKS_AND_ZONES)]
        made = [
            inner
            for verb in parse.children[clause.token]
            if parse.deps[verb] in {"xcomp", "advcl", "relcl"}
            and parse.lemmas[verb] in self.words.making
            for inner in parse.children[verb]
            if parse.deps[inner] == "dobj"
        ]
        tokens = made or clause.subjects
        return [m for t in tokens for m in self.arguments.find_all(t, WORKS_AND_ZONES)]
