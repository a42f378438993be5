"""Counts and amounts in plain clauses that no other shape took: what there is, what is done and how many do it."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.lone_owners import OWNERS
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind, read_unit

_PLACED = ("in", "at", "on", "across", "throughout", "along", "inside", "within", "aboard")
_PLACES = ("Place", "TransportCorridor", "Event", "Project")
_LANDS = ("Country", "Province", "City", "District")
_PROMISING = frozenset(
    ["promise", "pledge", "offer", "agree", "ask", "vow", "urge", "call", "want"]
)
_EACH, _EACH_BEHIND = frozenset(["head", "capita", "person", "each", "per"]), 6
_BE = "be"
_LARGE = 1000
_MANY = 10  # fewer need no noun
_LINKS = frozenset(["of", "in"])


class PlainCounts(PlainShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.units = words.get_mapping("amount_units")
        self.outputs = words.get_mapping("deed_measures")
        self.uncounting = words.get("uncounting_verbs") | words.get("amount_verbs")
        self.uncounting |= words.get("valuing_verbs") | words.get("moved_verbs")
        self.telling = load_lexicon("scope").get("speech")

    def there_are(self, rule: Rule) -> Iterator[Candidate]:
        """ "There are four berths in service": of whose figures the text goes on."""
        for clause in self.clauses:
            expletive = any(self.parse.deps[c] == "expl" for c in self.parse.children[clause.token])
            if clause.lemma != _BE or not expletive:
                continue
            for noun in clause.complements:
                value = self.values.count_of(noun)
                if value is None or not self.is_free(value) or not self._is_counted_kind(noun):
                    continue
                owner = self._find_place(clause) or self.find_last_owner(clause.token)
                text = self.observer.owners.measure_text(noun)
                if owner is not None:
                    counted = self.values.with_unit(value, noun)
                    yield from self.observe(rule, clause.token, noun, counted, owner, text)

    def _is_counted_kind(self, noun: int) -> bool:
        """Whether a plural is a kind of things of which so many are told, and no time."""
        lemma = self.parse.lemmas[noun].lower()
        return self.is_plural(noun) and lemma not in self.words.none | self.times

    def _find_place(self, clause: Clause) -> Mention | None:
        """The only place or thing that a clause tells by a preposition."""
        tokens = [t for name in _PLACED for t in clause.slot(name)]
        found = [m for t in tokens for m in self.arguments.find_all(t, _PLACES)]
        if found:
            return found[0] if self.arguments.are_one(found) else None
        start = self.parse.sentences[clause.sentence][0]
        return self.observer.owners.beside.find_opening(max(clause.token, start))

    def deed(self, rule: Rule) -> Iterator[Candidate]:
        """ "turns out 48 million yards of cloth", "lured $1.3 billion in investment": what somebody does so much of."""
        for clause in self.clauses:
            known = " " in clause.lemma and clause.lemma in self.outputs  # "turn out", not "turn"
            verbs = {clause.lemma} if known else {clause.lemma, clause.lemma.split()[0]}
            if clause.passive or verbs & (self.uncounting | rule.verbs | self.telling):
                continue
            owner = self._find_doer(clause) if not self._is_promised(clause) else None
            for noun in clause.objects if owner is not None else ():
                for value in self._list_values(noun):
                    text = self._name_deed(clause, value)
                    if owner is not None and text:
                        counted = self.with_counted(value)
                        yield from self.observe(
                            rule, clause.token, clause.token, counted, owner, text
                        )

    def in_time(self, rule: Rule) -> Iterator[Candidate]:
        """ "December alone brought 36.2 million travellers": what a time saw, of whom the figures before are."""
        for clause in self.clauses:
            if clause.lemma not in rule.verbs or clause.passive or len(clause.subjects) != 1:
                continue
            timed = self.arguments.find_period_around(clause.subjects[0]) is not None
            owner = self.find_last_owner(clause.token) if timed else None
            for noun in clause.objects if owner is not None else ():
                for value in self._list_values(noun):
                    counted = self.find_counted(value)
                    kind = counted if counted is not None else self._find_kind(value)
                    text = self.observer.owners.measure_text(kind) if kind is not None else None
                    if owner is not None and text and self._is_counted_kind_or_mass(kind, counted):
                        told = self.with_counted(value)
                        yield from self.observe(rule, clause.token, clause.token, told, owner, text)

    def _is_counted_kind_or_mass(self, kind: int | None, counted: int | None) -> bool:
        return kind is not None and (counted is None or self._is_counted_kind(counted))

    def _list_values(self, noun: int) -> list[Mention]:
        count = self.values.count_of(noun)
        found = [*self.values.at(noun), *([count] if count is not None else [])]
        return [v for v in found if self.is_free(v) and v.origin != "percent"][:1]

    def _is_promised(self, clause: Clause) -> bool:
        """ "promised to ship 500 tonnes": nobody's figure yet."""
        verb = self.parse.heads[clause.token]
        under = self.parse.deps[clause.token] in {"xcomp", "ccomp"}
        return under and self.parse.lemmas[verb] in _PROMISING

    def _find_doer(self, clause: Clause) -> Mention | None:
        """Who acts, if it is one that a name, a pronoun or a noun with an owner tells."""
        found = [m for m in self.observer.find_owners(clause) if self.arguments.fits(m, OWNERS)]
        if found:
            known = self.arguments.are_one(found) and found[0].origin != OPEN
            return found[0] if known else None
        return self._find_land_of(clause)

    def _find_land_of(self, clause: Clause) -> Mention | None:
        """ "Carriers moved 219 million tonnes": many without a name, of the land whose figures are told."""
        subject = clause.subjects[0] if len(clause.subjects) == 1 else None
        if subject is None or self.parse.tags[subject] != "NNS":
            return None
        alone = all(self.parse.tags[c] in {"JJ", "NN"} for c in self.parse.children[subject])
        owner = self.find_last_owner(clause.token) if alone else None
        land = owner is not None and self.arguments.fits(owner, _LANDS)
        return owner if land else None

    def _name_deed(self, clause: Clause, value: Mention) -> str | None:
        """By what the value is of, or what it counts; of a bare amount by what is done."""
        if self.is_time(value) or self._is_of_each(value):
            return None
        counted = self.find_counted(value)
        if value.origin == "number":
            few = self.size_of(value) < _MANY
            if counted is None and not few:
                return self._name_again(clause, value)
            if counted is None or few or not self._is_counted_kind(counted):
                return None
            text = self.observer.owners.measure_text(counted)
            return self._name_done(text, clause) if text else None
        kind = self._find_kind(value)
        if kind is not None and self.parse.lemmas[kind] in self.words.none:
            return None  # "in the quarter"
        if kind is not None:
            text = self.observer.owners.measure_text(kind)
            put = self.outputs.get(clause.lemma) if " " in clause.lemma else None
            if text and put and value.origin != "money":
                return f"{put} of {text}"  # "turns out 9,000 tonnes of steel"
            return self._name_done(text, clause) if text else None
        if value.origin == "money" or not self.stands_alone(value):
            return None
        return self.outputs.get(clause.lemma)

    def _is_of_each(self, value: Mention) -> bool:
        """ "drink 43 litres of wine per head": a rate."""
        end = self.arguments.ranges[value][1]
        behind = [w.lower() for w in self.parse.words[end : end + _EACH_BEHIND]]
        return "per" in behind or not _EACH.isdisjoint(value.text.lower().split())

    def _name_again(self, clause: Clause, value: Mention) -> str | None:
        """ "handled 13 million passengers … saw 9.2 million last year": what was counted just before."""
        before = self.find_figure_before(clause.token, sentences=1)
        known = before.object if before is not None else None
        if not isinstance(known, Mention) or known.origin != "number":
            return None
        if self.size_of(value) < _LARGE or self.in_unit_of(value, known) is None:
            return None
        unit = read_unit(known)
        return f"{unit}s" if unit.isalpha() else None

    def _name_done(self, text: str, clause: Clause) -> str:
        return self.observer.name_able(clause) or self.observer.name_done(text, clause)

    def _find_kind(self, value: Mention) -> int | None:
        """The noun behind a value and "of" or "in"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        if end + 1 >= len(parse.words) or parse.words[end].lower() not in _LINKS:
            return None
        found = None
        for token in range(end + 1, min(end + 7, len(parse.words))):
            if any(
                m.kind is not MentionKind.NOMINAL for m in self.arguments.by_token.get(token, ())
            ):
                return None
            if parse.tags[token] in {"NN", "NNS"}:
                found = token
            elif found is not None or parse.tags[token] not in {
                "DT",
                "JJ",
                "VBN",
                "VBG",
                "HYPH",
                "JJR",
            }:
                break
        return found
