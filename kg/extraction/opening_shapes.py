"""Shapes of values whose owner stands elsewhere in the sentence: "With 6,300 square metres, the hall …"."""

import re
from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.parse import FINITE, SUBJECTS
from kg.model.period import Period, make_year_period

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BEFORE_BRACKETS = 14  # tokens from a value to the brackets with the one before it
_FAR = 4  # sentences back in which an occasion is still the one that is told of


class OpeningShapes(Shapes):
    """The shapes, over the values of one document."""

    def opening_value(self, rule: Rule) -> Iterator[Candidate]:
        """ "Spread over 42 acres, the plant", "With a population of 46,000, Zenda": the subject's."""
        parse = self.parse
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            first, last = parse.sentences[parse.sentence_of[start]]
            if parse.words[first].lower() not in rule.words:
                continue
            opens = FINITE.isdisjoint(parse.tags[first:start])
            owner = self._find_subject(end, last) if opens else None
            if owner is None or self.observer.is_amount(value):
                continue
            noun = self._find_noun(value, first)
            if noun is None:
                measure = self.words.name_for(value, owner)
                if measure is not None and value.origin == "measure":
                    yield from self.observer.observe(
                        rule, start, start, value, owner=owner, measure=measure
                    )
                continue
            if value.origin == "number" and noun > start:
                value = self.values.with_unit(value, noun)
            yield from self.observer.observe(rule, noun, noun, value, owner=owner)

    def _find_subject(self, start: int, last: int) -> Mention | None:
        """The subject that follows a comma behind the opening."""
        parse = self.parse
        for token in range(start, last):
            if parse.deps[token] in SUBJECTS:
                commas = [k for k in range(start, token) if parse.words[k] == ","]
                found = self.arguments.find(token, OWNERS)
                inner = parse.deps[parse.heads[token]] in {"relcl", "acl", "advcl", "ccomp"}
                return found if commas and not inner else None
        return None

    def _find_noun(self, value: Mention, first: int) -> int | None:
        """The noun that a value counts, or measures with "of"."""
        parse = self.parse
        start, end = self.arguments.ranges[value]
        alone = parse.tags[end : end + 1] in (["IN"], [","])  # "a workforce of 12,500 across"
        if value.origin == "number" and not alone:
            for noun in range(end, min(end + 3, len(parse.words))):
                if parse.tags[noun] in {"NNS", "NNPS"} and value == self.values.count_of(noun):
                    return noun if parse.lemmas[noun] not in self.words.uncounted else None
        for noun in range(start - 1, max(first, start - 3) - 1, -1):
            of = alone and parse.words[noun + 1 : start] == ["of"]
            if parse.lemmas[noun] in self.words.nouns and (of or value in self.values.after(noun)):
                return noun
        return None

    def guests(self, rule: Rule) -> Iterator[Candidate]:
        """ "with 320 exhibitors from 41 countries": those of the occasion that is told of."""
        parse = self.parse
        for noun, lemma in enumerate(parse.lemmas):
            if lemma not in rule.nouns or parse.tags[noun] != "NNS":
                continue
            value = self.values.count_of(noun)
            owner = self._find_event(noun) if value is not None else None
            if value is None or owner is None:
                continue
            value = self.values.with_unit(value, noun)
            yield from self.observer.observe(rule, noun, noun, value, owner=owner)
            for inner in self._find_homes(noun):
                count = self.values.count_of(inner)
                if count is not None:
                    count = self.values.with_unit(count, inner)
                    yield from self.observer.observe(rule, inner, inner, count, owner=owner)

    def _find_homes(self, noun: int) -> Iterator[int]:
        """ "exhibitors from 41 countries": the countries."""
        parse = self.parse
        for token in range(noun + 1, min(noun + 6, len(parse.words))):
            if parse.lemmas[token] in self.words.guest_nouns and parse.tags[token] == "NNS":
                if "from" in (w.lower() for w in parse.words[noun + 1 : token]):
                    yield token
                return

    def _find_event(self, token: int) -> Mention | None:
        """The only occasion of the sentence, else the one told last, not far before."""
        parse, ranges = self.parse, self.arguments.ranges
        sentence = parse.sentence_of[token]
        told = [
            m
            for m in self.arguments.recognized.mentions
            if self.arguments.fits(m, ("Event",))
            and ranges[m][0] < token
            and (m.kind is MentionKind.NAME or self.arguments.is_referring(m))
            and sentence - parse.sentence_of[ranges[m][0]] <= _FAR
        ]
        here = [m for m in told if parse.sentence_of[ranges[m][0]] == sentence]
        things = {self.arguments.find_first(m) for m in (here or told)}
        return (here or told)[-1] if len(things) == 1 else None

    def built_for(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "the base, to be built by X for 210 million zloty": what it costs."""
        if clause.lemma not in self.words.making:
            return
        things = [m for t in clause.objects for m in self.arguments.find_all(t, self.words.things)]
        for value in self.values.in_slots(clause, ("for",)):
            measure = self.words.name_for(value, things[0]) if things else None
            if value.origin == "money" and measure is not None:
                yield from self.tell(
                    rule, clause, clause.token, value, owner=things[0], measure=measure
                )

    def consisting(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "the metro consists of 11 stations", "the zone, made up of 500 factories"."""
        thing = [*clause.objects, *clause.subjects] if clause.passive else clause.subjects
        owners = [m for t in thing for m in self.arguments.find_all(t, OWNERS)]
        fleets = [t for t in thing if self.parse.lemmas[t] in self.words.nouns]
        owners += [m for t in fleets if (m := self.observer.owners.find_own(t)) is not None]
        for noun in clause.slot("of") if owners else ():
            value = self.values.count_of(noun)
            if value is not None and self.is_plural(noun):
                value = self.values.with_unit(value, noun)
                yield from self.tell(rule, clause, noun, value, owner=owners[0])

    def before_in_brackets(self, rule: Rule) -> Iterator[Candidate]:
        """ "sales of 9.6 billion kronor (2023: 7.1 billion kronor)": the same measure at another time."""
        words = self.parse.words
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            opening = next(
                (k for k in range(start - 1, max(start - 5, 0), -1) if words[k] == "("), 0
            )
            period = self._find_inside(opening, end)
            made = self._find_made(opening, value) if opening and period is not None else None
            if made is None or period is None:
                continue
            known = made.object
            if isinstance(known, Mention):
                value = self.values.in_unit_of(value, known)
            for candidate in self.observer.observe(
                rule,
                made.token,
                opening - 1,
                value,
                owner=made.subject,
                measure=made.measure,
            ):
                others = [q for q in candidate.qualifiers if q.name not in {"period", "change"}]
                candidate.qualifiers = [*others, Qualifier(name="period", value=period)]
                candidate.modality = Modality.ACTUAL
                yield candidate

    def _find_inside(self, opening: int, end: int) -> Period | None:
        """The only period of the brackets that a value stands in."""
        words = self.parse.words
        if words[opening + 2 : opening + 3] == [":"] and _YEAR.fullmatch(words[opening + 1]):
            return make_year_period(int(words[opening + 1]))  # "(2023: 7.1 billion)"
        close = next((k for k in range(end, min(end + 6, len(words))) if words[k] == ")"), None)
        if close is None:
            return None
        found = {
            m.value
            for t in range(opening, close)
            for m in self.arguments.by_token.get(t, ())
            if m.kind is MentionKind.PERIOD and isinstance(m.value, Period)
        }
        return found.pop() if len(found) == 1 else None

    def _find_made(self, opening: int, value: Mention) -> Candidate | None:
        """The observation of a value of the same unit before brackets."""
        first = self.parse.sentences[self.parse.sentence_of[opening]][0]
        for token in range(opening - 1, max(opening - _BEFORE_BRACKETS, first) - 1, -1):
            for before in self.values.at(token):
                made = self.observer.made.get(before.span)
                if made is not None and self._is_alike(value, made):
                    return made
        return None

    def _is_alike(self, value: Mention, made: Candidate) -> bool:
        """Whether a value in brackets may be one of what was told: in its unit, or a large number in none."""
        known = made.object
        if isinstance(known, Mention) and value.origin == "number":
            value = self.values.in_unit_of(value, known)
        return read_unit(known) == read_unit(value)
