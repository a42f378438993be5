"""What every family of observation shapes works on."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause, spread
from kg.extraction.host_works import HostWorks
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.with_phrases import is_set_apart
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_FEW = 5  # people of whom a number may be told without a noun
_RECORDED = frozenset(["recorded", "seen", "posted", "registered", "reported", "achieved"])


class Shapes:
    """Base of the shapes: one document's observer, and its parts under short names."""

    def __init__(self, observer: Observer) -> None:
        self.observer = observer
        self.words = observer.words
        self.arguments = observer.arguments
        self.parse = observer.parse
        self.values = observer.values
        self.works = HostWorks(observer.arguments, observer.words)

    def tell(
        self,
        rule: Rule,
        clause: Clause,
        noun: int,
        value: Mention,
        *,
        owner: Mention | None = None,
        measure: str | None = None,
        change: Quantity | None = None,
        place: Mention | None = None,
    ) -> Iterator[Candidate]:
        """The observation of a value that the verb of a clause tells."""
        return self.observer.observe(
            rule,
            clause.token,
            noun,
            value,
            owner=owner,
            measure=measure,
            change=change,
            place=place,
        )

    def go_on(
        self, rule: Rule, before: Candidate, noun: int, value: Mention, measure: str
    ) -> Iterator[Candidate]:
        """The observation of a value that goes on with what was told before: its verb, owner and modality."""
        for candidate in self.observer.observe(
            rule, before.token, noun, value, owner=before.subject, measure=measure
        ):
            candidate.modality = before.modality
            yield candidate

    def tell_again(
        self, rule: Rule, clause: Clause, value: Mention, owner: Mention
    ) -> Iterator[Candidate]:
        """ "handled 3 million passengers. It expects to handle 7 million": the noun is told but once."""
        last = self.observer.last
        known = last.object if last is not None else None
        if last is None or last.subject is None or not isinstance(known, Mention):
            return
        first = self.arguments.find_first
        near = clause.sentence - self.parse.sentence_of[last.token] in {0, 1}
        verb = clause.lemma.split()[0]
        told = verb == self.parse.lemmas[last.token] or verb in self.words.capacity_verbs
        counted = self.values.in_unit_of(value, known)
        if not near or not told or known.origin == "money" or counted is value:
            return
        if first(last.subject) == first(owner):
            measure = last.measure
            yield from self.tell(rule, clause, clause.token, counted, owner=owner, measure=measure)

    def tell_bare(
        self, rule: Rule, clause: Clause, value: Mention, owner: Mention
    ) -> Iterator[Candidate]:
        """ "which employs 21,000": people, whom such a verb need not name."""
        people, quantity = self.words.bare_counts.get(clause.lemma), value.value
        if people is None or not isinstance(quantity, Quantity) or quantity.value < _FEW:
            return
        counted = self.values.replaced(value, replace(quantity, unit="person"))
        yield from self.tell(rule, clause, clause.token, counted, owner=owner, measure=people)

    def is_measured_time(self, noun: int) -> bool:
        """ "travel time", "waiting times": time that is measured."""
        return self.parse.lemmas[noun] == "time" and any(
            self.parse.words[c].lower() in self.words.measured_times
            for c in self.parse.children[noun]
        )

    def measured_subjects(self, clause: Clause) -> list[int]:
        """The subjects of a clause; of "the Port of X's throughput was", parsed as the port, the throughput."""
        subjects = clause.objects if clause.passive else clause.subjects
        if (before := self._measure_before(clause)) is not None:
            return [before] if self.parse.tags[before][0] == "N" else []
        row = subjects[-1:] if self._is_row_of_kinds(subjects) else subjects
        told = (self._possessed(self._before_tax(t), clause.token) for t in row)
        return list(dict.fromkeys(told))

    def _is_row_of_kinds(self, subjects: list[int]) -> bool:
        """ "textile, garment and footwear exports": kinds of what the last noun tells, and no subjects."""
        parse, known = self.parse, self.words.nouns
        if len(subjects) < 2 or parse.lemmas[subjects[-1]] not in known:
            return False
        field_of = self.observer.owners.field_of
        kind = parse.deps[subjects[-1] - 1] in {"compound", "amod", "conj"}
        return kind and all(
            parse.tags[t] == "NN" and parse.lemmas[t] not in known and field_of(t) is None
            for t in subjects[:-1]
        )

    def _before_tax(self, subject: int) -> int:
        """ "Profit after tax rose": the profit, where the tax is taken for the subject."""
        parse, link = self.parse, self.parse.words[subject - 1].lower()
        taxed = subject > 1 and parse.lemmas[subject] == "tax" and link in {"after", "before"}
        return subject - 2 if taxed and parse.tags[subject - 2][0] == "N" else subject

    def _measure_before(self, clause: Clause) -> int | None:
        """ "… and imports rose": a measure right before a verb, which the small model hangs elsewhere."""
        parse, before = self.parse, clause.token - 1
        own = bool(parse.list_subjects(clause.token))
        if own or before < 0 or before in clause.subjects or parse.deps[clause.token] != "conj":
            return None
        measured = parse.words[before].lower() in self.words.nouns
        if not measured and is_set_apart(parse, before, self.words.nouns):
            return clause.token  # "… and income from other sources rose": none that a clause knows
        return before if measured and parse.tags[before] in {"NN", "NNS", "VBZ"} else None

    def _possessed(self, subject: int, verb: int) -> int:
        parse = self.parse
        ends = [self.arguments.ranges[m][1] for m in self.arguments.by_token.get(subject, ())]
        end = max(ends, default=subject + 1)
        end = self._past_name(end) if self.arguments.find(subject, ("Place",)) else end
        if not subject < end < verb or parse.words[end] not in {"'s", "’s", "'", "’"}:
            return subject
        noun = end + 1
        while noun + 1 < verb and parse.tags[noun + 1][0] in "NJ":
            noun += 1
        return noun if parse.lemmas[noun] in self.words.nouns else subject

    def _past_name(self, end: int) -> int:
        """ "the city [of Zenda]'s exports": past the name of what was called so."""
        if self.parse.words[end : end + 1] != ["of"]:
            return end
        named = (m for m in self.arguments.by_token.get(end + 1, ()) if m.kind is MentionKind.NAME)
        places = (m for m in named if self.arguments.fits(m, ("Place",)))
        return max((self.arguments.ranges[m][1] for m in places), default=end)

    def find_changed(self, change: int) -> int | None:
        """ "growth in net profit", "a growth of 5% in arrivals": the measure that a noun of change tells of."""
        parse = self.parse
        links = [*parse.children[change]]
        for value in self.values.after(change):
            end = self.arguments.ranges[value][1]  # "in" hangs on the value, or on the verb
            links += [end] if end < len(parse.words) and parse.words[end] == "in" else []
        for child in links:
            if parse.deps[child] != "prep" or parse.lemmas[child] != "in":
                continue
            for inner in parse.children[child]:
                known = parse.lemmas[inner] in self.words.nouns or parse.tags[inner] == "NNS"
                time = parse.lemmas[inner] in self.words.none | self.words.uncounted
                if parse.deps[inner] == "pobj" and known and not time:
                    return inner if not self.arguments.by_token.get(inner) else None
        return None

    def acted_on(self, clause: Clause) -> list[int]:
        """What something is done to; nothing before "…, driven by demand", which is said of the whole sentence."""
        verb, parse = clause.token, self.parse
        apart = verb > 1 and parse.words[verb - 1] == "," and parse.deps[verb] in {"acl", "advcl"}
        return [t for t in clause.objects if not apart or t == verb - 2]

    def is_superlative(self, noun: int) -> bool:
        """ "the highest rate", "the most visitors"."""
        return any(self.parse.tags[c] in {"JJS", "RBS"} for c in self.parse.children[noun])

    def is_plural(self, noun: int) -> bool:
        """Whether a noun is plural, or looks the same in the plural."""
        plural = self.parse.tags[noun] in {"NNS", "NNPS"}
        word = self.parse.words[noun]
        short = len(word) > 2 and word[-2].isupper() and word[-1] == "s"  # "MoUs", "SMEs"
        return plural or short or self.parse.lemmas[noun] in self.words.plural_alike

    def _through_totals(self, nouns: list[int]) -> Iterator[int]:
        """ "a total of 953,000 vehicles": the vehicles; "a fleet of 480 trucks and 12 vessels": both."""
        parse = self.parse
        for noun in nouns:
            grouped = parse.lemmas[noun] in self.words.groups
            inner = [
                part
                for child in parse.children[noun]
                if (grouped or parse.lemmas[noun] in self.words.vague)
                and parse.lemmas[child] == "of"
                for first in parse.children[child]
                if parse.deps[first] == "pobj"
                for part in (spread(parse.children, parse.deps, first) if grouped else [first])
            ]
            yield from inner or [noun]

    def is_number(self, noun: int) -> bool:
        """ "The number of ports", "its fleet": what any small number is a value of."""
        of = [c for c in self.parse.children[noun] if self.parse.lemmas[c] == "of"]
        return self.parse.lemmas[noun] in (self.words.sums if of else self.words.sums_alone)

    def is_counted(self, noun: int) -> bool:
        """ "deliveries rose to 28": plurals that are told one by one, whatever their number."""
        return self.is_plural(noun) and self.parse.lemmas[noun] in self.words.told_one_by_one

    def is_tally(self, noun: int, value: Mention) -> bool:
        """ "a total of 223 trains": a count of the trains, and no measure of its own."""
        start, end = self.arguments.ranges[value]
        if value.origin != "number" or self.parse.tags[end : end + 1] == []:
            return False
        known = self.parse.lemmas[start - 1 : start] in (["the"], ["these"], ["those"])
        return self.parse.tags[end][0] in "NJ" and (  # "the cost of the three mills"
            known or self.parse.lemmas[noun] in self.words.totals
        )

    def exceed(self, clause: Clause, value: Mention) -> Mention:
        """ "exceeded 4 million": more than that."""
        quantity = value.value
        capped = clause.lemma in self.words.limiting
        if capped and isinstance(quantity, Quantity) and quantity.comparator == "=":
            return self.values.replaced(value, replace(quantity, comparator="<="))  # "capped at"
        if clause.lemma not in self.words.exceeding or not isinstance(quantity, Quantity):
            return value
        if value in self.values.in_slots(clause, ("at", "with")):
            return value  # "topping the list at 1.75 million"
        start, end = self.arguments.ranges[value]
        after = self.parse.words[end : end + 1]
        told = after[:1] and after[0] in _RECORDED and self.parse.words[start - 1].lower() == "the"
        exact = quantity.comparator == "=" and not told  # "exceeded the 7.6 percent recorded in"
        return self.values.replaced(value, replace(quantity, comparator=">")) if exact else value

    def join(self, clause: Clause, noun: int) -> str | None:
        """ "imports and exports": what has one value together."""
        subjects = self.measured_subjects(clause)
        field_of = self.observer.owners.field_of
        known = all(self.parse.lemmas[t] in self.words.nouns or field_of(t) for t in subjects)
        if len(subjects) < 2 or noun != subjects[0] or not known:
            return None
        texts = [self.observer.owners.measure_text(t) for t in subjects]
        return " and ".join(text for text in texts if text)

    def last_event(self, token: int) -> Mention | None:
        """The event named last before, in the same paragraph."""
        parse, recognized = self.parse, self.arguments.recognized
        paragraph = recognized.paragraph_of[parse.sentence_of[token]]
        before = [
            m
            for m in recognized.mentions
            if self.arguments.ranges[m][0] < token
            and recognized.paragraph_of[parse.sentence_of[self.arguments.ranges[m][0]]] == paragraph
            and self.arguments.fits(m, ("Event",))
            and self.arguments.find(self.arguments.ranges[m][1] - 1, ("Event",)) == m
        ]
        return before[-1] if before else None

    def size_of(self, value: Mention | None) -> Decimal:
        """How much a value is; 0 for none."""
        quantity = value.value if value is not None else None
        return quantity.value if isinstance(quantity, Quantity) else Decimal(0)

    def is_named(self, token: int) -> bool:
        """Whether a token tells more than a kind: a name, a time, a value, who is meant."""
        kinds = {MentionKind.NOMINAL, MentionKind.ADJECTIVE}
        return any(m.kind not in kinds for m in self.arguments.by_token.get(token, ()))

    def apposed_percents(self, clause: Clause) -> list[Mention]:
        """ "cut emissions 42 percent", taken for an apposition."""
        return [
            v
            for noun in (clause.objects if not clause.passive else ())
            for c in self.parse.children[noun]
            if self.parse.deps[c] == "appos" and c > noun
            for v in self.values.at(c)
            if v.origin == "percent"
        ]

    def reached_beyond(self, clause: Clause) -> list[Mention]:
        """ "by 6.1 percent to $2 billion", where "to" hangs on the percentage."""
        children = self.parse.children
        return [
            value
            for noun in clause.slot("by")
            for link in (*children[noun], *children[self.parse.heads[noun]])
            if self.parse.lemmas[link] == "to" and link > noun
            for inner in children[link]
            for value in self.values.at(inner)
            if value.origin != "percent"
        ]
