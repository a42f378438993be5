"""Figures of what somebody does, whatever the verb: "needs 387,500 tonnes of food aid", "disclosed a 4bn euro hole"."""

from collections.abc import Iterator

from kg.extraction.between_ends import lies_beyond
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.cost_bearing import bears_cost
from kg.extraction.count_shapes import CountShapes
from kg.extraction.measure_naming import gerund, participle
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_DOERS = ("Organization", "Place", "Project", "TransportCorridor", "Event", "Agreement")
_PLACED = ("in", "at", "across", "throughout", "along", "on", "through", "via", "within")
_LINKS = frozenset(["of", "in", "worth"])
_PEOPLE = "people"
_PLACING = frozenset(["in", "on", "at", ",", ".", "and", "by", "as", "this", "last"])
_AIDING = frozenset(["help", "feed", "assist", "aid", "support", "reach", "affect"])
_BEFALLING = frozenset(
    ["kill", "injure", "displace", "vaccinate", "infect", "evacuate", "resettle"]
)
_SEEING = frozenset(["see", "witness", "experience"])
_INCLUDING = frozenset(["include", "comprise"])
_NATIONWIDE = frozenset(["nationwide", "countrywide", "nationally"])
_NAMING = frozenset(["NNP", "NNPS", "POS"])  # tags
_LEADING = frozenset(["DT", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "PRP$", "RB"])
_WITHIN = frozenset(["JJ", "NN", "NNP", "NNS", "HYPH", "VBN", "VBG", "CD", ":"])
_SEEN = 100
_FIGURE = 10  # fewer are told of one by one
_BEHIND = 7  # tokens behind a value and its link in which the noun stands
_BEFORE = 6  # tokens from a sum to the noun that it stands before


