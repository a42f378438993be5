"""Measure rules: one value, what it measures, whose it is, when, and how it changed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.measures import OwnerFinder
from kg.extraction.periods_near import PeriodPicker
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.rule import Rule, RuleSet
from kg.extraction.scope import ScopeReader
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity
from kg.ontology import Ontology

_ENTITIES = ("Place", "Organization", "Project", "TransportCorridor", "Event", "Agreement")
_VALUE = ("Quantity",)
_SKIPPED_UNITS = frozenset(["pp"])


class MeasureMatcher:
    """Matches measure rules over one document's clauses and values."""

    def __init__(self, rules: RuleSet, ontology: Ontology) -> None:
        self.ontology = ontology
        self.by_shape = {
            shape: [r for r in rules.measures if r.shape == shape]
            for shape in {r.shape for r in rules.measures}
        }
        words = load_lexicon("measures")
        self.value_measures = words.get_mapping("value_measures")
        self.measure_nouns = words.get("measure_nouns")

    def match(
        self,
        clauses: list[Clause],
        arguments: ArgumentFinder,
        qualifiers: QualifierFinder,
        scope: ScopeReader,
    ) -> Iterator[Candidate]:
        """Candidates, at most one a value: the first shape that takes it keeps it."""
        matching = _Matching(self, arguments, qualifiers, scope)
        shapes: tuple[tuple[str, Callable[[Rule, Clause], Iterator[Candidate]]], ...] = (
            ("subject-verb-value", matching.subject_verb_value),
            ("change", matching.change),
            ("has-measure", matching.has_measure),
            ("counted-object", matching.counted_object),
        )
        taken: set[Mention] = set()
        for shape, matcher in shapes:
            for rule in self.by_shape.get(shape, ()):
                for clause in clauses:
                    if clause.kind == "verb" and clause.lemma.split()[0] in rule.verbs:
                        yield from _fresh(matcher(rule, clause), taken)
        free: tuple[tuple[str, Callable[[Rule], Iterator[Candidate]]], ...] = (
            ("measure-of-value", matching.measure_of_value),
            ("value-noun", matching.value_noun),
            ("length-in-brackets", matching.length_in_brackets),
        )
        for shape, finder in free:
            for rule in self.by_shape.get(shape, ()):
                yield from _fresh(finder(rule), taken)


def _fresh(candidates: Iterator[Candidate], taken: set[Mention]) -> Iterator[Candidate]:
    for candidate in candidates:
        if isinstance(candidate.object, Mention):
            key = replace(candidate.object, value=None)
            if key in taken:
                continue
            taken.add(key)
            yield candidate


