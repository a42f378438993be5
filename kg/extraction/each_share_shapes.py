"""Sums told again for each share: "earned $4 million, or 45 cents a share", "a profit of $4 million (EPS: $0.45)"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.bracketed_values import name_by_label
from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_EACH = (["a", "share"], ["per", "share"], ["per", "unit"], ["a", "unit"])
_PER_SHARE = "per share"
_FILLERS = frozenset([",", "or", "a", "per", "share", "unit", "about", "("])
_HELD_AGAINST = frozenset(["from", "against", "versus", "vs", "vs."])
_LABEL = 8  # tokens back to the bracket that a label opens
_COMPARED = frozenset(["with", "to"])


@dataclass(slots=True)
class _Told:
    """The sum told last, and whether one for each share stood behind one in its sentence."""

    value: Mention
    sentence: int
    by_share: bool = False


class EachShareShapes(Shapes):
    """The shape, over the values that no clause took."""

    def each_share(self, rule: Rule) -> Iterator[Candidate]:
        """The same measure for each share, and the whole sum that it is compared with.

        Whole sums first, or they would be taken for what a sum for each share is compared with.
        """
        found = list(self._go_on(rule))
        yield from sorted(found, key=lambda c: c.measure.endswith(_PER_SHARE))

    def _go_on(self, rule: Rule) -> Iterator[Candidate]:
        """The sums that go on with one before, in text order."""
        told: _Told | None = None
        made = self.observer.made
        for value in self.values.all():
            if value.origin != "money":
                continue
            start, end = self.arguments.ranges[value]
            sentence = self.parse.sentence_of[start]
            if told is not None and told.sentence != sentence:
                told = None
            known = made.get(told.value.span) if told is not None else None
            if value.span not in made and told is not None and known is not None:
                measure = self._name(told, known, start, end)
                if measure is not None:
                    told.by_share = told.by_share or measure.endswith(_PER_SHARE)
                    yield from self._tell_again(rule, known, value, measure)
            main = value.span in made and not made[value.span].measure.endswith(_PER_SHARE)
            if main:
                told = _Told(value, sentence, told is not None and told.by_share)

    def _name(self, told: _Told, known: Candidate, start: int, end: int) -> str | None:
        """What a sum measures that goes on with the one told last; None where it does not."""
        words = [w.lower() for w in self.parse.words[self.arguments.ranges[told.value][1] : start]]
        each = [w.lower() for w in self.parse.words[end : end + 2]] in _EACH
        if words in ([",", "or"], ["or"], [",", "or", "about"]) and (each or told.by_share):
            return f"{known.measure} {_PER_SHARE}"
        if words in (["("], ["(", "or"]) and each:
            return f"{known.measure} {_PER_SHARE}"
        if (labelled := self._name_in_bracket(start)) is not None:
            return labelled
        before = self._cut_cue(words)
        plain = before is not None and set(before) - self._values_between(told, start) <= _FILLERS
        return known.measure if plain and told.by_share and not each else None

    def _name_in_bracket(self, start: int) -> str | None:
        """ "$4 million ([EPS]: $0.45)": the label of a bracket right behind a sum."""
        opening = next(
            (t for t in range(start - 1, max(start - _LABEL, 0), -1) if self._opens(t)), 0
        )
        if not opening or not any(m.origin == "money" for m in self.values.at(opening - 1)):
            return None
        return name_by_label([w.lower() for w in self.parse.words[opening:start]])

    def _opens(self, token: int) -> bool:
        return self.parse.words[token] == "("

    def _cut_cue(self, words: list[str]) -> list[str] | None:
        """The words before "compared with", "from" and the like right before a sum."""
        if words[-2:-1] == ["compared"] and words[-1] in _COMPARED:
            return words[:-2]
        return words[:-1] if words and words[-1] in _HELD_AGAINST else None

    def _values_between(self, told: _Told, start: int) -> set[str]:
        """The words of the sums that stand between the one told last and another."""
        first = self.arguments.ranges[told.value][1]
        return {
            self.parse.words[t].lower()
            for t in range(first, start)
            if any(m.origin == "money" for m in self.values.at(t))
        }

    def _tell_again(
        self, rule: Rule, known: Candidate, value: Mention, measure: str
    ) -> Iterator[Candidate]:
        one, other = value.value, known.object.value if isinstance(known.object, Mention) else None
        same = isinstance(one, Quantity) and isinstance(other, Quantity) and one.unit == other.unit
        if not same or known.subject is None:
            return
        start = self.arguments.ranges[value][0]
        for again in self.go_on(rule, known, start, value, measure):
            if self._name_in_bracket(start) is not None:  # a rise is of the whole sum
                again.qualifiers = [q for q in again.qualifiers if q.name != "change"]
            yield again