class OpenShapes(CountShapes):
    """The shapes, over the clauses of one document, of values that no other shape took."""

    def done_with(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "will need 387,500 tonnes of food aid", "sold 70 percent of its cars abroad", "unveiled a £12bn roadmap"."""
        yield from self._tell_made_up(rule, clause)
        owner = self._find_doer(clause)
        if owner is not None and clause.lemma in _SEEING:
            yield from self._tell_seen(rule, clause, owner)
        wanting = clause.lemma in self.words.wanting
        issuing = clause.lemma in self.words.issuing_debt
        if owner is None or (self._is_no_deed(clause) and not wanting and not issuing):
            return
        yield from self._tell_earned(rule, clause, owner)
        for noun in clause.objects:
            own = self.observer.owners.find_possessor(noun)
            first = self.arguments.find_first
            if own is not None and first(own) != first(owner):
                continue
            yield from self._tell_amount(rule, clause, noun, owner)
            yield from self._tell_sum(rule, clause, noun, owner)
            if wanting:
                yield from self._tell_wanted(rule, clause, noun, owner)

    def _is_no_deed(self, clause: Clause) -> bool:
        """Whether the objects of a verb are no figures of who acts, or its money the amount of a statement."""
        words = self.words
        verbs = {clause.lemma, clause.lemma.split()[0]}
        return bool(verbs & (words.uncounting | words.amount_verbs | words.valuing))

    def _find_doer(self, clause: Clause) -> Mention | None:
        """Who acts, if it is one; of a participle who acts above it."""
        owners = self.observer.phases.list_works(clause.subjects)
        owners = owners or [m for t in clause.subjects for m in self.arguments.find_all(t, _DOERS)]
        if not clause.subjects and not clause.passive and self.parse.tags[clause.token] == "VBG":
            found = self.observer.find_owners(clause)
            owners = [m for m in found if self.arguments.fits(m, _DOERS)]
        if not self.arguments.are_one(owners):
            return None
        many = self.parse.tags[self.arguments.ranges[owners[0]][1] - 1] == "NNS"
        nameless = many and owners[0].kind is MentionKind.NOMINAL  # "Wind farms make half of it"
        return None if nameless else owners[0]

    def _tell_amount(
        self, rule: Rule, clause: Clause, noun: int, owner: Mention
    ) -> Iterator[Candidate]:
        """An amount that is the object itself, by what stands behind its "of" or "in"."""
        for value in self.values.at(noun)[:1]:
            kind = self._find_kind(value) if value.origin != "number" else None
            text = self.observer.owners.measure_text(kind) if kind is not None else None
            if kind is None or not text or self._is_owned(clause, value, kind):
                continue
            if bears_cost(clause.lemma, kind, self.parse):
                continue
            if clause.lemma in self.words.amount_verbs and not self._is_debt(clause, kind):
                continue
            done = self.observer.name_able(clause) or self.observer.name_done(text, clause)
            measure = f"{self.words.share} of {done}" if value.origin == "percent" else done
            yield from self.tell(rule, clause, kind, value, owner=owner, measure=measure)

    def _is_debt(self, clause: Clause, kind: int) -> bool:
        """ "sold 168 billion rupees in treasury bills": so much of what the seller owes, and no deal."""
        issuing = clause.lemma in self.words.issuing_debt
        return issuing and self.parse.lemmas[kind] in self.words.debts

    def _find_kind(self, value: Mention) -> int | None:
        """The last noun of the phrase behind a value and "of" or "in"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        if end >= last or parse.words[end].lower() not in _LINKS:
            return None
        return self._find_last_noun(end + 1, min(end + _BEHIND, last))

    def _find_last_noun(self, start: int, end: int) -> int | None:
        """The common noun that ends the phrase beginning at a token; none where a name or time is in it."""
        parse, found = self.parse, None
        for token in range(start, end):
            if self.is_named(token) or parse.tags[token] in _NAMING:
                return None
            if parse.tags[token] in {"NN", "NNS"}:
                found = token
            elif found is not None or parse.tags[token] not in _LEADING:
                break
        return found

    def _is_owned(self, clause: Clause, value: Mention, kind: int) -> bool:
        """Whether what a value is of is bought or held and not measured."""
        lemma, quantity = self.parse.lemmas[kind], value.value
        if isinstance(quantity, Quantity) and quantity.unit in self.words.time_units:
            return True
        if lemma in self.words.amount_nouns | self.words.stakes | self.words.none:
            return True
        behind = self.arguments.ranges[value][1] + 1
        apart = self.parse.words[behind : behind + 1] == ["the"]
        apart = apart or self.parse.tags[kind + 1 : kind + 2] == ["VBN"]
        if value.origin == "percent" and apart:
            return True  # "30 percent of the steel used in Peru": the share of a whole of its own
        held = clause.lemma in self.words.holding | self.words.plain_verbs | self.words.getting
        return value.origin == "percent" and (held or lemma in self.words.parts_owned)

    def _tell_sum(
        self, rule: Rule, clause: Clause, noun: int, owner: Mention
    ) -> Iterator[Candidate]:
        """ "disclosed a 4bn euro hole in its accounts": a sum before a noun of sums."""
        if self.parse.lemmas[noun] not in rule.nouns:
            return
        value = self._find_before(noun)
        if value is not None and not self.observer.is_amount(value):
            yield from self.tell(rule, clause, noun, value, owner=owner)

    def _tell_seen(self, rule: Rule, clause: Clause, owner: Mention) -> Iterator[Candidate]:
        """ "Zenda has seen a total of 3,655 trips": so many are made there."""
        for noun in self._through_totals(clause.objects):
            value, text = self.values.count_of(noun), self.observer.owners.measure_text(noun)
            size = self.size_of(value)
            if value is not None and text and size >= _SEEN and self.is_plural(noun):
                counted = self.values.with_unit(value, noun)
                yield from self.tell(rule, clause, noun, counted, owner=owner, measure=text)

    def _tell_made_up(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "an annual output that includes 455,000 tonnes of ethylene": a part of the same measure."""
        if clause.lemma not in _INCLUDING or clause.passive:
            return
        subjects = [t for t in clause.subjects if self.parse.lemmas[t] in self.words.nouns]
        for noun in clause.objects if len(subjects) == 1 else ():
            for value in self.values.at(noun)[:1]:
                kind = self._find_kind(value) if value.origin != "number" else None
                text = self.arguments.phrase_text(kind) if kind is not None else None
                whole = self.observer.owners.measure_text(subjects[0])
                if text and whole:
                    measure = f"{text} {whole}"
                    owner = self._find_haver(subjects[0])
                    yield from self.tell(
                        rule, clause, subjects[0], value, owner=owner, measure=measure
                    )

    def _find_haver(self, noun: int) -> Mention | None:
        """ "Norvik has [an output] that includes": who has what is told of."""
        parse, verb = self.parse, self.parse.heads[noun]
        if parse.deps[noun] != "dobj":
            return None
        subjects = parse.list_subjects(verb, passive=False)
        return self.arguments.find(subjects[0], _DOERS) if subjects else None

    def _tell_wanted(
        self, rule: Rule, clause: Clause, noun: int, owner: Mention
    ) -> Iterator[Candidate]:
        """ "sought 2 billion rupees from the state", "requires 5,000 hectares": money or land, by its unit alone."""
        for value in self.values.at(noun)[:1]:
            known = self.words.of_values.get(read_unit(value), "")
            kind = "money" if value.origin == "money" else known
            text = self.words.wanted_things.get(kind)
            end = self.arguments.ranges[value][1]
            ended = self.parse.tags[end : end + 1] == [] or self.parse.tags[end][0] not in "NJ"
            if text and ended and self._find_kind(value) is None:
                measure = self.observer.name_done(text, clause)
                yield from self.tell(
                    rule, clause, clause.token, value, owner=owner, measure=measure
                )

    def _tell_earned(self, rule: Rule, clause: Clause, owner: Mention) -> Iterator[Candidate]:
        """ "generated $65 million from its road business": revenue, by what it comes from."""
        if clause.lemma not in self.words.earning or clause.passive:
            return
        values = [v for v in self.values.in_slots(clause, ("object",)) if v.origin == "money"]
        for noun in clause.slot("from") if values else ():
            text = self.arguments.phrase_text(noun)
            after = self.parse.words[self.arguments.ranges[values[0]][1]].lower() == "from"
            if text and after and self.parse.tags[noun][:2] == "NN" and not self.is_named(noun):
                measure = f"{self.words.earned} from {text}"
                yield from self.tell(
                    rule, clause, clause.token, values[0], owner=owner, measure=measure
                )
                return

    def _find_before(self, noun: int) -> Mention | None:
        """The money that stands before a noun in its phrase."""
        for token in range(noun - 1, max(noun - _BEFORE, -1), -1):
            for value in self.values.at(token):
                return value if value.origin == "money" else None
            if self.parse.tags[token] not in _WITHIN:
                return None
        return None

    def nationals(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "2.2 million Ethiopians will need food": people of a country, by what they do or what is done to them."""
        if clause.passive and clause.lemma not in _BEFALLING | _AIDING:
            return  # "80,000 Kenyans were employed in Peru"
        people = [*clause.objects] if clause.passive or not clause.subjects else clause.subjects
        for noun in (*people, *(clause.objects if clause.lemma in _AIDING else ())):
            value = self.values.count_of(noun)
            size = self.size_of(value)
            mentions = self.arguments.by_token.get(noun, ())
            nation = next((m for m in mentions if m.kind is MentionKind.ADJECTIVE), None)
            if value is None or nation is None or size < _SEEN or nation.type != "Country":
                continue
            counted = self.values.with_unit(value, noun)
            measure = f"{_PEOPLE} {self._tell_deed(clause, noun)}"
            yield from self.tell(rule, clause, noun, counted, owner=nation, measure=measure)

    def _tell_deed(self, clause: Clause, people: int) -> str:
        """ "needing emergency assistance", "killed", "helped"."""
        if clause.passive or people in clause.objects:
            return participle(self.parse, self.words.participles, clause.token, clause.lemma)
        if clause.lemma == "be":  # "were out of work in May"
            near = self.parse.words[clause.token + 1 : clause.token + 4]
            last = next((n for n, w in enumerate(near) if w.lower() in _PLACING), len(near))
            return " ".join(near[:last])
        things = (self.arguments.phrase_text(t) for t in clause.objects)
        return f"{gerund(clause.lemma)} {next((t for t in things if t), '')}".strip()

    def done_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "569 visits were recorded at the port": so many to whom or which something is done at a place."""
        if not clause.passive or clause.subjects or clause.lemma in self.words.uncounting:
            return
        places = [t for name in _PLACED for t in clause.slot(name)]
        places = [t for t in places if not lies_beyond(self.parse, clause.token, t)]
        owners = [m for t in places for m in self.arguments.find_all(t, OWNERS)]
        if not owners and not _NATIONWIDE.isdisjoint(clause.adverbs) and self.observer.home:
            owners = [self.observer.home]
        if not self.arguments.are_one(owners):
            return
        for noun in self._through_totals(clause.objects):
            value = self.values.count_of(noun)
            size = self.size_of(value)
            if size >= _FIGURE and self.observer.owners.find_possessor(noun) is None:
                yield from self.count(rule, clause, noun, owners[0])
            if value is None:
                yield from self._tell_amount(rule, clause, noun, owners[0])
