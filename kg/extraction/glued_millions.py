"""Numbers with a glued "m", which looks like metres, of what is counted: "passengers rose to 70m" are 70 million."""

import re
from dataclasses import replace
from decimal import Decimal

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_GLUED = re.compile(r"(?:[^\W\d]+ )*\d[\d.,]*m")
_MILLION = Decimal(1_000_000)


def as_millions(value: Mention, arguments: ArgumentFinder) -> Mention:
    """The value as a bare number of millions, where it can be one; else itself."""
    quantity = value.value
    glued = isinstance(quantity, Quantity) and quantity.unit == "m" and _GLUED.fullmatch(value.text)
    if not glued or not isinstance(quantity, Quantity):
        return value
    number = (quantity.value * _MILLION).to_integral_value()
    upper = None if quantity.upper is None else quantity.upper * _MILLION
    whole = replace(quantity, value=number, upper=upper, unit="")
    millions = replace(value, value=whole, origin="number")
    arguments.ranges[millions] = arguments.ranges[value]
    return millions
