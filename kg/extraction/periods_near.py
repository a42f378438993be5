"""The period and the change that belong to a value, where a sentence holds several of each."""

from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.qualifying import QualifierFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_WINDOW = 9  # tokens after a value in which "up 94.5%" still belongs to it


class PeriodPicker:
    """Pairs values with periods by their order in the sentence."""

    def __init__(self, arguments: ArgumentFinder, qualifiers: QualifierFinder) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.qualifiers = qualifiers
        self.parse = arguments.parse
        self.up = words.get("up")
        self.down = words.get("down")
        self.change_nouns = words.get("change_nouns")
        self.falling = words.get("fall_verbs")

    def find_period(self, value: Mention, token: int) -> Mention | None:
        """The first period between this value and the next, else the clause's only one."""
        start, end = self.arguments.ranges[value]
        sentence = self.parse.sentence_of[start]
        first, last = self.parse.sentences[sentence]
        following = self._next_value(end, last)
        periods = [
            m
            for m in self.arguments.recognized.mentions
            if m.kind is MentionKind.PERIOD and first <= self.arguments.ranges[m][0] < last
        ]
        after = [m for m in periods if end <= self.arguments.ranges[m][0] < following]
        if after:
            return after[0]
        # A period that follows another value is that value's.
        opening = self._next_value(first, last)
        before = [m for m in periods if self.arguments.ranges[m][1] <= min(start, opening)]
        clause_time = self.qualifiers.find_time(token)
        if clause_time is not None and clause_time in before:
            return clause_time
        own = [
            m
            for m in periods
            if opening < self.arguments.ranges[m][0] and self.arguments.ranges[m][1] <= token
        ]
        if own and token < start and not self._has_value(self.arguments.ranges[own[-1]][1], start):
            return own[-1]  # "… to 9 billion, although sales in 2025 fell by 7 percent"
        if len(before) != 1:
            return None
        leads = self.arguments.ranges[before[0]][0] <= first + 3
        same = self.qualifiers.owner_of(before[0]) == self.qualifiers.owner_of(value)
        return before[0] if leads or same else None

    def _has_value(self, start: int, end: int) -> bool:
        return self._next_value(start, end) < end

    def _next_value(self, end: int, last: int) -> int:
        """Where the next value that is no mere change begins."""
        for token in range(end, last):
            for mention in self.arguments.by_token.get(token, ()):
                amount = mention.origin in {"money", "number", "measure"}
                starts = self.arguments.ranges[mention][0] == token
                if mention.kind is MentionKind.QUANTITY and amount and starts:
                    return token
        return last

    def find_change(self, value: Mention) -> Quantity | None:
        """ "…, up 94.5%", "an increase of 6 percent" right after the value."""
        _, end = self.arguments.ranges[value]
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _WINDOW, self._next_value(end, last))):
            word = self.parse.words[token].lower()
            sign = (
                1
                if word in self.up or word in self.change_nouns
                else -1
                if word in self.down
                else 0
            )
            if sign and word in self.falling:
                sign = -1
            if not sign:
                continue
            for k in range(token + 1, min(token + 5, last)):
                for mention in self.arguments.by_token.get(k, ()):
                    if mention.origin == "percent" and isinstance(mention.value, Quantity):
                        return replace(mention.value, value=sign * mention.value.value)
        return None
