"""Ranks that go on, and places held: "… 11th in exports and first in Africa", "is in second place for tea"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_RANK = "rank"
_JOINTS = frozenset(["and", ","])
_AMONG = frozenset(["in", "among", "by", "for", "on", "of"])
_EVERYWHERE = frozenset(["worldwide", "globally", "nationally", "nationwide", "overall"])
_PLACES = frozenset(["place", "position", "spot"])
_BE = "be"
_TERMS = ["in", "terms", "of"]
_FIELD = 8  # tokens behind a rank in which what it is in stands


class PlainRanks(PlainShapes):
    """The shapes, over the ordinals that nothing took."""

    def rank_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "ranks second in Africa and 20th in the world": of the same owner."""
        for value in self._list_ordinals():
            start, end = self.arguments.ranges[value]
            words = [w.lower() for w in self.parse.words[end : end + 1]]
            led = self.parse.words[start - 1].lower() in _JOINTS
            if not led or not words or words[0] not in _AMONG | _EVERYWHERE:
                continue
            before = self.find_figure_before(start, sentences=0)
            if before is not None and self._is_rank(before):
                measure = f"{_RANK}{self._name_field(end)}"
                yield from self.go_on(rule, before, before.token, self._as_rank(value), measure)

    def in_place(self, rule: Rule) -> Iterator[Candidate]:
        """ "is in first place in terms of transit cargo": a place that is held."""
        parse = self.parse
        for value in self._list_ordinals():
            start, end = self.arguments.ranges[value]
            link = start - 1 - (parse.words[start - 1].lower() == "the")
            held = parse.lemmas[end : end + 1]
            if not held or held[0] not in _PLACES or parse.words[link].lower() not in {"in", "on"}:
                continue
            verb = link - 1 - (parse.tags[link - 1] == "RB")
            field = self._name_field(end + 1)
            if parse.lemmas[verb] != _BE or not field:
                continue
            subjects = parse.list_subjects(verb)
            owners = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
            if self.arguments.are_one(owners):
                rank = self._as_rank(value)
                yield from self.observe(rule, verb, verb, rank, owners[0], f"{_RANK}{field}")

    def _list_ordinals(self) -> list[Mention]:
        told = self.arguments.recognized.mentions
        return [
            m
            for m in told
            if m.origin == "ordinal" and isinstance(m.value, Quantity) and self.is_free(m)
        ]

    def _is_rank(self, before: Candidate) -> bool:
        value = before.object.value if isinstance(before.object, Mention) else None
        return isinstance(value, Quantity) and value.unit == _RANK

    def _as_rank(self, value: Mention) -> Mention:
        rank = Quantity(value=self.size_of(value), unit=_RANK, comparator="=")
        return self.values.replaced(value, rank)

    def _name_field(self, end: int) -> str:
        """ " in tea exports", " among the countries of Central Asia"; nothing where none is told."""
        parse = self.parse
        if parse.words[end : end + 1] == [] or parse.words[end].lower() not in _AMONG:
            return ""
        first = end + (3 if [w.lower() for w in parse.words[end : end + 3]] == _TERMS else 1)
        for token in range(first, min(first + _FIELD, len(parse.words))):
            if parse.tags[token] in {"NN", "NNS"} and parse.tags[token + 1 : token + 2] not in (
                ["NN"],
                ["NNS"],
            ):
                text = self.arguments.phrase_text(token) or parse.words[token]
                return f" {parse.words[end].lower() if first == end + 1 else 'in'} {text}"
        return " "
