"""Shares of what somebody has, by what is done to them: "spends 3 percent of GDP on health", "vaccinated half of"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention

_OF, _ON = "of", "on"
_INSIDE = frozenset(["NN", "NNP", "JJ", "HYPH", "PRP$", "DT"])
_LONGEST = 6  # tokens of what the share is of


class ShareDone(Shapes):
    """The shape, over the clauses of one document."""

    def share_done(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """A share of its own people, money or goods to which somebody does something."""
        values = [v for v in self.values.in_slots(clause, ("object",)) if v.origin == "percent"]
        owners = self._find_doers(clause) if values else []
        if not self.arguments.are_one(owners):
            return
        noun = self._find_whole(rule, values[0], owners[0])
        text = self.arguments.phrase_text(noun) if noun is not None else None
        if noun is not None and text:
            done = self.observer.name_done(text, clause) + self._name_aim(clause)
            measure = f"{self.words.share} of {done}"
            yield from self.tell(rule, clause, noun, values[0], owner=owners[0], measure=measure)

    def _find_doers(self, clause: Clause) -> list[Mention]:
        """Who does it, by name or pronoun."""
        if clause.passive:
            return []
        found = [m for t in clause.subjects for m in self.arguments.find_all(t, OWNERS)]
        return found if clause.subjects and self.observer.is_entity(clause.subjects[0]) else []

    def _find_whole(self, rule: Rule, value: Mention, owner: Mention) -> int | None:
        """The noun of "of its population", "of GDP": nobody else's."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        if parse.words[end : end + 1] != [_OF]:
            return None
        last = min(end + 1 + _LONGEST, parse.sentences[parse.sentence_of[end]][1] - 1)
        noun = end + 1
        while noun < last and parse.tags[noun] in _INSIDE and parse.tags[noun + 1][0] in "NJH":
            noun += 1
        own, first = self.observer.owners.find_possessor(noun), self.arguments.find_first
        bare = own is None and parse.lemmas[noun].lower() in rule.nouns
        known = bare or (own is not None and first(own) == first(owner))
        plain = parse.lemmas[noun] not in self.words.parts_owned | self.words.stakes
        plain = plain and not self.observer.is_entity(noun)  # "sold 30 percent of its subsidiary"
        return noun if known and plain and parse.tags[noun][0] == "N" else None

    def _name_aim(self, clause: Clause) -> str:
        """ " on health"."""
        for noun in clause.slot(_ON):
            text = self.arguments.phrase_text(noun)
            timed = self.is_named(noun)  # "on March 11"
            if text and not timed and not self.observer.is_entity(noun):
                return f" {_ON} {text}"
        return ""
