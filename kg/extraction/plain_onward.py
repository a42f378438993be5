"""What the figure told last is to become, or stands against: "… 512,300 TEU, and expects to pass 550,000 TEU"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention

_SLOTS = ("object", "attr", "to", "at")
_LINK, _AGAINST = "of", "against"
_BEFORE = 5  # tokens from "against" to a value: "against a full capacity of 12 million"
_AIMS = frozenset(["target", "goal", "plan", "forecast"])
_NOBODYS = frozenset(["percent", "money"])


class OnwardShapes(PlainShapes):
    """The shapes, over the clauses and values of one document."""

    def onward(self, rule: Rule) -> Iterator[Candidate]:
        """ "It moved 512,300 TEU, and expects to pass 550,000": the measure told last, of the same owner."""
        for clause in self.clauses:
            if clause.passive or clause.lemma not in rule.verbs or self.is_supposed(clause):
                continue
            found = self.values.in_slots_or_beside(clause, _SLOTS)
            free = [v for v in found if self.is_free(v) and v.origin not in _NOBODYS]
            before = self.find_figure_before(clause.token, sentences=1) if free else None
            counted = self._take_unit(free[0], before) if before is not None else None
            if before is None or counted is None or not self._is_of_same(clause.token, before):
                continue
            yield from self.observe(
                rule, clause.token, before.token, counted, before.subject, before.measure
            )

    def _take_unit(self, value: Mention, before: Candidate) -> Mention | None:
        """A value in the unit of the figure before, which it must share; none for times."""
        if not isinstance(before.object, Mention) or before.object.origin in _NOBODYS:
            return None
        counted = self.in_unit_of(value, before.object)
        return counted if counted is not None and not self.is_time(counted) else None

    def _is_of_same(self, verb: int, before: Candidate) -> bool:
        """Whether the owner of the figure before acts in the clause too, or in the one that it hangs on."""
        parse, first = self.parse, self.arguments.find_first
        for token in parse.list_verbs_above(verb, steps=3):
            subjects = parse.list_subjects(token)
            if subjects:
                told = (
                    self.arguments.find(t, ("Organization", "Place", "TransportCorridor"))
                    for t in subjects
                )
                return any(m is not None and first(m) == first(before.subject) for m in told)
        return False

    def against(self, rule: Rule) -> Iterator[Candidate]:
        """ "moved 2.4 million tonnes, against a capacity of 12 million": of whom the figure before is."""
        words = self.parse.words
        for value in list(self.list_free()):
            start = self.arguments.ranges[value][0]
            near = [w.lower() for w in words[max(start - _BEFORE, 0) : start]]
            if near[-1:] != [_LINK] or _AGAINST not in near:
                continue
            noun = start - 2
            before = self.find_figure_before(start, sentences=0)
            if self.parse.lemmas[noun] not in rule.nouns or before is None:
                continue
            known = before.object
            counted = self.in_unit_of(value, known) if isinstance(known, Mention) else None
            if counted is not None:
                text = self.observer.owners.measure_text(noun) or self.parse.lemmas[noun]
                for found in self.observe(rule, noun, noun, counted, before.subject, text):
                    if self.parse.lemmas[noun] not in _AIMS:
                        found.modality = before.modality
                    yield found
