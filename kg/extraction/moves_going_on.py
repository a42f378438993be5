"""Rises and falls that tell no time, of the same owner's figures before: "Turnover was up 4 percent".

What a report says in its first sentences of a quarter goes on for all that rose or fell in it; what only
is ("has 400 workers") may be of any time.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.own_times import OwnTimes
from kg.extraction.year_back import a_year_back
from kg.lexicon import load_lexicon
from kg.model.claim import Claim, Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity

_FIGURES = "observes"
_NEAR = 2  # sentences back to the figures before
_LED = 4  # tokens before "a year ago" in which "the same period" stands
_BEHIND = 45  # characters behind a value in which "a year earlier" stands


class MovesGoingOn:
    """Gives the claims of one document the times that they go on with."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("measures")
        self.arguments, self.parse = arguments, arguments.parse
        self.traded, self.year_before = words.get("exchanged"), words.get("year_before")
        self.own_times = OwnTimes(arguments.parse)

    def settle(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims in their order, those of moves without a time with that of the figures before."""
        rows: dict[int, list[int]] = {}
        for at, claim in enumerate(claims):
            if claim.predicate == _FIGURES and isinstance(claim.object, Mention):
                rows.setdefault(self._sentence_of(claim.object), []).append(at)
        told = list(claims)
        for sentence in sorted(rows):
            if sentence in self.timed or self.own_times.tells(sentence):
                continue
            for at in rows[sentence]:
                period = self._find_before(told, rows, sentence, told[at])
                if period is not None:
                    told[at] = _put_in(told[at], period)
                    self._date_before(told, rows[sentence], told[at], period)
        return told

    @cached_property
    def timed(self) -> set[int]:
        """The sentences with a period, but that of what is compared."""
        periods = (m for m in self.arguments.recognized.mentions if m.kind is MentionKind.PERIOD)
        return {self._sentence_of(m) for m in periods if not self._is_before(m)}

    def _find_before(
        self, told: Sequence[Claim], rows: dict[int, list[int]], sentence: int, claim: Claim
    ) -> Period | None:
        """The time of the owner's figures in the sentence before, or the one before that."""
        if not self._is_move(claim):
            return None
        owner = self.arguments.find_first(claim.subject)
        for back in range(1, _NEAR + 1):
            own = [
                told[at]
                for at in rows.get(sentence - back, ())
                if self.arguments.find_first(told[at].subject) == owner
            ]
            found = {p for c in own if self._is_move(c, timed=True) and (p := _read_period(c))}
            if found or any(map(_read_period, own)):
                return found.pop() if len(found) == 1 else None
        return None

    def _is_move(self, claim: Claim, *, timed: bool = False) -> bool:
        """Whether a claim tells of something done that rose or fell, and not of a price on the exchange."""
        named = str(claim.find_qualifier("measure") or "").lower().split()
        return (
            claim.modality is Modality.ACTUAL
            and claim.find_qualifier("change") is not None
            and (_read_period(claim) is not None) == timed
            and not any(word.removesuffix("s") in self.traded for word in named)
        )

    def _date_before(
        self, told: list[Claim], row: Sequence[int], claim: Claim, period: Period
    ) -> None:
        """ "… from 5 million a year earlier": what a move is compared with is of the year before."""
        before, text = a_year_back(period), self.arguments.recognized.document.text
        for at in row:
            other, measure = told[at], claim.find_qualifier("measure")
            same = other.find_qualifier("measure") == measure and _read_period(other) is None
            if before is None or not same or not isinstance(other.object, Mention):
                continue
            behind = text[other.object.span.end : other.object.span.end + _BEHIND].lower()
            if isinstance(other.object.value, Quantity) and any(
                phrase in behind for phrase in self.year_before
            ):
                told[at] = _put_in(other, before)

    def _is_before(self, period: Mention) -> bool:
        """ "… in the same period a year ago": the time of what is compared."""
        start, end = self.arguments.ranges[period]
        words = " ".join(self.parse.words[max(start - _LED, 0) : end]).lower()
        return any(phrase in words for phrase in self.year_before)

    def _sentence_of(self, mention: Mention) -> int:
        return self.parse.sentence_of[self.arguments.ranges[mention][0]]


def _read_period(claim: Claim) -> Period | None:
    period = claim.find_qualifier("period")
    return period if isinstance(period, Period) else None


def _put_in(claim: Claim, period: Period) -> Claim:
    return replace(claim, qualifiers=(*claim.qualifiers, Qualifier(name="period", value=period)))
