"""How a value changed, and the value it is compared with: "…, up 9 percent from 5.2 million in 2023"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.on_sales import find_profit
from kg.extraction.periods_near import PeriodPicker
from kg.extraction.values_beside import ValueFinder
from kg.extraction.year_back import a_year_back
from kg.lexicon import load_lexicon
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity

_IN_TURN = "respectively"
_WINDOW = 14  # tokens after a value in which "up 94.5%" still belongs to it
_AFTER_WORD = 5  # tokens after "up" or "an increase of" in which the percentage stands
_BEFORE_NOUN = 4  # tokens between a percentage and its "increase"
_SMALL = 1000  # a sum without a unit that small is alike where it is near the other
_ALIKE = 10
_SUM = 10_000  # a bare number from which on it may be a sum
_FAR = 24  # tokens after a value in which what it is compared with stands
_NAMELESS = 3  # tokens between "compared with" and the value
_NEAR_YEAR = 7  # tokens after a compared value in which its period stands
_HIGHER = frozenset(["higher", "lower", "up", "down", "faster", "slower", "larger", "smaller"])
_TIMES = frozenset(["double", "twice", "triple", "half"])
_HOPING = frozenset(["expect", "forecast", "predict", "target", "hope", "anticipate"])
_EXPECTED = 5  # tokens from a value to "expected"
_MAKING = frozenset(["make", "makes", "made", "making", "take", "takes", "took", "taking"])
_MORE, _LESS = frozenset(["more", "above"]), frozenset(["less", "below"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])


class ChangeFinder:
    """Changes and compared values of one document."""

    def __init__(
        self, arguments: ArgumentFinder, values: ValueFinder, picker: PeriodPicker
    ) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.parse = arguments.parse
        self.values = values
        self.picker = picker
        self.up = words.get("up")
        self.down = words.get("down")
        self.change_nouns = words.get("change_nouns")
        self.falling = words.get("fall_verbs") | words.get("falling_nouns")
        self.cues = words.get("compared_cues")
        self.aims = words.get("aim_nouns")
        self.causes = words.get("causes")
        self.telling = load_lexicon("scope").get("speech") | {"be", "show"}
        self.opposites = words.get("opposite_nouns")
        self.year_before = words.get("year_before")

    def find_change(self, value: Mention) -> Quantity | None:
        """ "…, up 94.5%", "an increase of 6 percent", "a 6 percent rise" right after the value."""
        end = self._skip_brackets(self.arguments.ranges[value][1])
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _WINDOW, self.picker.next_value(end, last))):
            if self.parse.words[token].lower() in self.causes:
                return None
            if value.origin == "percent" and self.parse.words[token].lower() in self.cues:
                return None  # "slowed to 3.1 percent, compared with a 6.2 percent rise"
            sign = self._sign(token)
            if sign and self.parse.words[token + 1].lower() not in {"from", "than"}:
                percent = self._percent_in(token + 1, min(token + _AFTER_WORD, last))
                own = self._is_own(end, token) and not self._is_in_turn(token, last)
                if percent is not None and own and percent.unit == "%":
                    return replace(percent, value=sign * percent.value)
            percent = self._percent_at(token)
            if percent is not None:
                own = percent.unit == "%" and self._is_own(end, token)
                own = own and not self._is_in_turn(token, last)
                return self._read_noun_after(percent, token, last) if own else None
        return None

    def _is_in_turn(self, token: int, last: int) -> bool:
        """ "up 10 percent and 9 percent, respectively": changes of several values."""
        after = [w.lower() for w in self.parse.words[token:last]]
        return _IN_TURN in after[:_WINDOW]

    def _skip_brackets(self, end: int) -> int:
        """Past "(about 15 billion dollars)" right after a value."""
        words = self.parse.words
        if words[end : end + 1] != ["("] or ")" not in words[end : end + _WINDOW]:
            return end
        return words.index(")", end) + 1

    def _is_own(self, end: int, token: int) -> bool:
        """Whether no other verb begins between a value and the word of its change."""
        return not any(
            self.parse.tags[t] in _FINITE and self.parse.lemmas[t] != "be"
            for t in range(end, token)
        )

    def _read_noun_after(self, percent: Quantity, token: int, last: int) -> Quantity | None:
        """ "a 3.3 per cent rise", "a 5% year-on-year increase"."""
        for k in range(token + 1, min(token + 1 + _BEFORE_NOUN + 2, last)):
            word = self.parse.words[k].lower()
            if word in self.change_nouns:
                return replace(percent, value=(-1 if word in self.falling else 1) * percent.value)
            if word in self.up | self.down | _MORE | _LESS:
                falls = word in self.down | _LESS
                return replace(percent, value=(-1 if falls else 1) * percent.value)
            if word in {",", ".", "to"}:
                return None
        return None

    def _sign(self, token: int) -> int:
        """1 for a word of rising, -1 for one of falling, else 0."""
        word = self.parse.words[token].lower()
        if word in self.up and token and self.parse.words[token - 1].lower() in _MAKING:
            return 0  # "with coal making up 11 percent"
        if word == "growth" and token and self.parse.words[token - 1].lower() == "negative":
            return -1
        falls = word in self.change_nouns and word in self.falling
        if word in self.down or (falls and self.parse.tags[token][:2] != "VB"):
            return -1
        noun = (
            word in self.change_nouns and self.parse.tags[token][:2] != "VB"
        )  # "to fall to 3 percent"
        return 1 if word in self.up or noun else 0

    def _percent_in(self, start: int, end: int) -> Quantity | None:
        return next((p for p in map(self._percent_at, range(start, end)) if p is not None), None)

    def _percent_at(self, token: int) -> Quantity | None:
        for mention in self.arguments.by_token.get(token, ()):
            if mention.origin == "percent" and isinstance(mention.value, Quantity):
                return mention.value
        return None

    def find_compared(self, candidate: Candidate) -> Iterator[Candidate]:
        """ "… from 2.07 billion dollars in September", "compared with 9,911,158 in 2022": what was before."""
        value = candidate.object
        if not isinstance(value, Mention) or not isinstance(value.value, Quantity):
            return
        told = candidate.measure
        other = self._find_other(value, value.value, told.lower(), candidate.token)
        if other is None:
            return
        qualifiers = [q for q in candidate.qualifiers if q.name == "place"]
        profit = find_profit(self.arguments, value, other) if value.origin == "money" else None
        named = profit or self._find_named(value, other) or told
        qualifiers.insert(0, Qualifier(name="measure", value=named))
        qualifiers += [Qualifier(name="equivalent", value=q) for q in other.equivalents]
        change = next((q.value for q in candidate.qualifiers if q.name == "change"), None)
        before = self._read_before(value.value, change, other)
        if before is not None and value.origin == "percent":
            qualifiers.append(Qualifier(name="change", value=before))
        period = self._find_period(candidate, other)
        if period is not None:
            qualifiers.append(Qualifier(name="period", value=period))
        yield replace(candidate, object=other, qualifiers=qualifiers, modality=Modality.ACTUAL)

    def _find_named(self, value: Mention, other: Mention) -> str | None:
        """ "a profit of 3 million, compared with a loss of 2 million": the loss."""
        start = self.arguments.ranges[other][0]
        end = self.arguments.ranges[value][1]
        for token in range(start - 1, max(end, start - _NAMELESS - 1), -1):
            if self.parse.lemmas[token] in self.opposites:
                return self.arguments.phrase_text(token)
        return None

    def _read_before(self, value: Quantity, change: object, other: Mention) -> Quantity | None:
        """ "grew 6 percent, up from 5 percent", "… compared with the 5 percent rise of May": a change again."""
        amount = other.value
        if not isinstance(amount, Quantity):
            return None
        start = self.arguments.ranges[other][0]
        named = self.parse.words[start - 2].lower() if self.parse.words[start - 1] == "of" else ""
        if named in self.change_nouns:  # "shrank 6 percent, compared with growth of 3 percent"
            return replace(amount, value=(-1 if named in self.falling else 1) * amount.value)
        if isinstance(change, Quantity) and abs(change.value) == value.value:
            return replace(amount, value=(-1 if change.value < 0 else 1) * amount.value)
        end = self.arguments.ranges[other][1]
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        return self._read_noun_after(amount, end - 1, last)

    def _find_other(
        self, value: Mention, quantity: Quantity, measure: str, verb: int
    ) -> Mention | None:
        """The value after a word of comparison, in the same unit or none of its own."""
        end = self._skip_brackets(self.arguments.ranges[value][1])
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for token in range(end, min(last, end + _FAR)):
            if self._is_cue(token):
                found = self._value_after(token, last)
                if found is None or self._is_hoped(found, last):
                    return None
                return self._fit(found, value, quantity, measure)
            own = token == verb or self.parse.heads[token] == verb  # "13,000 ships passed through"
            if not own and self._is_stop(token, value):
                return None
        return None

    def _is_hoped(self, value: Mention, last: int) -> bool:
        """ "half the $6 million that analysts had expected": no figure of another time."""
        end = self.arguments.ranges[value][1]
        after = (self.parse.lemmas[t] for t in range(end, min(end + _EXPECTED, last)))
        return not _HOPING.isdisjoint(after)

    def _is_cue(self, token: int) -> bool:
        word = self.parse.words[token].lower()
        if word in {"with", "to"}:
            return self.parse.words[token - 1].lower() in self.cues
        if word == "than":  # "higher than the 7.6 percent of last year"
            return self.parse.words[token - 1].lower() in _HIGHER
        doubled = word in _TIMES and self.parse.words[token + 1] == "the"  # "double the 7 of 2022"
        return doubled or (word in self.cues and word not in {"compared", "comparison"})

    def _is_stop(self, token: int, value: Mention) -> bool:
        """Whether another value or another verb begins."""
        if self.parse.tags[token] in _FINITE and self.parse.lemmas[token] not in self.telling:
            return True
        return any(
            m.kind is MentionKind.QUANTITY
            and self.arguments.ranges[m][0] == token
            and (m.origin in {"money", "measure", "number"} or value.origin == "percent")
            and not self._is_change(token)
            for m in self.arguments.by_token.get(token, ())
        )

    def _is_change(self, token: int) -> bool:
        """Whether a percentage is one of a change: "a 57 percent increase", "up 7.5 percent"."""
        percent = self._percent_at(token)
        if percent is None:
            return False
        last = self.parse.sentences[self.parse.sentence_of[token]][1]
        before = any(self._sign(t) for t in range(max(token - 3, 0), token))
        return before or self._read_noun_after(percent, token, last) is not None

    def _value_after(self, cue: int, last: int) -> Mention | None:
        """The value that begins within a few words after a word of comparison."""
        for token in range(cue + 1, min(cue + 2 + _NAMELESS, last)):
            for mention in self.arguments.by_token.get(token, ()):
                if mention.kind is MentionKind.PERIOD:
                    return None
                if (
                    mention.kind is MentionKind.QUANTITY
                    and self.arguments.ranges[mention][0] == token
                ):
                    return mention
            if self.parse.tags[token][:2] == "VB" and self.parse.tags[token] != "VBN":
                return None
            apart = self.parse.words[token].lower() in {"to", "and"}
            if apart and self.parse.words[cue].lower() == "from":
                return None  # "imports from Peru to $1 billion", "900 from Peru and 300 from Iran"
            if self.parse.lemmas[token] in self.aims:
                return None  # "against a target of 30 million"
        return None

    def _fit(
        self, other: Mention, value: Mention, quantity: Quantity, measure: str
    ) -> Mention | None:
        """The other value in the unit of the first; None where it counts something else."""
        amount = other.value
        if not isinstance(amount, Quantity):
            return None
        if amount.unit == quantity.unit and amount.unit:
            return other
        end = self.arguments.ranges[other][1]
        after = self.parse.words[end].lower() if end < len(self.parse.words) else ""
        alone = (
            after == "year" or end >= len(self.parse.tags) or self.parse.tags[end][0] not in "NJ"
        )
        named = (
            len(after) > 3 and after.removesuffix("s") in measure
        )  # "from 41 million passengers"
        if other.origin != "number" or value.origin == "percent" or not (alone or named):
            return None
        alike = 0.1 < float(amount.value / (quantity.value or 1)) < _ALIKE and amount.value < _SMALL
        if value.origin == "money" and (amount.unit or (amount.value < _SUM and not alike)):
            return None  # "233 million euros, compared with 208 million", "0.33 euros versus 0.27"
        return self.values.replaced(other, replace(amount, unit=quantity.unit))

    def _find_period(self, candidate: Candidate, other: Mention) -> Period | None:
        """The period after the other value; of "a year earlier" the value's own, a year back."""
        own = next((q.value for q in candidate.qualifiers if q.name == "period"), None)
        start, end = self.arguments.ranges[other]
        last = self.parse.sentences[self.parse.sentence_of[start]][1]
        after = " ".join(self.parse.words[end : min(end + _NEAR_YEAR, last)]).lower()
        if any(phrase in after for phrase in self.year_before):
            return a_year_back(own) if isinstance(own, Period) else None
        for token in range(end, min(end + _NEAR_YEAR, last)):
            for mention in self.arguments.by_token.get(token, ()):
                if mention.kind is MentionKind.PERIOD and isinstance(mention.value, Period):
                    return mention.value
                if mention.kind is MentionKind.QUANTITY:
                    return None
        return None
