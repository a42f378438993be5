"""In what state somebody is, told by a figure: "runs at 94 percent of capacity", "saddled with $3 billion of debt"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.lone_owners import OWNERS
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, read_unit

_AT = frozenset(["be", "run", "operate", "stand", "work", "remain", "stay", "hover"])
_USED = frozenset(
    ["utilisation", "utilization", "occupancy", "capacity", "use", "strength", "efficiency",
     "availability", "completion", "power", "load", "speed", "potential", "staffing"]
)  # fmt: skip
_FAR = 6  # tokens behind "of" in which the noun stands


class PlainStates(PlainShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.units = words.get_mapping("amount_units")

    def at_share(self, rule: Rule) -> Iterator[Candidate]:
        """ "Our yard is at 78 percent utilisation", "The mill runs at 94 percent of capacity"."""
        for clause in self.clauses:
            if clause.lemma not in _AT or clause.passive or len(clause.subjects) != 1:
                continue
            for value in self._list_percents(clause):
                used = self._find_used(value)
                if used is None:
                    continue
                subject = clause.subjects[0]
                owner = self._find_entity(subject)
                part = None if owner is not None else self.arguments.phrase_text(subject)
                owner = owner or self.find_owner_of(subject)
                if owner is not None:
                    told = self.parse.words[used].lower()
                    measure = f"{part} {told}" if part else self._name_used(told)
                    yield from self.observe(rule, clause.token, clause.token, value, owner, measure)

    def _name_used(self, noun: str) -> str:
        return self.words.used_capacity if noun == self.words.capacity else noun

    def _list_percents(self, clause: Clause) -> list[Mention]:
        tokens = [*clause.slot("at"), *clause.slot("with"), *clause.slot("around")]
        tokens += [c for t in tokens for c in self.parse.children[t]]
        found = {v for t in tokens for v in self.values.at(t)}
        return [v for v in found if v.origin == "percent" and self.is_free(v)][:1]

    def _find_used(self, value: Mention) -> int | None:
        """The noun behind a percentage, or behind its "of", that tells what is used up so far."""
        words, end = self.parse.words, self.arguments.ranges[value][1]
        end += words[end : end + 1] == ["of"]
        for token in range(end, min(end + _FAR, len(words))):
            if self.parse.lemmas[token].lower() in _USED:
                return token
            if self.parse.tags[token] not in {"DT", "JJ", "PRP$", "VBN", "NN"}:
                break
        return None

    def _find_entity(self, token: int) -> Mention | None:
        if any(self.parse.deps[c] == "poss" for c in self.parse.children[token]):
            return None  # "our yard": whose it is
        found = [m for m in self.arguments.find_all(token, OWNERS) if m.origin != OPEN]
        return found[0] if found and self.arguments.are_one(found) else None

    def burdened(self, rule: Rule) -> Iterator[Candidate]:
        """ "is saddled with $3.6 billion of debt", "sits on 900 million crowns in cash"."""
        for clause in self.clauses:
            if not {clause.lemma, clause.lemma.split()[0]} & rule.verbs:
                continue
            for value in self._list_carried(clause):
                noun = self._find_carried(value)
                subjects = clause.objects if clause.passive else clause.subjects
                owner = next((m for t in subjects if (m := self._find_entity(t))), None)
                owner = owner or self._find_behind(clause)
                text = self.observer.owners.measure_text(noun) if noun is not None else None
                if noun is not None and owner is not None and text:
                    yield from self.observe(rule, clause.token, noun, value, owner, text)

    def _list_carried(self, clause: Clause) -> list[Mention]:
        links = [
            c
            for c in self.parse.children[clause.token]
            if self.parse.words[c].lower() in {"with", "on", "under", "by"} and c > clause.token
        ]
        tokens = [t for c in links for t in self.parse.children[c]]
        found = [v for t in tokens for v in self.values.at(t)]
        return [v for v in found if v.origin in {"money", "measure"} and self.is_free(v)][:1]

    def _find_carried(self, value: Mention) -> int | None:
        """The noun behind a sum and "of" or "in", or right behind it."""
        words, tags = self.parse.words, self.parse.tags
        end = self.arguments.ranges[value][1]
        end += words[end : end + 1] in (["of"], ["in"])
        found = None
        for token in range(end, min(end + _FAR, len(words))):
            if tags[token] in {"NN", "NNS"}:
                found = token
            elif found is not None or tags[token] not in {"JJ", "VBG", "VBN", "HYPH"}:
                break
        return found

    def _find_behind(self, clause: Clause) -> Mention | None:
        """ "Saddled with $3 billion of debt, [Norvik] raised": who is told behind such an opening."""
        parse = self.parse
        first = parse.sentences[clause.sentence][0]
        if clause.token > first + 2 or parse.tags[clause.token] != "VBN":
            return None
        subjects = parse.list_subjects(parse.heads[clause.token], passive=False)
        return self._find_entity(subjects[0]) if subjects else None

    def ended_with(self, rule: Rule) -> Iterator[Candidate]:
        """ "closed the year with 3.2 million TEU", "ended May with 400 ships": by what was told before, or the unit."""
        for clause in self.clauses:
            if clause.lemma not in rule.verbs or clause.passive or len(clause.subjects) != 1:
                continue
            owner = self._find_entity(clause.subjects[0])
            for noun in clause.slot("with") if owner is not None else ():
                count = self.values.count_of(noun)
                values = [*self.values.at(noun), *([count] if count is not None else [])]
                value = next((v for v in values if self.is_free(v)), None)
                timed = self._is_timed(clause.token, value) if value is not None else False
                text = self._name_ended(value, clause) if value is not None and timed else None
                if value is not None and owner is not None and text:
                    counted = self.with_counted(value)
                    yield from self.observe(rule, clause.token, clause.token, counted, owner, text)

    def _is_timed(self, verb: int, value: Mention) -> bool:
        """Whether a time stands between a verb and its value."""
        between = range(verb, self.arguments.ranges[value][0])
        told = {self.parse.lemmas[t].lower() for t in between}
        told_times = any(map(self.arguments.find_period_around, between))
        return told_times or bool(told & {"year", "month", "quarter", "period", "half", "season"})

    def _name_ended(self, value: Mention, clause: Clause) -> str | None:
        """What stands behind a number; of an amount the measure told in its unit before, or what the unit measures."""
        counted = self.find_counted(value)
        if counted is not None:
            return self.observer.owners.measure_text(counted)
        noun = self._find_carried(value)
        if noun is not None:
            return self.observer.owners.measure_text(noun)
        before = self.find_figure_before(clause.token, sentences=1)
        known = before.object if before is not None else None
        if (
            before is not None
            and isinstance(known, Mention)
            and read_unit(known) == read_unit(value)
        ):
            return before.measure
        return self.units.get(read_unit(value).split("/")[0])
