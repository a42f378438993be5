"""Rows of figures by partner, source or use: "a deficit of $5 million with Peru, $4 million with Chile"."""

import itertools
from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_gaps import PlainGaps
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.model.mention import Mention, MentionKind

_AMOUNTS = frozenset(["money", "measure", "percent", "number"])
_LINKS = frozenset(["with", "to", "from", "in", "for", "on", "at", "through", "via", "into"])
_AHEAD = _LINKS | {"of"}  # "sales of shoes rose 5 percent, of bags 4 percent"
_JOINTS = frozenset([",", "and", ";", "while"])
_FOLLOWED = ("followed", "by")
_ENDS = frozenset([",", "and", ";", ".", "while", ")", "--", "–", "—", "?", "!", "respectively"])
_BEFORE_VALUES = frozenset(["at", "by", "of"])
_INSIDE = frozenset(["NN", "NNS", "JJ", "NNP", "NNPS", "VBG", "VBN", "HYPH", "CD", "DT", "POS"])
_BEFORE_TIMES = frozenset(["in", "during", "over", "for", "from", "last", "this", "since", "by"])
_SPANS = frozenset(["quarter", "half", "year", "month", "months", "week", "weeks", "season"])
_TIME = 5  # tokens behind such a word in which a time begins
_THOSE = frozenset(["that", "those"])
_TAIL = 5  # tokens behind the figure before in which its own partner begins
_LONGEST = 5  # tokens of a partner
_ONCE = ("up", "down", "each", "cash", "total", "all", "addition", "turn")  # "in cash", "in all"


class PartnerRows(PlainGaps):
    """The shape, over the values of one document."""

    def partner_row(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, $4 million with Chile", "…, to Chile $4 million": the measure told before, of the next partner."""
        for value in list(self.list_free()):
            told = self._read_behind(value) or self._read_ahead(value)
            before = self._find_row_before(value) if told is not None else None
            if told is None or before is None or not isinstance(before.object, Mention):
                continue
            link, text = told
            counted = self.in_unit_of(value, before.object)
            owner = self._find_next_owner(before, link, text)
            if counted is not None and owner is not None:
                yield from self._go_on_as(rule, before, counted, before.measure, owner)
                continue
            measure = self._leave_partner(before, before.object, link)
            if measure is None and self._takes_up(value, link):
                # "inflows into bills were $3 million, those into shares $2 million"
                kept = before.measure
                measure = kept.rpartition(" ")[2] if link == "of" else kept  # "car [sales]"
            if counted is None or measure is None:
                continue
            item = self.items.get(before.object.span)
            if item is not None and measure == item:
                self.items[counted.span] = measure = (
                    text  # "fell to exports and $4 million to imports"
                )
            else:
                measure = f"{measure} {link} {text}"
            yield from self._go_on_as(rule, before, counted, measure)

    def _read_behind(self, value: Mention) -> tuple[str, str] | None:
        """(preposition, partner) of "and $4 million [with] [Chile]", where a joint stands before the value."""
        lower, (start, end) = self.arguments.lower, self.arguments.ranges[value]
        last = self.parse.sentences[self.parse.sentence_of[start]][1]
        if value.origin not in _AMOUNTS or end + 1 >= last or lower[end] not in _LINKS:
            return None
        if lower[start - 1] not in _JOINTS and tuple(lower[start - 2 : start]) != _FOLLOWED:
            return None
        text = self._read_partner(end + 1, last)
        return (lower[end], text) if text else None

    def _read_ahead(self, value: Mention) -> tuple[str, str] | None:
        """(preposition, partner) of ", [to] [Chile] $4 million", ", [with] [Chile] at $4 million"."""
        lower, start = self.arguments.lower, self.arguments.ranges[value][0]
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        end = start - (lower[start - 1] in _BEFORE_VALUES)
        if (led := self.find_led(value)) is not None:
            end = self.find_turn(led)  # "with Chile up 4 percent at 3 million", "with Chile, rose"
            end -= lower[end - 1] == ","
        link = end - 2
        while link > first and end - link <= _LONGEST and self.parse.tags[link] in _INSIDE:
            link -= 1
        if value.origin not in _AMOUNTS or link <= first or lower[link] not in _AHEAD:
            return None
        joint = link - 1 - (lower[link - 1] in _THOSE)  # "and those to Chile by $4 million"
        text = self._read_partner(link + 1, end) if lower[joint] in _JOINTS else None
        return (lower[link], text) if text else None

    def _read_partner(self, start: int, last: int) -> str | None:
        """What a preposition leads to: a name, or a few nouns up to the end of their part of the row."""
        lower = self.arguments.lower
        named = start + (lower[start] == "the")
        for mention in self.arguments.by_token.get(named, ()):
            if mention.kind is MentionKind.PERIOD:
                return None
            end = self.arguments.ranges[mention][1]
            if mention.kind is MentionKind.NAME and (end >= last or self._ends_partner(end)):
                return mention.text
        stop = next((t for t in range(start, last) if self._ends_partner(t)), last)
        inside = self.parse.tags[start:stop]
        plain = 0 < stop - start <= _LONGEST and _INSIDE.issuperset(inside)
        valued = any(self.arguments.is_value(t) for t in range(start, stop))
        timed = any(self.arguments.find_period_around(t) for t in range(start, stop))
        if not plain or valued or timed or lower[stop - 1] in _ONCE or "N" not in inside[-1][:1]:
            return None
        return self.arguments.slice(named, stop)

    def _find_next_owner(self, before: Candidate, link: str, text: str) -> Mention | None:
        """ "volumes at Hamren rose 4 percent, at [Bostad] 3": where the same preposition led to the owner before."""
        if before.subject is None or not isinstance(before.object, Mention):
            return None
        start = self.arguments.ranges.get(before.subject, (0, 0))[0]
        start -= self.arguments.lower[start - 1] == "the"
        end = self.arguments.ranges[before.object][1]
        if not 0 < start < end or self.arguments.lower[start - 1] != link:
            return None
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        named = (m for t in range(end, last) for m in self.arguments.by_token.get(t, ()))
        found = (m for m in named if m.text == text and m.kind is MentionKind.NAME)
        return next((m for m in found if self.arguments.fits(m, OWNERS)), None)

    def _takes_up(self, value: Mention, link: str) -> bool:
        """Whether "those" stands before the preposition that leads to a value."""
        lower, start = self.arguments.lower, self.arguments.ranges[value][0]
        near = lower[max(start - _LONGEST - 2, 0) : start]
        return any(one in _THOSE and two == link for one, two in itertools.pairwise(near))

    def _ends_partner(self, token: int) -> bool:
        """Whether a partner ends before a token: at a joint, or before when it was: "to Chile [in March]"."""
        lower = self.arguments.lower
        near = range(token + 1, min(token + _TIME, len(lower)))
        timed = lower[token] in _BEFORE_TIMES and any(
            lower[t] in _SPANS or self.arguments.find_period_around(t) for t in near
        )
        return lower[token] in _ENDS or timed

    def _leave_partner(self, before: Candidate, known: Mention, link: str) -> str | None:
        """The measure of the figure before without its own partner; None where it has none of this kind."""
        base, told, _ = before.measure.rpartition(f" {link} ")
        if told or before.measure == self.items.get(known.span):
            return base or before.measure
        end = self._pass_own_verb(before) or self.arguments.ranges[known][1]
        lower, tags = self.arguments.lower, self.parse.tags
        for token in range(end, min(end + _TAIL, len(tags))):
            if lower[token] == link:
                return before.measure
            if tags[token] not in _INSIDE | {"IN"}:
                return None
        return None
