"""Quantities: numbers with a unit and a comparator."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal as OneOf

Comparator = OneOf["=", ">", "<", "~", ">=", "<="]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A value as the text gives it, in full ("2.72 trillion yuan" is 2720000000000 CNY).

    `unit` is an ISO 4217 code for money, "%" for per cent, a UCUM code or plain singular noun otherwise,
    and "" where the text gives a bare number. `upper` is the upper end of a range ("2 to 3 years"),
    whose lower end is `value`.
    """

    value: Decimal
    unit: str = ""
    comparator: Comparator = "="
    upper: Decimal | None = None


def format_number(value: Decimal) -> str:
    """The plain decimal form: no exponent, no trailing zeros ("2720000000000", "6.1")."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text
