"""What a figure is compared with where no word of comparison stands: "the 52 million shipped in 2024"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.lone_owners import OWNERS
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.claim import Modality, Qualifier
from kg.model.mention import OPEN, Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity

_CUES = frozenset(
    ["on", "than", "from", "against", "versus", "over", "exceeding", "below", "above", "beating",
     "surpassing", "topping", "with", "to", "after", "of", "since", "posting", "from", "under"]
)  # fmt: skip
_HIGHS = frozenset(["low", "high", "peak", "record", "trough", "level", "figure", "total", "best"])
_BEFORE = 5  # tokens before a value in which its cue stands
_BEHIND = 5  # tokens behind it in which its time stands
_PAST = frozenset(["shipped", "sold", "recorded", "seen", "reported", "posted", "registered", "made",
                   "handled", "moved", "produced", "exported", "earned", "achieved", "set", "reached"])  # fmt: skip


class PlainCompared(PlainShapes):
    """The shapes, over the values and clauses of one document."""

    def then(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, an 11% gain on the 52 tonnes shipped in 2024": the figure before, at a time of its own."""
        for value in list(self.list_free()):
            before = self.find_figure_before(self.arguments.ranges[value][0], sentences=0)
            if before is None or not isinstance(before.object, Mention):
                continue
            known, one = before.object.value, value.value
            if not isinstance(known, Quantity) or not isinstance(one, Quantity):
                continue
            alike = one.unit == known.unit and one.unit not in {"", "%"}
            period = (
                self._find_time(value) if alike and self._is_cued(value, before.object) else None
            )
            if period is None or self._is_own(before, period):
                continue
            for candidate in self.observe(
                rule, before.token, before.token, value, before.subject, before.measure
            ):
                candidate.qualifiers = [
                    q for q in candidate.qualifiers if q.name not in {"period", "change"}
                ]
                candidate.qualifiers.append(Qualifier(name="period", value=period))
                candidate.modality = Modality.ACTUAL
                yield candidate

    def _is_cued(self, value: Mention, told: Mention) -> bool:
        """Whether a word of comparison or of an extreme stands right before a value."""
        start, floor = self.arguments.ranges[value][0], self.arguments.ranges[told][1]
        before = [w.lower() for w in self.parse.words[max(floor, start - _BEFORE) : start]]
        if before[-1:] == ["the"] or before[-1:] == ["a"]:
            return len(before) > 1 and before[-2] in _CUES
        return before[-1:] == ["of"] and not _HIGHS.isdisjoint(before)

    def _find_time(self, value: Mention) -> Period | None:
        """The period right behind a value, but for "shipped in"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _BEHIND, last)):
            for mention in self.arguments.by_token.get(token, ()):
                if mention.kind is MentionKind.PERIOD and isinstance(mention.value, Period):
                    return mention.value
            word = parse.words[token].lower()
            if word not in {"in", "of", "for", "during", "the"} | _PAST:
                return None
        return None

    def _is_own(self, before: Candidate, period: Period) -> bool:
        return any(q.name == "period" and q.value == period for q in before.qualifiers)

    def aimed_for(self, rule: Rule) -> Iterator[Candidate]:
        """ "The terminal had budgeted for 55 million tonnes": what was told before, as it was to be."""
        for clause in self.clauses:
            if clause.lemma not in rule.verbs or clause.passive:
                continue
            values = [v for v in self.values.in_slots(clause, ("for", "at")) if self.is_free(v)]
            value = next((v for v in values if v.origin in {"measure", "money"}), None)
            before = self.find_figure_before(clause.token, sentences=2) if value else None
            owner = self._find_aimer(clause)
            if value is None or before is None or owner is None:
                continue
            first = self.arguments.find_first
            same = first(owner).text == first(before.subject).text
            if not same or not self._is_alike(value, before.object):
                continue
            measure = f"budgeted {before.measure}" if clause.lemma == "budget" else before.measure
            for candidate in self.observe(rule, clause.token, before.token, value, owner, measure):
                self.observer.plan(candidate)
                yield candidate

    def _find_aimer(self, clause: Clause) -> Mention | None:
        found = [m for t in clause.subjects for m in self.arguments.find_all(t, OWNERS)]
        known = found and self.arguments.are_one(found) and found[0].origin != OPEN
        return found[0] if known else None

    def _is_alike(self, value: Mention, other: object) -> bool:
        known = other.value if isinstance(other, Mention) else None
        one = value.value
        return isinstance(known, Quantity) and isinstance(one, Quantity) and one.unit == known.unit
