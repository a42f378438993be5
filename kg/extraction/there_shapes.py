"""Counts of what is "there", and of what those do who were counted: "31 units work there and gave 9,000 jobs"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.rule import Rule
from kg.extraction.told_subjects import list_told_owners
from kg.model.mention import Mention, MentionKind

_THERE = frozenset(["there", "here"])
_GROUNDS = ("EconomicZone", "Facility", "LogisticsHub", "City", "Province", "District", "Country")
_FEW = 5  # fewer are told of one by one
_BEHIND = 7  # tokens behind a verb in which "there" stands
_LINKS = frozenset(["in", "at", "on", "under"])


class ThereShapes(CountShapes):
    """The shapes, over the clauses of one document."""

    def counted_there(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Fourteen factories are in production there": of the only place told just before."""
        last = self.parse.sentences[clause.sentence][1]
        behind = self.parse.words[clause.token + 1 : min(clause.token + _BEHIND, last)]
        if _THERE.isdisjoint(map(str.lower, behind)):
            return
        subjects = clause.objects if clause.passive else clause.subjects
        for noun in subjects:
            value, text = self.values.count_of(noun), self.observer.owners.measure_text(noun)
            several = self.is_plural(noun) and self.size_of(value) >= _FEW
            owner = self._find_ground(clause.sentence) if value is not None and several else None
            if value is None or owner is None or not text:
                continue
            counted = self.values.with_unit(value, noun)
            measure = self.observer.name_done(text, clause) if clause.passive else text
            measure = f"{measure}{self._tell_state(clause)}"
            yield from self.tell(rule, clause, noun, counted, owner=owner, measure=measure)

    def _tell_state(self, clause: Clause) -> str:
        """ " in production", " under construction"."""
        parse, verb = self.parse, clause.token
        if clause.lemma != "be":
            return ""
        for token in range(verb + 1, min(verb + 4, len(parse.words) - 1)):
            if parse.words[token].lower() in _LINKS and parse.tags[token + 1] == "NN":
                return f" {parse.words[token]} {parse.words[token + 1]}"
        return ""

    def _find_ground(self, sentence: int) -> Mention | None:
        """The only place whose figures the sentence before told, or that it names."""
        parse = self.parse
        first = parse.sentences[max(sentence - 1, 0)][0]
        end = parse.sentences[sentence][0]
        told = list_told_owners(self.observer, first, end, _GROUNDS)
        named = [
            m
            for t in range(first, end)
            for m in self.arguments.by_token.get(t, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, _GROUNDS)
        ]
        found = told or named
        return found[0] if self.arguments.are_one(found) else None

    def done_by_counted(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "31 units work in the zone [and had generated 9,000 jobs]": the zone's too."""
        if clause.passive or len(clause.subjects) != 1:
            return
        doer = self.values.count_of(clause.subjects[0])
        before = self.observer.made.get(doer.span) if doer is not None else None
        if before is None or not isinstance(before.object, Mention):
            return
        for noun in clause.objects:
            value, text = self.values.count_of(noun), self.observer.owners.measure_text(noun)
            if value is None or not text or self.parse.lemmas[noun] not in rule.nouns:
                continue
            counted = self.values.with_unit(value, noun)
            measure = self.observer.name_done(text, clause)
            yield from self.tell(rule, clause, noun, counted, owner=before.subject, measure=measure)
