"""Figures that go on with the time of those before: "569 ships called, 147 more than in the same period last year"."""

import re

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measures import OwnerFinder
from kg.extraction.year_before import ALIKE
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period

_FAR = 4  # sentences back for "the same period"
_NEAR = 2  # … and for what only rose against the year before
_SAME = re.compile(
    r"\b(?:same|corresponding|comparable) (?:period|time|months|stretch)(?: of)?(?: the)?"
    r"(?: last| previous| preceding| a| in)? "
)
_YEARLY = re.compile(
    r"\byear[- ]on[- ]year\b|\byear[- ]over[- ]year\b|\byoy\b"
    r"|\bfrom a year (?:earlier|ago)\b|\bfrom the (?:previous|preceding) year\b"
    r"|\ban? (?:yearly|annual) (?:increase|rise|growth|drop|decline|decrease|fall)\b"
)
_PARTS = re.compile(r"\bof (?:the|this|that) (?:total|sum|figure|amount)\b")
_COMPARING = frozenset(["from", "than", "against", "versus", "compared"])
_BEFORE = 5  # tokens before a value in which such a word stands
_OPENING = 24  # characters that "In breakdown," takes


class PeriodsGoingOn:
    """Looks up the time told for the same owner just before, in one document."""

    def __init__(self, arguments: ArgumentFinder, owners: OwnerFinder) -> None:
        self.arguments, self.owners = arguments, owners
        self.parse = arguments.parse
        self.openings = tuple(load_lexicon("measures").get("going_on"))

    def find(self, noun: int, value: Mention, owner: Mention) -> Period | None:
        """The time of the figures before; none where the sentence tells one, or nothing that goes on with them."""
        sentence_of, first = self.parse.sentence_of, self.arguments.find_first
        sentence = sentence_of[noun]
        if not self.owners.periods or self._is_compared(value):
            return None
        reach = self._find_reach(sentence)
        known = [
            (t, m)
            for told in self.owners.last.values()
            for t, m in told
            if sentence_of[t] < sentence and self.owners.periods.get(t)
        ]
        token, before = max(known, key=lambda item: item[0], default=(-1, owner))
        if token < 0 or sentence - sentence_of[token] > reach or first(before) != first(owner):
            return None
        return self.owners.periods[token]

    def _is_compared(self, value: Mention) -> bool:
        """ "… from 5 million in the same period last year": what was before."""
        start = self.arguments.ranges[value][0]
        before = {word.lower() for word in self.parse.words[max(start - _BEFORE, 0) : start]}
        return not _COMPARING.isdisjoint(before)

    def _is_same(self, period: Mention) -> bool:
        """ "The same period last year": no time of its own."""
        start, end = self.arguments.ranges[period]
        return not ALIKE.isdisjoint(w.lower() for w in self.parse.words[max(start - 4, 0) : end])

    def _find_reach(self, sentence: int) -> int:
        """How many sentences back the time may stand; 0 where the sentence goes on with nothing."""
        start, end = self.parse.sentences[sentence]
        told = (m for t in range(start, end) for m in self.arguments.by_token.get(t, ()))
        if any(m.kind is MentionKind.PERIOD and not self._is_same(m) for m in told):
            return 0
        text = " ".join(self.parse.words[start:end]).lower().replace(" - ", "-")
        if _SAME.search(text):
            return _FAR
        opened = text[:_OPENING].startswith(self.openings)
        parted = _PARTS.search(text)  # "Electronics made up 58 percent of the total"
        return _NEAR if opened or parted or _YEARLY.search(text) else 0
