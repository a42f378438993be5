"""Thousands set apart by dots, as much of Europe writes them: "712.846 passengers" beside "1.687.204"."""

import re
from dataclasses import replace
from decimal import Decimal

from kg.model.mention import Mention
from kg.model.quantity import Quantity

_SIGN = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}|\.000)(?![\w.]*[0-9])")
_AGAINST = re.compile(r"(?<![\w.,])[0-9]{1,3},[0-9]{3}(?![0-9])")  # "12,500": dots are points here
_LAST = re.compile(r"[0-9]{1,3}\.[0-9]{3}$")
_COUNTED = re.compile(r" [a-z]{3,}s\b|\.(?:\s|$)|,")
_THOUSAND = Decimal(1000)


def read_dotted(text: str, values: list[Mention]) -> list[Mention]:
    """The values with what a text that writes thousands so counts in full."""
    if not _SIGN.search(text) or _AGAINST.search(text):
        return values
    return [_settle(text, value) for value in values]


def _settle(text: str, value: Mention) -> Mention:
    quantity = value.value
    if value.origin != "number" or not isinstance(quantity, Quantity):
        return value
    if not _LAST.search(value.text) or not _COUNTED.match(text, value.span.end):
        return value
    if quantity.value >= _THOUSAND:
        return value
    return replace(value, value=replace(quantity, value=quantity.value * _THOUSAND))
