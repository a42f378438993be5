"""The second figure of each in a ranking: "Kenya came first with 300 tonnes worth $2 million, then Peru with …"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, read_unit
from kg.model.parse import FINITE

_KINDS = frozenset(["measure", "money"])  # one of them told in the other's words
_BETWEEN = frozenset(
    "worth valued at and or ( , for a total of about some nearly over around almost".split()  # noqa: SIM905
)
_TELLING = frozenset(["worth", "valued", "and", "(", "for", "or"])
_LEADS = frozenset(["with", "("])
_ROWS = frozenset(["doer-with", "gapped"])  # the shapes by which members of a ranking are read
_BACK = 3  # tokens before the first figure in which "with" stands
_VALUE = "value of"


class RowPairs(Shapes):
    """The shape, over the values that no other shape took."""

    def second_figure(self, rule: Rule) -> Iterator[Candidate]:
        """A sum beside a quantity, or a quantity beside a sum, of the one whom a ranking gives the first."""
        before: Mention | None = None
        named: dict[tuple[int, str], str] = {}
        for value in self.values.all():
            first = self.observer.made.get(before.span) if before is not None else None
            known, before = before, value
            if first is None or known is None or value.span in self.observer.made:
                continue
            if first.rule.shape not in _ROWS or not self._is_beside(known, value):
                continue
            sentence = self.parse.sentence_of[first.token]
            told = named.setdefault((sentence, read_unit(value)), self._name(value, first))
            for candidate in self.observer.observe(
                rule, first.token, first.token, value, owner=first.subject, measure=told
            ):
                candidate.modality = first.modality
                candidate.qualifiers = [q for q in candidate.qualifiers if q.name != "period"]
                candidate.qualifiers += [q for q in first.qualifiers if q.name == "period"]
                yield candidate

    def _is_beside(self, known: Mention, value: Mention) -> bool:
        """Whether a value goes on with another one of a different kind, which "with" or a bracket leads to."""
        words, ranges = self.arguments.lower, self.arguments.ranges
        start, end = ranges[known]
        between = words[end : ranges[value][0]]
        led = not _LEADS.isdisjoint(words[max(start - _BACK, 0) : start])
        return (
            {known.origin, value.origin} == _KINDS
            and led
            and _BETWEEN.issuperset(between)
            and not _TELLING.isdisjoint(between)
            and not self._tells_more(ranges[value][1])
        )

    def _tells_more(self, end: int) -> bool:
        """ "with 300 tonnes and $2 million was spent": a figure that something else is said of."""
        return self.parse.tags[end : end + 1] != [] and (
            self.parse.tags[end] in FINITE or self.arguments.lower[end] in {"of", "in"}
        )

    def _name(self, value: Mention, first: Candidate) -> str:
        """What a sum is of by what the quantity is of, and the other way round."""
        told = first.measure
        if value.origin == "money":
            return told if told.startswith(_VALUE) else f"{_VALUE} {told}"
        return told.removeprefix(f"{_VALUE} ")
