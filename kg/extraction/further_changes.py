"""Changes told farther from their value: "…, growing 5 percent", "… (+5%)", "This is 5 percent more than in 2023"."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from kg.extraction.change_reading import ChangeReader
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_MEASURED = frozenset(["money", "measure", "number"])
_POINTING = frozenset(["this", "that", "it"])
_SIGNS = {"+": 1, "-": -1, "−": -1, "–": -1}
_BEHIND = 4  # tokens from the verb of a change to its percentage
_IN_TURN = "respectively"
_BEFORE_TURN = 4  # tokens from "up" to the first of several percentages
_OPENING = 4  # tokens of "The total figure is"
_WINDOW = 24  # tokens behind a value in which it may be


class FurtherChanges:
    """Reads the changes that do not stand right behind their value, in one document."""

    def __init__(self, reader: ChangeReader, spent: set[Span]) -> None:
        words = load_lexicon("measures")
        self.reader, self.spent = reader, spent
        self.arguments, self.parse = reader.arguments, reader.parse
        self.rising, self.fall = words.get("rise_verbs"), words.get("fall_verbs")
        self.figures, self.meaning = words.get("figure_words"), words.get("meaning_verbs")

    def find(self, value: Mention) -> Quantity | None:
        """The change of a value that is no percentage itself; its percentage is then no figure of its own."""
        if value.origin not in _MEASURED:
            return None
        end = self.arguments.ranges[value][1]
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        following = self.reader.picker.next_value(end, last)
        found = self._read_in_turn(end, last), self._list_changes(end, last, following)
        for percent, change in chain(*found):
            self.spent.add(percent.span)
            return change
        return None

    def _list_changes(
        self, end: int, last: int, following: int
    ) -> Iterator[tuple[Mention, Quantity]]:
        for token in range(end, min(following, end + _WINDOW)):
            if self.parse.tags[token] in FINITE:
                return
            found = self._read_participle(token) or self._read_bracket(token)
            if found is not None:
                yield found
                return
        if following == last and last < len(self.parse.words):
            yield from self._read_next(last)

    def _read_in_turn(self, end: int, last: int) -> Iterator[tuple[Mention, Quantity]]:
        """ "26 million tonnes and 2 million containers, up 5 and 7 percent, respectively": the change of each."""
        lower = self.arguments.lower
        if _IN_TURN not in lower[end:last]:
            return
        first = self.parse.sentences[self.parse.sentence_of[end - 1]][0]
        told = [m for t in range(first, last) for m in self.arguments.by_token.get(t, ())]
        told = [m for m in dict.fromkeys(told) if m.kind is MentionKind.QUANTITY]
        values = [m for m in told if m.origin in _MEASURED]
        percents = [m for m in told if m.origin == "percent"]
        if len(values) != len(percents) or len(values) < 2:
            return
        start = self.arguments.ranges[percents[0]][0]
        if self.arguments.ranges[values[-1]][1] > start:
            return
        around = range(max(start - _BEFORE_TURN, end), start)
        sign = next((s for t in around if (s := self._sign_of(t))), 0)
        at = next((n for n, m in enumerate(values) if self.arguments.ranges[m][1] == end), None)
        found = self._sign(percents[at], sign) if sign and at is not None else None
        if found is not None:
            yield found

    def _sign_of(self, token: int) -> int:
        """ "up", "an increase of", ", rising": also the participle of a change behind a comma."""
        parse = self.parse
        if parse.tags[token] == "VBG" and parse.words[token - 1] in {",", "and"}:
            lemma = parse.lemmas[token]
            return -1 if lemma in self.fall else int(lemma in self.rising)
        return self.reader.sign_of(token)

    def _read_participle(self, token: int) -> tuple[Mention, Quantity] | None:
        """ "…, growing by 5 percent"."""
        parse, lemma = self.parse, self.parse.lemmas[token]
        if parse.tags[token] != "VBG" or parse.words[token - 1] != ",":
            return None
        if lemma not in self.rising | self.fall:
            return None
        percent = self._percent_after(token)
        return self._sign(percent, -1 if lemma in self.fall else 1) if percent else None

    def _percent_after(self, token: int) -> Mention | None:
        """The percentage right behind a verb, if that is no value reached or left: "to", "from"."""
        for k in range(token + 1, min(token + _BEHIND, len(self.parse.words))):
            if self.parse.words[k].lower() in {"to", "from", "at", ","}:
                return None
            found = self._percent_at(k)
            if found is not None:
                behind = self.parse.words[self.arguments.ranges[found][1] :][:1]
                return found if behind != ["of"] else None
        return None

    def _read_bracket(self, token: int) -> tuple[Mention, Quantity] | None:
        """ "(+5%)"."""
        words = self.parse.words
        if words[token] != "(" or token + 2 >= len(words):
            return None
        percent = next((m for k in (token + 1, token + 2) if (m := self._percent_at(k))), None)
        if percent is None:
            return None
        start, end = self.arguments.ranges[percent]
        sign = _SIGNS.get(words[token + 1][:1], 0)
        closed = words[end : end + 1] == [")"] and start <= token + 2
        return self._sign(percent, sign) if sign and closed else None

    def _read_next(self, first: int) -> Iterator[tuple[Mention, Quantity]]:
        """ "This is 5 percent more than in 2023", right behind the sentence of the value."""
        parse, reader = self.parse, self.reader
        here = parse.sentence_of[first]
        paragraphs, last = self.arguments.recognized.paragraph_of, parse.sentences[here][1]
        verb = self._find_meaning(first, last)
        if verb is None or paragraphs[here] != paragraphs[here - 1]:
            return
        if reader.picker.next_value(first, last) != last:
            return
        percents = {m: t for t in range(verb, last) if (m := self._percent_at(t)) is not None}
        if len(percents) != 1:
            return
        percent, token = next(iter(percents.items()))
        quantity = percent.value
        if not isinstance(quantity, Quantity) or quantity.unit != "%":
            return
        change = reader.read_noun_after(quantity, token, last)
        sign = next((s for t in range(verb + 1, token) if (s := reader.sign_of(t))), 0)
        if change is not None:
            yield percent, change
        elif sign:
            yield percent, replace(quantity, value=sign * quantity.value)

    def _find_meaning(self, first: int, last: int) -> int | None:
        """The verb of a sentence that takes up the figure before: "That was", "The figure represents"."""
        parse = self.parse
        opening = range(first, min(first + _OPENING, last))
        verb = next((t for t in opening if parse.lemmas[t] in self.meaning), None)
        if verb is None:
            return None
        words = [w.lower() for w in parse.words[first:verb]]
        pointing = len(words) == 1 and words[0] in _POINTING
        named = words[:1] in (["the"], ["this"], ["that"]) and words[-1] in self.figures
        return verb if pointing or named else None

    def _percent_at(self, token: int) -> Mention | None:
        return next(
            (m for m in self.arguments.by_token.get(token, ()) if m.origin == "percent"), None
        )

    def _sign(self, percent: Mention, sign: int) -> tuple[Mention, Quantity] | None:
        quantity = percent.value
        if not isinstance(quantity, Quantity) or quantity.unit != "%":
            return None
        return percent, replace(quantity, value=sign * abs(quantity.value))
