"""Ends of a range of differences: "cut profit by $3.8 million [to $4.9 million]", which is no level."""

from decimal import Decimal

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_TO, _BY, _BETWEEN = "to", "by", "between"
_JOINTS = frozenset([_TO, "and", "-", "–", "or"])
_LIKE = 2  # how many times the lower end the upper one may be
_LED = 3  # tokens before the lower end in which "by" stands


def is_end_of_change(arguments: ArgumentFinder, value: Mention) -> bool:
    """Whether a value is an end of how far something moves; a level is far from the difference."""
    parse, (start, end) = arguments.parse, arguments.ranges[value]
    if parse.words[end : end + 1] == [_TO] and _BY in parse.words[max(start - 1, 0) : start]:
        return any(_is_near(value, m) for m in arguments.by_token.get(end + 1, ()))
    if start < _LED or parse.words[start - 1].lower() not in _JOINTS:
        return False
    lower = next((m for m in arguments.by_token.get(start - 2, ()) if _is_near(m, value)), None)
    if lower is None or arguments.ranges[lower][1] != start - 1:
        return False
    begin = arguments.ranges[lower][0]
    words = [w.lower() for w in parse.words[max(begin - _LED, 0) : begin]]
    return _BY in words and (words[-1] == _BETWEEN or parse.words[start - 1].lower() == _TO)


def _is_near(lower: Mention, upper: Mention) -> bool:
    """Whether two values may be the ends of one range."""
    low, high = lower.value, upper.value
    if not isinstance(low, Quantity) or not isinstance(high, Quantity):
        return False
    alike = low.unit == high.unit or not low.unit
    return alike and is_narrow(low.value, high.value)


def is_narrow(low: Decimal, high: Decimal) -> bool:
    """ "by 40 to 50 million euros": both ends tell how far; what is reached is far from that."""
    return low < high <= _LIKE * low
