"""Counts and sums of what does not act itself: "will create 3,000 jobs at the plant", "cost Norvik $3 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.people_shapes import PeopleShapes
from kg.extraction.rule import Rule
from kg.extraction.stricken_places import find_stricken
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention

_AT = ("at", "in", "across", "for")
_JOINED = ("for", "in", "from", "to", "with", "on")
_JOINABLE = ("Event", "Project", "ResearchBody", "Agreement", "Facility")
_BODIES = ("IntergovernmentalBody", "Association")
_SEEING = frozenset(["see", "watch", "have"])
_PAYERS = ("Organization", "Place", "Project")


class PlacedShapes(PeopleShapes):
    """The shapes, over the clauses of one document."""

    def jobs_placed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The deal will save 3,000 jobs at the mill": those of the mill, as the deal has none."""
        if clause.passive or self.observer.find_owners(clause):
            return
        for noun in clause.objects:
            value = self._count(noun) if self.parse.lemmas[noun] in rule.nouns else None
            owner = self._find_site(clause, noun) if value is not None else None
            text = self.observer.owners.measure_text(noun) if owner is not None else None
            if value is not None and owner is not None and text:
                measure = self.observer.name_done(text, clause)
                yield from self.tell(rule, clause, noun, value, owner=owner, measure=measure)

    def _find_site(self, clause: Clause, noun: int) -> Mention | None:
        """Where the jobs are: told with the verb, with the jobs, or with what makes them."""
        own = self.observer.owners.find_own(noun)
        if own is not None:
            return own
        tokens = [t for name in _AT for t in clause.slot(name)]
        found = (m for t in tokens for m in self.arguments.find_all(t, OWNERS))
        of_subject = (self.observer.owners.find_own(t) for t in clause.subjects)
        return next(found, None) or next((m for m in of_subject if m is not None), None)

    def harmed_there(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "A storm hit Fiji. About 4,200 homes were destroyed": in the only place of the sentence before."""
        harmed = clause.objects if clause.passive else () if clause.objects else clause.subjects
        for noun in harmed:
            value = self._count(noun) if self.parse.tags[noun] == "NNS" else None
            owner = find_stricken(self.arguments, self.parse, clause.sentence) if value else None
            text = self.observer.owners.measure_text(noun) if owner is not None else None
            own = self.observer.owners.find_own(noun) is not None
            if value is None or owner is None or not text or own:
                continue
            measure = self.observer.name_done(text, clause)
            yield from self.tell(rule, clause, noun, value, owner=owner, measure=measure)

    def cost_to(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Tariffs cost Norvik $349 million": a cost of Norvik's, by what it is for."""
        parse, behind = self.parse, clause.token + 1
        behind += parse.words[behind : behind + 1] == ["the"]
        payer = self.arguments.find(behind, _PAYERS)
        named = [payer] if payer is not None else []
        values = [v for v in self._money_behind(clause) if v.origin == "money"]
        if clause.passive or len(clause.subjects) != 1 or not named or not values:
            return
        text = self._name_deed(clause.subjects[0])
        plain = not self.observer.is_entity(clause.subjects[0])
        if text and plain:
            measure = f"cost of {text}"
            yield from self.tell(
                rule, clause, clause.token, values[0], owner=named[0], measure=measure
            )

    def _name_deed(self, subject: int) -> str | None:
        """What costs so much: "tariffs", "losing transit"."""
        parse = self.parse
        if parse.tags[subject][:2] == "NN":
            return self.arguments.phrase_text(subject)
        things = (c for c in parse.children[subject] if parse.deps[c] == "dobj")
        text = next((self.arguments.phrase_text(t) for t in things), None)
        return f"{parse.words[subject].lower()} {text}" if text else None

    def _money_behind(self, clause: Clause) -> list[Mention]:
        """The values that hang on a verb, whatever the parser takes them for."""
        found = self.values.in_slots(clause, ("object",))
        return found or self.values.beside_verb(clause.token)

    def joined(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "More than 1,000 students registered for the programme": the programme's."""
        if clause.passive:
            return
        tokens = [*clause.objects, *(t for name in _JOINED for t in clause.slot(name))]
        kinds = (*_JOINABLE, *_BODIES) if clause.objects else _JOINABLE  # "joined the alliance"
        owners = [m for t in tokens for m in self.arguments.find_all(t, kinds)]
        yield from self._count_subjects(rule, clause, owners)

    def partners(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "has invested in 97 companies", "works with 30 schools": how many, after the verb's preposition."""
        name = self.words.partnering.get(clause.lemma)
        owners = self.observer.find_owners(clause) if name and not clause.passive else []
        for noun in clause.slot(name) if owners and name else ():
            value = self._count(noun)
            text = self.observer.owners.measure_text(noun) if value is not None else None
            if value is not None and text and self.observer.owners.find_possessor(noun) is None:
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=text)

    def at_event(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Buyers from 27 countries signed contracts worth 5 billion at the fair": the fair's figures."""
        if clause.passive or self.observer.find_owners(clause):
            return
        tokens = [t for name in ("at", "during", "in") for t in clause.slot(name)]
        tokens += [
            inner
            for noun in clause.objects
            for below in (noun, *self.parse.children[noun], *self.parse.children[clause.token])
            if below in {noun, *self.parse.children[noun]} or self.parse.lemmas[below] == "worth"
            for link in self.parse.children[below]
            if self.parse.lemmas[link] in {"at", "during"}
            for inner in self.parse.children[link]
        ]
        events = [m for t in tokens for m in self.arguments.find_all(t, ("Event",))]
        for noun in clause.objects if events else ():
            text = self.observer.owners.measure_text(noun)
            value = self._count(noun)
            worth = [*self.values.worth(noun), *(v for v in self.values.after(noun))]
            money = next((v for v in worth if v.origin == "money"), None)
            if text and money is not None:
                measure = f"value of {self.observer.name_done(text, clause)}"
                yield from self.tell(rule, clause, noun, money, owner=events[0], measure=measure)
            if text and value is not None:
                measure = self.observer.name_done(text, clause)
                yield from self.tell(rule, clause, noun, value, owner=events[0], measure=measure)

    def seen_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The airport saw 9 million passengers pass through its halls": the airport's traffic."""
        parse, above = self.parse, self.parse.heads[clause.token]
        if parse.deps[clause.token] not in {"ccomp", "acl", "xcomp"}:
            return
        if parse.lemmas[above] not in _SEEING or clause.passive:
            return
        seeing = parse.list_subjects(above, passive=False)
        owners = [m for t in seeing for m in self.arguments.find_all(t, OWNERS)]
        yield from self._count_subjects(rule, clause, owners)

    def _count_subjects(
        self, rule: Rule, clause: Clause, owners: list[Mention]
    ) -> Iterator[Candidate]:
        """How many the subjects of a clause are, as a figure of the first owner, if there is one."""
        for noun in clause.subjects if owners else ():
            value = self._count(noun)
            text = self.observer.owners.measure_text(noun) if value is not None else None
            if value is not None and text:
                yield from self.tell(rule, clause, noun, value, owner=owners[0], measure=text)
