"""How high a plain noun stands, whatever it is called: "its break-even point is 68 tonnes"; and what it was before."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_TAKING_UP = frozenset(["it", "they", "that", "this"])
_OF = frozenset(["of", "by"])  # "exports of private firms" are not the exports told before
_SUMMING = frozenset(["add", "tot", "sum"])
_STATES = frozenset(["be", "stand", "total", "remain", "stay", "come", "reach", "average"])


class PlainLevels(PlainShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.moving = words.get("rise_verbs") | words.get("fall_verbs")
        self.figure_words = words.get("figure_words")

    def level(self, rule: Rule) -> Iterator[Candidate]:
        """ "Recovery at the mine is 96 percent", "customs collection added up to $3 million"."""
        for clause in self.clauses:
            if not self._read_verbs(clause) & rule.verbs or self.is_supposed(clause):
                continue
            told = any(c.token == clause.token for c in self.observer.made.values())
            if told or not self.parse.list_subjects(clause.token):
                continue  # "came to 3 million and imports to 2 million", "…, slipping to 2"
            nouns = self.measured_subjects(clause)
            value = self._find_level(clause) if len(nouns) == 1 else None
            if value is None or not self.is_plain_noun(nouns[0]):
                continue
            owner = self.find_owner_of(nouns[0])
            text = self.observer.owners.measure_text(nouns[0])
            if owner is not None and text:
                value = self.exceed(clause, self.with_counted(value))
                yield from self.observe(rule, clause.token, nouns[0], value, owner, text)

    def _read_verbs(self, clause: Clause) -> set[str]:
        """The verb of a clause, with its particle, whatever the parser makes of that: "added [up to] 5"."""
        behind = self.parse.words[clause.token + 1 : clause.token + 2] == ["up"]
        if behind and clause.lemma in _SUMMING:
            return {f"{clause.lemma} up"}
        return {clause.lemma}

    def _find_level(self, clause: Clause) -> Mention | None:
        """The value that stands for itself behind a verb of being so much."""
        moved = clause.lemma in self.moving and clause.lemma not in _STATES
        slots = ("to", "at") if moved or clause.passive else ("attr", "object", "to", "at")
        values = self.values.in_slots(clause, slots)
        if not moved and not clause.passive:
            values += [v for v in self.values.beside_verb(clause.token) if v not in values]
            heads = (v for t in (*clause.complements, *clause.objects) for v in self._count(t))
            values += [v for v in heads if v not in values]
        return next((v for v in values if self.is_free(v) and self._is_level(v)), None)

    def _count(self, noun: int) -> list[Mention]:
        count = self.values.count_of(noun)
        return [] if count is None else [count]

    def _is_level(self, value: Mention) -> bool:
        behind = self.parse.words[self.arguments.ranges[value][1] :][:1]
        if value.origin == "number":
            times = behind == ["times"]  # "were ten times those of the town"
            return self.find_counted(value) is not None and not self.is_time(value) and not times
        return self.stands_alone(value) and not (value.origin == "percent" and behind == ["of"])

    def again(self, rule: Rule) -> Iterator[Candidate]:
        """ "… came to 2.1 million. In January they had been 2.2 million": the figure told before, at another time."""
        for clause in self.clauses:
            if clause.lemma not in _STATES or clause.passive or len(clause.subjects) != 1:
                continue
            value = next(iter(self._list_again(clause)), None)
            before = self.find_figure_before(clause.token, sentences=1) if value else None
            if value is None or before is None or not isinstance(before.object, Mention):
                continue
            counted = self.in_unit_of(value, before.object)
            if counted is None or not self._takes_up(clause.subjects[0], before):
                continue
            if any(
                q.name == "change" and before.object.origin == "percent" for q in before.qualifiers
            ):
                continue
            yield from self.observe(
                rule, clause.token, before.token, counted, before.subject, before.measure
            )

    def _list_again(self, clause: Clause) -> list[Mention]:
        found = self.values.in_slots_or_beside(clause, ("attr", "object", "at", "to"))
        return [v for v in found if self.is_free(v) and self.stands_alone(v)]

    def _takes_up(self, subject: int, before: Candidate) -> bool:
        """Whether a subject is a pronoun for a figure, a word for one, or the noun of the one before."""
        word, lemma = self.parse.words[subject].lower(), self.parse.lemmas[subject].lower()
        if word in _TAKING_UP:
            return True
        if self.observer.is_entity(subject):
            return False
        children = self.parse.children[subject]
        alone = all(self.parse.tags[c] in {"DT", "JJ"} for c in children if c < subject)
        told = before.measure.lower().split()
        narrowed = any(c > subject and self.parse.words[c].lower() in _OF for c in children)
        return alone and (lemma in self.figure_words or (word in told and not narrowed))
