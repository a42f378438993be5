"""Numbers as news writes them: "2.72 trillion", "2,500 crore", "half a million", "thirty-five"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.recognition.quantity_words import get_quantity_words

_DIGITS = re.compile(
    r"[0-9]{1,3}(?:\.[0-9]{3}){2}(?![0-9.])"  # "1.687.204 passengers"
    r"|[0-9]{1,3}(?:,[0-9]{2,3}){0,6},[0-9]{3}(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,6}(?![0-9])(?:\.[0-9]+)?"
    r"|[1-9][0-9]{0,2}(?: [0-9]{3}){1,2}(?![0-9])(?=[ %.,;)]|$)(?! [0-9])"  # "985 672 tourists"
    r"|[0-9]{1,3},[0-9]{1,2}(?=\s?%|[\s-]?(?:million|billion|trillion|[mb]l?n)\b)"  # "11,5 billion"
    r"|[0-9]+(?:[.·][0-9]+)?[½¼¾]?"  # "Rs16·5bn"
)
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_NOT_DIGITS = re.compile(r"[^0-9.]")
_WORD_STEP = re.compile(r"(?:\s{1,2}|[-‑])?([a-z]+)")
_REST = re.compile(r"\s([1-9][0-9]{0,2}(?:\.[0-9]+)?)(?=\s)")
_LEAST_SPLIT = 1000
_LONGEST = 20  # characters; longer runs are no quantities, and Decimal would round their products
_LONGEST_WORDS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text: `bare` times `magnitude` is its value; `written` says it is in words."""

    start: int
    end: int
    bare: Decimal
    magnitude: Decimal
    written: bool

    @property
    def value(self) -> Decimal:
        """The full value."""
        return self.bare * self.magnitude


@dataclass(frozen=True, slots=True)
class _Magnitudes:
    """The patterns for magnitudes after a number, and what each word is worth."""

    plain: re.Pattern[str]
    attached: re.Pattern[str]
    money: re.Pattern[str]
    value: dict[str, Decimal]


@cache
def _get_magnitudes() -> _Magnitudes:
    rows = get_quantity_words().magnitudes
    value = {word: row.value for row in rows for word in (*row.words, *row.attached, *row.money)}
    latin = "|".join(sorted((w for r in rows for w in r.words if w.isascii()), reverse=True))
    other = "".join(w for r in rows for w in r.words if not w.isascii())
    attached = "|".join(w for r in rows for w in r.attached)
    money = "|".join(sorted((w for r in rows for w in r.money), reverse=True))
    return _Magnitudes(
        plain=re.compile(
            rf"(?: {{2}}|\s?[-‑]?|[-‑]\s)(?:({latin})(?![a-z0-9])\.?(?![a-z0-9])|([{other}]))"
        ),
        attached=re.compile(rf"({attached})(?![A-Za-z0-9])"),
        money=re.compile(
            rf"(?: {{2}}|\s?)({money})(?![a-z0-9²³°])(?:(?<=[a-z]{{3}})\.(?=\s[a-z]))?"
        ),
        value=value,
    )


def match_number(text: str, folded: str, start: int, *, money: bool = False) -> Number | None:
    """The number that starts at `start`, with its magnitudes; with `money`, "5m" is 5 million."""
    digits = _DIGITS.match(folded, start)
    if digits is None:
        return _match_words(folded, start)
    found = digits[0].replace("·", ".")
    if len(found) > _LONGEST:
        return None
    fraction = _FRACTIONS.get(found[-1], Decimal(0))
    if found.count(".") > 1:
        found = found.replace(".", "")
    if _DECIMAL_COMMA.fullmatch(found):
        found = found.replace(",", ".")
    bare = Decimal(_NOT_DIGITS.sub("", found)) + fraction
    end, magnitude = _match_magnitudes(text, folded, digits.end(), money=money)
    end, rest = _match_rest(text, folded, end, magnitude)
    bare += rest / magnitude
    return Number(start=start, end=end, bare=bare, magnitude=magnitude, written=False)


def _match_rest(text: str, folded: str, at: int, magnitude: Decimal) -> tuple[int, Decimal]:
    """ "1 million [650 thousand] tons", "3 crore [25 lakh]": what a smaller magnitude adds."""
    rest = _REST.match(folded, at) if magnitude > _LEAST_SPLIT else None
    if rest is None:
        return at, Decimal(0)
    end, smaller = _match_magnitudes(text, folded, rest.end(), money=False)
    if not 1 < smaller < magnitude or Decimal(rest[1]) * smaller >= magnitude:
        return at, Decimal(0)
    return end, Decimal(rest[1]) * smaller


