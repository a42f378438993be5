"""How a value changed, by the words behind it: ", up 9 percent", ", an increase of 9 percent"."""

from dataclasses import replace
from itertools import pairwise

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.brackets import pass_bracket
from kg.extraction.compared_names import ComparedNames
from kg.extraction.periods_near import PeriodPicker
from kg.extraction.values_beside import ValueFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_IN_TURN = "respectively"
_WINDOW = 14  # tokens after a value in which "up 94.5%" still belongs to it
_SET_OFF = 26  # …where a comma stands before the word: "…, an annual increase of 65 percent"
_LEAD = 8  # tokens from that comma to the word
_ELSEWHERE = frozenset(["while", "whereas", "but", "after", "although", "when", "as", "which"])
_AGAINST = [["against"], ["versus"], ["with"], ["to"]]
_HELD = frozenset(["against", "compared"])  # "as against $16 million"
_COMPARED = 3  # words between a value and the one that it is held against: "as compared with"
_CLIMBED = 4  # heads above a value up to its verb
_AFTER_WORD = 5  # tokens after "up" or "an increase of" in which the percentage stands
_BEFORE_NOUN = 4  # tokens between a percentage and its "increase"
_MAKING = frozenset(["make", "makes", "made", "making", "take", "takes", "took", "taking"])
_CLOSING = frozenset(["close", "end", "finish", "settle", "recover", "rally", "rebound", "pare"])
_ENDS = frozenset(["from", "than", "to"])  # "down to 4.1%" tells what was reached
_MORE, _LESS = frozenset(["more", "above"]), frozenset(["less", "below", "fewer"])


