"""How a value changed, and the value it is compared with: "…, up 9 percent from 5.2 million in 2023"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.bracketed_values import pass_bracket
from kg.extraction.candidate import Candidate
from kg.extraction.change_reading import ChangeReader
from kg.extraction.compared_brackets import find_bracketed, read_bracketed_period
from kg.extraction.glued_millions import as_millions
from kg.extraction.on_sales import find_profit
from kg.extraction.owning_times import find_owning, pass_owning
from kg.extraction.value_pairs import parts_amounts
from kg.extraction.year_back import a_year_back
from kg.model.claim import Modality, Qualifier
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.period import Period
from kg.model.quantity import Quantity

_SMALL = 1000  # a sum without a unit that small is alike where it is near the other
_ALIKE = 10
_SUM = 10_000  # a bare number from which on it may be a sum
_FAR = 24  # tokens after a value in which what it is compared with stands
_NAMELESS = 3  # tokens between "compared with" and the value
_NEAR_YEAR = 7  # tokens after a compared value in which its period stands
_THEN = 4  # tokens behind a value in which its time stands
_NAMED = 4  # tokens from a percentage to its "rise"
_AFTER = frozenset(["after", "following"])
_SPANS = frozenset(["year", "quarter", "month", "week", "half", "period"])
_HIGHER = frozenset(["higher", "lower", "up", "down", "faster", "slower", "larger", "smaller"])
_TIMES = frozenset(["double", "twice", "triple", "half"])
_HOPING = frozenset(["expect", "forecast", "predict", "target", "hope", "anticipate"])
_TIMED = frozenset(["year", "last", "this", "previous"])  # "13.9 billion last year"
_EXPECTED = 5  # tokens from a value to "expected"


class ChangeFinder(ChangeReader):
    """Changes and compared values of one document."""

    def find_compared(self, candidate: Candidate) -> Iterator[Candidate]:
        """ "… from 2.07 billion dollars in September", "compared with 9,911,158 in 2022": what was before."""
        value = candidate.object
        if not isinstance(value, Mention) or not isinstance(value.value, Quantity):
            return
        if candidate.is_of_dated_row:
            return
        told = candidate.measure
        other = self._find_other(value, value.value, told.lower(), candidate.token)
        other = other or find_bracketed(value, self.arguments)
        if other is None:
            return
        qualifiers = [q for q in candidate.qualifiers if q.name == "place"]
        profit = find_profit(self.arguments, value, other) if value.origin == "money" else None
        named = profit or self.names.find(value, other) or told
        qualifiers.insert(0, Qualifier(name="measure", value=named))
        qualifiers += [Qualifier(name="equivalent", value=q) for q in other.equivalents]
        change = next((q.value for q in candidate.qualifiers if q.name == "change"), None)
        before = self._read_before(value.value, change, other)
        if before is not None and value.origin == "percent":
            qualifiers.append(Qualifier(name="change", value=before))
        period = self._find_period(candidate, other)
        if period is not None:
            qualifiers.append(Qualifier(name="period", value=period))
        told_then = replace(
            candidate, object=other, qualifiers=qualifiers, modality=Modality.ACTUAL
        )
        yield told_then
        further = self._find_further(other) if period is not None else None
        if further is not None:
            when = Qualifier(name="period", value=further[1])
            yield replace(told_then, object=further[0], qualifiers=[qualifiers[0], when])

    def _find_further(self, value: Mention) -> tuple[Mention, Period] | None:
        """ "against 120 tonnes in 2023 [and a record 124 tonnes in 2022]": one time more, in the same unit."""
        parse, quantity = self.parse, value.value
        end = self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[end - 1]][1]
        words = [w.lower() for w in parse.words[end : min(end + _NEAR_YEAR, last)]]
        if "and" not in words or not isinstance(quantity, Quantity):
            return None
        other = self._value_after(end + words.index("and"), last)
        if other is None or not isinstance(other.value, Quantity):
            return None
        end = self.arguments.ranges[other][1]
        timed = end + 1 < last and parse.words[end].lower() == "in"
        named = self.arguments.by_token.get(end + 1, ()) if timed else ()
        when = next((m.value for m in named if isinstance(m.value, Period)), None)
        alike = other.value.unit == quantity.unit and other.value.unit
        return (other, when) if alike and when is not None else None

    def _read_before(self, value: Quantity, change: object, other: Mention) -> Quantity | None:
        """ "grew 6 percent, up from 5 percent", "… compared with the 5 percent rise of May": a change again."""
        amount = other.value
        if not isinstance(amount, Quantity):
            return None
        start = self.arguments.ranges[other][0]
        named = self.parse.words[start - 2].lower() if self.parse.words[start - 1] == "of" else ""
        if named in self.change_nouns:  # "shrank 6 percent, compared with growth of 3 percent"
            return replace(amount, value=(-1 if named in self.falling else 1) * amount.value)
        end = self.arguments.ranges[other][1]
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        told = self.read_noun_after(amount, end - 1, last)
        if told is None and isinstance(change, Quantity) and abs(change.value) == value.value:
            return replace(amount, value=(-1 if change.value < 0 else 1) * amount.value)
        return told

    def _find_other(
        self, value: Mention, quantity: Quantity, measure: str, verb: int
    ) -> Mention | None:
        """The value after a word of comparison, in the same unit or none of its own."""
        end = self.skip_brackets(self.arguments.ranges[value][1])
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for token in range(end, min(last, end + _FAR)):
            if self._is_cue(token, value):
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
        after = self.parse.lemmas[end : min(end + _EXPECTED, last)]
        own = after[: after.index(",")] if "," in after else after  # ", beating forecasts"
        return not _HOPING.isdisjoint(own)

    def _is_cue(self, token: int, value: Mention) -> bool:
        word = self.parse.words[token].lower()
        if word in {"with", "to"}:
            return self.parse.words[token - 1].lower() in self.cues
        if word in _AFTER:
            return self._is_before_that(token, value)
        if word == "over":  # "up 19 percent over 1.8 billion"
            at = self.arguments.by_token.get
            turned = any(m.origin == "percent" for m in at(token - 1, ()))
            return turned and any(m.origin == value.origin for m in at(token + 1, ()))
        if word == "than":  # "higher than the 7.6 percent of last year"
            return self.parse.words[token - 1].lower() in _HIGHER
        the = self.parse.words[token + 1 : token + 2] == ["the"]
        doubled = word in _TIMES and the  # "double the 7 of 2022"
        return doubled or (word in self.cues and not self.names_next(token))

    def _is_before_that(self, token: int, value: Mention) -> bool:
        """ "…, after $310 million in 2013", "following a 2 percent rise in April": with a time of its own."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[token]][1]
        other = self._value_after(token, last)
        if other is None:
            return False
        start, end = self.arguments.ranges[other]
        if start == token + 1:
            timed = parse.words[token - 1] == "," or self._is_period(token - 1)
            return timed and self._is_timed(end)
        rates = value.origin == other.origin == "percent"
        named = range(end, min(end + _NAMED, last))
        noun = next((t for t in named if parse.lemmas[t] in self.change_nouns), None)
        if parse.words[start - 1] == "of" and parse.lemmas[start - 2] in self.change_nouns:
            noun = end - 1  # "a rise of 2 percent"
        return rates and noun is not None and self._is_timed(noun + 1)

    def _is_timed(self, token: int) -> bool:
        """ "in April", "the previous month": whether a time stands right there."""
        behind = " ".join(self.parse.words[token : token + _THEN]).lower()
        near = range(token, min(token + 2, len(self.parse.words)))
        return any(map(self._is_period, near)) or any(phrase in behind for phrase in self.before)

    def _is_period(self, token: int) -> bool:
        return self.arguments.find_period_around(token) is not None

    def _is_stop(self, token: int, value: Mention) -> bool:
        """Whether another value or another verb begins; "in the year ended March 31" does not."""
        ending = self.parse.lemmas[token] == "end" and self.parse.lemmas[token - 1] in _SPANS
        finite = self.parse.tags[token] in FINITE and not ending
        if finite and self.parse.lemmas[token] not in self.telling:
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
        percent = self.percent_at(token)
        last = self.parse.sentences[self.parse.sentence_of[token]][1]
        if percent is None:
            return self._is_difference(token, last)
        before = any(self.sign_of(t) for t in range(max(token - 3, 0), token))
        return before or self.read_noun_after(percent, token, last) is not None

    def _is_difference(self, token: int, last: int) -> bool:
        """ "…, a $697m improvement from $153m": a sum that tells by how much another one moved."""
        values = (m for m in self.arguments.by_token.get(token, ()) if m.origin == "money")
        ends = [self.arguments.ranges[m][1] for m in values]
        return any(self.parse.lemmas[t] in self.change_nouns for t in ends if t < last)

    def _value_after(self, cue: int, last: int) -> Mention | None:
        """The value that begins within a few words after a word of comparison."""
        begin = pass_owning(self.arguments, cue + 1, last)
        for token in range(begin, min(begin + 1 + _NAMELESS, last)):
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
            apart = self.arguments.lower[token] in {"to", "and"}
            apart = apart or parts_amounts(self.arguments, token)
            if apart and self.parse.words[cue].lower() == "from":
                return None  # "imports from Peru to $1 billion", "900 from Peru, 300 from Iran"
            if self.parse.lemmas[token] in self.aims:
                return None  # "against a target of 30 million"
        return None

    def _fit(
        self, other: Mention, value: Mention, quantity: Quantity, measure: str
    ) -> Mention | None:
        """The other value in the unit of the first; None where it counts something else."""
        if value.origin == "number":
            other = as_millions(other, self.arguments)  # "rose to 12.4m passengers from 11m"
        amount = other.value
        if not isinstance(amount, Quantity):
            return None
        if amount.unit == quantity.unit and amount.unit:
            return other
        end = self.arguments.ranges[other][1]
        after = self.parse.words[end].lower() if end < len(self.parse.words) else ""
        alone = (
            after in _TIMED or end >= len(self.parse.tags) or self.parse.tags[end][0] not in "NJ"
        )
        named = len(after) > 3 and (
            after.removesuffix("s") in measure or after.removesuffix("s") == quantity.unit
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
        end = pass_bracket(self.parse.words, end, last, self._is_period)
        after = " ".join(self.parse.words[end : min(end + _NEAR_YEAR, last)]).lower()
        after = after.replace(" - ", "-")  # "the year-ago quarter"
        if self.parse.words[start - 1] == "(":
            return read_bracketed_period(own, other, self.arguments)
        period, named = find_owning(self.arguments, start)
        if named and isinstance(own, Period):
            return None  # which the period of the other value tells
        if period is not None:
            return period
        if any(phrase in after for phrase in self.year_before):
            return a_year_back(own) if isinstance(own, Period) else None
        for token in range(end, min(end + _NEAR_YEAR, last)):
            for mention in self.arguments.by_token.get(token, ()):
                if mention.kind is MentionKind.PERIOD and isinstance(mention.value, Period):
                    return self._part_years(candidate, start, own, mention.value)
                if mention.kind is MentionKind.QUANTITY:
                    return None
        return None

    def _part_years(
        self, candidate: Candidate, start: int, own: object, period: Period
    ) -> Period | None:
        """ "rose 20% year-on-year to $6m from $5m in Q1 2024": that of what was reached, and a year back."""
        first = self.parse.sentences[self.parse.sentence_of[start]][0]
        before = " ".join(self.parse.words[first:start]).lower().replace(" - ", "-")
        if own is not None or not any(phrase in before for phrase in self.yearly):
            return period
        candidate.qualifiers = [*candidate.qualifiers, Qualifier(name="period", value=period)]
        return a_year_back(period)
