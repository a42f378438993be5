"""Sums that somebody has: "has $210 billion in assets", "with $3 billion under management", "is home to 12 firms"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention

_IN = frozenset(["in", "of", "under"])
_UNDER = "under"
_MANAGED = ("under", "management")
_MANAGING = frozenset(["manage", "oversee"])
_MANAGED_SUMS = "assets under management"
_WITH = "with"
_ENDING = frozenset(["end", "close", "finish", "start", "begin"])
_NEAR = 5  # tokens between a sum and the one that "and" joins to it
_WITH_NEAR = 12  # …and the one that ", with" joins
_REACH = 5  # tokens behind "in" in which the noun of a sum stands


class HoldingShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def sum_held(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Norvik, which manages $640 billion of assets": what the sum is in is the measure."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        slots = (_WITH,) if clause.lemma in _ENDING else ("object",)
        for value in self.values.in_slots(clause, slots) if owners else ():
            bare = self._find_noun(value) is None and clause.lemma in _MANAGING
            if bare and value.origin == "money" and self._ends_in_value(value):
                yield from self.tell(
                    rule, clause, clause.token, value, owner=owners[0], measure=_MANAGED_SUMS
                )
            yield from self._tell(rule, clause.token, value, owners[0])

    def _ends_in_value(self, value: Mention) -> bool:
        """Whether nothing behind a sum says what it is in: not "manages $3 billion in loans"."""
        end = self.arguments.ranges[value][1]
        after = self.parse.tags[end : end + 1]
        return not after or (after[0][0] not in "NJV" and self.parse.words[end].lower() != "of")

    def sum_beside(self, rule: Rule) -> Iterator[Candidate]:
        """ "Norvik, with $3 billion under management,": whose name stands before "with"."""
        words = self.parse.words
        for value in self.values.all():
            before = self.arguments.ranges[value][0] - 1
            if value.origin != "money" or before < 1 or words[before].lower() != _WITH:
                continue
            owner = self.arguments.find(before - 1 - (words[before - 1] == ","), OWNERS)
            if owner is not None:
                yield from self._tell(rule, before, value, owner)

    def sum_joined(self, rule: Rule) -> Iterator[Candidate]:
        """ "has debts of $4 billion [and $340 million in cash]": whose the sum before is."""
        words, made = self.parse.words, self.observer.made
        last: Mention | None = None
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            link = words[start - 1].lower()
            joined = value.origin == "money" and (
                link == "and" or words[start - 2 : start] == [",", _WITH]
            )
            if joined and value.span not in made and last is not None and last.span in made:
                known = made[last.span]
                reach = _NEAR if link == "and" else _WITH_NEAR
                near = start - self.arguments.ranges[last][1] <= reach
                same = self.parse.sentence_of[start] == self.parse.sentence_of[known.token]
                if near and same and known.subject is not None:
                    for candidate in self._tell(rule, known.token, value, known.subject):
                        candidate.modality = known.modality
                        yield candidate
            last = value if value.origin == "money" else last

    def _tell(self, rule: Rule, token: int, value: Mention, owner: Mention) -> Iterator[Candidate]:
        """The observation of a sum, if something behind it tells what it is in."""
        noun = self._find_noun(value)
        if noun is None or value.origin != "money":
            return
        yield from self.observer.observe(
            rule, token, noun, value, owner=owner, measure=self._name(noun)
        )

    def _find_noun(self, value: Mention) -> int | None:
        """The noun that ends the phrase after "in", "of" or "under" behind a sum."""
        parse = self.parse
        end = self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        if end >= last or parse.words[end].lower() not in _IN:
            return None
        for token in range(end + 1, min(end + _REACH, last)):
            if parse.tags[token][0] != "N":
                if parse.tags[token][0] in "JDVR" or parse.tags[token] in {"PRP$", "HYPH"}:
                    continue
                return None
            if token + 1 >= last or parse.tags[token + 1][0] != "N":
                return token if parse.lemmas[token].lower() in self.words.held_sums else None
        return None

    def _name(self, noun: int) -> str | None:
        """ "assets", "assets under management"."""
        words = self.parse.words
        text = self.observer.owners.measure_text(noun, bare=True) or words[noun]
        if words[noun - 1].lower() == _UNDER:
            return f"assets under {words[noun]}"
        managed = tuple(w.lower() for w in words[noun + 1 : noun + 3]) == _MANAGED
        return f"{text} under management" if managed else text
