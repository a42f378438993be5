"""Measures told once that go on: "they rose by 4 percent", "the 3.9 percent growth posted by Peru"."""

import re
from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_NEAR = 1  # sentences over which "they" takes up a measure
_PRONOUNS = frozenset(["they", "it"])
_BEHIND = 4  # tokens from a value to the noun that it stands before
_PARTNERED = frozenset(["to", "from"])
_RELATIVE = frozenset(["relcl", "acl"])
_OUTSIDE = frozenset(["target", "forecast", "estimate", "expectation", "prediction"])


class RetoldShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def they_changed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Exports rose 2 percent. In 2023, they rose by 4 percent": the exports again."""
        last, subjects = self.observer.last, clause.subjects
        if last is None or last.subject is None or len(subjects) != 1 or clause.passive:
            return
        near = clause.sentence - self.parse.sentence_of[last.token]
        told = last.measure
        if not 0 <= near <= _NEAR:
            return
        if (those := self._name_those(subjects[0], told)) is not None:
            yield from self._tell_those(rule, clause, those, last.subject)
            return
        if not self._takes_up(subjects[0], told, last.subject):
            return
        values = self.values.in_slots_or_beside(clause, ("object", "attr", "by"))
        beside = [c for c in self.parse.children[clause.token] if c > clause.token]
        turns = [
            c for c in beside if self.parse.words[c].lower() in self.words.up | self.words.down
        ]
        values += [v for c in turns for t in self.parse.children[c] for v in self.values.at(t)]
        percents = [v for v in values if v.origin == "percent"]
        if not percents or (clause.lemma in self.words.turned and not turns):
            return
        falling = clause.lemma.split()[0] in self.words.falling
        falling = falling or any(self.parse.words[c].lower() in self.words.down for c in turns)
        yield from self.tell(
            rule,
            clause,
            subjects[0],
            percents[0],
            owner=self.observer.owners.beside.find_opening(subjects[0]) or last.subject,
            measure=told,
            change=signed(percents[0], falling),
        )

    def they_stood(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Norvik shares fell. They closed at 84 roubles": what the sentence before is about, with its value."""
        subject = clause.subjects[0] if len(clause.subjects) == 1 else None
        if subject is None or clause.passive or self.parse.words[subject].lower() not in _PRONOUNS:
            return
        noun = self._find_told_of(clause, plural=self.parse.words[subject].lower() == "they")
        found = self.observer.owners.find(noun) if noun is not None else None
        if noun is None or found is None or clause.lemma == "be":
            return  # "it was highest in Lima, at 5 percent"
        values = self.values.in_slots_or_beside(clause, ("object", "attr", "to", "at"))
        traded = self.observer.owners.told.is_traded(noun)
        kinds = {"money"} if traded else {"money", "measure"}
        for value in [v for v in values if v.origin in kinds][:1]:
            measure = self.observer.owners.measure_text(noun)
            yield from self.tell(rule, clause, subject, value, owner=found[0], measure=measure)

    def _find_told_of(self, clause: Clause, *, plural: bool) -> int | None:
        """The only measured subject of the sentence before, in the same paragraph."""
        parse, paragraphs = self.parse, self.arguments.recognized.paragraph_of
        before = clause.sentence - 1
        if before < 0 or paragraphs[before] != paragraphs[clause.sentence]:
            return None
        subjects = [
            t
            for t in range(*parse.sentences[before])
            if parse.deps[t] in {"nsubj", "nsubjpass"}
            and parse.tags[t] == ("NNS" if plural else "NN")
        ]
        told = [t for t in subjects if parse.deps[parse.heads[t]] == "ROOT"]
        measured = len(subjects) == len(told) == 1 and parse.lemmas[told[0]] in self.words.nouns
        if not measured or self.observer.is_entity(told[0]) or self._is_of_several(told[0]):
            return None
        return told[0]

    def _is_of_several(self, noun: int) -> bool:
        """ "Shares in Norvik and Tarka": of no one."""
        parse = self.parse
        inner = (i for c in parse.children[noun] for i in parse.children[c])
        return any(parse.deps[j] == "conj" for i in inner for j in parse.children[i])

    def _name_those(self, subject: int, told: str) -> str | None:
        """ "Exports to Peru fell, while those to Chile rose": "Exports to Chile"."""
        parse = self.parse
        if parse.words[subject].lower() not in {"those", "that"}:
            return None
        for link in parse.children[subject]:
            if parse.words[link].lower() == "of":  # "… of fish, those of shrimp"
                wares = [c for c in parse.children[link] if parse.tags[c] in {"NN", "NNS"}]
                base = told.split(" of ")[0]
                return f"{base} of {self.arguments.phrase_text(wares[0])}" if wares else None
            known = parse.words[link].lower() in _PARTNERED and parse.deps[link] == "prep"
            for inner in parse.children[link] if known else ():
                named = self.arguments.find(inner, ("Place", "Organization"))
                if named is not None and named.kind is MentionKind.NAME:
                    base = re.split(r" (?:to|from) ", told)[0]
                    return f"{base} {parse.words[link].lower()} {named.text}"
        return None

    def _tell_those(
        self, rule: Rule, clause: Clause, measure: str, owner: Mention
    ) -> Iterator[Candidate]:
        values = self.values.in_slots_or_beside(clause, ("object", "attr", "by"))
        percent = next((v for v in values if v.origin == "percent"), None)
        reached = [v for v in self.values.in_slots(clause, ("to", "at")) if v.origin != "percent"]
        value = next(iter(reached), percent)
        falling = clause.lemma.split()[0] in self.words.falling
        if value is not None:
            yield from self.tell(
                rule,
                clause,
                clause.token,
                value,
                owner=owner,
                measure=measure,
                change=signed(percent, falling) if percent is not None else None,
            )

    def _takes_up(self, subject: int, told: str, owner: Mention) -> bool:
        """Whether a pronoun is a measure's: "they" of exports, "it" of output that nobody else is."""
        word = self.parse.words[subject].lower()
        if word not in {"they", "it"} or told.rstrip().endswith("s") != (word == "they"):
            return False
        found = self.arguments.find_all(subject, OWNERS)
        kinds = {MentionKind.NAME, MentionKind.NOMINAL}
        first = self.arguments.find_first
        known = [m for m in map(first, found) if m.kind in kinds]
        return all(m == first(owner) and word == "it" for m in known)

    def posted_by(self, rule: Rule) -> Iterator[Candidate]:
        """ "a faster pace than the 5 percent growth that Peru notched", "… posted by Peru": Peru's."""
        for value in self.values.all():
            if value.span in self.observer.made or not isinstance(value.value, Quantity):
                continue
            noun = self._find_noun(value)
            owner = self._find_poster(noun) if noun is not None else None
            text = self._name(noun, value) if noun is not None else None
            if noun is None or owner is None or not text:
                continue
            for candidate in self.observer.observe(
                rule, noun, noun, value, owner=owner, measure=text
            ):
                candidate.modality = Modality.ACTUAL
                yield candidate

    def _find_noun(self, value: Mention) -> int | None:
        """The noun that a value stands before, or its own last word."""
        start, end = self.arguments.ranges[value]
        if self.parse.words[start - 1].lower() != "the" or value.origin == "number":
            return None
        last = self.parse.sentences[self.parse.sentence_of[start]][1]
        head = end - 1
        for token in range(end, min(end + _BEHIND, last)):
            if self.parse.tags[token] not in {"NN", "NNS", "JJ", "HYPH", "IN"}:
                break
            if self.parse.tags[token] in {"NN", "NNS"}:
                head = token
            elif self.parse.tags[token] == "IN" and self.parse.words[token].lower() != "of":
                break
        return None if self.parse.lemmas[head] in _OUTSIDE else head

    def _find_poster(self, noun: int) -> Mention | None:
        """Who posted it, by the clause right behind the noun."""
        parse, verb = self.parse, noun + 1
        last = parse.sentences[parse.sentence_of[noun]][1]
        if verb < last and parse.tags[verb] == "VBN" and parse.lemmas[verb] in self.words.reporting:
            at = verb + 2 + (parse.words[verb + 2 : verb + 3] == ["the"])
            by = parse.words[verb + 1 : verb + 2] in (["by"], ["in"]) and at < last
            return self.arguments.find(at, OWNERS) if by else None
        verbs = [
            t
            for t in range(noun + 1, min(noun + 2 * _BEHIND, last))
            if parse.tags[t] in {"VBD", "VBN", "VBZ"} and parse.lemmas[t] in self.words.reporting
        ]
        if not verbs or parse.deps[verbs[0]] not in _RELATIVE:
            return None
        subjects = parse.list_subjects(verbs[0], passive=False)
        found = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
        return found[0] if len(found) == 1 else None

    def _name(self, noun: int, value: Mention) -> str | None:
        """The noun's own measure, or that of the figure told last in the same unit."""
        parse = self.parse
        if parse.lemmas[noun] in self.words.nouns and not self.values.at(noun):
            return self.observer.owners.measure_text(noun)
        last = self.observer.last
        known = last.object.value if last and isinstance(last.object, Mention) else None
        own = value.value
        if last is None or not isinstance(known, Quantity) or not isinstance(own, Quantity):
            return None
        near = 0 <= parse.sentence_of[noun] - parse.sentence_of[last.token] <= _NEAR
        told = last.measure or None
        return told if near and own.unit == known.unit else None
