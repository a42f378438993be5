"""What somebody grew to, and how many more there are to be: "has grown to 30 shops", "will open 40 more"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.rule import Rule
from kg.model.claim import Modality
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_GROWERS = ("Organization", "Facility", "EconomicZone", "Event", "TransportCorridor", "Project")
_GOALS = ("to", "into")
_MANY = 5
_MORE = "more"
_THEM = [["them"], ["these"], ["those"], ["which"]]
_OTHER = frozenset(["another", "additional", "further"])


class GrowingShapes(CountShapes):
    """The shapes, over the clauses of one document."""

    def grown_to(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "has grown from 36 employees to more than 2,500": how many there were, and are now."""
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _GROWERS)]
        if not self.arguments.are_one(owners) or clause.passive:
            return
        was = self._list_counted(rule, clause, ("from",))
        now = self._list_counted(rule, clause, _GOALS)
        if was and not now:
            now = [(was[0][0], v) for v in self._list_bare(clause)]
        for noun, value in now:
            yield from self._tell(rule, clause, noun, value, owners[0])
        for noun, value in was if now else ():
            for candidate in self._tell(rule, clause, noun, value, owners[0]):
                candidate.modality = Modality.ACTUAL
                yield candidate

    def _tell(
        self, rule: Rule, clause: Clause, noun: int, value: Mention, owner: Mention
    ) -> Iterator[Candidate]:
        text = self.observer.owners.measure_text(noun)
        counted = self.values.with_unit(value, noun)
        if text:
            yield from self.tell(rule, clause, noun, counted, owner=owner, measure=text)

    def _list_counted(
        self, rule: Rule, clause: Clause, links: tuple[str, ...]
    ) -> list[tuple[int, Mention]]:
        """The counted nouns behind some prepositions, past "a staff of", and their counts."""
        nouns = self._through_totals([t for name in links for t in clause.slot(name)])
        return [
            (t, v)
            for t in nouns
            if (v := self.values.count_of(t)) is not None and self._is_grown(rule, t, v)
        ]

    def _is_grown(self, rule: Rule, noun: int, value: Mention) -> bool:
        """ "grew to 80 casinos": whatever many are that are not times."""
        lemma = self.parse.lemmas[noun]
        closed = self.words.uncounted | self.words.none | self.words.vague
        many = self.is_plural(noun) and self.size_of(value) >= _MANY and lemma not in closed
        return lemma in rule.nouns or many

    def _list_bare(self, clause: Clause) -> list[Mention]:
        """ "from 36 employees to [2,500]"."""
        values = (v for t in clause.slot("to") for v in self.values.at(t))
        return [v for v in values if v.origin == "number" and not _has_unit(v)][:1]

    def more_of_them(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "runs 300 shops and plans to open 40 more": of what was told right before."""
        last = self.observer.last
        known = last.object if last is not None else None
        owners = self.observer.find_owners(clause) if not clause.passive else []
        if last is None or last.subject is None or not isinstance(known, Mention) or not owners:
            return
        near = clause.sentence - self.parse.sentence_of[last.token] in {0, 1}
        same = self.arguments.find_first(last.subject) == self.arguments.find_first(owners[0])
        noun = self.arguments.ranges[known][1]
        if not (near and same) or known.origin != "number" or noun >= len(self.parse.tags):
            return
        while self.parse.tags[noun][0] in "NJ" and self.parse.tags[noun + 1 : noun + 2] in (
            ["NN"],
            ["NNS"],
        ):
            noun += 1
        after = range(clause.token + 1, min(clause.token + 4, len(self.parse.words)))
        value = next((v for t in after for v in self.values.at(t) if self._is_more(v)), None)
        text = self.observer.owners.measure_text(noun) if self.is_plural(noun) else None
        if value is not None and text:
            counted = self.values.with_unit(value, noun)
            measure = self.observer.name_done(text, clause)
            yield from self.tell(rule, clause, noun, counted, owner=owners[0], measure=measure)

    def of_them(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "deliberated 40 draft laws and adopted 24 of them": a part of those that were told right before."""
        last = self.observer.last
        known = last.object if last is not None else None
        if last is None or last.subject is None or not isinstance(known, Mention) or clause.passive:
            return
        near = clause.sentence - self.parse.sentence_of[last.token] in {0, 1}
        owners = self.observer.find_owners(clause)
        same = bool(owners) and self._is_same(owners[0], last.subject)
        noun = self.arguments.ranges[known][1]
        while noun + 1 < len(self.parse.tags) and self.parse.tags[noun] in {"JJ", "NN", "HYPH"}:
            noun += 1
        counted = noun < len(self.parse.tags) and known.origin == "number" and self.is_plural(noun)
        value = self._find_part(clause, known) if near and same and counted else None
        if value is not None:
            text = self.arguments.slice(self.arguments.ranges[known][1], noun + 1)
            measure = self.observer.name_done(text, clause)
            told = self.values.with_unit(value, noun)
            yield from self.tell(rule, clause, noun, told, owner=owners[0], measure=measure)

    def _is_same(self, one: Mention, other: Mention) -> bool:
        return self.arguments.find_first(one) == self.arguments.find_first(other)

    def _find_part(self, clause: Clause, known: Mention) -> Mention | None:
        """ "24 of them": a number no larger than that of all, right behind the verb."""
        for token in range(clause.token + 1, min(clause.token + 4, len(self.parse.words))):
            for value in self.values.at(token):
                end = self.arguments.ranges[value][1]
                behind = [w.lower() for w in self.parse.words[end : end + 2]]
                them = behind[:1] == ["of"] and behind[1:] in _THEM
                fewer = self.size_of(value) <= self.size_of(known)
                return value if them and fewer and value.origin == "number" else None
        return None

    def given_to_economy(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "contributing 199 million pounds to the local economy": so much of whoever does it."""
        owners = [] if clause.passive else self.observer.find_owners(clause)
        gifts = [t for name in ("to", "into") for t in clause.slot(name)]
        given = next((t for t in gifts if self.parse.lemmas[t].lower() in rule.nouns), None)
        values = [v for v in self.values.in_slots(clause, ("object",)) if v.origin == "money"]
        if not self.arguments.are_one(owners) or given is None or not values:
            return
        text = self.arguments.phrase_text(given) or self.parse.words[given]
        measure = f"{min(rule.words)} to {text}"
        yield from self.tell(
            rule, clause, clause.token, values[0], owner=owners[0], measure=measure
        )

    def _is_more(self, value: Mention) -> bool:
        """ "40 more", "another 40": a number alone."""
        start, end = self.arguments.ranges[value]
        words, tags = self.parse.words, self.parse.tags
        behind = "".join(words[end : end + 1]).lower()
        inside = {w.lower() for w in words[max(start - 1, 0) : end]}
        after = end + (behind == _MORE)
        alone = after >= len(tags) or tags[after][0] not in "NV"
        timed = tags[after : after + 2] in (["JJ", "NN"], ["DT", "NN"])  # "next year"
        more = behind == _MORE or not inside.isdisjoint(_OTHER)
        return value.origin == "number" and more and (alone or timed) and not _has_unit(value)


def _has_unit(value: Mention) -> bool:
    return isinstance(value.value, Quantity) and bool(value.value.unit)
