"""How fast and how long: "trains run at 250 km/h", "the trip on the line takes 50 minutes"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.undertakings import find_undertaking
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_SPEEDS = frozenset(["km/h", "mile/h"])
_TIMES = frozenset(["min", "h"])
_WAYS = ("TransportCorridor", "Project", "Facility")
_CROSSINGS = frozenset(["bridge", "tunnel", "crossing", "causeway", "viaduct", "bypass", "road"])
_BEFORE = 16  # tokens from a trip to its time

_THAN = frozenset(["than", "against", "late", "early", "later", "earlier", "ago", "before"])


class PaceShapes(Shapes):
    """The shapes, over the values of one document."""

    def speed(self, rule: Rule) -> Iterator[Candidate]:
        """ "the limit on the road is 120 km/h", "trains on the line reach 300 km/h"."""
        for value, start in self._find_values(_SPEEDS):
            owner = self._find_way(start)
            if owner is None:
                continue
            first = self.parse.sentences[self.parse.sentence_of[start]][0]
            words = {w.lower() for w in self.parse.words[first:start]}
            measure = min(rule.nouns) if words.isdisjoint({"limit", "limits"}) else "speed limit"
            yield from self._tell(rule, value, start, owner, measure)

    def trip_time(self, rule: Rule) -> Iterator[Candidate]:
        """ "the journey takes 50 minutes", "cuts the trip from 40 minutes to 8"."""
        for value, start in self._find_values(_TIMES):
            trip = self._find_trip(rule, start)
            owner = self._find_way(start) if trip is not None else None
            if owner is None or trip is None or self._is_compared(value):
                continue
            yield from self._tell(rule, value, start, owner, "travel time")

    def _find_values(self, units: frozenset[str]) -> Iterator[tuple[Mention, int]]:
        for value in self.values.all():
            if isinstance(value.value, Quantity) and value.value.unit in units:
                yield value, self.arguments.ranges[value][0]

    def _tell(
        self, rule: Rule, value: Mention, start: int, owner: Mention, measure: str
    ) -> Iterator[Candidate]:
        """The figure, or both of "from 100 to 120 km/h"."""
        verb = self._find_verb(start)
        ends = self.values.split(value)
        before = [ends[0]] if ends is not None else []
        high: Mention | None = ends[1] if ends is not None else value
        if self.parse.words[start - 1].lower() == "from":
            before = [*before, value][:1]
            high = ends[1] if ends is not None else self._find_goal(value)
        yield from self._make(rule, verb, [high] if high is not None else [], owner, measure)
        for candidate in self._make(rule, verb, before, owner, measure):
            candidate.modality = Modality.ACTUAL
            yield candidate

    def _find_goal(self, value: Mention) -> Mention | None:
        """ "from 40 minutes to 8": the bare number in the same unit."""
        end = self.arguments.ranges[value][1]
        if [w.lower() for w in self.parse.words[end : end + 1]] != ["to"]:
            return None
        bare = next((v for v in self.values.at(end + 1) if v.origin == "number"), None)
        one = bare.value if bare is not None else None
        if bare is None or not isinstance(one, Quantity) or not isinstance(value.value, Quantity):
            return None
        return self.values.replaced(bare, replace(one, unit=value.value.unit))

    def _make(
        self, rule: Rule, verb: int, values: list[Mention], owner: Mention, measure: str
    ) -> Iterator[Candidate]:
        for value in values:
            yield from self.observer.observe(rule, verb, verb, value, owner=owner, measure=measure)

    def _find_verb(self, start: int) -> int:
        """The verb before a value, which tells the modality."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[start]][0]
        verbs = (t for t in range(start - 1, first - 1, -1) if parse.tags[t][:2] == "VB")
        return next(verbs, start)

    def _find_trip(self, rule: Rule, start: int) -> int | None:
        """The trip that a time is of: before it with a verb of taking, or behind it ("a 6.5-hour trip")."""
        parse = self.parse
        first, last = parse.sentences[parse.sentence_of[start]]
        behind = [t for t in range(start, min(start + 5, last)) if parse.lemmas[t] in rule.nouns]
        if behind and all(tag[0] in "CNHJ" for tag in parse.tags[start : behind[0]]):
            return behind[0]
        for token in range(start - 1, max(first, start - _BEFORE) - 1, -1):
            if parse.lemmas[token] in rule.nouns and parse.tags[token] in {"NN", "NNS"}:
                lemmas = set(parse.lemmas[max(first, token - 4) : start])
                return token if not lemmas.isdisjoint(rule.verbs) else None
        return None

    def _is_compared(self, value: Mention) -> bool:
        """ "six minutes late", "20 minutes less than": a difference."""
        end, words = self.arguments.ranges[value][1], self.parse.words
        near = range(self.arguments.ranges[value][0] - 2, end + 2)
        times = {v.span for t in near if t < len(words) for v in self.values.at(t) if _is_time(v)}
        if len(times) > 1 and self.values.split(value) is None:
            return True  # "three hours, 41 minutes"
        after = {w.lower() for w in words[end : end + 2]}
        return not after.isdisjoint(_THAN | {"less", "shorter", "longer", "faster", "more"})

    def _find_way(self, start: int) -> Mention | None:
        """The only line, road or works of the sentence, else what its pronoun stands for, else that told before."""
        parse, ranges = self.parse, self.arguments.ranges
        first, last = parse.sentences[parse.sentence_of[start]]
        found: dict[Mention, Mention] = {}
        for token in range(first, last):
            for mention in self.arguments.by_token.get(token, ()):
                if ranges[mention][0] == token and self._is_way(mention):
                    found.setdefault(self.arguments.find_first(mention), mention)
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
        return find_undertaking(self.arguments, start)

    def _is_way(self, mention: Mention) -> bool:
        told = mention.kind is MentionKind.NAME or self.arguments.is_referring(mention)
        crossing = self.parse.lemmas[self.arguments.ranges[mention][1] - 1].lower() in _CROSSINGS
        kinds = _WAYS if crossing else _WAYS[:2]
        return told and self.arguments.fits(mention, kinds)


def _is_time(value: Mention) -> bool:
    return isinstance(value.value, Quantity) and value.value.unit in _TIMES