class _Matching:
    """The shapes, over one document."""

    def __init__(
        self,
        matcher: MeasureMatcher,
        arguments: ArgumentFinder,
        qualifiers: QualifierFinder,
        scope: ScopeReader,
    ) -> None:
        self.matcher = matcher
        self.arguments = arguments
        self.parse = arguments.parse
        self.qualifiers = qualifiers
        self.scope = scope
        self.owners = OwnerFinder(arguments, matcher.ontology)
        self.picker = PeriodPicker(arguments, qualifiers)

    # -- shapes ----------------------------------------------------------------------------------

    def subject_verb_value(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "The city's industrial output reached 2.72 trillion yuan in 2024"."""
        for subject in clause.subjects or (clause.objects if clause.passive else []):
            if self._is_entity(subject):
                self._remember(subject)
                continue
            for value in self._values(clause, ("object", "attr", "to", "at")):
                if self._is_bare(value):
                    continue
                yield from self._observe(rule, clause.token, subject, value)

    def change(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Output rose 6.1 percent to 40 billion yuan"."""
        for subject in clause.subjects:
            if self._is_entity(subject):
                continue
            values = self._values(clause, ("object", "by", "to", "attr"))
            values += [m for m in self._adverbials(clause) if m not in values]
            percent = next((v for v in values if v.origin == "percent"), None)
            value = next((v for v in values if v.origin in {"money", "measure", "number"}), None)
            falling = clause.lemma.split()[0] in rule.words
            change = _signed(percent, falling) if percent is not None else None
            anchor = value or percent
            if anchor is not None and change is not None:
                yield from self._observe(rule, clause.token, subject, anchor, change=change)

    def has_measure(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Shanghai has a population of 25 million", "PCIL has 14 MTPA cement capacity"."""
        owners = [m for s in clause.subjects for m in self.arguments.find_all(s, _ENTITIES)]
        if not owners:
            return
        for noun in clause.objects:
            if self.parse.lemmas[noun] not in self.matcher.measure_nouns:
                continue
            for value in (*self._values_of(noun), *self._values_in(noun)):
                yield from self._observe(rule, clause.token, noun, value, owner=owners[0])

    def counted_object(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "the city produced 953,000 NEVs in 2024, and more than 944,000 from January to October"."""
        subjects = clause.subjects
        owners = [m for s in subjects for m in self.arguments.find_all(s, _ENTITIES)]
        if not owners:
            return
        objects = [*clause.objects, *(clause.slot("to") if "home" in self._words(clause.complements) else [])]
        noun_before: int | None = None
        for noun in objects:
            value = self._count_of(noun)
            if value is None:
                noun_before = None
                continue
            if self.parse.tags[noun] in {"CD"} and noun_before is not None:
                label = noun_before  # "953,000 vehicles … and 944,000": the noun is shared
            else:
                label = noun_before = noun
            text = self.owners.measure_text(label)
            if text is None or self.parse.lemmas[label] in self.matcher.measure_nouns & {"number", "total"}:
                continue
            verb = self.parse.words[clause.token].lower()
            plain = clause.lemma in {"be", "have", "include", "host", "comprise", "contain", "boast", "cover"}
            measure = text if plain else f"{text} {self._participle(clause.token, verb)}"
            counted = self._with_unit(value, label)
            yield from self._observe(
                rule, clause.token, label, counted, owner=owners[0], measure=measure
            )

    def measure_of_value(self, rule: Rule) -> Iterator[Candidate]:
        """ "with a capacity of 0.5 million tonnes", "exports worth 3 billion dollars"."""
        for noun, lemma in enumerate(self.parse.lemmas):
            if lemma not in rule.nouns or self.parse.tags[noun][0] != "N":
                continue
            for value in self._values_of(noun):
                owner = self.owners.find_own(noun) or self._host(noun)
                if owner is not None:
                    yield from self._observe(
                        rule, self.qualifiers.owner_of_token(noun), noun, value, owner=owner
                    )

    def value_noun(self, rule: Rule) -> Iterator[Candidate]:
        """ "a $3.7 billion refinery", "the 128-km line": the value measures the thing it stands before."""
        for value in self.arguments.recognized.mentions:
            quantity = value.value
            if value.kind is not MentionKind.QUANTITY or not isinstance(quantity, Quantity):
                continue
            measure = self.matcher.value_measures.get(
                "money" if value.origin == "money" else quantity.unit
            )
            if measure is None:
                continue
            start, end = self.arguments.ranges[value]
            head = self.parse.heads[self.qualifiers.head_of(value)]
            if head < end or head - end > 5 or self.parse.tags[head][0] != "N":
                continue
            thing = self.arguments.find(head, ("Facility", "Project", "TransportCorridor", "EconomicZone"))
            if thing is not None:
                yield from self._observe(
                    rule, self.qualifiers.owner_of(value), head, value, owner=thing, measure=measure
                )

    def length_in_brackets(self, rule: Rule) -> Iterator[Candidate]:
        """ "the Southern line (115 km)"."""
        for value in self.arguments.recognized.mentions:
            quantity = value.value
            if value.kind is not MentionKind.QUANTITY or not isinstance(quantity, Quantity):
                continue
            measure = self.matcher.value_measures.get(quantity.unit)
            start, end = self.arguments.ranges[value]
            words = self.parse.words
            if measure is None or start < 2 or words[start - 1] != "(" or words[end : end + 1] != [")"]:
                continue
            thing = self.arguments.find(start - 2, ("Facility", "Project", "TransportCorridor"))
            if thing is not None:
                yield from self._observe(
                    rule, self.qualifiers.owner_of(value), start - 2, value, owner=thing, measure=measure
                )

    # -- parts -----------------------------------------------------------------------------------

    def _observe(
        self,
        rule: Rule,
        token: int,
        noun: int,
        value: Mention,
        *,
        owner: Mention | None = None,
        measure: str | None = None,
        change: Quantity | None = None,
    ) -> Iterator[Candidate]:
        share = 1.0
        if owner is None:
            found = self.owners.find(noun)
            if found is None:
                return
            owner, share = found
        else:
            self.owners.remember(noun, owner)
        text = measure or self.owners.measure_text(noun)
        quantity = value.value
        if not text or not isinstance(quantity, Quantity) or quantity.unit in _SKIPPED_UNITS:
            return
        details = [Qualifier(name="measure", value=text)]
        details += [Qualifier(name="equivalent", value=q) for q in value.equivalents]
        change = change or self.picker.find_change(value)
        if change is not None:
            details.append(Qualifier(name="change", value=change))
        period = self.picker.find_period(value, token)
        if period is not None and period.value is not None:
            details.append(Qualifier(name="period", value=period.value))
        yield Candidate(
            rule=rule,
            subject=owner,
            object=value,
            token=token,
            qualifiers=details,
            modality=self.scope.read(token) if self.parse.tags[token][:2] == "VB" else self.scope.read_noun(noun),
            speaker=None,
            confidence=rule.confidence * share,
        )

    def _values(self, clause: Clause, slots: tuple[str, ...]) -> list[Mention]:
        found: list[Mention] = []
        for name in slots:
            for token in clause.slot(name):
                found.extend(m for m in self._quantities_at(token) if m not in found)
        return found

    def _adverbials(self, clause: Clause) -> list[Mention]:
        return [
            m
            for child in self.parse.children[clause.token]
            if self.parse.deps[child] in {"npadvmod", "advmod", "dobj", "nmod"}
            for m in self._quantities_at(child)
        ]

    def _quantities_at(self, token: int) -> list[Mention]:
        return [m for m in self.arguments.by_token.get(token, ()) if self.arguments.fits(m, _VALUE) and m.origin != "ordinal"]

    def _values_of(self, noun: int) -> list[Mention]:
        """Values after "of", "worth", "at" on the noun."""
        parse = self.parse
        found: list[Mention] = []
        for child in parse.children[noun]:
            if parse.deps[child] == "prep" and parse.lemmas[child] in {"of", "at", "worth", "around", "about"}:
                for inner in parse.children[child]:
                    if parse.deps[inner] == "pobj":
                        found.extend(self._quantities_at(inner) or self._values_in(inner, plain=True))
        return found

    def _values_in(self, noun: int, *, plain: bool = False) -> list[Mention]:
        """Values inside the noun phrase, before its head."""
        parse = self.parse
        found: list[Mention] = []
        for child in parse.children[noun]:
            if parse.deps[child] in {"nummod", "compound", "nmod", "amod", "quantmod"} and child < noun:
                for mention in self._quantities_at(child):
                    if mention.origin == "number":
                        mention = self._with_unit(mention, noun) if plain else mention
                    found.append(mention)
        return found

    def _count_of(self, noun: int) -> Mention | None:
        """The bare number that counts a noun, or the noun that is a number itself."""
        for mention in self._quantities_at(noun):
            return mention if mention.origin == "number" else None
        for child in self.parse.children[noun]:
            if self.parse.deps[child] in {"nummod", "quantmod"}:
                for mention in self._quantities_at(child):
                    if mention.origin == "number":
                        return mention
        return None

    def _with_unit(self, value: Mention, noun: int) -> Mention:
        quantity = value.value
        if not isinstance(quantity, Quantity) or quantity.unit:
            return value
        counted = replace(value, value=replace(quantity, unit=self._unit_of(noun)))
        self.arguments.ranges[counted] = self.arguments.ranges[value]
        return counted

    def _unit_of(self, noun: int) -> str:
        word, lemma = self.parse.words[noun], self.parse.lemmas[noun]
        return word.rstrip("s") if word.rstrip("s").isupper() else "person" if lemma == "people" else lemma

    def _host(self, noun: int) -> Mention | None:
        """ "a terminal with a capacity of …", "the city, which has a population of …"."""
        parse = self.parse
        governor = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.lemmas[governor] in {"with", "at"}:
            return self.arguments.find(parse.heads[governor], _ENTITIES)
        if parse.deps[noun] == "appos":
            return self.arguments.find(governor, _ENTITIES)
        return None

    def _is_entity(self, token: int) -> bool:
        mentions = self.arguments.by_token.get(token, ())
        return any(
            m.kind in {MentionKind.NAME, MentionKind.PRONOUN} or (m.kind is MentionKind.NOMINAL and m in self.arguments.resolved)
            for m in mentions
        )

    def _remember(self, token: int) -> None:
        owner = self.arguments.find(token, _ENTITIES)
        if owner is not None:
            self.owners.remember(token, owner)

    def _is_bare(self, value: Mention) -> bool:
        return value.origin == "number" and isinstance(value.value, Quantity) and value.value.value < 10

    def _words(self, tokens: list[int]) -> set[str]:
        return {self.parse.lemmas[t] for t in tokens}

    def _participle(self, token: int, verb: str) -> str:
        return verb if self.parse.tags[token] in {"VBD", "VBN"} else f"to {self.parse.lemmas[token]}"


def _signed(percent: Mention, falling: bool) -> Quantity | None:
    quantity = percent.value
    if not isinstance(quantity, Quantity):
        return None
    sign = Decimal(-1) if falling else Decimal(1)
    return replace(quantity, value=sign * quantity.value)
