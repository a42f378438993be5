"""Quantities in words, for people."""

import re
from decimal import Decimal

from kg.model.quantity import Comparator, Quantity, format_number

_LABEL_WORDS: dict[Comparator, str] = {
    "=": "",
    ">": "more than ",
    "<": "less than ",
    "~": "about ",
    ">=": "at least ",
    "<=": "up to ",
}
_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))
_MOST_PLACES = 3  # a figure with more digits is clearer in full


def format_quantity(quantity: Quantity) -> str:
    """For people: "more than 10 billion CNY", "2 to 3 year", "6.1%"; never rounded."""
    number = _format_magnitude(quantity.value)
    if quantity.upper is not None:
        number += " to " + _format_magnitude(quantity.upper)
    unit = quantity.unit if quantity.unit in {"", "%"} else f" {quantity.unit}"
    return f"{_LABEL_WORDS[quantity.comparator]}{number}{unit}"


def _format_magnitude(value: Decimal) -> str:
    for exponent, name in _MAGNITUDES:
        if abs(value) >= Decimal(10) ** exponent:
            negative, places, shift = value.as_tuple()  # exact, where scaleb would round
            text = format_number(Decimal((negative, places, int(shift) - exponent)))
            if len(text.partition(".")[2]) <= _MOST_PLACES and len(text.partition(".")[0]) <= 5:
                return f"{text} {name}"
            break
    whole, point, rest = format_number(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", digits) if len(digits) > 4 else digits
    return f"{sign}{grouped}{point}{rest}"
