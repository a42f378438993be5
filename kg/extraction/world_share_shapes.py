"""What a named thing does of a whole, and how fast: "handles a fifth of the world's ore trade", "runs at a rate of"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.share_shapes import ShareShapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_PARTS = {"responsible": "for", "home": "to"}  # "is [responsible] for", "is [home] to"
_WORLD = frozenset(["world", "globe", "earth", "planet"])
_WORLDWIDE = frozenset(["global", "world", "worldwide"])
_CAPACITY = 4  # tokens behind a share in which "capacity" stands
_SOON = 6  # tokens from "is" to "home to"
_YEARLY = frozenset(["annual", "annualised", "annualized", "yearly"])
_POINTING = frozenset(["it", "that", "this", "them", "these", "those", "which", "whom"])


class WorldShareShapes(ShareShapes):
    """The shape, over the clauses of one document."""

    def share_played(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "is responsible for 70% of Brazil's output", "is home to half of the world's cobalt"."""
        owner = self._find_player(clause)
        if owner is None:
            return
        for value in self._find_parts(clause):
            for noun in self._wholes(value):
                wide = self._is_worldwide(noun)
                if not wide and not self._is_of_another(clause, noun, rule):
                    continue  # "holds 40 percent of the company", "covers half of the costs"
                text = self._name_part(noun)
                plain = clause.lemma in self.words.share_verbs
                told = plain and value in self.values.in_slots(clause, ("object", "for"))
                if told and self.observer.owners.measure_text(noun):
                    continue  # "accounts for 40 percent of cement output", by a rule of its own
                if text is not None:
                    measured = clause.lemma in self.words.making_up or clause.lemma in rule.nouns
                    done = text if measured else self.observer.name_done(text, clause)
                    yield from self.tell(
                        rule,
                        clause,
                        noun,
                        value,
                        owner=owner,
                        measure=f"{self.words.share} of {done}",
                    )

    def _find_player(self, clause: Clause) -> Mention | None:
        """The one thing, told by name or taken up, that is the subject."""
        if clause.passive or len(clause.subjects) != 1:
            return None
        subject = clause.subjects[0]
        found = self.arguments.find_all(subject, OWNERS)
        many = self.parse.tags[subject] == "NNS"
        if len(found) != 1:
            return None
        first = self.arguments.find_first(found[0])
        if first.kind is not MentionKind.NAME and first.text.islower():
            return None  # "the region", which takes up nothing
        called = found[0].kind is MentionKind.NAME and self.arguments.passes(subject, "of")
        if not called and not self.observer.is_entity(subject):
            return None
        return found[0] if found[0].kind is MentionKind.NAME or not many else None

    def _find_parts(self, clause: Clause) -> Iterator[Mention]:
        """The percentages that the clause tells of something."""
        if clause.lemma == "be":
            yield from self._find_behind(clause.token)
            return
        found = [v for t in clause.objects for v in self.values.at(t)]
        if self.parse.words[clause.token + 1 : clause.token + 2] == ["for"]:
            found += self._begin_behind(clause.token + 1)  # which the parser hangs elsewhere
        yield from (v for v in found if v.origin == "percent")

    def _find_behind(self, verb: int) -> Iterator[Mention]:
        """ "is now [responsible for] 70 percent", "are [home to] half"."""
        words = [w.lower() for w in self.parse.words[verb + 1 : verb + _SOON]]
        for n, word in enumerate(words[:-1]):
            if _PARTS.get(word) == words[n + 1]:
                found = self._begin_behind(verb + n + 2)
                yield from (v for v in found if v.origin == "percent")

    def _begin_behind(self, link: int) -> list[Mention]:
        """The value that begins right behind a preposition."""
        found = self.values.at(link + 1) if link + 1 < len(self.parse.words) else []
        return [v for v in found if self.arguments.ranges[v][0] == link + 1]

    def _is_of_another(self, clause: Clause, noun: int, rule: Rule) -> bool:
        """ "produces 60 percent of [Chile's] copper"; who accounts for a part may do so of what is nobody's."""
        if clause.lemma in rule.nouns:
            return False
        owned = any(self.parse.deps[c] == "poss" for c in self.parse.children[noun])
        return owned or clause.lemma == "be" or clause.lemma in self.words.share_verbs

    def _is_worldwide(self, noun: int) -> bool:
        parse = self.parse
        return any(
            (parse.deps[c] == "poss" and parse.lemmas[c] in _WORLD)
            or (parse.deps[c] in {"amod", "compound"} and parse.lemmas[c] in _WORLDWIDE)
            for kind in (noun, *self._list_kinds(noun))
            for c in parse.children[kind]
        )

    def _list_kinds(self, noun: int) -> list[int]:
        """ "global greenhouse [gas] emissions": the kinds before a noun, on which what it is of may hang."""
        parse = self.parse
        kinds = [c for c in parse.children[noun] if parse.deps[c] == "compound"]
        return [*kinds, *(k for c in kinds for k in self._list_kinds(c))]

    def _name_part(self, noun: int) -> str | None:
        """ "Brazil's daily production", "countries": what there is a share of; no stake and no time."""
        parse, lemma = self.parse, self.parse.lemmas[noun]
        barred = self.words.parts_owned | self.words.none | self.words.time_units | _POINTING
        if lemma in barred or self.is_named(noun):
            return None
        owners = [c for c in parse.children[noun] if parse.deps[c] == "poss"]
        if not owners:
            return self.arguments.phrase_text(noun)
        if parse.tags[owners[0]] == "PRP$" or parse.tags[owners[0]] == "WP$":
            return None
        start = owners[0]
        while start > 0 and parse.heads[start - 1] in range(start, owners[0] + 1):
            start -= 1
        start += parse.tags[start] == "DT"
        return self.arguments.slice(start, noun + 1)

    def is_named(self, token: int) -> bool:
        """ "40 percent of Norvik": a part of a thing itself."""
        kinds = {m.kind for m in self.arguments.by_token.get(token, ())}
        return not kinds.isdisjoint({MentionKind.NAME, MentionKind.PRONOUN})

    def running_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "is running at an annual rate of 165 million tonnes": the pace of who is running."""
        owner = self._find_player(clause)
        for noun in clause.slot("at") if owner is not None else ():
            for value in self.values.at(noun):
                if value.origin == "percent" and self._is_of_capacity(value):
                    used = self.words.used_capacity
                    yield from self.tell(rule, clause, noun, value, owner=owner, measure=used)
            if self.parse.lemmas[noun] not in rule.nouns:
                continue
            text = self.observer.owners.measure_text(noun) or self.arguments.phrase_text(noun)
            for value in self.values.after(noun)[:1]:
                if text and value.origin in {"measure", "number"}:
                    paced = self._by_year(value, noun)
                    yield from self.tell(rule, clause, noun, paced, owner=owner, measure=text)

    def _is_of_capacity(self, value: Mention) -> bool:
        """ "at 80 percent of its capacity", "at 80 percent capacity"."""
        end = self.arguments.ranges[value][1]
        behind = [w.lower() for w in self.parse.words[end : end + _CAPACITY]]
        own = behind[:1] == ["of"] or behind[:1] == [self.words.capacity]
        return own and self.words.capacity in behind

    def _by_year(self, value: Mention, noun: int) -> Mention:
        """ "an [annual] rate of 165 million tonnes": tonnes a year."""
        quantity = value.value
        words = {self.parse.words[c].lower() for c in self.parse.children[noun]}
        if not isinstance(quantity, Quantity) or words.isdisjoint(_YEARLY):
            return value
        if not quantity.unit or "/" in quantity.unit:
            return value
        return self.values.replaced(value, replace(quantity, unit=f"{quantity.unit}/a"))