def _match_magnitudes(text: str, folded: str, at: int, *, money: bool) -> tuple[int, Decimal]:
    known = _get_magnitudes()
    if at >= len(text):
        return at, Decimal(1)
    if money and (match := known.money.match(folded, at)):
        return match.end(), known.value[match[1]]
    if match := known.attached.match(text, at):
        return match.end(), known.value[match[1]]
    product = Decimal(1)
    for _ in range(3):
        match = known.plain.match(folded, at)
        if match is None:
            break
        word = match[1] or match[2]
        product *= known.value[word]
        at = match.end() - match[0].endswith(".")
    return at, product


def match_money_magnitude(folded: str, number: Number) -> Number | None:
    """The same number with a magnitude that only money has ("5m", "3 b"), or None."""
    match = _get_magnitudes().money.match(folded, number.end)
    if match is None or number.magnitude != 1 or number.written:
        return None
    return Number(
        start=number.start,
        end=match.end(),
        bare=number.bare,
        magnitude=_get_magnitudes().value[match[1]],
        written=False,
    )


class _WrittenNumber:
    """Adds up a number in words, one word at a time."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.bare = Decimal(0)
        self.magnitude = Decimal(1)

    @property
    def value(self) -> Decimal:
        return self.total + (self.current or Decimal(0))

    def add_small(self, value: int) -> bool:
        """Take "thirty" or "five"; False where it cannot follow ("two three")."""
        if self.current is None:
            if self.total and self.magnitude < 1000:
                return False
            self.current = Decimal(value)
        elif value and (
            (self.current % 100 == 0 and self.current)
            or (self.current % 10 == 0 and self.current % 100 > 10 and value < 10)
        ):
            self.current += value
        else:
            return False
        return True

    def add_magnitude(self, value: Decimal) -> bool:
        """Take "hundred" or "million"; False where nothing stands before it."""
        if value < 1000:
            if self.current is None or (value == 100 and self.current >= 100):
                return False
            self.current *= value
            return True
        if self.current is not None:
            if self.total and value >= self.magnitude:
                return False
            self.bare, self.magnitude = self.current, value
            self.total += self.current * value
            self.current = None
            return True
        if self.total and value >= 1000 and self.total < value * 1000:  # "thousand million"
            self.total *= value
            self.magnitude *= value
            return True
        return False


def _match_words(folded: str, start: int) -> Number | None:
    words: list[tuple[str, int]] = []
    at = start
    for _ in range(_LONGEST_WORDS):
        step = _WORD_STEP.match(folded, at)
        if step is None or (words and step.start(1) == at) or step[1] not in _get_number_words():
            break
        words.append((step[1], step.end()))
        at = step.end()
    if not words:
        return None
    return _add_up(words, start)


@cache
def _get_number_words() -> frozenset[str]:
    lists = get_quantity_words()
    joiners = lists.number_joiners
    magnitudes = (word for row in lists.magnitudes for word in row.words)
    return frozenset({*lists.numbers, *magnitudes, *joiners.one, joiners.half, joiners.and_})


def _add_up(words: list[tuple[str, int]], start: int) -> Number | None:
    number, count = _WrittenNumber(), 0
    while count < len(words):
        taken = _take(number, [word for word, _ in words[count : count + 3]], first=count == 0)
        if not taken:
            break
        count += taken
    if not count:
        return None
    whole = number.current is None and number.bare * number.magnitude == number.total
    bare = number.bare if whole else number.value
    magnitude = number.magnitude if whole else Decimal(1)
    return Number(
        start=start, end=words[count - 1][1], bare=bare, magnitude=magnitude, written=True
    )


def _take(number: _WrittenNumber, words: list[str], *, first: bool) -> int:
    """How many of the next words the number takes; 0 ends it."""
    lists = get_quantity_words()
    joiners, values = lists.number_joiners, _get_magnitudes().value
    word, rest = words[0], words[1:]
    if word in lists.numbers:
        return int(number.add_small(lists.numbers[word]))
    if word in joiners.one:
        if first and rest and rest[0] in values:
            number.current = Decimal(1)
            return 1
        return 0
    if word == joiners.half:
        if first and len(rest) == 2 and rest[0] in joiners.one and rest[1] in values:
            number.current = Decimal("0.5")
            return 2
        return 0
    if word == joiners.and_:
        if first or not rest:
            return 0
        if len(rest) == 2 and rest[0] in joiners.one and rest[1] == joiners.half:
            if number.current is None:
                return 0
            number.current += Decimal("0.5")
            return 3
        after_hundred = number.current and number.current % 100 == 0
        small = lists.numbers.get(rest[0])
        return 2 if after_hundred and small and number.add_small(small) else 0
    return int(number.add_magnitude(values[word])) if word in values else 0
