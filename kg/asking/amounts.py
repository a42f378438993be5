"""Which values two texts may both mean: rounding and words such as "about" and "more than"."""

from dataclasses import dataclass
from decimal import Decimal

_ROUNDED = Decimal("0.05")  # of a value: no figure is rounded more than that
_ABOUT = Decimal("0.1")  # of a value that is told as about so much


@dataclass(frozen=True, slots=True)
class Range:
    """What a figure may truly be; None where it is open."""

    low: Decimal | None
    high: Decimal | None

    def contradicts(self, other: "Range") -> bool:
        """Whether no value is in both."""
        return _is_below(self, other) or _is_below(other, self)


def find_range(value: Decimal, comparator: str, upper: Decimal | None = None) -> Range:
    """The range of a figure: "3 million" may be 3.02 million, since the digits that are zero may be.

    "More than" opens it upwards and "less than" downwards, from a bound that may be rounded too.
    """
    low, high = value - _slack(value, comparator), value + _slack(value, comparator)
    if upper is not None:
        high = upper + _slack(upper, comparator)
    if comparator in (">", ">="):
        return Range(low, None)
    return Range(None, high) if comparator in ("<", "<=") else Range(low, high)


def _slack(value: Decimal, comparator: str) -> Decimal:
    exponent = value.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(int(exponent) - 1)
    rounded = min(half, abs(value) * _ROUNDED) if value else half
    return max(rounded, abs(value) * _ABOUT) if comparator == "~" else rounded


def _is_below(left: Range, right: Range) -> bool:
    return left.high is not None and right.low is not None and left.high <= right.low
