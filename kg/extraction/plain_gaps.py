"""Rows of figures whose verb is told but once: "copper fetched $1.1 billion and oil $870 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_JOINTS = frozenset(["and", ",", ";", "while", "but", "whereas"])
_LINKS = frozenset(["for", "at", "with", "to", "by", "of", ","])
_LONGEST = 4  # tokens of what is told next
_INSIDE = frozenset(["NN", "NNS", "JJ", "VBN", "VBG", "HYPH", "NNP", "NNPS"])


class PlainGaps(PlainShapes):
    """The shape, over the values of one document."""

    def in_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "… and oil $870 million", "…, the Netherlands for 11 percent": the next of whom the same is told."""
        for value in list(self.list_free()):
            before = self._find_row_before(value)
            if before is None or not isinstance(before.object, Mention):
                continue
            counted = self.in_unit_of(value, before.object)
            bounds = self._find_next(value, before.object)
            if counted is None or bounds is None or not self.stands_alone(value):
                continue
            measure = self._name_next(before, *bounds)
            if measure is None:
                continue
            yield from self._go_on_as(rule, before, counted, measure)

    def _go_on_as(
        self, rule: Rule, before: Candidate, value: Mention, measure: str
    ) -> Iterator[Candidate]:
        """The observation of a value as the one before was: its verb, owner and modality, a change where it was one."""
        for candidate in self.observer.observe(
            rule,
            before.token,
            before.token,
            value,
            owner=before.subject,
            measure=measure,
            change=self._find_change(before, value),
        ):
            candidate.modality = before.modality
            yield candidate

    def _find_change(self, before: Candidate, value: Mention) -> Quantity | None:
        """ "slid by 0.9 percent, gloves [by 5.2 percent]": a change as the one before was."""
        told = next((q.value for q in before.qualifiers if q.name == "change"), None)
        known = before.object.value if isinstance(before.object, Mention) else None
        if not isinstance(told, Quantity) or not isinstance(known, Quantity):
            return None
        changed = value.origin == "percent" and abs(told.value) == known.value
        return signed(value, told.value < 0) if changed else None

    def _find_row_before(self, value: Mention) -> Candidate | None:
        """The figure right before in the sentence, of the same kind, with no verb between."""
        start, parse = self.arguments.ranges[value][0], self.parse
        before = self.find_figure_before(start, sentences=0)
        if before is None or not isinstance(before.object, Mention):
            return None
        end = self.arguments.ranges[before.object][1]
        between = parse.tags[end:start]
        if "-LRB-" in between or "-RRB-" in between:
            return None
        if any(tag in {"VBD", "VBZ", "VBP", "MD", "VB"} for tag in between):
            return None
        others = (v for v in self.values.all() if end <= self.arguments.ranges[v][0] < start)
        return None if any(True for _ in others) else before

    def _find_next(self, value: Mention, told: Mention) -> tuple[int, int] | None:
        """The tokens of what stands between a joint and a value."""
        words, tags = self.parse.words, self.parse.tags
        end = self.arguments.ranges[value][0]
        floor = self.arguments.ranges[told][1]
        end -= words[end - 1].lower() in _LINKS
        start = end
        while start > floor and end - start < _LONGEST and tags[start - 1] in _INSIDE:
            start -= 1
        first = start - 1 if words[start - 1].lower() in {"the", "a"} else start
        joined = floor <= first - 1 and words[first - 1].lower() in _JOINTS
        return (start, end) if joined and start < end else None

    def _name_next(self, before: Candidate, start: int, end: int) -> str | None:
        """The measure told before with what is told next in the place of what it was told of."""
        subject = self._find_first(before)
        if subject is None or not self._are_alike(subject, end - 1):
            return None
        told = self.arguments.phrase_text(subject) or self.parse.words[subject]
        named = next((m.text for m in self._list_names(subject)), None)
        text, measure = self.arguments.slice(start, end), before.measure
        for known in (named, told, self.parse.words[subject]):
            if known and measure.lower().startswith(known.lower()):
                return f"{text}{measure[len(known) :]}"
        return None

    def _find_first(self, before: Candidate) -> int | None:
        """The subject of the verb that a figure was told by."""
        token, parse = before.token, self.parse
        subjects = parse.list_subjects(token) if parse.tags[token][:2] == "VB" else []
        return subjects[0] if len(subjects) == 1 else None

    def _are_alike(self, one: int, other: int) -> bool:
        """Whether both are names or neither is."""
        first, second = bool(self._list_names(one)), bool(self._list_names(other))
        if first or second:
            return first and second
        return self.parse.tags[other] in {"NN", "NNS", "JJ", "VBN"}

    def _list_names(self, token: int) -> list[Mention]:
        return [m for m in self.arguments.by_token.get(token, ()) if m.kind is MentionKind.NAME]
