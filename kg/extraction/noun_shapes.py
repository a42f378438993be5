"""Shapes of observations without a verb: "a population of", "a $3.7 billion refinery", "(115 km)"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause, find_first, find_made_by, is_example
from kg.extraction.described_owners import find_described, find_used
from kg.extraction.handled_measures import find_handler, find_own_works
from kg.extraction.named_products import list_products
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.extraction.undertakings import find_built
from kg.model.mention import SETTLED, Mention, MentionKind, read_unit

_HOST = "with"  # what stands before it has the measure…
_AMONG = frozenset(["in", "among", "of", "from"])
_CLIMBED = 6  # heads from the last of a list to its first
_HOST_PREPOSITIONS = frozenset([_HOST, "at", "for"])  # …"at a cost of" does not say whose it is


class NounShapes(Shapes):
    """The shapes, over the values of one document."""

    def measure_of_value(self, rule: Rule) -> Iterator[Candidate]:
        """ "with a capacity of 0.5 million tonnes", "annual output of 3 million barrels"."""
        for noun, lemma in enumerate(self.parse.lemmas):
            if self.parse.tags[noun][0] != "N" or lemma not in rule.nouns:
                continue
            for value in self.values.after(noun)[:1]:
                beside = {self.parse.words[c].lower() for c in self.parse.children[noun]}
                if "negative" in beside or self.is_tally(noun, value):
                    continue  # "negative growth of 19 percent" is a change
                own = find_own_works(noun, value, self.arguments)
                amount = not own and value.origin == "money" and lemma in self.words.amount_nouns
                if amount or self.observer.is_amount(value):
                    continue
                row, owners = self._find_in_row(noun), self.observer.owners
                owner = own or owners.find_possessor(noun)
                owner = owner or find_described(self.arguments, row, OWNERS) or self._host(row)
                if owner is None and not self._is_attached(noun):
                    owner = owners.find_own(noun) or self._find_nation(noun)
                owner = owner or self.observer.narrower.find_works(noun)
                owner = owner or self.observer.shares.find_alike(noun, self.observer.made)
                if owner or (not self._is_attached(noun) and owners.field_of(noun)):
                    yield from self.observer.observe(rule, noun, noun, value, owner=owner)

    def _find_nation(self, noun: int) -> Mention | None:
        """ "Peru has 139,000 cases in a population of 34 million": Peru's."""
        link = self.parse.heads[noun]
        among = self.parse.deps[noun] == "pobj" and self.parse.lemmas[link] in _AMONG
        if not among or self.parse.lemmas[noun] != self.words.population:
            return None
        owner = self._find_subject(link)
        return owner if owner is not None and self.arguments.fits(owner, ("Place",)) else None

    def _is_attached(self, noun: int) -> bool:
        """Whether a measure stands after "with": it belongs to what comes before."""
        parse = self.parse
        return parse.deps[noun] == "pobj" and parse.lemmas[parse.heads[noun]] in _HOST_PREPOSITIONS

    def _host(self, noun: int) -> Mention | None:
        """ "a terminal with a capacity of …", "the plant, capacity of …"."""
        parse = self.parse
        governor = parse.heads[noun]
        if self._is_attached(noun):
            # The parser often hangs "with" on the verb: the noun right before it is nearer.
            near = (governor - 1, parse.heads[governor]) if parse.lemmas[governor] == _HOST else ()
            work = self.works.find(governor, noun) if near else None
            work = work or (self._find_peopled(governor, noun) if near else None)
            if work is not None:
                return work
            if near and parse.words[governor - 1] == ",":
                head = parse.heads[governor]  # "The group Norvik, with sales of"
                named = self.arguments.find(head, OWNERS) if parse.tags[head][0] == "N" else None
                return named or self._find_subject(governor)
            for head in (find_made_by(parse, t) for t in near):
                if head >= 0 and parse.tags[head][0] == "N":
                    if self.values.count_of(head) is not None:  # "11 stations with a length of"
                        return self._find_subject(governor)
                    near_owner = self.works.find_placed(head, noun)
                    near_owner = near_owner or self.arguments.find(head, OWNERS)
                    near_owner = find_used(near_owner, head, self.arguments)
                    if near_owner is None or self._is_setting(head, near_owner, noun):
                        return self._find_subject(governor) or near_owner
                    return near_owner
            verb = parse.heads[governor]
            if near and parse.tags[verb][:2] == "VB" and verb == governor - 1:
                return self._find_subject(governor)  # "Norvik leads with a share of"
        if self._is_attached(noun) and parse.lemmas[governor] == "at":
            return self._find_made(governor)
        if parse.deps[noun] in {"appos", "conj"} and (listed := self._find_listing(noun)):
            return listed
        given = [c for c in parse.children[governor] if parse.deps[c] == "dative"]
        if parse.deps[noun] == "dobj" and given and parse.tags[given[0]][0] in "NP":
            return self.arguments.find(given[0], OWNERS)  # "gives the plant a capacity of"
        return find_handler(noun, self.arguments)

    def _find_in_row(self, noun: int) -> int:
        """ "with 400 workers and sales of 30 million": the first of a row after "with", else the noun."""
        parse, first = self.parse, find_first(self.parse, noun, _CLIMBED)
        hosted = self._is_attached(first) and parse.lemmas[parse.heads[first]] == _HOST
        return first if hosted else noun

    def _find_peopled(self, preposition: int, noun: int) -> Mention | None:
        """ "a mill in Zenda, with a population of": Zenda's; "ended 2023 with deposits of": the subject's."""
        if self.parse.words[preposition - 1].isdigit():
            return self._find_subject(preposition)
        if self.parse.lemmas[noun] != self.words.population:
            return None
        called, before = self.parse.heads[preposition], preposition - 1
        before -= self.parse.words[before] == ","
        if called < before and self.parse.lemmas[called] in self.words.peopled:
            said = self.parse.heads[called] if self.parse.deps[called] == "appos" else called
            return self.arguments.find(said, ("Place",)) or self.arguments.find(before, SETTLED)
        return self.arguments.find(before, SETTLED)

    def _find_listing(self, noun: int) -> Mention | None:
        """Who has what a list begins with ("has 12 berths, a depth of 16 metres"), or what it stands beside."""
        parse, first = self.parse, noun
        for _ in range(_CLIMBED):
            if parse.deps[first] in {"conj", "appos", "pobj", "prep"}:
                first = parse.heads[first]
        verb = parse.heads[first]
        had = parse.deps[first] == "dobj" and parse.lemmas[verb] in self.words.plain_verbs
        if not had:
            beside = parse.deps[noun] == "appos"
            return self.arguments.find(parse.heads[noun], OWNERS) if beside else None
        subjects = parse.list_subjects(verb, passive=False)
        return next((m for t in subjects for m in self.arguments.find_all(t, OWNERS)), None)

    def _is_setting(self, head: int, owner: Mention, noun: int) -> bool:
        """ "the largest brewer in Peru, with a market share of": Peru is where it is, and not whose share."""
        before = self.parse.words[self.arguments.ranges[owner][0] - 1].lower()
        lasting = {self.words.population, *self.words.of_values.values()}
        placed = before == "in" and head < noun and self.parse.lemmas[noun] not in lasting
        placed = placed and self.arguments.fits(owner, ("Country", "Province", "Region"))
        return placed or is_example(self.parse, head)

    def _find_made(self, preposition: int) -> Mention | None:
        """ "relaid the line at a cost of …": the object of the clause, or the subject of a passive."""
        verb = self.observer.qualifiers.owner_of_token(preposition)
        made = [c for c in self.parse.children[verb] if self.parse.deps[c] in {"dobj", "nsubjpass"}]
        if not made and self.parse.deps[verb] == "acl" and self.parse.tags[verb] == "VBN":
            made = [self.parse.heads[verb]]  # "the terminal, built at a cost of"
        while not made and self.parse.deps[verb] in {"xcomp", "acomp"}:
            verb = self.parse.heads[verb]  # "It is due to be finished at a cost of"
            made = self.parse.list_subjects(verb)
        return self.arguments.find(made[0], self.words.things) if made else None

    def _find_subject(self, preposition: int) -> Mention | None:
        """ "The factory costs a lot, with a capacity of …": the subject of the clause."""
        verb = self.observer.qualifiers.owner_of_token(preposition)
        subjects = self.parse.list_subjects(verb)
        if not subjects and self.parse.deps[verb] == "acl" and self.parse.tags[verb] == "VBN":
            subjects = [self.parse.heads[verb]]  # "the refinery, built in 1968 with a capacity of"
        return self.arguments.find(subjects[0], OWNERS) if subjects else None

    def length_in_brackets(self, rule: Rule) -> Iterator[Candidate]:
        """ "the Southern line (115 km)"."""
        words = self.parse.words
        for value in self.values.all():
            start, end = self.arguments.ranges[value]
            if start < 2 or words[start - 1] != "(" or words[end : end + 1] != [")"]:
                continue
            thing = self._find_before(start - 2)
            if thing is None or value.origin == "money":
                continue
            measure = self.words.name_for(value, thing)
            if measure is not None:
                yield from self.observer.observe(
                    rule, start - 2, start - 2, value, owner=thing, measure=measure
                )

    def _find_before(self, token: int) -> Mention | None:
        """The thing that ends at a token, or whose phrase the token closes: "line in Y (253 km)"."""
        for _ in range(4):
            thing = self.arguments.find(token, self.words.things)
            if thing is not None and thing.origin != "noun phrase":
                return thing
            governor = self.parse.heads[token]
            if governor == token or self.parse.tags[governor][:2] == "VB":
                return None
            token = governor
        return None

    def value_for_measure(self, rule: Rule) -> Iterator[Candidate]:
        """ "two projects worth $1 billion", "wind farms totalling 100 MW"."""
        lengths = sorted({len(word.split()) for word in rule.words}, reverse=True)
        lower = self.arguments.lower
        for value in self.values.all():
            start, _ = self.arguments.ranges[value]
            size = next((n for n in lengths if " ".join(lower[start - n : start]) in rule.words), 0)
            thing = start - size - 1
            thing -= self.parse.words[thing] == ","  # "the project, worth 2 billion,"
            if not size or thing < 0 or self.parse.tags[thing][0] != "N":
                continue
            if self.observer.no_values.is_of_stake(thing):
                continue
            owner = self.arguments.find(thing, self.words.things)
            if lower[start - 1] == "of" and owner and self.arguments.fits(owner, ("Organization",)):
                continue  # "a payment from Norvik of 5 million"
            measure = self._name(rule, value, owner) if owner is not None else None
            if owner is not None and measure is not None:
                yield from self.observer.observe(
                    rule, thing, thing, value, owner=owner, measure=measure
                )

    def _name(self, rule: Rule, value: Mention, owner: Mention) -> str | None:
        """The measure of a value beside its thing; of money it is what the rule names."""
        if value.origin == "money":
            return min(rule.nouns, default=None)
        return self.words.name_for(value, owner)

    def value_of_subject(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "the line spans 120 km", "the project cost $3 billion": the subject's own value."""
        if clause.passive:
            return
        kinds = OWNERS if clause.lemma in self.words.share_verbs else self.words.things
        kinds = (*kinds, "Event") if clause.lemma in rule.nouns else kinds
        things = [
            t
            for t in self.measured_subjects(clause)
            if self.parse.lemmas[t] not in self.words.nouns or self.observer.is_entity(t)
        ]
        owners = self.observer.phases.list_works(clause.subjects)
        owners = owners or [m for t in things for m in self.arguments.find_all(t, kinds)]
        owners = owners or find_built(self.arguments, clause.subjects, self.words.things)
        if not (owners := owners or list_products(things, self.arguments)):
            return
        values = self.values.in_slots_or_beside(clause, ("object", "attr", "for", "over"))
        values = values or self._worth(clause)
        for value in values[:1]:
            if clause.lemma == "have" and self._is_of_part(value):
                continue  # "has 350 metres of quay"
            if clause.lemma == "be" and self._takes_up(clause, value):
                continue  # "Its throughput was 41 tonnes. In 2023 it was 36 tonnes"
            if self.works.pass_extent(self.arguments.ranges[value][1])[0]:
                continue  # "is 165 metres high"
            share = clause.lemma in self.words.share_verbs  # "accounted for 3 million TEU"
            measure = None if share else self._name_own(rule, clause, value, owners[0])
            measure = measure or self._name_share(clause, value)
            if value.origin == "money" and clause.lemma not in rule.nouns | {"be"}:
                continue
            if measure is not None and self._may_own(owners[0]):
                yield from self.tell(
                    rule, clause, clause.subjects[0], value, owner=owners[0], measure=measure
                )

    def _name_own(self, rule: Rule, clause: Clause, value: Mention, owner: Mention) -> str | None:
        """What a value of a thing measures; an event has only costs, by a verb of costing."""
        costing = clause.lemma in rule.nouns and value.origin == "money"
        if costing and self.arguments.fits(owner, ("Event",)):
            return next(iter(self.words.of_money))
        return self.words.name_for(value, owner)

    def _worth(self, clause: Clause) -> list[Mention]:
        """ "the project is worth 2 billion"."""
        parse = self.parse
        found = [
            v
            for child in parse.children[clause.token]
            if parse.words[child].lower() == "worth" and clause.lemma == "be"
            for inner in (*parse.children[child], child + 1)
            for v in self.values.at(inner)
        ]
        return [v for v in found if v.origin == "money"][:1]

    def _may_own(self, owner: Mention) -> bool:
        """Whether an owner is no pronoun, or one that plainly stands for a named thing."""
        first = self.arguments.find_first(owner)
        told = {MentionKind.NAME, MentionKind.NOMINAL}
        return owner.kind is not MentionKind.PRONOUN or first.kind in told

    def _takes_up(self, clause: Clause, value: Mention) -> bool:
        """Whether "it" is no thing but the figure told right before, in the same unit."""
        last = self.observer.last
        if last is None or [self.parse.words[t].lower() for t in clause.subjects] != ["it"]:
            return False
        near = clause.sentence - self.parse.sentence_of[last.token] in {0, 1}
        return near and read_unit(last.object) == read_unit(value) and last.token < clause.token

    def _is_of_part(self, value: Mention) -> bool:
        end = self.arguments.ranges[value][1]
        return self.parse.words[end : end + 1] == ["of"]

    def _name_share(self, clause: Clause, value: Mention) -> str | None:
        """ "accounts for 40 percent of cement output": "share of cement output"."""
        if value.origin != "percent" or clause.lemma not in self.words.share_verbs:
            return None
        start, end = self.arguments.ranges[value]
        for token in range(start, end):
            for child in self.parse.children[token]:
                if self.parse.lemmas[child] != "of" or child < end:
                    continue
                for noun in self.parse.children[child]:
                    text = self.observer.owners.measure_text(noun)
                    if text:
                        return f"{self.words.share} of {text}"
        return None
