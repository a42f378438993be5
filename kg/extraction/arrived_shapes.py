"""What a rise led to: "rose 12%, registering 3 tonnes"; whose a figure is told alone: "while Kenya's came to 2"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_CLIMBED = 3  # heads above a value in which the verb that it is reached by stands
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])
_FORMS = frozenset(["VBG", "VB"])
_TRADED = ("export", "ship", "sold", "sale", "sell", "deliver", "sent")
_KINDS = ("Place", "Organization", "TransportCorridor")


class ArrivedShapes(PlainShapes):
    """The shapes, over the clauses and values of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.changes = words.get("change_nouns") | {"growth", "increase", "decrease", "jump"}

    def arrived(self, rule: Rule) -> Iterator[Candidate]:
        """ "posted a 7 percent jump in traffic, [clearing 2 million tonnes]": what the rise led to."""
        for value in list(self.list_free()):
            verb = self._find_verb(rule, value) if value.origin != "percent" else None
            before = self._find_change(verb) if verb is not None else None
            if verb is None or before is None:
                continue
            measure = self._name(before, value)
            change = next((q.value for q in before.qualifiers if q.name == "change"), None)
            if measure is None or not isinstance(change, Quantity):
                continue
            for candidate in self.observer.observe(
                rule,
                verb,
                before.token,
                value,
                owner=before.subject,
                measure=measure,
                change=change,
            ):
                candidate.modality = before.modality
                yield candidate

    def _find_verb(self, rule: Rule, value: Mention) -> int | None:
        """The participle or infinitive that a value is the object of, or that leads to it."""
        parse = self.parse
        token = self.observer.qualifiers.head_of(value)
        for _ in range(_CLIMBED):
            if parse.tags[token][:2] == "VB":
                known = parse.tags[token] in _FORMS and parse.lemmas[token] in rule.verbs
                return token if known and parse.deps[token] != "ROOT" else None
            token = parse.heads[token]
        return None

    def _find_change(self, verb: int) -> Candidate | None:
        """The change told last before a verb in its sentence, which led to no value yet."""
        before = self.find_figure_before(verb, sentences=0)
        if before is None or not isinstance(before.object, Mention):
            return None
        changed = any(q.name == "change" for q in before.qualifiers)
        return before if changed and before.object.origin == "percent" else None

    def _name(self, before: Candidate, value: Mention) -> str | None:
        """The measure that changed; where only a growth is told, that of the figure before in the same unit."""
        measure = before.measure
        if measure.lower() not in self.changes:
            return measure
        told = [
            c
            for c in self.observer.made.values()
            if c.token < before.token
            and isinstance(c.object, Mention)
            and self.in_unit_of(value, c.object) is not None
        ]
        return max(told, key=lambda c: c.token).measure if told else None

    def earned(self, rule: Rule) -> Iterator[Candidate]:
        """ "exported 30 tonnes of tea, [generating 5 million dollars]": what it brought in."""
        for value in list(self.list_free()):
            verb = self._find_verb(rule, value) if value.origin == "money" else None
            before = self.find_figure_before(verb, sentences=0) if verb is not None else None
            if verb is None or before is None or not isinstance(before.object, Mention):
                continue
            traded = before.object.origin in {"number", "measure"} and self._is_trade(before)
            if traded and self.parse.tags[verb] == "VBG":
                measure = f"earnings from {before.measure}"
                for candidate in self.observer.observe(
                    rule, verb, before.token, value, owner=before.subject, measure=measure
                ):
                    candidate.modality = before.modality
                    yield candidate

    def _is_trade(self, before: Candidate) -> bool:
        """Whether a figure is of what is sold or brought abroad."""
        words = before.measure.lower().split()
        return any(word.startswith(_TRADED) for word in words)

    def owner_alone(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, while Albania's came to 2 billion": the measure told right before."""
        for clause in self.clauses:
            owner = self._find_lone_owner(clause)
            if owner is None or not {clause.lemma, clause.lemma.split()[0]} & rule.verbs:
                continue
            found = self.values.in_slots_or_beside(clause, ("to", "at", "object", "attr"))
            found += self._find_behind(clause)
            free = [v for v in found if self.is_free(v) and self.stands_alone(v)]
            before = self.find_figure_before(clause.token, sentences=1) if free else None
            if before is None or not isinstance(before.object, Mention):
                continue
            if before.object.origin == free[0].origin and before.measure:
                yield from self.observe(
                    rule, clause.token, before.token, free[0], owner, before.measure
                )

    def _find_behind(self, clause: Clause) -> list[Mention]:
        """The value right behind the preposition of a verb, whatever the parser makes of it."""
        at = (
            clause.token
            + 1
            + (self.parse.tags[clause.token + 1 : clause.token + 2] in (["IN"], ["TO"]))
        )
        return [v for v in self.values.at(at) if self.arguments.ranges[v][0] == at]

    def _find_lone_owner(self, clause: Clause) -> Mention | None:
        """The name right before "'s" and the verb, with nothing that it has."""
        verb, parse = clause.token, self.parse
        if verb < 2 or parse.words[verb - 1] not in _POSSESSIVE or clause.passive:
            return None
        named = (m for m in self.arguments.by_token.get(verb - 2, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, _KINDS)), None)
