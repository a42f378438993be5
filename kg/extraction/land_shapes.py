"""Ground that is set aside, leased and spread over: "has set aside 120 hectares for a dry port"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.kinds import WORKS, WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_AREA, _LAND, _LEASE, _LENGTH = "area", "land", "lease term", "length"
_ASIDE = "aside"
_FOR = 8  # tokens from an area to the "for" of its purpose
_SPREADING = frozenset(
    ["spread", "spreading", "sprawled", "sprawling", "extending", "stretching", "laid"]
)
_PARTS = frozenset(["in", "on", "through", "across", "within", "inside"])
_SPAN = 5  # tokens of where a part of a line is
_BACK = 6  # tokens before "spread" in which what is spread ends


class LandShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def land_set_aside(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "has earmarked 120 acres for a logistics park": so much land of who sets it aside."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        first = [m for m in owners if self.arguments.fits(m, ("Organization", "Place"))]
        areas = [v for v in self._list_objects(clause) if self.words.name_of_unit(v) == _AREA]
        if not first or not areas:
            return
        done = self.observer.name_done(_LAND, clause)
        aside = self.parse.words[clause.token + 1 : clause.token + 2] == [_ASIDE]
        done = f"{done} {_ASIDE}" if aside and not done.endswith(_ASIDE) else done
        if clause.lemma == "set" and not aside:
            return
        measure = f"{done}{self._read_purpose(self.arguments.ranges[areas[0]][1])}"
        yield from self.tell(rule, clause, clause.token, areas[0], owner=first[0], measure=measure)

    def _list_objects(self, clause: Clause) -> list[Mention]:
        """The values behind a verb, past its particle."""
        start = clause.token + len(clause.lemma.split())
        near = self.values.at(start) if start < len(self.parse.words) else []
        return near or self.values.in_slots_or_beside(clause, ("object",))

    def _read_purpose(self, end: int) -> str:
        """ " for a dry port"."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _FOR, last - 1)):
            if parse.words[token].lower() == "for":
                noun = token + 1 + (parse.tags[token + 1] in {"DT", "PRP$"})
                while (
                    noun + 1 < last
                    and parse.tags[noun][0] in "NJ"
                    and parse.tags[noun + 1][0] == "N"
                ):
                    noun += 1
                text = self.arguments.phrase_text(noun) if noun < last else None
                return f" for {text}" if text else ""
            if parse.words[token] in {",", ";"} or parse.tags[token][:2] == "VB":
                return ""
        return ""

    def spread_over(self, rule: Rule) -> Iterator[Candidate]:
        """ "the park, an economic zone spread over 240 acres": that much, and not more."""
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            over = self.parse.words[start].lower() == "over"
            link = start - 1 if over else start - 2
            led = over or self.parse.words[start - 1].lower() in {"over", "across", "on"}
            if link < 1 or not led or self.parse.words[link].lower() not in _SPREADING:
                continue
            thing = self._find_spread(link)
            if thing is None or self.words.name_of_unit(value) != _AREA:
                continue
            if over and isinstance(value.value, Quantity):
                value = self.values.replaced(value, replace(value.value, comparator="="))
            yield from self.observer.observe(rule, link, link, value, owner=thing, measure=_AREA)

    def _find_spread(self, link: int) -> Mention | None:
        """What ends right before, past "which is"."""
        for token in range(link - 1, max(link - _BACK, -1), -1):
            found = self.arguments.find(token, WORKS_AND_ZONES)
            if found is not None and found.kind is not MentionKind.ADJECTIVE:
                return self._find_described(found) or found
            if self.parse.tags[token][:2] not in {"VB", "WD", "RB", ","}:
                return None
        return None

    def _find_described(self, thing: Mention) -> Mention | None:
        """ "the Tarn Park, [a special economic zone] spread": the park."""
        start = self.arguments.ranges[thing][0]
        start -= self.parse.words[start - 1].lower() in {"a", "an", "the"}
        apposed = (
            thing.kind is MentionKind.NOMINAL and start > 1 and self.parse.words[start - 1] == ","
        )
        before = self.arguments.find(start - 2, WORKS_AND_ZONES) if apposed else None
        return before if before is not None and before.kind is MentionKind.NAME else None

    def part_of_line(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "41 kilometres of it will be on the Zambian side": that part of the line."""
        parse = self.parse
        for subject in clause.subjects if not clause.passive else clause.objects:
            value = next(
                (v for v in self.values.at(subject) if self.words.name_of_unit(v) == _LENGTH), None
            )
            whole = self._find_whole(value) if value is not None else None
            where = self._read_where(clause.token)
            if value is not None and whole is not None and where:
                yield from self.tell(
                    rule, clause, subject, value, owner=whole, measure=f"{_LENGTH} {where}"
                )
            elif parse.lemmas[subject] in {"side", "part"}:
                return

    def _find_whole(self, value: Mention) -> Mention | None:
        """The line that stands behind "of" on a length, or that its pronoun means."""
        end = self.arguments.ranges[value][1]
        if self.parse.words[end : end + 1] != ["of"]:
            return None
        for token in range(end + 1, min(end + 4, len(self.parse.words))):
            found = self.arguments.find(token, WORKS)
            if found is not None and found.kind is not MentionKind.ADJECTIVE:
                return found
        return None

    def _read_where(self, verb: int) -> str | None:
        """ "on the Zambian side"."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[verb]][1]
        if verb + 1 >= last or parse.words[verb + 1].lower() not in _PARTS:
            return None
        end = verb + 2
        while end < min(verb + 2 + _SPAN, last) and parse.tags[end][0] in "NJD":
            end += 1
        return self.arguments.slice(verb + 1, end) if end > verb + 2 else None

    def leased_for(self, rule: Rule) -> Iterator[Candidate]:
        """ "on 25 acres leased from the state for 50 years": the lease of whose ground was told."""
        parse = self.parse
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            years = read_unit(value) in {"year", "month"}
            if not years or start < 1 or parse.words[start - 1].lower() != "for":
                continue
            first = parse.sentences[parse.sentence_of[start]][0]
            verbs = [t for t in range(first, start) if parse.lemmas[t] in rule.verbs]
            if not verbs or any(parse.words[t] == "," for t in range(verbs[-1], start)):
                continue
            owner = self._find_leased(first, verbs[-1])
            if owner is not None:
                yield from self.observer.observe(
                    rule, verbs[-1], verbs[-1], value, owner=owner, measure=_LEASE
                )

    def _find_leased(self, first: int, verb: int) -> Mention | None:
        """What has its ground told before the verb of leasing, else the works that were leased."""
        grounded = [
            made.subject
            for made in self.observer.made.values()
            if first <= made.token < verb and made.measure == _AREA
        ]
        if grounded:
            return grounded[-1]
        subjects = self.parse.list_subjects(verb)
        found = self.arguments.find(subjects[0], OWNERS) if subjects else None
        built = found is not None and self.arguments.fits(found, WORKS_AND_ZONES)
        passive = self.parse.tags[verb] == "VBN"
        return found if built and passive else None
