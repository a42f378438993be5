"""Counts and sums that a verb makes: "built 12 platforms", "secured 110 billion yuan in agreements"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause, spread
from kg.extraction.few_known import is_told_apart
from kg.extraction.giving_shapes import GivingShapes
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_WHERE = frozenset(["in", "across", "throughout", "at"])
_REACHING = frozenset(["reach", "hit", "total", "exceed", "surpass"])
_SEVERAL = 5  # sites from which on they are a figure of a firm
_MANY = 10
_VERY_MANY = 100
_PEOPLE = frozenset(["child", "member", "son", "daughter", "seat"])
_SEAT = "seat"
_STAFFING = frozenset(["employ", "have"])
_FEW_SEATS = 2
_WELCOMING = "welcome"  # "pleased to welcome two leaders"
_BODIES = ("Association", "IntergovernmentalBody", "Company", "GovernmentBody")


class CountShapes(GivingShapes):
    """The counted objects of one document's clauses."""

    def counted_object(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "the city produced 953,000 vehicles in 2024, and more than 944,000 this year"."""
        owners = self.observer.find_owners(clause)
        if not owners:
            yield from self._there_are(rule, clause)
            return
        if clause.passive and not clause.subjects:
            return
        if clause.lemma in _REACHING and any(
            self.parse.lemmas[t] in self.words.nouns and not self.observer.is_entity(t)
            for t in clause.subjects
        ):
            return  # "the harvest reached 3 million bags"
        for noun in [*self._through_totals(clause.objects), *self._at_home(clause)]:
            if clause.lemma != _WELCOMING or self._are_several(noun):
                yield from self.count(rule, clause, noun, owners[0])
        for noun in (*self._beyond_object(clause), *self._guests_from(clause, owners[0])):
            yield from self.count(rule, clause, noun, owners[0])
        for goods, noun in self._supplied(clause):
            yield from self._count_supplied(rule, clause, goods, noun, owners[0])

    def _beyond_object(self, clause: Clause) -> Iterator[int]:
        """ "links X with 30 cities", "works in 12 countries"."""
        if clause.lemma in self.words.linking:
            yield from clause.slot("with")
        if clause.lemma in self.words.outward_verbs:
            for noun in clause.slot("to"):
                if self.parse.lemmas[noun] in self.words.outward_places:
                    yield noun
        for name in ("around", "about", "over", "under"):  # "operates around 900 stores"
            for noun in clause.slot(name):
                value = self.values.count_of(noun)
                if value is not None and self.arguments.ranges[value][0] == clause.token + 1:
                    yield noun
        for name in ("in", "across", "at"):
            for noun in clause.slot(name):
                kinds = self.words.counted_sites if name == "at" else self.words.counted_places
                staffed = name == "in" and clause.lemma in _STAFFING
                placed = self.parse.lemmas[noun] in kinds
                placed = placed or (staffed and self.parse.lemmas[noun] in self.words.counted_sites)
                if name == "at" and not self._are_several(noun):
                    continue  # "at two sites" of one work
                if (placed or name == "across") and not self._is_picked(noun):
                    yield noun

    def _guests_from(self, clause: Clause, owner: Mention) -> Iterator[int]:
        """ "gathered 140 participants from 20 countries": the countries too."""
        parse = self.parse
        if not self.arguments.fits(owner, ("Event",)):
            return
        for head in (*clause.objects, clause.token):
            for child in parse.children[head]:
                led = parse.lemmas[child] == "of" and parse.lemmas[head] in self.words.envoys
                if (parse.lemmas[child] == "from" or led) and parse.deps[child] == "prep":
                    for noun in parse.children[child]:
                        if parse.lemmas[noun] in self.words.guest_nouns:
                            yield noun

    def _at_home(self, clause: Clause) -> list[int]:
        """What stands after "is home to"."""
        parse = self.parse
        return [
            noun
            for child in parse.children[clause.token]
            if parse.lemmas[child] in self.words.homes
            for preposition in (*parse.children[child], *parse.children[clause.token])
            if parse.deps[preposition] == "prep" and parse.lemmas[preposition] == "to"
            for inner in parse.children[preposition]
            if parse.deps[inner] == "pobj"
            for noun in spread(parse.children, parse.deps, inner)
        ]

    def _there_are(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "There are 40 districts in Chongqing": the place owns the count."""
        parse = self.parse
        if not any(parse.deps[c] == "expl" for c in parse.children[clause.token]):
            return
        slots = [t for name in ("in", "across", "at", "on") for t in clause.slot(name)]
        slots += [
            inner
            for noun in clause.complements
            for link in parse.children[noun]
            if parse.lemmas[link] in {"in", "across", "throughout"} and parse.deps[link] == "prep"
            for inner in parse.children[link]
        ]
        places = [m for t in slots for m in self.arguments.find_all(t, ("Place",))]
        for noun in clause.complements:  # "There were 444 applications for the programme"
            sought = (
                t
                for link in parse.children[noun]
                if parse.lemmas[link] == "for"
                for t in parse.children[link]
            )
            places += [m for t in sought for m in self.arguments.find_all(t, ("Project", "Event"))]
        governed = (self.observer.owners.find_governed(t) for t in slots)
        places = places or [m for m in governed if m is not None]
        for noun in clause.complements if places else ():
            yield from self.count(rule, clause, noun, places[0])

    def count(self, rule: Rule, clause: Clause, noun: int, owner: Mention) -> Iterator[Candidate]:
        """The count of one noun, and of the same noun left out later in the sentence."""
        value = self.values.count_of(noun)
        possessor = self._find_possessor(noun, owner)
        if possessor is None:
            return
        owner = possessor
        if value is None:
            yield from self._money_in(rule, clause, noun, owner)
            yield from self._money_of(rule, clause, noun, owner)
            return
        start, end = self.arguments.ranges[value]
        lemma = self.parse.lemmas[noun]
        if not start <= noun < end and not self.is_plural(noun):
            return
        if start <= noun < end:
            yield from self.tell_bare(rule, clause, value, owner)
            yield from self.tell_again(rule, clause, value, owner)
            return
        uncounted = lemma in self.words.uncounted and not self._is_many(value, lemma, owner)
        if uncounted or not self._is_plural(value) or is_told_apart(self.parse, noun, value):
            return
        vague_one = lemma in self.words.counted_vague and self._is_a_figure(value)
        text = self.observer.owners.measure_text(noun)
        text = self.parse.words[noun] if text is None and vague_one else text
        none = self.words.none - self.words.counted_too
        if text is None or lemma in none or (lemma in self.words.vague and not vague_one):
            return
        where = self.parse.lemmas[self.parse.heads[noun]] in _WHERE  # "employs 90 in 30 countries"
        done = text if where else self.observer.name_done(text, clause)
        measure = self.observer.name_able(clause) or done
        if lemma in self.words.people:
            measure = self.words.named_counts.get(clause.lemma, measure)
        for money in self.values.worth(noun):  # "17 projects worth 3 trillion tenge"
            worth = f"value of {measure}" if money.origin == "money" else f"size of {measure}"
            yield from self.tell(rule, clause, noun, money, owner=owner, measure=worth)
        for number in (value, *self._find_elliptic(noun)):
            counted = self.values.with_unit(number, noun)
            yield from self.tell(rule, clause, noun, counted, owner=owner, measure=measure)

    def _find_possessor(self, noun: int, owner: Mention) -> Mention | None:
        """Whose the counted are, by default the owner's; None where somebody untold has them."""
        if any(self.parse.deps[c] == "poss" for c in self.parse.children[noun]):
            own = self.observer.owners.find_own(noun)  # "delivers the park's 72 turbines"
            if own is None:
                return None
            owner = own
        group = self.parse.heads[self.parse.heads[noun]]
        if self.parse.lemmas[group] in self.words.groups:  # "uses Tarka's fleet of 40 ships"
            owner = self.observer.owners.find_possessor(group) or owner
        return owner

    def possessed(self, rule: Rule) -> Iterator[Candidate]:
        """ "its 417 petrol stations": the possessor has so many."""
        parse = self.parse
        for noun, tag in enumerate(parse.tags):
            if tag not in {"NNS", "NNPS"} or parse.lemmas[noun] in self.words.uncounted:
                continue
            value = self.values.count_of(noun)
            possessor = next((c for c in parse.children[noun] if parse.deps[c] == "poss"), None)
            if value is None or possessor is None or not self._is_plural(value):
                continue
            plain = possessor < self.arguments.ranges[value][0] < noun
            plain = plain and not self._is_picked(noun)
            owner = self.arguments.find(possessor, OWNERS)
            text = self.observer.owners.measure_text(noun)
            if owner is None or not text or not plain or parse.lemmas[noun] in self.words.none:
                continue
            counted = self.values.with_unit(value, noun)
            yield from self.observer.observe(rule, noun, noun, counted, owner=owner, measure=text)

    def _is_picked(self, noun: int) -> bool:
        """ "Peru's four largest banks": a few of many, and no count of all."""
        words = {self.parse.words[c].lower() for c in self.parse.children[noun]}
        return not words.isdisjoint(self.words.picking)

    def _money_in(
        self, rule: Rule, clause: Clause, token: int, owner: Mention
    ) -> Iterator[Candidate]:
        """ "secured 110 billion yuan in (or of) new agreements": what the money is in is the measure."""
        worth = self.parse.children[token] if self.parse.lemmas[token] == "worth" else []
        values = (v for t in (token, *worth) for v in self.values.at(t))
        money = next((v for v in values if v.origin == "money"), None)
        paid = clause.lemma in self.words.amount_verbs  # "bought 3 million dollars in shares"
        if money is None or paid or clause.lemma in self.words.plain_verbs:
            return
        end = self.arguments.ranges[money][1]
        parse = self.parse
        for preposition in (*parse.children[token], *parse.children[clause.token]):
            if parse.lemmas[preposition] not in {"in", "of"} or not end <= preposition <= end + 12:
                continue
            for noun in parse.children[preposition]:
                told = parse.tags[noun] in {"NN", "NNS"} or parse.words[noun] in self.words.nouns
                told = told and parse.lemmas[noun] not in self.words.none  # "in the quarter"
                if parse.deps[noun] == "pobj" and told:
                    text = self.arguments.phrase_text(noun)
                    if text and not self._is_place_or_period(noun):
                        yield from self.tell(
                            rule,
                            clause,
                            noun,
                            money,
                            owner=owner,
                            measure=self.observer.name_done(text, clause),
                        )
                        return

    def _money_of(
        self, rule: Rule, clause: Clause, noun: int, owner: Mention
    ) -> Iterator[Candidate]:
        """ "executed projects of over $1 billion": what was done, in money."""
        plural = self.parse.tags[noun] == "NNS" or clause.lemma in self.words.traded
        if not plural or self.parse.lemmas[noun] in self.words.uncounted | self.words.amount_nouns:
            return
        text = self.observer.owners.measure_text(noun)
        money = [v for v in self.values.after(noun) if v.origin == "money"]
        money = money or self.values.worth(noun)
        if text and money and clause.lemma not in self.words.plain_verbs:
            yield from self.tell(
                rule,
                clause,
                noun,
                money[0],
                owner=owner,
                measure=self.observer.name_done(text, clause),
            )

    def _find_elliptic(self, noun: int) -> list[Mention]:
        """Bare numbers after "and" that count the same noun: "and more than 944,000 this year"."""
        parse = self.parse
        _, last = parse.sentences[parse.sentence_of[noun]]
        found = []
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            if not noun < start < last or value.origin != "number":
                continue
            alone = end >= last or parse.tags[end] in {"IN", ",", ".", "TO", "DT", ":", "CC"}
            joined = parse.lemmas[start - 1] in {"and", "but", "versus"}
            large = isinstance(value.value, Quantity) and value.value.value >= 100
            if alone and joined and large and not self.values.inside(self._head_of(value)):
                found.append(value)
        return found

    def _is_many(self, value: Mention, lemma: str, owner: Mention) -> bool:
        """ "100 members" of an association, "50,000 children": so many are counted all the same."""
        size = self.size_of(value)
        body = self.arguments.fits(owner, _BODIES)
        if lemma in self.words.many_only and size >= (_VERY_MANY if lemma in _PEOPLE else _MANY):
            return True
        if lemma == _SEAT and size >= _FEW_SEATS:  # "holds six seats on the board"
            return True
        return lemma in _PEOPLE and (size >= 1000 or (lemma == "member" and body))

    def _are_several(self, noun: int) -> bool:
        return self.size_of(self.values.count_of(noun)) >= _SEVERAL

    def _is_a_figure(self, value: Mention) -> bool:
        return self.size_of(value) >= _MANY

    def _is_plural(self, value: Mention) -> bool:
        return self.size_of(value) >= 2

    def _is_place_or_period(self, noun: int) -> bool:
        return any(
            m.kind is MentionKind.PERIOD or self.arguments.fits(m, ("Place",))
            for m in self.arguments.by_token.get(noun, ())
        )

    def _head_of(self, value: Mention) -> int:
        return self.parse.heads[self.observer.qualifiers.head_of(value)]
