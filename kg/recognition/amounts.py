"""A number or a range with its unit: "110 billion yuan", "between 10 and 12 percent"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.recognition.bracketed_codes import is_code
from kg.recognition.numbers import Number, match_money_magnitude, match_number
from kg.recognition.quantity_words import get_large_signs, get_quantity_words
from kg.recognition.scanning import Scan, find_word_before
from kg.recognition.units import (
    Unit,
    UnitMatch,
    find_currency_before,
    match_currency,
    match_unit,
)

_MINUS = frozenset("-−")
_SIGNED = frozenset((*_MINUS, "+"))
_FEWEST = 100  # from here on a count may fall or rise "by" itself "to" what is left…
_FAR = 8  # … so many times as much: no range
_MONEY_MAGNITUDE = 1000  # from here on "pounds" are money, not a weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What stands at a number, without comparators. `upper` is the upper end of a range."""

    start: int
    end: int
    number: Number
    value: Decimal
    unit: Unit | None
    upper: Decimal | None = None
    plus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One end of a range."""

    start: int
    end: int
    number: Number
    unit: Unit | None
    prefixed: bool
    plus: bool = False


def read_amount(source: Scan, start: int) -> Amount | None:
    """The amount whose (lower) number starts at `start`, or None where no number does."""
    prefix = find_currency_before(source.text, start)
    first = _read_part(source, start, prefix[1] if prefix else None)
    if first is None:
        return None
    if prefix and is_code(source.text, prefix[0], first.end):
        return None
    if prefix:
        first = replace(first, start=prefix[0])
    return _read_range(source, first) or _make_amount(source, first)


def _make_amount(source: Scan, part: _Part) -> Amount:
    value = part.number.value * (part.unit.factor if part.unit else 1)
    start = part.start
    if part.unit and not part.prefixed and _has_sign(source.text, start):
        value = -value if source.text[start - 1] in _MINUS else value
        start -= 1
    elif part.unit and find_word_before(source.folded, start) in get_quantity_words().minus:
        value = -value
        start = source.folded.rfind(find_word_before(source.folded, start), 0, start)
    return Amount(
        start=start, end=part.end, number=part.number, value=value, unit=part.unit, plus=part.plus
    )


def _has_sign(text: str, start: int) -> bool:
    if not start or text[start - 1] not in _SIGNED:
        return False
    return start == 1 or text[start - 2].isspace() or text[start - 2] == "("


def _read_part(source: Scan, start: int, code: str | None) -> _Part | None:
    """One number with its unit; `code` is the currency before it."""
    text, folded = source.text, source.folded
    number = match_number(text, folded, start, money=code is not None)
    if number is None:
        return None
    plus = folded.startswith(get_quantity_words().comparators.plus, number.end)
    plus = plus and not folded[number.end + 1 : number.end + 2].isalnum()
    at = number.end + plus
    if code is not None:
        sign = find_currency_before(text, start)
        large = sign is not None and text[sign[0] : start].strip() in get_large_signs()
        if large and number.magnitude == 1 and not _PRICE.match(text, start):
            return None  # "N95"
        after = match_unit(text, folded, at)
        if after and after.unit.kind == "money" and text[at : after.end].strip() == after.unit.code:
            code = after.unit.code  # "$334 million AUD"
        end = after.end if after and after.unit.code == code else at
        unit: Unit | None = Unit(code=code, kind="money")
        return _Part(start=start, end=end, number=number, unit=unit, prefixed=True, plus=plus)
    short = match_money_magnitude(folded, number)
    after = match_unit(text, folded, short.end) if short else None
    if short and after and (after.unit.kind == "money" or _is_glued(text, number)):
        # "1.3m TEU" are millions: a metre has no further unit
        return _Part(start=start, end=after.end, number=short, unit=after.unit, prefixed=False)
    if short and _is_glued(text, number) and _get_counted().match(folded, short.end):
        return _Part(start=start, end=short.end, number=short, unit=None, prefixed=False)
    after = match_unit(text, folded, at) or _match_currency_behind(text, folded, number)
    weighed = after is not None and _get_weighed().match(folded, after.end) is not None
    unit = _settle(after.unit, number, weighed=weighed) if after else None
    end = after.end if after and unit else at
    return _Part(start=start, end=end, number=number, unit=unit, prefixed=False, plus=plus)


def _match_currency_behind(text: str, folded: str, number: Number) -> UnitMatch | None:
    """ "300 mln. euros": past the dot of a magnitude that is written short."""
    if number.magnitude == 1 or text[number.end : number.end + 1] != ".":
        return None
    after = match_unit(text, folded, number.end + 1)
    return after if after is not None and after.unit.kind == "money" else None


def _is_glued(text: str, number: Number) -> bool:
    return text[number.end : number.end + 1].isalpha()


@cache
def _get_counted() -> re.Pattern[str]:
    """What is counted in millions behind a letter: "3.3m containers"."""
    nouns = "|".join(sorted(get_quantity_words().counted_in_millions))
    return re.compile(rf"\s(?:[a-z-]{{3,20}}\s){{0,2}}(?:{nouns})(?![a-z])")


@cache
def _get_weighed() -> re.Pattern[str]:
    """What pounds in thousands and millions weigh: "4 million pounds of poultry"."""
    goods = "|".join(sorted(get_quantity_words().weighed_goods))
    return re.compile(rf"\sof\s(?:[a-z-]{{3,20}}\s){{0,2}}(?:{goods})(?![a-z])")


def _settle(unit: Unit, number: Number, *, weighed: bool = False) -> Unit | None:
    """The unit that the words mean beside this number."""
    if number.value < unit.least:
        return None
    large = number.value >= _MONEY_MAGNITUDE and number.magnitude >= _MONEY_MAGNITUDE
    if unit.currency and large and not weighed:
        return Unit(code=unit.currency, kind="money")
    return unit


# What follows a sign that is also a letter of names: "N31.20", "R350,000", "N25 per share", "N719 to a dollar".
_PRICE = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+\.[0-9]{2}(?![0-9])|[0-9]+(?:\.[0-9]+)?(?= per [a-z])"
    r"|[0-9]+(?:\.[0-9]+)?(?=/[$€£]| (?:to|against) (?:the |a |one )?(?:u\.?s\.? )?(?:dollar|pound|euro)\b(?! store))",
    re.IGNORECASE,
)


@cache
def _get_joint() -> re.Pattern[str]:
    ranges = get_quantity_words().ranges
    words = "|".join((*ranges.words, ranges.and_, ranges.neighbours))
    dashes = "".join(re.escape(dash) for dash in ranges.dashes)
    return re.compile(rf"\s{{1,2}}(?P<word>{words})\s{{1,2}}|(?P<dash>\s?[{dashes}]\s?)")


def _read_range(source: Scan, first: _Part) -> Amount | None:
    joint = _get_joint().match(source.folded, first.end)
    if joint is None:
        return None
    sign = match_currency(source.text, joint.end())
    second = _read_part(source, sign[0] if sign else joint.end(), sign[1] if sign else None)
    if second is None or not _agree(first, second):
        return None
    if second.prefixed and not first.prefixed:
        return None
    lower = _spread(first, second)
    unit = first.unit or second.unit
    if not lower.value < second.number.value or (
        second.unit is None and not _is_free(source, second)
    ):
        return None
    return _join(source, replace(first, number=lower, unit=unit), second, joint)


def _is_free(source: Scan, part: _Part) -> bool:
    """Whether the second number is no part of an ordinal, a date or a longer number."""
    after = source.folded[part.end : part.end + 2]
    return not (after[:1].isalnum() or (after[:1] in ".,:-–/" and after[1:].isdigit()))


def _agree(first: _Part, second: _Part) -> bool:
    """Whether both ends can share one unit."""
    if first.unit is None:
        return True
    if second.unit is None:
        return first.prefixed
    return first.unit.code == second.unit.code


def _spread(first: _Part, second: _Part) -> Number:
    """The lower number, with the magnitude of the upper one where it has none ("1.5-2 million")."""
    number, magnitude = first.number, second.number.magnitude
    said = first.unit is not None and not first.prefixed
    if said or number.magnitude != 1 or magnitude == 1 or number.bare >= second.number.bare:
        return number
    return replace(number, magnitude=magnitude)


def _is_whole(part: _Part) -> bool:
    """Whether the part has its unit beside it."""
    return part.prefixed or part.end > part.number.end


def _are_change_and_level(first: _Part, second: _Part) -> bool:
    """ "Fell by [1 tonne] to [9 tonnes]", "by [91,000] to [3.07 million]": no range is as wide as that."""
    if _is_whole(first) and _is_whole(second):
        return True
    lower, upper = first.number.value, second.number.value
    counted = first.unit is None or first.unit.code != "%"
    return counted and lower >= _FEWEST and lower * _FAR <= upper


def _is_tight(first: _Part, second: _Part, dash: str) -> bool:
    """Whether a dash makes a range: not in "7-Eleven", not with spaces between bare numbers."""
    if second.number.written and not first.number.written:
        return False
    return first.unit is not None or dash == dash.strip()


def _join(source: Scan, first: _Part, second: _Part, joint: re.Match[str]) -> Amount | None:
    ranges = get_quantity_words().ranges
    word, start = joint["word"], first.start
    before = find_word_before(source.folded, start)
    if word == ranges.and_:
        if before not in ranges.between:
            return None
        start = source.folded.rfind(before, 0, start)
    elif word == ranges.neighbours:
        if second.number.value != first.number.value + first.number.magnitude:
            return None
    elif word and before in ranges.moves and _are_change_and_level(first, second):
        return None
    elif word and before in ranges.changes and first.unit:
        at = source.folded.rfind(before, 0, start)
        if find_word_before(source.folded, at) not in ranges.unless:
            return _make_amount(source, first)
        start = at
    elif joint["dash"] and not _is_tight(first, second, joint["dash"]):
        return None
    factor = first.unit.factor if first.unit else Decimal(1)
    return Amount(
        start=start,
        end=second.end,
        number=first.number,
        value=first.number.value * factor,
        unit=first.unit,
        upper=second.number.value * factor,
        plus=second.plus,
    )
