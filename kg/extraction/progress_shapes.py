"""How far works are, by the works alone: "the line stood at 15.2 percent", "has completed 78% of the works"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.periods_beside import keep_periods_beside
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind

_PROGRESS = "progress of works"
_OF_WORK = 5  # tokens from "of" to the word for the works
_PLACED = frozenset(["at", "in", "near", "from", "to", "of", "outside"])
_FAR = 2  # sentences before that tell of works
_ON = 9  # tokens from the works to what they are on
_OF_SHARES = (["of"], ["by"], ["owned"], ["held"], ["controlled"], ["state"], ["foreign"])


class ProgressShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.works_words = words.get("work_cues")
        self.other_rates = words.get("other_rates")

    def works_stand(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The line was at 68 percent", in a text on its works: nothing else of a line has a rate."""
        if clause.passive or len(clause.subjects) != 1 or not self._tells_works(clause.sentence):
            return
        values = self.values.in_slots_or_beside(clause, ("at", "object", "attr"))
        percent = next((v for v in values if v.origin == "percent"), None)
        owners = self.arguments.find_all(clause.subjects[0], WORKS_AND_ZONES)
        known = [m for m in owners if m.kind is not MentionKind.ADJECTIVE]
        if percent is None or not known or not self._ends_there(percent):
            return
        told = self.tell(
            rule, clause, clause.subjects[0], percent, owner=known[0], measure=_PROGRESS
        )
        yield from keep_periods_beside(told, self.arguments)

    def _tells_works(self, sentence: int) -> bool:
        """Whether a sentence, or one of the two before it, tells of works, and it of no other rate."""
        parse = self.parse
        begin, last = parse.sentences[sentence]
        first = parse.sentences[max(sentence - _FAR, 0)][0]
        own = {w.lower() for w in parse.words[begin:last]} | set(parse.lemmas[begin:last])
        told = {w.lower() for w in parse.words[first:last]} | set(parse.lemmas[first:last])
        return not told.isdisjoint(self.works_words) and own.isdisjoint(self.other_rates)

    def _ends_there(self, percent: Mention) -> bool:
        """Whether a percentage is of nothing that is told behind it."""
        end = self.arguments.ranges[percent][1]
        end += self.parse.words[end : end + 1] == ["-"]  # "is 80%-owned by Norvik"
        behind = [w.lower() for w in self.parse.words[end : end + 1]]
        return behind not in _OF_SHARES and self.parse.tags[end : end + 1] not in (
            ["NN"],
            ["NNS"],
            ["JJ"],
        )

    def works_done(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Norvik has completed 78% of the works": how far the works are that were told of."""
        values = self.values.in_slots_or_beside(clause, ("object",))
        percent = next((v for v in values if v.origin == "percent"), None)
        work = self._find_work(percent) if percent is not None else None
        if percent is None or work is None:
            return
        owner = self._find_named(work) or self._find_told(clause.sentence)
        if owner is not None:
            measure = self.observer.name_done(self.parse.words[work].lower(), clause)
            told = self.tell(rule, clause, work, percent, owner=owner, measure=measure)
            yield from keep_periods_beside(told, self.arguments)

    def _find_work(self, percent: Mention) -> int | None:
        """The word for works behind "of the"."""
        end, parse = self.arguments.ranges[percent][1], self.parse
        if [w.lower() for w in parse.words[end : end + 1]] != ["of"]:
            return None
        near = range(end + 1, min(end + 1 + _OF_WORK, len(parse.words)))
        return next((t for t in near if parse.words[t].lower() in self.works_words), None)

    def _find_told(self, sentence: int) -> Mention | None:
        """The only works of the nearest sentence before that tells of any, but where they are."""
        for back in range(sentence - 1, max(sentence - _FAR - 1, -1), -1):
            told = [
                m
                for t in range(*self.parse.sentences[back])
                for m in self.arguments.by_token.get(t, ())
                if self.arguments.ranges[m][0] == t and self._may_be_built(m)
            ]
            if told:
                return told[0] if self.arguments.are_one(told) else None
        return None

    def _may_be_built(self, thing: Mention) -> bool:
        before = self.parse.words[max(self.arguments.ranges[thing][0] - 1, 0)].lower()
        placed = before in _PLACED and thing.kind is MentionKind.NAME
        known = thing.kind in {MentionKind.NAME, MentionKind.NOMINAL}
        return known and not placed and self.arguments.fits(thing, WORKS_AND_ZONES)

    def _find_named(self, work: int) -> Mention | None:
        """ "of the works [on the dam]": the works that are told right there."""
        last = self.parse.sentences[self.parse.sentence_of[work]][1]
        for token in range(work + 1, min(work + _ON, last)):
            if self.parse.words[token] in {",", ";"} or self.parse.tags[token][:2] == "VB":
                return None
            found = self.arguments.find(token, WORKS_AND_ZONES)
            if found is not None and found.kind is not MentionKind.ADJECTIVE:
                return found
        return None
