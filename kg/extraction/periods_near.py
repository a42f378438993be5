"""The period that belongs to a value, where a sentence holds several of each."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.bracketed_values import pass_bracket
from kg.extraction.period_deeds import is_of_next, is_told_of_now, tells_since
from kg.extraction.periods_apart import find_afters, is_in_another_clause, is_of_document
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.values_joined import joins_next
from kg.extraction.year_back import is_day
from kg.extraction.year_before import (
    ALIKE,
    SPANS,
    find_going_on,
    is_before_measure,
    is_dated,
    is_of_expected,
    is_of_mark,
    is_of_no_figure,
    is_of_occasion,
    is_set_off,
    is_superlative,
    modifies_other,
    tells_span,
)
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE, SUBJECTS

_OPENING = 3  # tokens before a period that opens its sentence: "In the year to"
_BEFORE = 9  # tokens before a period in which a word of comparison stands
_AGAINST = frozenset(["from", "with", "against", "versus"])
_FORESEEING = frozenset(["predict", "forecast", "warn"])  # "In May, the bank predicted that"
_ISSUING = frozenset(["post", "publish", "release", "issue", "unveil"])
_OWN = 3  # tokens after a value in which "next year" is its own time
_REDUCED = frozenset(["amod", "acl", "appos", "advcl"])  # "X, due to open"
_BETWEEN, _LED = frozenset(["to", "until", "till", "through"]), 3  # tokens from it to a value


class PeriodPicker:
    """Pairs values with periods by their order in the sentence."""

    def __init__(self, arguments: ArgumentFinder, qualifiers: QualifierFinder) -> None:
        words = load_lexicon("measures")
        self.arguments, self.parse, self.qualifiers = arguments, arguments.parse, qualifiers
        self.change_nouns, self.beginnings = map(words.get, ("change_nouns", "beginnings"))
        self.comparing, self.weak_comparing = map(words.get, ("comparing", "weak_comparing"))
        self.fillers, self.joints = map(words.get, ("period_fillers", "clause_joints"))
        self.measured, self.marks = words.get("measure_nouns"), words.get("record_nouns")
        speech = load_lexicon("scope").get("speech")
        self.speech, self.reached = speech | _ISSUING, self.measured - words.get("foreseen_nouns")

    def find_period(self, value: Mention) -> Mention | None:
        """The period after a value in its part of a sentence, before it, or that opens the sentence.

        One that is told in the part before counts for the next: "exports rose to 5 billion in 2024, while
        imports fell to 3 billion". What something is compared with ("than in 2023") is no period of it.
        """
        start, end = self.arguments.ranges[value]
        first, last = self.parse.sentences[self.parse.sentence_of[start]]
        edges = self._find_edges(first, last)
        left = max((e for e in edges if e <= start), default=first)
        right = min((e for e in edges if e > start), default=last)
        periods = [
            p
            for p in self._periods_in(first, last)
            if self._may_be_own(p, first)
            and (is_of_occasion(self.arguments, p) or not self._is_apart(p, start))
            and not is_told_of_now(self.arguments, p, start)
            and not is_of_expected(self.parse, end, self.arguments.ranges[p][0])
            and not is_in_another_clause(self.parse, start, self.arguments.ranges[p][0])
            and not (self.arguments.ranges[p][0] > start and self._is_anothers(p))
        ]
        begins = {p: self.arguments.ranges[p][0] for p in periods}
        after = [p for p in periods if end <= begins[p] < self._next_apart(end, right)]
        near = [p for p in periods if left <= begins[p] < start]
        bare = (p for p in near if not self._has_value(begins[p], start))
        before = [p for p in bare if self._is_free(p, left) or self._leads(p, start)]
        named = [p for p in before if self._is_measures(p) and self._is_next(p, start)]
        opening = [p for p in periods if begins[p] <= first + _OPENING and begins[p] < start]
        opening *= self.parse.tags[first] != "VBN"  # "Founded in 1998, it employs"
        behind = [begins[p] for p in after]
        if tells_since(self.arguments, end) or self._has_own(end, right, behind):
            return None  # "4 percent in 2024 and 3 percent next year"
        if named or after or before or opening:
            return (named[-1:] or after[:1] or before[-1:] or opening[:1])[0]
        here = any(left <= begin < right for begin in begins.values())
        if not here and is_dated(self.parse, left, right):
            return None  # "last year", where the day of the text is not known
        left = find_going_on(self.parse, left, start, self.measured)
        told = [p for p in periods if begins[p] < right]
        return told[0] if len(told) == 1 and begins[told[0]] < left else None

    def _has_own(self, end: int, right: int, after: list[int]) -> bool:
        """A time that is no period: "$3 [by the end of the year] and $5 by 2030"."""
        if after and (after[0] <= end + _OWN or not is_dated(self.parse, end, end + _OWN)):
            return tells_span(self.parse, end, right) and self._has_value(end, after[0])
        return is_dated(self.parse, end, min(end + _OWN, right))  # "4% this year and 3% in 2025"

    def _is_apart(self, period: Mention, at: int) -> bool:
        aside = self._is_of_beginning(period, at) or self._is_aside(period, at)
        return aside or self._is_of_outlook(period, at)

    def _is_measures(self, period: Mention) -> bool:
        return is_before_measure(self.parse, *self.arguments.ranges[period], self.measured)

    def _is_anothers(self, period: Mention) -> bool:
        """ "its [2024] sales", "[December]'s 4% rise": of a measure or value behind it."""
        return self._is_measures(period) or is_of_next(self.arguments, period)

    def _is_of_outlook(self, period: Mention, value: int) -> bool:
        """ "cut its [2025] outlook after profit fell to": of what is not measured, in a clause before."""
        begin, end = self.arguments.ranges[period]
        apart = any(self.parse.deps[t] in SUBJECTS for t in range(end + 1, value))
        return apart and modifies_other(self.parse, begin, end, self.reached)

    def _is_next(self, period: Mention, value: int) -> bool:
        """ "its [2024] sales fell to": whether no other value stands between a period and one."""
        return self.next_value(self.arguments.ranges[period][1], value) == value

    def _is_aside(self, period: Mention, value: int) -> bool:
        """Whether a period is told in a relative clause that ends before a value: "Peru, partner since 2009,".

        Or in a participle that is set off: "Zarvo, approved in 1996, brought in 5 million".
        """
        parse, token = self.parse, self.arguments.ranges[period][0]
        while not is_set_off(parse, token) and parse.heads[token] != token:
            token = parse.heads[token]
        if not is_set_off(parse, token) or not token < value:
            return False
        while value not in {token, parse.heads[value]}:
            value = parse.heads[value]
        return value != token

    def _periods_in(self, first: int, last: int) -> list[Mention]:
        return [
            m
            for m in self.arguments.list_periods(first, last)
            if not is_of_no_figure(self.parse, *self.arguments.ranges[m])
        ]

    def _find_edges(self, first: int, last: int) -> list[int]:
        """Where a further part of a sentence with a verb and subject of its own begins."""
        parse, edges = self.parse, []
        for verb in range(first, last):
            if not self._is_finite(verb) or parse.deps[verb] in {"relcl", "aux", "auxpass"}:
                continue
            for child in parse.children[verb]:
                if parse.deps[child] in {"nsubj", "nsubjpass"} and child < verb:
                    edge = self._left_edge(child)
                    edge = self._before_opening(verb, edge)
                    if edge > first and self._is_joint(edge - 1):
                        edges.append(edge - 1)
        return [*edges, *find_afters(parse, first, last)]

    def _is_finite(self, verb: int) -> bool:
        """Whether a verb has a tense, perhaps by its auxiliary: "is expected", "has risen"."""
        deps, tags = self.parse.deps, self.parse.tags
        below = (c for c in self.parse.children[verb] if deps[c] in {"aux", "auxpass"})
        return tags[verb] in FINITE or any(tags[c] in FINITE for c in below)

    def _before_opening(self, verb: int, edge: int) -> int:
        """ "…, and in 2024, the volume rose": such a time before its subject belongs to that part."""
        parse = self.parse
        for child in parse.children[verb]:
            if child < edge and parse.deps[child] in {"prep", "npadvmod", "advmod"}:
                start = self._left_edge(child)
                if start and self._is_joint(start - 1):
                    return start
        return edge

    def _is_joint(self, token: int) -> bool:
        word = self.parse.words[token].lower()
        return word in self.joints or word in {",", ";"}

    def _left_edge(self, token: int) -> int:
        while self.parse.children[token] and min(self.parse.children[token]) < token:
            token = min(self.parse.children[token])
        return token

    def _is_free(self, period: Mention, left: int) -> bool:
        """Whether no value stands before a period that it would be the period of; "by 5 tonnes" is a change."""
        begin = self.arguments.ranges[period][0]
        at = self.next_value(left, begin)
        return at >= begin or self._is_measures(period) or self.parse.words[at - 1].lower() == "by"

    def _leads(self, period: Mention, value: int) -> bool:
        """ "rose 7,000 in November to 4.4 million": a period right before what was reached."""
        begin, end = self.arguments.ranges[period]
        if not _AGAINST.isdisjoint(
            w.lower() for w in self.parse.words[max(begin - _BEFORE, 0) : begin]
        ):
            return False  # "from 5 billion last year to"
        return self.parse.words[end].lower() in {"to", "at"} and value - end <= _LED

    def _next_apart(self, end: int, last: int) -> int:
        """Where the next value begins that is not just joined to this one by "and"."""
        # "profit of 5 million ([EPS: 0.61]) for 2023": a bracket's value takes no period from the one before
        behind = pass_bracket(
            self.parse.words, end, last, lambda k: bool(self._periods_in(k, k + 1))
        )
        following = self.next_value(behind, last)
        following = min(following, self._next_before(end, following))
        while following < last and not self._has_verb(end, following):
            if not joins_next(self.arguments, end, following):
                break
            after = self.next_value(following + 1, last)
            if any(self.arguments.ranges[p][0] < after for p in self._periods_in(end, following)):
                break
            following = after
        return following

    def _next_before(self, end: int, last: int) -> int:
        """ "fell to 3 percent from 4 percent in 2023": where the percentage of before begins."""
        for token in range(end + 1, last):
            words = [w.lower() for w in self.parse.words[max(token - 3, end) : token]]
            if not _AGAINST.isdisjoint(words) and any(
                m.origin == "percent" for m in self.arguments.by_token.get(token, ())
            ):
                return token
        return last

    def _has_verb(self, start: int, end: int) -> bool:
        return any(tag[:2] == "VB" for tag in self.parse.tags[start:end])

    def _may_be_own(self, period: Mention, first: int) -> bool:
        """Whether a period may be that of a value: no day on which somebody spoke, nothing compared."""
        verb = self.qualifiers.owner_of(period)
        if period.text.lower().endswith(("year ago", "month ago", "quarter ago")):
            return False
        foreseen = self.parse.lemmas[verb] in _FORESEEING and self.parse.tags[verb] == "VBD"
        told = is_of_document(self.parse, self.arguments.ranges[period][0])
        spoken = foreseen or (is_day(period) and (told or self.parse.lemmas[verb] in self.speech))
        return not spoken and not self._is_compared(period, first)

    def _is_of_beginning(self, period: Mention, at: int) -> bool:
        """ "The plant, which opened in 2004, made": an aside on when the thing began, without the value at `at`."""
        verb = self.qualifiers.owner_of(period)
        deps, begins = self.parse.deps, self.arguments.ranges[period][0]
        if self.parse.lemmas[verb] not in self.beginnings or verb > begins:
            return False
        if self.qualifiers.owner_of_token(at) == verb:
            return False
        above = self.parse.heads[verb]
        if deps[verb] == "xcomp" and deps[above] in _REDUCED | {"relcl"}:
            return True  # "The bridge, due to open in 2029, will cost"
        if deps[verb] == "conj" and any(deps[c] == "auxpass" for c in self.parse.children[verb]):
            return True  # "carried 9,000 cars and was last repaired in 2009"
        return deps[verb] in {"relcl", "acl"} or (
            self.parse.tags[verb] == "VBN"
            and (
                verb == self.parse.sentences[self.parse.sentence_of[verb]][0]
                or self.parse.words[verb - 1] == ","
            )
        )

    def _is_compared(self, period: Mention, first: int) -> bool:
        """Whether something is measured against a period: "than in 2022", "over the same period"."""
        begin = self.arguments.ranges[period][0]
        start = max(first, begin - _BEFORE)
        lower = [w.lower() for w in self.parse.words[start:begin]]
        if is_of_mark(self.parse, *self.arguments.ranges[period], self.marks):
            return True
        paced = "on" in lower[:-2] and lower[-2] in SPANS  # "1% on the month in"
        paced = paced and lower[-3] not in ALIKE
        while lower and lower[-1] in self.fillers:
            lower.pop()
        if not lower or paced:
            return False
        if lower[-1] == "from" and not _BETWEEN.isdisjoint(period.text.lower().split()):
            return False  # "from January to October", not "up 17% from 2016-17"
        if lower[-1] == "on" and (is_day(period) or not SPANS.isdisjoint(lower[-2:-1])):
            return False  # "16.8% year on year in January", "down 10 percent on May 5"
        if lower[-1] == "since" and is_superlative(self.parse, start, begin):
            return True  # "the fastest since 2020"
        if lower[-1] in self.weak_comparing:
            return self._is_change_between(start, start + len(lower) - 1)
        return lower[-1] in self.comparing

    def _is_change_between(self, start: int, end: int) -> bool:
        """Whether a rise or a percentage stands among some tokens: "up 3 percent on 2023"."""
        return any(
            self.parse.words[t].lower() in self.change_nouns
            or any(m.origin in {"percent", "pp"} for m in self.arguments.by_token.get(t, ()))
            for t in range(start, end)
        )

    def _has_value(self, start: int, end: int) -> bool:
        """Whether a value stands between that is not just joined to the one at `end`: "700 firms and 9,000 guests"."""
        at = self.next_value(start, end)
        return at < end and ("and" not in self.parse.words[at:end] or self._has_verb(at, end))

    def next_value(self, end: int, last: int) -> int:
        """Where the next value that is no mere change begins."""
        for token in range(end, last):
            for mention in self.arguments.by_token.get(token, ()):
                amount = mention.origin in {"money", "number", "measure"}
                starts = self.arguments.ranges[mention][0] == token
                if mention.kind is MentionKind.QUANTITY and amount and starts:
                    return token
        return last
