"""Others that moved as what was told before: "led by Peru, up 12%", "Chile and Peru were down 3% and 2%"."""

from collections.abc import Iterator

from kg.extraction.bare_changes import is_bare_change
from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.row_changes import tell_alike
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention

_TURNS = frozenset(["up", "down"])
_BEING = frozenset(["was", "were", "is", "are", ","])
_JOINTS = frozenset([",", "and", "the"])
_OPENERS = frozenset(["while", "whereas", "by", "but", "and", ",", ";", "in", "of"])
_GROUPS = ("Place", "Organization")
_MOST = 4  # names or values of a row


class MovedRows(Shapes):
    """The shape, over the values that nothing took."""

    def moved_in_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, led by Peru, [up 12%]", "while Chile and Peru were [down 3% and 2%]": each its own change."""
        lower = self.arguments.lower
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            if value.origin != "percent" or value.span in self.observer.made:
                continue
            if start < 3 or lower[start - 1] not in _TURNS or lower[start - 2] not in _BEING:
                continue
            names = self._list_names(start - 2)
            values = self._list_values(value) if names else []
            before = self._find_before(names[0]) if names else None
            if before is None or len(values) != len(names):
                continue
            if not self._are_alike(before, names):
                continue
            falls = lower[start - 1] == "down"
            for name, each in zip(names, values, strict=True):
                yield from tell_alike(self.observer, rule, before, each, name, signed(each, falls))

    def _list_names(self, end: int) -> list[Mention]:
        """The names that end right before a token, joined by commas and "and", where a part of a row opens."""
        found: list[Mention] = []
        at = end
        find = self.arguments.find_name_before
        while len(found) < _MOST and (name := find(at, OWNERS)) is not None:
            found.insert(0, name)
            at = self.arguments.ranges[name][0]
            at -= self.arguments.lower[at - 1] == "the"
            begin = at
            while self.arguments.lower[at - 1] in _JOINTS and self._is_name_next(at):
                at -= 1
            if at == begin:
                break
        opened = bool(found) and self.arguments.lower[begin - 1] in _OPENERS
        return found if opened else []

    def _is_name_next(self, at: int) -> bool:
        """Whether another name of the row stands behind the joints before a token."""
        near = at - 1
        while self.arguments.lower[near - 1] in _JOINTS:
            near -= 1
        return self.arguments.find_name_before(near, OWNERS) is not None

    def _list_values(self, value: Mention) -> list[Mention]:
        """A percentage with those that only commas and "and" part from it."""
        found = [value]
        for other in self.values.all():
            end, start = self.arguments.ranges[found[-1]][1], self.arguments.ranges[other][0]
            between = self.arguments.lower[end:start]
            joined = 0 < len(between) <= 2 and _JOINTS.issuperset(between)
            if start >= end and joined and other.origin == "percent":
                found.append(other)
        return found

    def _find_before(self, name: Mention) -> Candidate | None:
        """The change told last before a name, in its sentence."""
        at = self.arguments.ranges[name][0]
        sentence = self.parse.sentence_of[at]
        told = [
            (self.arguments.ranges[c.object][0], c)
            for c in self.observer.made.values()
            if isinstance(c.object, Mention)
            and self.arguments.ranges[c.object][0] < at
            and self.parse.sentence_of[self.arguments.ranges[c.object][0]] == sentence
        ]
        found = max(told, key=lambda item: item[0])[1] if told else None
        return found if found is not None and is_bare_change(found) else None

    def _are_alike(self, before: Candidate, names: list[Mention]) -> bool:
        """Whether names are all places or all firms, as whose the change before is."""
        if before.subject is None:
            return False
        row = [self.arguments.find_first(before.subject), *names]
        return any(all(self.arguments.fits(m, (g,)) for m in row) for g in _GROUPS)
