"""Shapes read by the words around a value, where the parse is of no help: "from A last year to B", "2.4 km long"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.budget_tellers import tells_own_budget
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.extent_owners import is_of_other
from kg.extraction.measure_asides import skip_aside
from kg.extraction.named_products import find_product
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.extraction.value_pairs import are_alike, share_percent, turns_to_other
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.parse import FINITE
from kg.model.period import Period, make_year_period
from kg.model.quantity import Quantity

_YEARS = re.compile(r"(\d{4})/(\d{4})")
_TRIPS = frozenset(["journey", "trip", "voyage", "transit", "commute", "crossing", "flight"])
_LASTING = frozenset(["day", "hour", "h", "minute", "min", "week"])
_SEEING = frozenset(["see", "witness", "watch", "experience"])
_PUT = "put"  # "put its losses at"
_TO = 9  # tokens from a value after "from" to the one after "to"
_AT = 8  # tokens from a rate to "at" and its value
_DUTY = 14  # … to "to" and its value, past what the rate is on
_BEHIND = 12  # tokens between a thing and its extent
_ABOVE_SEA = ("above", "sea", "level")
_BEFORE = 7  # tokens between a value and the thing whose height it is
_SMALL = 100  # that a number without a unit is


class SurfaceShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def moved_between(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "raised its rate from 18.5 to 18.75 percent", "fell, going from 46 billion last year to 36 billion"."""
        ends = self._find_ends(clause)
        if ends is None or (clause.passive and not clause.objects):
            return
        low, high = ends
        if _is_small(low) and not any(map(self._is_numbered, (*clause.objects, *clause.subjects))):
            return  # "a stretch is widened from two lanes to four"
        seen = (self._find_seen(clause, t) for t in clause.objects)
        before = [t for t in seen if t is not None and t < self.arguments.ranges[low][0]]
        for noun in (*before, *clause.subjects):  # behind it, "…, the lowest deficit since 2021"
            if not self._may_move(noun):
                continue
            owner = None
            moved = noun in clause.objects or clause.lemma in _SEEING
            if moved and self.observer.owners.find_own(noun) is None:
                owner = next(iter(self.observer.find_owners(clause)), None)
            percent = self._find_percent(clause, low)
            falls = {clause.lemma.split()[0], self.parse.lemmas[noun + 1]} & self.words.falling
            change = signed(percent, bool(falls)) if percent is not None else None
            if percent is not None:
                self.observer.spent.add(percent.span)
            told = clause.lemma in _SEEING and noun in before
            text = self._name_moved(noun, high, told=told)
            for candidate in self.tell(
                rule, clause, noun, high, owner=owner, measure=text, change=change
            ):
                yield candidate
                counted = self._count_alike(low, candidate)
                for other in self.tell(
                    rule, clause, noun, counted, owner=candidate.subject, measure=text
                ):
                    other.modality = Modality.ACTUAL
                    other.qualifiers = _list_own(other, candidate)
                    _part_years(other, candidate)
                    yield other
            return

    def _count_alike(self, low: Mention, candidate: Candidate) -> Mention:
        """ "from 300 to 850 passengers per hour": a bare number in the unit of what was reached."""
        one = low.value
        high = candidate.object.value if isinstance(candidate.object, Mention) else None
        bare = isinstance(one, Quantity) and not one.unit
        if not bare or not isinstance(one, Quantity) or not isinstance(high, Quantity):
            return low
        return self.values.replaced(low, replace(one, unit=high.unit))

    def _find_seen(self, clause: Clause, noun: int) -> int | None:
        """ "saw its [share] decline from 82 to 25 percent", taken for one noun: what moved."""
        parse = self.parse
        if clause.lemma not in _SEEING:
            return noun
        told = parse.lemmas[noun] in self.words.change_nouns and noun > 0
        part = noun - 1 if told and parse.deps[noun - 1] == "compound" else None
        return part if part is not None and parse.lemmas[part] in self.words.nouns else None

    def _name_moved(self, noun: int, value: Mention, *, told: bool) -> str | None:
        """ "cutting the journey from ten days to five": its time; None where the measure names itself."""
        named = self.observer.owners.measure_text(noun) or self.parse.words[noun]
        if self.parse.lemmas[noun] in _TRIPS and read_unit(value) in _LASTING:
            return f"{named} time"
        return named if told else None

    def _may_move(self, noun: int) -> bool:
        """Whether a noun is a measure: whatever goes from one value to another, that is no thing or time."""
        lemma = self.parse.lemmas[noun]
        if lemma in self.words.nouns or self.is_measured_time(noun):
            return not self.observer.is_entity(noun)
        none = lemma in self.words.none | self.words.reports | self.words.amount_nouns
        plain = self.parse.tags[noun] in {"NN", "NNS"} and not none
        return plain and not self.arguments.by_token.get(noun)

    def _is_numbered(self, noun: int) -> bool:
        """Whether a noun may have a small number without a unit for its value."""
        lemma = self.parse.lemmas[noun]
        return self.is_plural(noun) or lemma in self.words.index_nouns | {"number", "staff"}

    def _find_ends(self, clause: Clause) -> tuple[Mention, Mention] | None:
        """The values after "from" and "to" behind a verb, before another verb acts."""
        first = self._value_after(clause.token + 1, "from", clause.sentence)
        if first is None:
            return None
        if (ends := self.values.split(first)) is not None:  # "from 12 to 30", taken for a range
            self.observer.spent.add(first.span)
            return ends
        end = self.arguments.ranges[first][1]
        second = self._value_after(end, "to", clause.sentence, within=_TO)
        if second is None or turns_to_other(self.parse, end, self.arguments.ranges[second][0]):
            return None
        first = share_percent(self.arguments, first, second)
        return (first, second) if are_alike(first, second) else None

    def _value_after(
        self, start: int, word: str, sentence: int, *, within: int = 30
    ) -> Mention | None:
        """The value right behind the first such word from a token on."""
        parse = self.parse
        last = min(parse.sentences[sentence][1], start + within)
        for token in range(start, last - 1):
            if parse.tags[token] in FINITE:
                return None
            if parse.words[token].lower() == word:
                the = parse.words[token + 1].lower() == "the"
                present = the and parse.tags[token + 2 : token + 3] == [
                    "JJ"
                ]  # "from the present 20 percent"
                near = range(token + 1, min(token + 3 + present, last))
                for value in (v for t in near for v in self.values.at(t)):
                    if self.arguments.ranges[value][0] in near:
                        return value
        return None

    def _find_percent(self, clause: Clause, before: Mention) -> Mention | None:
        """The percentage between a verb and the value it moves from."""
        for token in range(clause.token + 1, self.arguments.ranges[before][0]):
            for value in self.values.at(token):
                if value.origin == "percent" and value is not before:
                    return value
        return None

    def set_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "kept its key rate unchanged at 27 percent", "the tariff was set at 5 cents"."""
        for noun in clause.objects:
            judged = (
                clause.lemma in self.words.valuing | {_PUT}
                and self.parse.lemmas[noun] in self.words.nouns
            )
            if self.parse.lemmas[noun] not in self.words.set_nouns and not judged:
                continue
            after = skip_aside(noun, self.parse)
            value = self._value_after(after, "at", clause.sentence, within=_AT)
            duty = self.parse.lemmas[noun] in self.words.duties
            far = _DUTY if duty else _AT  # "duties imposed on steel from Peru to 4 percent"
            value = value or self._value_after(after, "to", clause.sentence, within=far)
            if value is None or value.origin == "number":
                continue
            owner = self.observer.owners.find_own(noun)
            if not judged or tells_own_budget(clause, noun, self.arguments):
                owner = owner or next(iter(self.observer.find_owners(clause)), None)
            if owner is not None:
                yield from self.tell(rule, clause, noun, value, owner=owner)
            return

    def extent(self, rule: Rule) -> Iterator[Candidate]:
        """ "the bridge is 2.4 km long and 31 metres wide", "the line, 752 km long, opened"."""
        parse = self.parse
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            word = parse.words[end].lower() if end < len(parse.words) else ""
            end += word == "-"
            word = parse.words[end].lower() if end < len(parse.words) else ""
            joined = parse.words[end + 1 : end + 2] == ["-"]  # "high-voltage"
            measure = None if joined else self.words.extents.get(word)
            described = parse.tags[end + 1 : end + 2] in (["NN"], ["NNS"])  # "a 2 km long road"
            thing = (
                self._find_thing_before(start)
                if measure and value.origin == "measure" and not described
                else None
            )
            if thing is not None:
                yield from self.observer.observe(
                    rule, start, end, value, owner=thing, measure=measure
                )

    def _find_thing_before(self, start: int) -> Mention | None:
        """The nearest thing before a value, in its sentence."""
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        if is_of_other(start, first, self.arguments):
            return None
        for token in range(start - 1, max(first, start - _BEHIND) - 1, -1):
            thing = self.arguments.find(token, ("Facility", "TransportCorridor", "NaturalFeature"))
            thing = thing or find_product(token, self.arguments)
            if thing is not None and thing.kind is not MentionKind.ADJECTIVE:
                return thing
        return None

    def height(self, rule: Rule) -> Iterator[Candidate]:
        """ "the mine lies 3,100 metres above sea level"."""
        lower = self.arguments.lower
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            if value.origin != "measure" or tuple(lower[end : end + 3]) != _ABOVE_SEA:
                continue
            first = self.parse.sentences[self.parse.sentence_of[start]][0]
            for token in range(start - 1, max(first, start - _BEFORE) - 1, -1):
                thing = self.arguments.find(token, OWNERS)
                if thing is not None:
                    yield from self.observer.observe(
                        rule, token, token, value, owner=thing, measure=min(rule.nouns)
                    )
                    break


def _is_small(value: Mention) -> bool:
    quantity = value.value
    small = isinstance(quantity, Quantity) and not quantity.unit and quantity.value < _SMALL
    return small and value.origin == "number"


def _list_own(low: Candidate, high: Candidate) -> list[Qualifier]:
    """What is told of the value that a measure moved from: not the change, nor by when it is to be done."""
    shared = [q for q in high.qualifiers if q.name == "period"]
    return [q for q in low.qualifiers if q.name != "change" and q not in shared]


def _part_years(low: Candidate, high: Candidate) -> None:
    """ "Rose between 2000 and 2012 from 10 to 255 million": each value has the year at its end."""
    told = [q for c in (high, low) for q in c.qualifiers if q.name == "period"]
    edtf = next((q.value.edtf for q in told if isinstance(q.value, Period)), "")
    years = _YEARS.fullmatch(edtf)
    for candidate, year in zip((low, high), years.groups(), strict=True) if years else ():
        kept = [q for q in candidate.qualifiers if q.name != "period"]
        candidate.qualifiers = [
            *kept,
            Qualifier(name="period", value=make_year_period(int(year))),
        ]
