"""Who comes next: "Kenya had the highest rate with 9 percent, followed by Malawi with 7 percent"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.row_changes import change_alike
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_WHOLE = 100
_LINKS = frozenset(["with", "at", "on"])
_AFTER = (("followed", "by"), ("ahead", "of"), ("trailed", "by"), ("then", "by"))
_ROW_JOINTS = frozenset(["and", ",", ";", "while", "but"])
_JOINTS = frozenset(["and", ",", "by"])
_PARTNERED = ("to", "from", "with")  # "exports to Chile", "trade with Peru"


class FollowerShapes(Shapes):
    """The shape, over the values of one document."""

    def followed(self, rule: Rule) -> Iterator[Candidate]:
        """The same measure of the next in a row, told by a name and "with"."""
        last: Candidate | None = None
        for value in self.values.all():
            start, _ = self.arguments.ranges[value]
            owner = self._find_owner(value)
            before = self._find_before(value) if owner is not None else None
            if owner is None or before is None or not self._comes_next(owner, before, last):
                owner = self._find_in_row(value)
                before = self._find_before(value, row=True) if owner is not None else None
                if owner is None or before is None or self._has_verb(before, start):
                    continue
            if isinstance(before.object, Mention) and value.origin == "number":
                value = self._share_unit(value, before.object)
            owner, told = self._take_partner(before, owner)
            for candidate in self.observer.observe(
                rule,
                before.token,
                before.token,
                value,
                owner=owner,
                measure=told,
                change=change_alike(before, value) if value.origin == "percent" else None,
            ):
                candidate.modality = Modality.ACTUAL if last is before else before.modality
                if all(q.name != "period" for q in candidate.qualifiers):
                    candidate.qualifiers += [q for q in before.qualifiers if q.name == "period"]
                last = candidate
                yield candidate

    def _take_partner(self, before: Candidate, named: Mention) -> tuple[Mention | None, str]:
        """ "exports to Chile were $5 million, [Bolivia] $4 million": a partner, where the one before has its own."""
        told = before.measure
        base, link, partner = next(
            (parts for w in _PARTNERED if (parts := told.rpartition(f" {w} "))[0]), ("", "", "")
        )
        known = any(m.text == partner for m in self.arguments.recognized.mentions if m.type)
        other = before.subject is not None and self.arguments.find_first(
            before.subject
        ) != self.arguments.find_first(named)
        if not known or not other or not self.arguments.fits(named, ("Place",)):
            return named, told
        return before.subject, f"{base}{link}{named.text}"

    def _find_owner(self, value: Mention) -> Mention | None:
        """The name before "with" and a value, or before a value in brackets: "followed by Peru (118,900)"."""
        start, end = self.arguments.ranges[value]
        lead = self.parse.words[start - 1].lower() if start > 1 else ""
        enclosed = lead == "(" and self.parse.words[end : end + 1] == [")"]
        if not enclosed and lead not in _LINKS:
            return None
        found = self.arguments.find(start - 2, OWNERS)
        return found if found is not None and found.kind is MentionKind.NAME else None

    def _find_in_row(self, value: Mention) -> Mention | None:
        """ "Norvik had 300 workers, [Tarka] 200": the name right before a value, behind a joint."""
        start, end = self.arguments.ranges[value]
        tags, words = self.parse.tags, self.parse.words
        if tags[end : end + 1] and tags[end][0] in "NJV":
            return None
        found = next(
            (
                m
                for m in self.arguments.by_token.get(start - 1, ())
                if m.kind is MentionKind.NAME
                and self.arguments.ranges[m][1] == start
                and self.arguments.fits(m, OWNERS)
            ),
            None,
        )
        first = self.arguments.ranges[found][0] - 1 if found is not None else -1
        first -= first > 0 and words[first].lower() == "the"
        return found if first > 0 and words[first].lower() in _ROW_JOINTS else None

    def _has_verb(self, before: Candidate, start: int) -> bool:
        other = before.object
        end = self.arguments.ranges[other][1] if isinstance(other, Mention) else start
        return any(tag[:2] in {"VB", "MD"} for tag in self.parse.tags[end:start])

    def that_of(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Norvik's share was 40 percent, while that of Tarka stood at 18": the same measure."""
        owner = next(
            (
                m
                for token in clause.subjects
                if self.parse.words[token].lower() == "that"
                for child in self.parse.children[token]
                if self.parse.lemmas[child] == "of"
                for inner in self.parse.children[child]
                if (m := self.arguments.find(inner, OWNERS)) is not None
            ),
            None,
        )
        values = self.values.in_slots(clause, ("attr", "object", "at", "to"))
        before = self._find_before(values[0]) if owner is not None and values else None
        if before is not None:
            told = before.measure
            yield from self.tell(rule, clause, clause.token, values[0], owner=owner, measure=told)

    def _share_unit(self, value: Mention, known: Mention) -> Mention:
        """ "Norvik took 13 percent, Tarka 12": a bare number in the unit of the one before."""
        one, other = value.value, known.value
        if not isinstance(one, Quantity) or not isinstance(other, Quantity) or other.unit != "%":
            return self.values.in_unit_of(value, known)
        return self.values.replaced(value, replace(one, unit=other.unit))

    def _find_before(self, value: Mention, *, row: bool = False) -> Candidate | None:
        """The figure told right before in the sentence, in the same unit or one that fits a bare number.

        In a row of names also a percentage, for one that has no "percent" of its own.
        """
        start = self.arguments.ranges[value][0]
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        told = [
            (self.arguments.ranges[other][0], candidate)
            for candidate in self.observer.made.values()
            if isinstance(other := candidate.object, Mention)
            and first <= self.arguments.ranges[other][0] < start
            and self._is_alike(value, other, row=row)
        ]
        return max(told, key=lambda item: item[0])[1] if told else None

    def _is_alike(self, value: Mention, other: Mention, *, row: bool) -> bool:
        one, two = value.value, other.value
        if not isinstance(one, Quantity) or not isinstance(two, Quantity):
            return False
        bare = value.origin == "number"
        return one.unit == two.unit or (bare and (two.unit != "%" or (row and one.value < _WHOLE)))

    def _comes_next(self, owner: Mention, before: Candidate, last: Candidate | None) -> bool:
        """Whether words of a row stand before the name: "followed by", or "and" within such a row."""
        start = self.arguments.ranges[owner][0]
        start -= self.parse.words[start - 1].lower() == "the"
        words = [w.lower() for w in self.parse.words[max(start - 2, 0) : start]]
        return tuple(words) in _AFTER or (
            last is before and words[-1:] != [] and words[-1] in _JOINTS
        )
