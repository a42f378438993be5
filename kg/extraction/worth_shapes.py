"""Sums told as what something is worth: "trade was worth $3 billion", "drew proposals worth $5 million"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.worth_links import find_worth
from kg.lexicon import load_lexicon
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_WORTH = "worth"
_NEAR = 4  # tokens from a verb to "worth", or from "worth" to its sum
_BEHIND = 7  # tokens from a noun to the "worth" or "with" behind what it is for
_FROM = 3  # tokens behind a sum in which "from" stands
_TOTALS = load_lexicon("measures").get("told_together")
_INSIDE = frozenset(["IN", "CD", "NN", "NNS", "JJ", "NNP", "HYPH", "DT"])
_FORS = frozenset(["for", "of", "in"])
_OVER = ["in", "excess", "of"]
_SEEKERS = frozenset(["NNS", "NNPS"])


class WorthShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def be_worth(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Trade between X and Y was worth 2.9 billion": so much is the trade."""
        words, verb = self.parse.words, clause.token
        if clause.passive:
            return
        worth = next(
            (t for t in range(verb + 1, min(verb + _NEAR, len(words))) if words[t] == _WORTH), None
        )
        money = self._find_money(worth + 1, worth + _NEAR) if worth is not None else None
        if worth is None or money is None:
            return
        for subject in self.measured_subjects(clause):
            measured = self.parse.lemmas[subject] in self.words.nouns
            if measured and not self.observer.is_entity(subject):
                yield from self.tell(rule, clause, subject, money)
                return

    def _find_money(self, start: int, end: int) -> Mention | None:
        """The first value from a token on, if it is a sum."""
        near = range(start, min(end, len(self.parse.words)))
        value = next((v for t in near for v in self.values.at(t)), None)
        return value if value is not None and value.origin == "money" else None

    def sum_of_drawn(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "has drawn proposals worth $5 million from 12 firms", "44 projects with total investments of $1 billion"."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        for noun in clause.objects if owners else ():
            plural = self.parse.tags[noun] == "NNS" and self.parse.lemmas[noun] in rule.nouns
            text = self.observer.owners.measure_text(noun) if plural else None
            found = self._find_sum(noun) if text else None
            if found is None or not text:
                continue
            money, named = found
            measure = named or f"value of {text}"
            yield from self.tell(rule, clause, noun, money, owner=owners[0], measure=measure)
            yield from self._tell_seekers(rule, clause, money, text, owners[0])

    def _find_sum(self, noun: int) -> tuple[Mention, str | None] | None:
        """The sum behind "worth", past what the things are for, or behind "with total investments of"."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[noun]][1]
        for token in range(noun + 1, min(noun + _BEHIND, last)):
            word = parse.words[token].lower()
            start = find_worth(token - 1, parse)
            if start is not None:
                money = self._find_money(start, start + _NEAR)
                return (money, None) if money is not None else None
            if word == "with":
                return self._find_total(token, last)
            first = token == noun + 1 and word in _FORS
            if not first and (token == noun + 1 or parse.tags[token] not in _INSIDE):
                return None
        return None

    def _find_total(self, link: int, last: int) -> tuple[Mention, str] | None:
        """ "with total investments of $1 billion", "with a combined capital of"."""
        parse = self.parse
        for token in range(link + 1, min(link + _NEAR + 1, last - 1)):
            over = parse.words[token + 1 : token + 4] == _OVER
            linked = over or parse.words[token + 1].lower() == "of"
            if linked and parse.tags[token][:2] == "NN":
                words = [w.lower() for w in parse.words[link + 1 : token + 1]]
                money = self._find_money(token + 2 - over, token + 2 + _NEAR)
                known = not _TOTALS.isdisjoint(words) or parse.tags[token] == "NNS"
                text = self.arguments.phrase_text(token)
                return (money, text) if money is not None and known and text else None
        return None

    def _tell_seekers(
        self, rule: Rule, clause: Clause, money: Mention, text: str, owner: Mention
    ) -> Iterator[Candidate]:
        """ "worth $5 million [from 12 firms]": how many they are."""
        parse, end = self.parse, self.arguments.ranges[money][1]
        last = parse.sentences[clause.sentence][1]
        link = next(
            (t for t in range(end, min(end + _FROM, last)) if parse.words[t] == "from"), None
        )
        if link is None:
            return
        for token in range(link + 1, min(link + _NEAR + 1, last)):
            if parse.tags[token] in _SEEKERS:
                value = self.values.count_of(token)
                kind = self.observer.owners.measure_text(token) if value is not None else None
                if value is not None and kind:
                    counted = self.values.with_unit(value, token)
                    measure = f"{kind} with {text}"
                    yield from self.tell(rule, clause, token, counted, owner=owner, measure=measure)
                return

    def past_mark(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "taking total assets [past the $560 billion mark]": more than that."""
        words = self.parse.words
        for noun in clause.objects:
            link = noun + 1
            led = words[link : link + 1] != [] and words[link].lower() in rule.words
            known = {self.parse.lemmas[noun], words[noun].lower()} & self.words.nouns
            if not led or not known:
                continue
            near = range(link + 1, min(link + _NEAR, len(words)))
            value = next((v for t in near for v in self.values.at(t)), None)
            if value is None or not isinstance(value.value, Quantity):
                continue
            plain = value.value.comparator == "="
            reached = self.values.replaced(
                value, replace(value.value, comparator=">" if plain else value.value.comparator)
            )
            start, end = self.arguments.ranges[value]
            self.arguments.ranges[reached] = (start, end + 1)  # the mark is its own
            yield from self.tell(rule, clause, noun, reached)

    def equal_share(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The order is equivalent to 31.6 percent of Norvik's sales": whose sales they are has the share."""
        values = [
            v
            for t in range(clause.token + 1, min(clause.token + _NEAR + 1, len(self.parse.words)))
            for v in self.values.at(t)
            if v.origin == "percent"
        ]
        text = self.arguments.phrase_text(clause.subjects[0]) if clause.subjects else None
        if not values or not text or clause.passive or not self._is_equal(rule, clause, values[0]):
            return
        end = self.arguments.ranges[values[0]][1]
        near = range(end + 1, min(end + _BEHIND + 1, len(self.parse.words)))
        whole = next((t for t in near if self.parse.lemmas[t] in self.words.nouns), None)
        owner = self.observer.owners.find_possessor(whole) if whole is not None else None
        named = self.arguments.phrase_text(whole) if whole is not None else None
        if whole is not None and owner is not None and named and self.parse.words[end] == "of":
            measure = f"{text} as {self.words.share} of {named.split()[-1]}"
            yield from self.tell(rule, clause, whole, values[0], owner=owner, measure=measure)

    def _is_equal(self, rule: Rule, clause: Clause, value: Mention) -> bool:
        """ "is equivalent to", "equals"."""
        between = self.parse.words[clause.token + 1 : self.arguments.ranges[value][0]]
        return clause.lemma != "be" or not rule.words.isdisjoint(w.lower() for w in between)
