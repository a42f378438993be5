"""Money that somebody is given to grow: "closed a $12 million round", "launched with $2m in seed funding"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind

_RAISERS = ("Organization", "Project", "Facility")
_SERIES = "series"  # "a $40 million Series B": the letter is the head
_IN = frozenset(["in", "of"])
_WITH = "with"
_REACH = 5  # tokens behind "in" in which the noun of a sum stands
_BETWEEN = 6  # tokens between a sum and its noun
_INWARD = "NJV"  # first letters of the tags between them


class FundingShapes(Shapes):
    """The shape, over the clauses of one document."""

    def sum_funded(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "announced a $35 million Series B round", "was founded with a capital of $100,000"."""
        owners = self._find_raisers(clause)
        if not owners:
            return
        starting = clause.lemma in self.words.starting
        for noun in () if starting or clause.passive else clause.objects:
            value = self._find_sum(noun) if self._is_round(rule, clause, noun) else None
            if value is not None:
                measure = self._name_round(clause, noun)
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=measure)
        if not starting and not clause.passive:
            yield from self._raised_in_series(rule, clause, owners[0])
        for token in clause.slot(_WITH) if starting else ():
            yield from self._started(rule, clause, token, owners[0])

    def _name_round(self, clause: Clause, noun: int) -> str:
        """ "funds raised in Series B round", "funds raised in financing", "grant received"."""
        words = self.parse.words
        near = range(max(noun - _BETWEEN, 0), noun + 1)
        letter = next((t for t in near if words[t - 1].lower() == _SERIES), None)
        if letter is not None:
            return self._name_series(letter)
        if self.parse.lemmas[noun] in self.words.rounds:
            return f"{self.words.money_verbs['raise']} in {self._name(noun)}"
        return self.observer.name_done(self._name(noun), clause)

    def _name_series(self, letter: int) -> str:
        series = f"{self.parse.words[letter - 1]} {self.parse.words[letter]}"
        return f"{self.words.money_verbs['raise']} in {series} {self.words.funding_round}"

    def _raised_in_series(self, rule: Rule, clause: Clause, owner: Mention) -> Iterator[Candidate]:
        """ "raised $5 million in a Series A round": which round it was."""
        words = self.parse.words
        for value in self.values.in_slots(clause, ("object",)):
            end = self.arguments.ranges[value][1]
            near = range(end + 2, min(end + _REACH, len(words)))
            letter = next((t for t in near if words[t - 1].lower() == _SERIES), None)
            if value.origin == "money" and letter is not None and words[end].lower() in _IN:
                measure = self._name_series(letter)
                yield from self.tell(rule, clause, letter, value, owner=owner, measure=measure)

    def _is_lettered(self, noun: int) -> bool:
        """ "a Series [B]"."""
        words = self.parse.words
        return _SERIES in {words[noun].lower(), words[noun - 1].lower()}

    def _find_raisers(self, clause: Clause) -> list[Mention]:
        """Who gets it; of a passive of founding, what is founded."""
        if clause.passive:
            founded = clause.objects if clause.lemma in self.words.starting else []
            return [m for t in founded for m in self.arguments.find_all(t, _RAISERS)]
        return [m for m in self.observer.find_owners(clause) if self.arguments.fits(m, _RAISERS)]

    def _is_round(self, rule: Rule, clause: Clause, noun: int) -> bool:
        """Whether an object is a round; of an investment or grant, whether it is not given to others."""
        if self._is_lettered(noun) or self.parse.lemmas[noun] in self.words.rounds:
            return True
        told = clause.lemma in self.words.round_telling
        return self.parse.lemmas[noun] in rule.nouns and not told and not self._is_given(noun)

    def _is_given(self, noun: int) -> bool:
        """ "got an investment from Norvik": the sum is the amount of what Norvik did."""
        parse = self.parse
        givers = (
            self.arguments.find(t, ("Agent",))
            for c in (*parse.children[noun], *parse.children[parse.heads[noun]])
            if parse.lemmas[c] in {"from", "by"} and c > noun
            for t in parse.children[c]
        )
        return any(m is not None and m.kind is MentionKind.NAME for m in givers)

    def _find_sum(self, noun: int) -> Mention | None:
        """The money right before the noun, past the words that say which: or after "of"."""
        parse = self.parse
        for token in range(noun - 1, max(noun - _BETWEEN, -1), -1):
            for value in self.values.at(token):
                return value if value.origin == "money" else None
            if parse.tags[token][0] not in _INWARD and parse.tags[token] != "HYPH":
                break
        return next((v for v in self.values.after(noun) if v.origin == "money"), None)

    def _name(self, noun: int) -> str:
        """ "Series B funding round": the words between the sum and the end of the noun phrase."""
        first = noun
        while first and self.parse.tags[first - 1][0] in "NJ" and not self.values.at(first - 1):
            first -= 1
        return " ".join(self.arguments.slice(first, noun + 1).split())

    def _started(
        self, rule: Rule, clause: Clause, token: int, owner: Mention
    ) -> Iterator[Candidate]:
        """ "launched with $1.3 million in seed funding", "founded with a capital of $100,000"."""
        if self.parse.lemmas[token] in rule.nouns:
            value = self._find_sum(token)
            noun: int | None = token
        else:
            value = next((v for v in self.values.at(token) if v.origin == "money"), None)
            noun = self._find_kind(rule, value) if value is not None else None
        if value is not None and noun is not None:
            yield from self.tell(rule, clause, noun, value, owner=owner, measure=self._name(noun))

    def _find_kind(self, rule: Rule, value: Mention) -> int | None:
        """The noun of funding that ends the phrase behind "in": "in seed funding"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        if end >= len(parse.words) or parse.words[end].lower() not in _IN:
            return None
        for token in range(end + 1, min(end + _REACH, len(parse.words) - 1)):
            if parse.tags[token][0] not in _INWARD:
                return None
            if parse.tags[token + 1][0] != "N":
                return token if parse.lemmas[token] in rule.nouns else None
        return None
