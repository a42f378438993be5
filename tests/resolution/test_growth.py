"""Per cents that are changes: which have a value of their own."""

from decimal import Decimal
from typing import Any

import pytest

from kg.model.quantity import Quantity
from kg.resolution.growth import settle_value


def _percent(value: str, comparator: Any = "=") -> Quantity:
    return Quantity(value=Decimal(value), unit="%", comparator=comparator)


@pytest.mark.parametrize(
    ("measure", "value", "change", "settled"),
    [
        ("economic growth", _percent("6.4"), _percent("6.4"), _percent("6.4")),
        ("growth rate of exports", _percent("4"), _percent("4"), _percent("4")),
        ("Sales growth", _percent("4"), _percent("4"), _percent("4")),
        ("economic growth", _percent("0.9"), _percent("-0.9"), _percent("-0.9")),
        ("economic growth", _percent("3", ">"), _percent("-3", ">"), _percent("-3", "<")),
        ("exports", _percent("5"), _percent("5"), None),
        ("exports of growth media", _percent("5"), _percent("5"), None),
        ("regrowth", _percent("5"), _percent("5"), None),
        ("unemployment", _percent("5"), _percent("2"), _percent("5")),
        (
            "economic growth",
            Quantity(value=Decimal(5), unit="pp"),
            _percent("5"),
            Quantity(value=Decimal(5), unit="pp"),
        ),
    ],
)
def test_a_growth_is_a_value_and_a_change(
    measure: str, value: Quantity, change: Quantity, settled: Quantity | None
) -> None:
    """A rate of growth stays beside the change that it is; other changes are no level."""
    assert settle_value(measure, value, change) == settled
