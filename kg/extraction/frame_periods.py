"""The time that a text of statistics is about: "in January-October 2018", told once, of all figures that follow."""

import calendar
import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.measure_words import MeasureWords
from kg.extraction.own_times import OwnTimes
from kg.extraction.past_rows import find_period, find_tense
from kg.extraction.year_back import BACK, a_year_back, is_day
from kg.extraction.year_before import ALIKE, is_dated
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period

_LEAD = 6  # sentences in which a text tells its time, headline and dateline among them
_LONGEST = 366  # days
_SHORTEST = 27
_LOOKED = 5  # tokens before a time or a value in which a word of comparison stands
_COMPARING = frozenset(["from", "than", "against", "versus", "compared"])
_HELD = frozenset(["against", "versus", "compared"])  # "compared with $250 billion in 2022"
_FARTHER = 9  # tokens before a time in which these stand
_ENDING = frozenset(["since", "by", "until", "till", "from", "before", "after", "to"])
_ANNUAL = frozenset(["annual", "yearly"])  # "in annual terms", "an annual rise"
_RATE = re.compile(  # behind a value that is told of every year or month, not of the text's
    r"(?:[a-z]+ )?(?:annually|yearly|monthly"
    r"|(?:a|per|each|every) (?:year|month|week|day)(?! (?:earlier|ago|before|previously)))\b"
)
_AHEAD = frozenset(["MD", "VB"])  # "will open in 2027", "is to open in 2027"
_OPENING = 3  # tokens before a time that opens its sentence
_REPORTED = frozenset(["fiscal", "financial", "quarter", "half", "months"])
_CLIMBED = 8  # heads above a value
_OPEN_MONTH = re.compile(r"XXXX-(\d\d)")
_NEAR = 3  # tokens before a time in which "the high for" stands
_BEHIND = 6  # tokens behind a value in which "a year earlier" stands
_YEAR_BACK = re.compile(
    rf"(?:tonnes |units |passengers |visitors )?(?:{BACK}"
    r"|(?:in|during|over|for) the (?:same|corresponding|comparable|like|year-earlier|prior-year|previous-year))"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A time and the token at which the text begins to tell of it."""

    period: Period
    token: int


class FramePeriods:
    """Gives figures without a time that of the text, in one document."""

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        lists = load_lexicon("measures")
        self.arguments, self.parse = arguments, arguments.parse
        self.measured, self.flows = words.nouns, lists.get("flow_nouns")
        self.stocks = lists.get("stock_nouns") | words.lasting
        self.marks = lists.get("record_nouns")
        self.begun, self.hoped = lists.get("beginnings"), lists.get("foreseen_nouns")
        self.own_times = OwnTimes(arguments.parse)
        self.paragraph_of = arguments.recognized.paragraph_of

    def settle(self, found: Sequence[Candidate]) -> None:
        """Adds the text's period to the candidates that go on with it, in the order of the text."""
        frame = self._find_frame()
        if frame is None:
            return
        apart: set[int] = set()  # paragraphs that tell another time
        left = False
        for candidate in sorted(found, key=lambda c: c.token):
            period, paragraph = find_period(candidate), self._paragraph(candidate.token)
            if period is not None and (dated := _date_month(period, frame.period)) is not None:
                candidate.qualifiers = [
                    replace(q, value=dated) if q.value is period else q
                    for q in candidate.qualifiers
                ]
                period = dated
            if candidate.token < frame.token and period is None:
                continue
            if period is not None and period.edtf != frame.period.edtf:
                if self._is_flow(candidate) and not self._is_compared(candidate):
                    apart.add(paragraph)
                    left = left or not _is_within(period, frame.period)
            elif period is not None:
                left = False
            elif not left and paragraph not in apart:
                told = self._find_time(candidate, frame.period)
                candidate.qualifiers += [Qualifier(name="period", value=told)] if told else []

    def _find_frame(self) -> Frame | None:
        """The first stretch of time that the lead tells a measure of."""
        parse, ranges = self.parse, self.arguments.ranges
        for first, last in parse.sentences[:_LEAD]:
            plain = self.measured.isdisjoint(lemma.lower() for lemma in parse.lemmas[first:last])
            for mention in self.arguments.list_periods(first, last):
                start, _ = ranges[mention]
                if not self._is_told(start):
                    continue
                if plain and not (start <= first + _OPENING and _is_reported(mention.text)):
                    continue
                if isinstance(mention.value, Period) and _is_stretch(mention.value):
                    return Frame(mention.value, first)
        return None

    def _is_told(self, token: int) -> bool:
        """Whether a time is told for itself: nothing only compared with it, begun or planned then."""
        before = self._list_before(token)
        if before[-2:-1] == ["as"]:
            return False  # "not as quickly as in 2004"
        if not (_COMPARING | ALIKE).isdisjoint(before) or not _ENDING.isdisjoint(before[-1:]):
            return False
        farther = self._list_before(token, _FARTHER)
        if (
            not _HELD.isdisjoint(farther)
            or self._is_of_mark(token)
            or self._is_hoped(token, farther)
        ):
            return False
        verbs = list(self.parse.list_verbs_above(token, _CLIMBED))
        begun = {self.parse.lemmas[verb] for verb in verbs[:1]}
        return begun.isdisjoint(self.begun) and not any(
            find_tense(self.parse, verb) in _AHEAD for verb in verbs
        )

    def _is_hoped(self, token: int, before: Sequence[str]) -> bool:
        """ "reaffirmed its [2024] forecast", "is on track for a better 2024": of what is still to come."""
        behind = self.parse.lemmas[token + 1 : token + _OPENING]
        return not self.hoped.isdisjoint(behind) or "track" in before

    def _is_of_mark(self, token: int) -> bool:
        """ "down from a record $9 billion in [2022]", "the high for [2022]": what something is held against."""
        near = [
            *self.parse.lemmas[max(token - _NEAR, 0) : token],
            *self.parse.lemmas[token + 1 : token + 2],
        ]
        if not self.marks.isdisjoint(near):
            return True
        first = max(token - _FARTHER, self.parse.sentences[self.parse.sentence_of[token]][0])
        words = [w.lower() for w in self.parse.words[first:token]]
        if "from" not in words or "to" in words[words.index("from") :]:
            return False
        between = range(first + words.index("from") + 1, token)
        return any(
            m.kind is MentionKind.QUANTITY
            for t in between
            for m in self.arguments.by_token.get(t, ())
        )

    def _list_before(self, token: int, looked: int = _LOOKED) -> list[str]:
        first = max(token - looked, self.parse.sentences[self.parse.sentence_of[token]][0])
        return [w.lower() for w in self.parse.words[first:token]]

    def _find_time(self, candidate: Candidate, period: Period) -> Period | None:
        """The text's time, or the year before, for a figure of the past in a sentence without a time of its own."""
        value = candidate.object
        if not isinstance(value, Mention) or candidate.modality is not Modality.ACTUAL:
            return None
        sentence = self.parse.sentence_of[candidate.token]
        told = self._is_flow(candidate) and self._is_past(candidate)
        if not told or self._tells_time(sentence, period):
            return None
        end = self.arguments.ranges[value][1]
        behind = " ".join(self.parse.words[end : end + _BEHIND]).lower()
        if _YEAR_BACK.match(behind):
            return a_year_back(period)
        every = _RATE.match(behind) or _RATE.search(value.text)
        return None if every or self._is_compared(candidate) else period

    def _is_flow(self, candidate: Candidate) -> bool:
        words = candidate.measure.lower().replace("-", " ").split()
        known = {w.removesuffix("s") for w in words} | {*words}
        known |= {f"{w[:-3]}y" for w in words if w.endswith("ies")}
        return not self.flows.isdisjoint(known) and self.stocks.isdisjoint(known)

    def _is_past(self, candidate: Candidate) -> bool:
        """Whether what is told of a figure is over: "reached", "imports of", "…, and imports to 5 billion"."""
        parse = self.parse
        for verb in parse.list_verbs_above(candidate.token, _CLIMBED):
            tense = find_tense(parse, verb)
            if tense in {"VBD", "VBZ", "VBP"}:
                kept = any(parse.deps[c] == "aux" for c in parse.children[verb])
                return tense == "VBD" or not kept  # "has risen", "have come"
            if tense:
                return False
        return True

    def _is_compared(self, candidate: Candidate) -> bool:
        value = candidate.object
        if not isinstance(value, Mention):
            return True
        return not _COMPARING.isdisjoint(self._list_before(self.arguments.ranges[value][0]))

    def _tells_time(self, sentence: int, period: Period) -> bool:
        """Whether a sentence has a time other than the text's; "the same period", "in annual terms" is none."""
        parse = self.parse
        start, end = parse.sentences[sentence]
        words = {w.lower() for w in parse.words[start:end]}
        yearly = not _ANNUAL.isdisjoint(words)
        if (self.own_times.tells(sentence) and not yearly) or is_dated(parse, start, end):
            return True
        return any(
            m.kind is MentionKind.PERIOD
            and not is_day(m)
            and not (isinstance(m.value, Period) and m.value.edtf == period.edtf)
            and ALIKE.isdisjoint(w.lower() for w in parse.words[max(t - 4, start) : t + 2])
            for t in range(start, end)
            for m in self.arguments.by_token.get(t, ())
        )

    def _paragraph(self, token: int) -> int:
        return self.paragraph_of[self.parse.sentence_of[token]]


def _is_reported(words: str) -> bool:
    """ "In the 2024 financial year": a time of which a report tells, whatever its first sentence is about."""
    return not _REPORTED.isdisjoint(words.lower().replace("-", " ").split())


def _is_stretch(period: Period) -> bool:
    """Whether a period is a month or more of one year, and not open."""
    if period.start is None or period.end is None or ".." in period.edtf:
        return False
    return _SHORTEST <= (period.end - period.start).days <= _LONGEST


def _date_month(period: Period, frame: Period) -> Period | None:
    """A month without a year in that of the text's time, if it is part of that."""
    month = _OPEN_MONTH.fullmatch(period.edtf)
    if month is None or frame.start is None or frame.end is None:
        return None
    number, year = int(month[1]), frame.start.year
    if frame.end.year != year or not frame.start.month <= number <= frame.end.month:
        return None
    last = calendar.monthrange(year, number)[1]
    start, end = datetime.date(year, number, 1), datetime.date(year, number, last)
    return Period(edtf=f"{year:04}-{number:02}", start=start, end=end)


def _is_within(period: Period, frame: Period) -> bool:
    """Whether a time is part of the text's: June of the first half."""
    if period.start is None or period.end is None or frame.start is None or frame.end is None:
        return False
    return frame.start <= period.start and period.end <= frame.end
