"""Shapes of a report's sentences: "posted a 5 percent rise in exports", "it was 5 billion a year earlier"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.came_to import find_done
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.doers_told import is_doer
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.share_sums import is_result
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_WORKED = ("for", "in", "at", "on")  # the first of "work" alone
_STAFFED = ("Place", "Organization", "Project")
_AFTER = 10  # tokens after a verb in which its place stands: "jumped to fourth place"
_GAINING = frozenset(["gain", "make"])  # a profit only where it is told for each share, too
_BEHIND = 6  # tokens between a change and the value that follows
_STANDING = frozenset(
    "and were was recorded at to stood remained reached registered reaching standing ,".split()  # noqa: SIM905
)


class ReportShapes(Shapes):
    """The shapes, over the clauses of one document."""

    def reported_change(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Kenya posted a 5 percent rise in exports", "exports saw a drop of 3 percent"."""
        for change in clause.objects if not clause.passive else ():
            word = self.parse.words[change].lower()
            if word not in self.words.change_nouns:
                continue
            percent = next((v for v in self._beside(change) if v.origin == "percent"), None)
            negative = any(
                self.parse.words[c].lower() == "negative" for c in self.parse.children[change]
            )
            falls = negative or word in self.words.falling
            quantity = signed(percent, falls) if percent else None
            if percent is None or quantity is None:
                return
            noun = self._measured_by(clause, change)
            if noun is None and not negative and self._retells(clause):
                yield from self._tell_retold(rule, clause, percent, quantity)
                return
            if noun is None or negative:
                if self._completes_last(clause, quantity):
                    self.observer.spent.add(percent.span)
                return
            subjects = clause.subjects
            owner = None
            if noun not in subjects and self.observer.owners.find_own(noun) is None:
                owner = next(iter(self.observer.find_owners(clause)), None)
                if owner is None:
                    return
            value = next((v for v in self._reached(clause, change)), None)
            value = value or self._stood_at(percent) or find_done(percent, self.observer)
            if value is None and self._completes_last(clause, quantity):
                self.observer.spent.add(percent.span)
                return
            value = value or percent
            yield from self.tell(rule, clause, noun, value, owner=owner, change=quantity)
            return

    def _retells(self, clause: Clause) -> bool:
        """ "Peru's GDP grew by 2 percent; Oman told a decrease of 1 percent": of what rose or fell right before."""
        last, subjects = self.observer.last, clause.subjects
        if last is None or len(subjects) != 1 or self.parse.tags[clause.token] == "VBG":
            return False
        near = clause.sentence - self.parse.sentence_of[last.token] in {0, 1}
        moved = any(q.name == "change" for q in last.qualifiers)
        named = self.arguments.find(subjects[0], OWNERS)
        alike = named is not None and last.subject is not None and named.type == last.subject.type
        return near and moved and alike and self.observer.is_entity(subjects[0])

    def _tell_retold(
        self, rule: Rule, clause: Clause, percent: Mention, change: Quantity
    ) -> Iterator[Candidate]:
        last, owner = self.observer.last, self.arguments.find(clause.subjects[0], OWNERS)
        if last is not None and owner is not None:
            yield from self.tell(
                rule,
                clause,
                clause.token,
                percent,
                owner=owner,
                measure=last.measure,
                change=change,
            )

    def _beside(self, noun: int) -> list[Mention]:
        """The values before a noun, after "of" on it, or right behind: "saw its profit drop [30 percent]"."""
        found = [*self.values.inside(noun), *self.values.after(noun)]
        words, behind = self.parse.words, noun + 1
        behind += words[behind : behind + 2] == [",", "by"]  # "a decrease, by 0.1%"
        behind += words[behind : behind + 1] == ["by"]
        return found or (self.values.at(behind) if behind < len(self.parse.words) else [])

    def _stood_at(self, percent: Mention) -> Mention | None:
        """ "saw a decline of 15 percent and were recorded at 2 billion": the value right behind."""
        start = self.arguments.ranges[percent][1]
        last = self.parse.sentences[self.parse.sentence_of[start - 1]][1]
        for token in range(start, min(start + _BEHIND, last)):
            for value in self.values.at(token):
                return value if value.origin in {"money", "measure"} else None
            if self.parse.words[token].lower() not in _STANDING:
                return None
        return None

    def _completes_last(self, clause: Clause, change: Quantity) -> bool:
        """ "… at 16 billion …, showing a decline of 7 percent": the change of what was just told."""
        last = self.observer.last
        if last is None or self.parse.tags[clause.token] != "VBG":
            return False
        same = self.parse.sentence_of[last.token] == clause.sentence
        known = {q.name for q in last.qualifiers}
        if not same or last.object is None or last.token > clause.token:
            return False
        if "change" not in known:
            last.qualifiers.append(Qualifier(name="change", value=change))
        return True

    def _reached(self, clause: Clause, change: int) -> list[Mention]:
        """ "a 12 percent drop to 8 million tonnes"."""
        children = [*self.parse.children[change], *self.parse.children[clause.token]]
        within = [c for c in children if self.parse.lemmas[c] == "in" and c > change]
        children += [
            t for c in within for o in self.parse.children[c] for t in self.parse.children[o]
        ]
        return [
            v
            for child in children
            if self.parse.deps[child] == "prep"
            and self.parse.lemmas[child] in {"to", "at"}
            and child > change
            for inner in self.parse.children[child]
            for v in self.values.at(inner) or self._counted(inner)
            if v.origin != "percent"
        ]

    def _counted(self, noun: int) -> list[Mention]:
        """ "to 1,200 units": a number with its noun as unit."""
        value = self.values.count_of(noun)
        return [self.values.with_unit(value, noun)] if value is not None else []

    def _measured_by(self, clause: Clause, change: int) -> int | None:
        """What changed: a measured subject, else the noun after "in" on the change, else its first part."""
        for subject in clause.subjects:
            plural = self.parse.tags[subject] == "NNS" and not is_doer(self.parse.lemmas[subject])
            known = self.parse.lemmas[subject] in self.words.nouns | {self.words.economy} or (
                plural and self.observer.owners.find_own(subject) is not None
            )
            if known and not self.observer.is_entity(subject):
                return subject
        for child in self.parse.children[change]:
            if self.parse.deps[child] == "prep" and self.parse.lemmas[child] == "in":
                for inner in self.parse.children[child]:
                    if self.parse.deps[inner] == "pobj" and self._is_measure(inner):
                        return inner
            if self.parse.deps[child] == "compound" and self._is_measure(child):
                return child
        return self.find_changed(change)

    def _is_measure(self, noun: int) -> bool:
        time = self.parse.lemmas[noun] in self.words.none | self.words.uncounted
        plain = self.parse.tags[noun] in {"NN", "NNS"} and not time
        return plain and not self.arguments.by_token.get(noun)

    def money_verb(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Norvik earned 5 million", "wrote off 1.3 billion": the verb tells the measure."""
        behind = "".join(self.parse.words[clause.token + 1 : clause.token + 2]).lower()
        verb = f"{clause.lemma} {behind}"  # "set aside"
        measure = self.words.money_verbs.get(clause.lemma) or self.words.money_verbs.get(verb)
        if not self.words.exchanged.isdisjoint(self.parse.lemmas[t] for t in clause.subjects):
            return  # "Norvik's stock lost $2"
        owners = self.observer.find_owners(clause) if measure and not clause.passive else []
        earned = self._find_earner(clause) if not owners and not clause.passive else None
        if earned is not None and len(clause.subjects) == 1:
            text = self.observer.owners.measure_text(clause.subjects[0])
            owners, measure = [earned], f"earnings from {text}" if text else None
        values = [v for v in self.values.in_slots(clause, ("object",)) if v.origin == "money"]
        if clause.lemma in _GAINING and not any(is_result(self.arguments, v) for v in values[:1]):
            return
        for noun in clause.objects if not values else ():  # "wrote off loans of 120 million"
            values = [v for v in self.values.after(noun) if v.origin == "money"]
            if self.parse.lemmas[noun] == "investment":  # "will bring in investments of 9 million"
                measure = self.observer.owners.measure_text(noun) or measure
        if owners and values and measure is not None:
            if earned is None:
                measure += self._name_source(clause, values[0])
                measure += self.observer.whole.name_form(values[0], measure)
            yield from self.tell(
                rule, clause, clause.token, values[0], owner=owners[0], measure=measure
            )

    def _name_source(self, clause: Clause, value: Mention) -> str:
        """ " from tea exports", right behind what is earned."""
        end = self.arguments.ranges[value][1]
        for noun in clause.slot("from") if self.parse.words[end : end + 1] == ["from"] else ():
            text = self.arguments.phrase_text(noun) if noun > end else None
            if (
                text
                and self.parse.tags[noun] in {"NN", "NNS"}
                and not self.observer.is_entity(noun)
            ):
                return f" from {text}"
        return ""

    def _find_earner(self, clause: Clause) -> Mention | None:
        """ "Flower exports earned Kenya 900 million", "brought in 2 billion for Kenya": Kenya."""
        parse = self.parse
        given = [c for c in parse.children[clause.token] if parse.deps[c] == "dative"]
        tokens = [*given, *clause.slot("for")]
        kinds = ("Country", "Province", "City", "Company")
        return next((m for t in tokens for m in self.arguments.find_all(t, kinds)), None)

    def people_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "1,700 people work on the site", "9,000 people live in Riga": the place's workers or people."""
        measure = self.words.people_verbs.get(clause.lemma)
        people = [t for t in clause.subjects if self.parse.lemmas[t] in self.words.people]
        slots = [t for name in _WORKED[clause.lemma != "work" :] for t in clause.slot(name)]
        owners = [m for t in slots for m in self.arguments.find_all(t, _STAFFED)]
        value = self.values.count_of(people[0]) if measure and people else None
        if clause.lemma == "work" and len(owners) > 1 and clause.slot("for"):
            measure = f"{measure} in {owners[1].text}"
        if value is not None and owners:
            counted = self.values.with_unit(value, people[0])
            yield from self.tell(rule, clause, people[0], counted, owner=owners[0], measure=measure)

    def kept_place(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The airport held second place", "jumped to fourth spot": a rank, and what it is with."""
        owners = self.observer.find_owners(clause)
        if not owners or clause.passive:
            return
        parse = self.parse
        end = parse.sentences[parse.sentence_of[clause.token]][1]
        for token in range(clause.token + 1, min(clause.token + _AFTER, end - 1)):
            for mention in self.arguments.by_token.get(token, ()):
                value = mention.value
                if mention.origin != "ordinal" or not isinstance(value, Quantity):
                    continue
                if parse.words[token - 1].lower() in {"from", "off"}:
                    continue
                listed = parse.words[token - 1].lower() == "to" and self._is_list(token + 1)
                if parse.lemmas[token + 1] in self.words.places or listed:
                    rank = self.values.replaced(
                        mention, replace(value, unit="rank", comparator="=")
                    )
                    yield from self.tell(rule, clause, token, rank, owner=owners[0], measure="rank")
                    return

    def _is_best(self, noun: int) -> bool:
        """ "the largest seller", "the top seller"."""
        words = {self.parse.words[c].lower() for c in self.parse.children[noun]}
        return self.is_superlative(noun) or not words.isdisjoint(self.words.picking)

    def _is_list(self, token: int) -> bool:
        """ "in the ranking", "of 190 countries"."""
        return any(
            self.parse.lemmas[t] in self.words.rankings
            for t in range(token, min(token + 3, len(self.parse.lemmas)))
        )

    def closed_with(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The fair closed with 43 contracts": what is counted after "with"."""
        owners = self.observer.find_owners(clause)
        best = clause.lemma != "be" or any(map(self._is_best, clause.slot("attr")))
        counted = clause.slot("with") + [
            inner
            for attr in clause.slot("attr")
            for child in self.parse.children[attr]
            if self.parse.lemmas[child] == "with"
            for inner in self.parse.children[child]
        ]
        counted = [t for t in counted if t > clause.token]
        for noun in dict.fromkeys(counted) if owners and best and not clause.passive else ():
            if any(m.kind is MentionKind.NAME for m in self.arguments.by_token.get(noun, ())):
                continue  # "ahead of Norvik with 6,100 and Tarka Motors with 5,400"
            value = self.values.count_of(noun)
            text = self.observer.owners.measure_text(noun)
            plural = self.parse.tags[noun] in {"NNS", "NNPS"}
            if (
                value is None
                or not text
                or not plural
                or self.parse.lemmas[noun] in self.words.uncounted
            ):
                continue
            yield from self.tell(
                rule,
                clause,
                noun,
                self.values.with_unit(value, noun),
                owner=owners[0],
                measure=text,
            )
