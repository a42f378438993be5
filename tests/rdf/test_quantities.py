from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.quantity import Comparator, Quantity
from kg.rdf.quantities import format_quantity, format_quantity_path

UNITS = st.sampled_from(
    ["", "CNY", "cny", "%", "percent", "year", "ton", "TON", "over", "km", "m²", "to 3"]
)
QUANTITIES = st.builds(
    Quantity,
    value=st.decimals(-20, 20, places=1),
    unit=UNITS,
    comparator=st.sampled_from(["=", ">", "<", "~", ">=", "<="]),
    upper=st.none() | st.decimals(-20, 20, places=1),
)


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "path", "label"),
    [
        ("1E+10", "CNY", ">", "10000000000-cny-over", "more than 10 billion CNY"),
        ("2720000000000", "CNY", "=", "2720000000000-cny", "2.72 trillion CNY"),
        ("6.1", "%", "=", "6-1-percent", "6.1%"),
        ("-3", "%", "~", "minus-3-percent-about", "about -3%"),
        ("953000", "vehicle", ">=", "953000-vehicle-at-least", "at least 953,000 vehicle"),
        ("2024", "", "=", "2024", "2024"),
        ("1234567", "USD", "<=", "1234567-usd-up-to", "up to 1,234,567 USD"),
    ],
)
def test_a_quantity_is_named_readably(
    value: str, unit: str, comparator: Comparator, path: str, label: str
) -> None:
    """The path and the label say number, unit and comparator, unrounded."""
    quantity = Quantity(value=Decimal(value), unit=unit, comparator=comparator)
    assert format_quantity_path(quantity) == f"quantity/{path}"
    assert format_quantity(quantity) == label


def test_a_range_names_both_ends() -> None:
    """The lower end comes first."""
    quantity = Quantity(value=Decimal(2), upper=Decimal(3), unit="year")
    assert format_quantity_path(quantity) == "quantity/2-to-3-year"
    assert format_quantity(quantity) == "2 to 3 year"


def test_a_label_is_never_rounded() -> None:
    """More digits than decimal arithmetic keeps by default are all there."""
    digits = "1000000." + "0" * 40 + "1"
    assert format_quantity(Quantity(value=Decimal(digits))) == "1,000,000." + "0" * 40 + "1"


@given(QUANTITIES, QUANTITIES)
def test_paths_are_equal_exactly_for_equal_quantities(one: Quantity, other: Quantity) -> None:
    """No two quantities share a node, and none has two."""
    assert (format_quantity_path(one) == format_quantity_path(other)) == (one == other)
