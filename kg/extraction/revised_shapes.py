"""Forecasts and targets that are moved: "raised its forecast for 2024 to 3% from 2% and for 2025 to 4%"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.lexicon import load_lexicon
from kg.model.claim import Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period

_PASSED = frozenset(
    "a an the its their his her our previous earlier prior initial original around about some from of".split()  # noqa: SIM905
)
_MOVED = frozenset(["VBN", "VBD", "VBZ", "VBP", "VB", "RB", "MD"])
_PHRASE, _WITHIN = 5, frozenset(["NN", "JJ", "CD", "HY"])
_JOINTS = frozenset([",", "and", "while", "but", "then", "for"])


class RevisedShapes(Shapes):
    """The shapes, over the sentences of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.foreseen, self.revising = words.get("foreseen_nouns"), words.get("revising_verbs")

    def revised(self, rule: Rule) -> Iterator[Candidate]:
        """What is foreseen, as it is now and as it was, each for the time told with it."""
        parse = self.parse
        for first, last in parse.sentences:
            nouns = [k for k in range(first, last) if self._is_foreseen(k)]
            if nouns and any(self._is_revising(k) for k in range(first, last)):
                yield from self._read(rule, nouns, last)

    def _is_foreseen(self, token: int) -> bool:
        return self.parse.lemmas[token] in self.foreseen and self.parse.tags[token][:2] == "NN"

    def _is_revising(self, token: int) -> bool:
        return self.parse.lemmas[token] in self.revising and self.parse.tags[token][:2] == "VB"

    def _read(self, rule: Rule, nouns: list[int], last: int) -> Iterator[Candidate]:
        """The values of a sentence, by the order of its words; a noun told again alone is the one before."""
        named, text = nouns[0], ""
        for n, noun in enumerate(nouns):
            end = nouns[n + 1] if n + 1 < len(nouns) else last
            bare = self.observer.owners.measure_text(noun) or ""
            if not text or " " in bare:
                named, text = noun, bare
            period, k, first = self._find_before(noun), noun + 1, True
            while " " in text and (step := self._find_next(k, end, first=first)) is not None:
                told, value, before, k = step
                period, first = told or period, False
                for one in filter(None, (value, before)):
                    yield from self._tell_for(rule, named, one, text, period)

    def _find_next(
        self, k: int, last: int, *, first: bool
    ) -> tuple[Period | None, Mention, Mention | None, int] | None:
        """The next "for 2024 to 3% from 2%" at a token: its time, both values and the token behind.

        Right behind the noun its subject may stand: "for growth in Kenya".
        """
        period = None
        while k < last and self.parse.words[k].lower() != "to":
            mention = self.arguments.find_period_around(k)
            if mention is not None:
                if not isinstance(mention.value, Period):
                    return None
                period, k = mention.value, self.arguments.ranges[mention][1]
            elif self._is_passed(k) or (first and self._is_subject(k)):
                k += 1
            else:
                return None
        value, k = self._find_value(k + 1, last)
        if value is None:
            return None
        before = None
        if self.parse.words[k : k + 1] == ["from"]:
            before, behind = self._find_value(k + 1, last)
            k = behind if before is not None else k
        return period, value, before, k

    def _is_passed(self, token: int) -> bool:
        word, tag = self.parse.words[token].lower(), self.parse.tags[token]
        return word in _JOINTS or (tag in _MOVED and not self.observer.values.at(token))

    def _is_subject(self, token: int) -> bool:
        """ "of growth", "for Kenya's exports in": what is foreseen."""
        told = self.parse.tags[token][:2] in {"NN", "JJ", "DT", "PO", "PR", "IN"}
        return told and not self.observer.values.at(token)

    def _find_value(self, token: int, last: int) -> tuple[Mention | None, int]:
        """The value at a token, past "a previous", with the token behind it."""
        k = token
        while k < last and self.parse.words[k].lower() in _PASSED:
            k += 1
        for mention in self.arguments.by_token.get(k, ()):
            if mention.kind is MentionKind.QUANTITY and mention.origin in {"percent", "money"}:
                return mention, self.arguments.ranges[mention][1]
        return None, token

    def _find_before(self, noun: int) -> Period | None:
        """ "its [2024] growth forecast": the time told within the phrase of the noun."""
        for k in range(noun - 1, max(noun - _PHRASE, 0), -1):
            mention = self.arguments.find_period_around(k)
            if mention is not None and isinstance(mention.value, Period):
                return mention.value
            if self.parse.tags[k][:2] not in _WITHIN:
                return None
        return None

    def _tell_for(
        self, rule: Rule, noun: int, value: Mention, text: str, period: Period | None
    ) -> Iterator[Candidate]:
        verb = self.parse.heads[noun]
        self.observer.owners.periods.setdefault(
            noun, None
        )  # what is foreseen for 2027 dates nothing
        ends = self.values.split(value) or ()
        self.observer.spent.update(end.span for end in ends)  # "to 7% to 7.5%": one span, no move
        for candidate in self.observer.observe(rule, verb, noun, value, measure=text):
            kept = [q for q in candidate.qualifiers if q.name not in {"period", "change"}]
            told = [Qualifier(name="period", value=period)] if period is not None else []
            candidate.qualifiers[:] = [*kept, *told]
            yield candidate