class ChangeReader:
    """The changes of one document's values."""

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
        self.names = ComparedNames(arguments)
        self.year_before, self.yearly = words.get("year_before"), words.get("year_on_year")
        self.before = self.year_before | words.get("span_before")

    def find_change(self, value: Mention) -> Quantity | None:
        """ "…, up 94.5%", "an increase of 6 percent", "a 6 percent rise" right after the value."""
        end = self.skip_brackets(self.arguments.ranges[value][1])
        last = self.parse.sentences[self.parse.sentence_of[end - 1]][1]
        for token in range(end, min(end + _SET_OFF, self._find_limit(end, last))):
            if token >= end + _WINDOW and not self._is_set_off(end, token):
                continue
            if self.parse.words[token].lower() in self.causes or self._is_closing(token, last):
                return None
            if value.origin == "percent" and self.parse.words[token].lower() in self.cues:
                return None  # "slowed to 3.1 percent, compared with a 6.2 percent rise"
            sign = self.sign_of(token)
            following = self.parse.words[token + 1 : token + 2]
            told = self.percent_at(token) is None  # "up to 10 percent of it" is a value
            if sign and told and following and following[0].lower() not in _ENDS:
                percent = self._percent_in(token + 1, min(token + _AFTER_WORD, last))
                own = self._is_own(value, token) and not self._is_in_turn(token, last)
                if percent is not None and own and percent.unit == "%":
                    return replace(percent, value=sign * percent.value)
            percent = self.percent_at(token)
            if percent is not None and self.parse.words[token - 1].lower() == "with":
                return None  # "half of the segment with 16 percent growth"
            if percent is not None:
                own = percent.unit == "%" and self._is_own(value, token)
                own = own and not self._is_in_turn(token, last)
                own = own and not self._is_joined(token, last)
                return self.read_noun_after(percent, token, last) if own else None
        return None

    def _find_limit(self, end: int, last: int) -> int:
        """Where the next value begins that a value is not held against: "rose to 6 million [as against 4 million]"."""
        limit = self.picker.next_value(end, last)
        words = [w.lower() for w in self.parse.words[end:limit]]
        if limit >= last or words[-1:] not in _AGAINST or len(words) > _COMPARED:
            return limit
        ends = (self.arguments.ranges[m][1] for m in self.arguments.by_token.get(limit, ()))
        return self.picker.next_value(max(ends, default=limit + 1), last)

    def _is_set_off(self, end: int, token: int) -> bool:
        """Whether a comma stands before the word of a change, and nothing else is told up to it."""
        words = [w.lower() for w in self.parse.words[end:token]]
        apart = [w for w, on in pairwise([*words, ""]) if w != "as" or on not in _HELD]
        return "," in words[-_LEAD:] and _ELSEWHERE.isdisjoint(apart)

    def _is_in_turn(self, token: int, last: int) -> bool:
        """ "up 10 percent and 9 percent, respectively": changes of several values."""
        after = [w.lower() for w in self.parse.words[token:last]]
        return _IN_TURN in after[:_WINDOW]

    def _is_closing(self, token: int, last: int) -> bool:
        """ "fell to $4 before [closing] 6% down", "which fell to $4, were [6% down at $5]": what was reached later."""
        parse = self.parse
        if parse.lemmas[token] in _CLOSING and parse.tags[token] in {"VB", "VBG"}:
            return True
        end = next((self.arguments.ranges[m][1] for m in self._list_percents(token)), last)
        end += parse.words[end : end + 1] != [] and self.sign_of(end) != 0
        following = self.values.at(end + 1) if parse.words[end : end + 1] == ["at"] else []
        return end + 1 < last and any(v.origin in {"money", "number"} for v in following)

    def _list_percents(self, token: int) -> list[Mention]:
        return [m for m in self.arguments.by_token.get(token, ()) if m.origin == "percent"]

    def _is_joined(self, token: int, last: int) -> bool:
        """ "a loss of 3 million [and a 34 percent decline in sales]": the change of something else."""
        words = [w.lower() for w in self.parse.words[max(token - 2, 0) : token]]
        behind = range(token + 1, min(token + 2 + _BEFORE_NOUN, last - 1))
        noun = next((t for t in behind if self.parse.words[t].lower() in self.change_nouns), None)
        return "and" in words and noun is not None and self.parse.words[noun + 1] == "in"

    def skip_brackets(self, end: int) -> int:
        """Past "(about 15 billion dollars)" right after a value."""
        return pass_bracket(self.parse.words, end, end + _WINDOW)

    def _is_own(self, value: Mention, token: int) -> bool:
        """Whether no other verb begins between a value and the word of its change than the one it is subject of."""
        parse, end = self.parse, self.skip_brackets(self.arguments.ranges[value][1])
        own = self._find_acting(value)
        return not any(
            parse.tags[t] in FINITE and parse.lemmas[t] != "be" and own not in {t, parse.heads[t]}
            for t in range(end, token)
        )

    def _find_acting(self, value: Mention) -> int | None:
        """The verb whose subject a value counts: "300 trains [ran] on the line, up 4 percent"."""
        parse, token = self.parse, self.arguments.ranges[value][1] - 1
        for _ in range(_CLIMBED):
            if parse.deps[token] in {"nsubj", "nsubjpass"}:
                return parse.heads[token]
            token = parse.heads[token]
        return None

    def read_noun_after(self, percent: Quantity, token: int, last: int) -> Quantity | None:
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

    def names_next(self, token: int) -> bool:
        """ "fell by 8 percent, from Ghana by 6": whose the next of a row is, and no value of before."""
        word = self.parse.words[token].lower()
        if word != "from" or self.parse.words[token - 1].lower() not in {",", "and"}:
            return word in {"compared", "comparison"}
        named = (
            m for m in self.arguments.by_token.get(token + 1, ()) if m.kind is MentionKind.NAME
        )
        ends = [self.arguments.ranges[m][1] for m in named]
        return bool(ends) and self.parse.tags[max(ends)] != "POS"

    def sign_of(self, token: int) -> int:
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
        return next((p for p in map(self.percent_at, range(start, end)) if p is not None), None)

    def percent_at(self, token: int) -> Quantity | None:
        """The percentage that a token belongs to."""
        for mention in self.arguments.by_token.get(token, ()):
            if mention.origin == "percent" and isinstance(mention.value, Quantity):
                return mention.value
        return None
