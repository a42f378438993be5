"""Where a change led, right behind it: "cargo up 11% to 3 million tonnes", "a drop of 2 percent to 741,000 tonnes"."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer, signed
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_LINKS = frozenset(["to", "from", "against", "versus"])
_FAR = 14  # tokens from a percentage to what it led to
_CLIMBED = 8
_NEAR = 4  # sentences back to a figure in the same unit
_JOINTS = frozenset([";", "while", "and", "but", "whereas"])


@dataclass(frozen=True, slots=True)
class Move:
    """A change: its owner, measure and size, and the token that tells it."""

    owner: Mention
    measure: str
    change: Quantity
    token: int


class LedShapes(PlainShapes):
    """The shape, over the values that nothing took."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        self.changes = load_lexicon("measures").get("change_nouns")

    def led_to(self, rule: Rule) -> Iterator[Candidate]:
        """ "cargo traffic up 4%, [to 2 million tonnes]", "a growth of 13 per cent [from 45,000 tonnes to 51,000]"."""
        for value in list(self.list_free()):
            start = self.arguments.ranges[value][0]
            link = self.parse.words[start - 1].lower() if start else ""
            if value.origin == "percent" or link not in _LINKS:
                continue
            percent = self._find_percent(start)
            move = self._read_move(percent, value) if percent is not None else None
            if move is None or percent is None:
                continue
            counted = self._with_unit_told(value, move)
            change = move.change if link == "to" else None
            if counted is not None:
                yield from self.observer.observe(
                    rule,
                    move.token,
                    move.token,
                    counted,
                    owner=move.owner,
                    measure=move.measure,
                    change=change,
                )

    def _find_percent(self, start: int) -> Mention | None:
        """The percentage before a value, with no verb and no other thing told between."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[start]][0]
        for token in range(start - 1, max(first, start - _FAR) - 1, -1):
            if parse.tags[token] in FINITE or parse.words[token].lower() in _JOINTS:
                return None
            for value in self.values.at(token):
                if value.origin == "percent":
                    return value
        return None

    def _read_move(self, percent: Mention, value: Mention) -> Move | None:
        """The change that a percentage tells, made already or told by a noun of change."""
        made = self.observer.made.get(percent.span)
        if made is not None:
            change = next((q.value for q in made.qualifiers if q.name == "change"), None)
            measure = self._name(made.measure, made.token, value)
            if not isinstance(change, Quantity) or measure is None:
                return None
            return Move(made.subject, measure, change, made.token)
        start, token = self.arguments.ranges[percent][0], -1
        if self.parse.words[start - 1 : start] == ["of"]:
            token = start - 2
        if token < 0 or self.parse.lemmas[token] not in self.changes:
            return None
        falls = self.parse.lemmas[token] in self.words.falling
        change, owner = signed(percent, falls), self._find_subject(token)
        measure = self._name("", token, value)
        if change is None or owner is None or measure is None:
            return None
        return Move(owner, measure, change, token)

    def _name(self, measure: str, token: int, value: Mention) -> str | None:
        """The measure told; that of the last figure in the same unit, where only a growth is."""
        if measure and measure.lower().split()[-1] not in self.changes:
            return measure
        sentence = self.parse.sentence_of[token]
        told = [
            c
            for c in self.observer.made.values()
            if 0 <= sentence - self.parse.sentence_of[c.token] <= _NEAR
            and isinstance(c.object, Mention)
            and c.object.origin != "percent"
            and self.in_unit_of(value, c.object) is not None
        ]
        return max(told, key=lambda c: c.token).measure if told else None

    def _with_unit_told(self, value: Mention, move: Move) -> Mention | None:
        """The value, a bare number in the unit of the figure of the same owner or measure told just before."""
        if value.origin != "number":
            return value
        counted = self.with_counted(value)
        if counted is not value:
            return counted
        told = [
            c.object
            for c in self.observer.made.values()
            if c.measure == move.measure
            and isinstance(c.object, Mention)
            and c.object.origin == "measure"
        ]
        return self.in_unit_of(value, told[-1]) if told else None

    def _find_subject(self, token: int) -> Mention | None:
        """The named subject of the verb above a noun."""
        for verb in self.parse.list_verbs_above(token, _CLIMBED):
            if subjects := self.parse.list_subjects(verb):
                found = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
                named = [m for m in found if m.kind is MentionKind.NAME]
                return named[0] if len(named) == 1 else None
        return None
