"""In which unit a value is told again: "3 million tonnes (3.3 million tons)", "500 tonnes (1.1 million pounds)"."""

from dataclasses import replace
from decimal import Decimal

from kg.model.quantity import Quantity
from kg.recognition.quantity_words import get_quantity_words

_WEIGHTS = frozenset(["t", "kg", "g", "short ton", "ounce"])
_POUND, _SHORT = "pound", "short ton"
_LEAST, _MOST = Decimal("1.05"), Decimal("1.2")  # short tons in a tonne


def settle_again(one: Quantity, other: Quantity, told: str) -> tuple[Quantity, Quantity]:
    """A value and what it is told again as, in words `told`, each in a unit and by a time of its own."""
    for coin in get_quantity_words().ambiguous_currencies:
        if (
            coin.unit == one.unit
            and coin.currency
            and other.unit in get_quantity_words().currencies
        ):
            one = replace(one, unit=coin.currency)  # "800 pounds ($1,000)"
    unit, slash, time = one.unit.partition("/")
    if unit in _WEIGHTS and other.unit == "GBP" and "pound" in told:
        other = replace(other, unit=_POUND)  # "pounds" in millions are money elsewhere
    if slash and "/" not in other.unit:
        other = replace(other, unit=f"{other.unit}/{time}")
    if one.unit != other.unit or unit != "t" or not one.value or not other.value:
        return one, other
    if _LEAST < other.value / one.value < _MOST:
        return one, replace(other, unit=f"{_SHORT}{slash}{time}")
    if _LEAST < one.value / other.value < _MOST:
        return replace(one, unit=f"{_SHORT}{slash}{time}"), other
    return one, other


def is_coin(unit: str) -> bool:
    """Whether a unit is a currency that only the text's country tells: "3 million dinars"."""
    return any(coin.unit == unit for coin in get_quantity_words().ambiguous_currencies)
