"""Per cents that are changes: a value of their own only where a growth is measured."""

import re
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.model.quantity import Comparator, Quantity

_OF = re.compile(r" (?:of|in|for) ")
_TURNED: dict[Comparator, Comparator] = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


def settle_value(measure: str, value: Quantity, change: Quantity) -> Quantity | None:
    """The value that stands beside a change: none for "exports rose 5 percent", but for "growth slowed to 5 percent".

    What shrank had a growth below zero.
    """
    if value.unit != "%" or abs(change.value) != abs(value.value):
        return value
    head = _OF.split(measure.lower())[0]
    if not any(f" {head}".endswith(f" {name}") for name in _list_growths()):
        return None
    turned = _TURNED.get(value.comparator, value.comparator)
    same = change.value == value.value
    return value if same else replace(value, value=change.value, comparator=turned)


def _list_growths() -> frozenset[str]:
    return load_lexicon("measures").get("growth_measures")
