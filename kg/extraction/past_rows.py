"""Figures of the past that follow each other: "Norvik sold 20,000 cars in 2024. Its revenue reached 4 billion"."""

import re
from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.measure_words import MeasureWords
from kg.extraction.own_times import OwnTimes
from kg.extraction.year_back import BACK, a_year_back, is_day
from kg.extraction.year_before import is_dated
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.parse import Parse
from kg.model.period import Period
from kg.model.quantity import Quantity

_NEAR = 2  # sentences back
_CLIMBED = 8  # heads above a value
_BEFORE = 4  # tokens before a value in which a word of comparison stands
_BEHIND = 4  # … and behind it, "a year earlier"
_TENSED = frozenset(["aux", "auxpass"])
_COMPARING = frozenset(["from", "than", "against", "versus", "with"])
_YEAR_BACK = re.compile(BACK)
_TIMELESS = frozenset(["cost", "capacity", "area", "length", "rank"])
_TRAVELLERS = frozenset(["visitor", "tourist", "arrival", "guest", "traveller", "traveler"])
_SHORTEST = 3  # letters of a noun: no "t", no "km"
_TOLD = (Modality.ACTUAL,)


class PastRows:
    """Gives the figures of one document the time of those before, where they are told of the same time.

    What is told in the present ("it has 400 workers") or as done since ("has sold") is of no time before.
    """

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.measured = words.nouns
        self.timeless = words.lasting | words.exchanged | _TIMELESS
        self.own_times = OwnTimes(arguments.parse)

    def settle(self, found: Iterable[Candidate]) -> None:
        """Adds periods to the candidates, in the order of the text."""
        rows: dict[int, list[Candidate]] = {}
        for candidate in found:
            if isinstance(candidate.object, Mention):
                _leave_day_of_work(candidate)
                start = self.arguments.ranges[candidate.object][0]
                rows.setdefault(self.parse.sentence_of[start], []).append(candidate)
        for number in sorted(rows):
            before = next(
                (
                    n
                    for n in range(number - 1, number - 1 - _NEAR, -1)
                    if n in rows and any(map(find_period, rows[n]))
                ),
                None,
            )
            if before is None or any(map(self._tells_time, range(before + 1, number + 1))):
                continue
            for candidate in rows[number]:
                self._settle(candidate, rows[before])

    def _settle(self, candidate: Candidate, before: list[Candidate]) -> None:
        value = candidate.object
        if not isinstance(value, Mention) or find_period(candidate) is not None:
            return
        if candidate.is_of_dated_row:
            return
        told = [c for c in before if c.modality in _TOLD and not c.is_of_dated_row]
        dated = [c for c in told if self._goes_with(candidate, c)]
        periods = [p for c in dated if (p := find_period(c)) is not None]
        period = max(periods, key=lambda p: (str(p.end), str(p.start)), default=None)
        if period is None or period.end is None or period.start in {None, period.end}:
            return
        if candidate.modality not in _TOLD or not self._is_past(value):
            return
        start, end = self.arguments.ranges[value]
        behind = " ".join(self.parse.words[end : end + _BEHIND]).lower()
        if _YEAR_BACK.match(behind):
            period = a_year_back(period)
        elif not _COMPARING.isdisjoint(
            w.lower() for w in self.parse.words[max(start - _BEFORE, 0) : start]
        ):
            return
        if period is not None:
            candidate.qualifiers.append(Qualifier(name="period", value=period))

    def _goes_with(self, candidate: Candidate, before: Candidate) -> bool:
        """Whether a figure is of the owner told before and measured over a time, or of the same goods or people."""
        words = candidate.measure.lower().replace("-", " ").split()
        known = {w.removesuffix("s") for w in words} | set(words)
        if not self.timeless.isdisjoint(known):
            return False
        counted = _list_counted(candidate) & _list_counted(before)
        if counted:
            return (
                True  # "Kenya received 2 million tourists. Uganda attracted 1.5 million visitors"
            )
        first = self.arguments.find_first
        if first(candidate.subject).text != first(before.subject).text:
            return False
        flowing = isinstance(candidate.object, Mention) and candidate.object.origin == "measure"
        return flowing or not self.measured.isdisjoint(known)

    def _is_past(self, value: Mention) -> bool:
        """Whether the verb above a value is in the simple past: "reached", "were put at", "…, giving it"."""
        verbs = self.parse.list_verbs_above(self.arguments.ranges[value][0], _CLIMBED)
        tenses = (find_tense(self.parse, verb) for verb in verbs)
        return next((tense == "VBD" for tense in tenses if tense), False)

    def _tells_time(self, sentence: int) -> bool:
        """Whether a sentence has a time of its own, known or not."""
        start, end = self.parse.sentences[sentence]
        if self.own_times.tells(sentence) or is_dated(self.parse, start, end):
            return True
        return any(
            m.kind is MentionKind.PERIOD and not is_day(m)
            for t in range(start, end)
            for m in self.arguments.by_token.get(t, ())
        )


def _leave_day_of_work(candidate: Candidate) -> None:
    """ "A plant able to produce 5,000 tonnes was opened on May 3": what it can do is of no day."""
    period = find_period(candidate)
    if (
        period is not None
        and period.start == period.end is not None
        and "capacity" in candidate.measure
    ):
        candidate.qualifiers = [q for q in candidate.qualifiers if q.name != "period"]


def _list_counted(candidate: Candidate) -> set[str]:
    """What a figure counts, one word for all who travel; nothing for money and measures."""
    value = candidate.object.value if isinstance(candidate.object, Mention) else None
    unit = value.unit if isinstance(value, Quantity) else ""
    if len(unit) < _SHORTEST or not unit.isalpha() or not unit.islower():
        return set()
    return {"visitor" if unit in _TRAVELLERS else unit} - {"person"}


def find_period(candidate: Candidate) -> Period | None:
    """The period of a figure, if it has one."""
    found = (q.value for q in candidate.qualifiers if q.name == "period")
    return next((p for p in found if isinstance(p, Period)), None)


def find_tense(parse: Parse, verb: int) -> str:
    """The tag of the word that tells a verb's tense; "MD" with a modal, "" where it has none."""
    tags = [parse.tags[c] for c in parse.children[verb] if parse.deps[c] in _TENSED]
    if "MD" in tags:
        return "MD"
    if not tags and parse.tags[verb] == "VBN" and parse.deps[verb] in {"ROOT", "ccomp"}:
        return "VBD"  # "Exports of processed fish brought in 28 billion", which the tagger misses
    finite = [tag for tag in (*tags, parse.tags[verb]) if tag in {"VBD", "VBZ", "VBP"}]
    return finite[0] if finite else ("VB" if parse.tags[verb] == "VB" else "")
