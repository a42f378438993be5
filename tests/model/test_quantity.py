"""Numbers in their plain form and in words, never rounded."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.document import Span
from kg.model.quantity import Comparator, Quantity, format_number
from kg.model.wording import format_quantity

NUMBERS = st.decimals(min_value=-(10**18), max_value=10**18, places=6)


@given(NUMBERS)
def test_a_number_is_written_in_full_and_read_again(value: Decimal) -> None:
    """No exponent, no zeros at the end, and the same value."""
    text = format_number(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("2720000000000", "2720000000000"),
        ("6.10", "6.1"),
        ("1E+3", "1000"),
        ("0.00", "0"),
        ("-4.50", "-4.5"),
        ("100", "100"),
    ],
)
def test_a_number_is_plain(number: str, text: str) -> None:
    """Zeros before the point stay."""
    assert format_number(Decimal(number)) == text


@pytest.mark.parametrize(
    ("number", "unit", "comparator", "upper", "text"),
    [
        ("10000000000", "CNY", ">", None, "more than 10 billion CNY"),
        ("2720000000000", "CNY", "=", None, "2.72 trillion CNY"),
        ("6.1", "%", "=", None, "6.1%"),
        ("2", "year", "=", "3", "2 to 3 year"),
        ("1500000", "", "~", None, "about 1.5 million"),
        ("12345", "vehicle", "<=", None, "up to 12,345 vehicle"),
        ("1234", "km", ">=", None, "at least 1234 km"),
        ("1234567", "person", "<", None, "less than 1,234,567 person"),
        ("-0.5", "%", "=", None, "-0.5%"),
    ],
)
def test_a_quantity_reads_like_a_text(
    number: str, unit: str, comparator: Comparator, upper: str | None, text: str
) -> None:
    """Comparators are words, large round numbers have their magnitude in words."""
    quantity = Quantity(
        value=Decimal(number),
        unit=unit,
        comparator=comparator,
        upper=Decimal(upper) if upper else None,
    )
    assert format_quantity(quantity) == text


@given(NUMBERS)
def test_wording_never_rounds(value: Decimal) -> None:
    """The value can be computed back from its words."""
    words = format_quantity(Quantity(value=value)).replace(",", "").split(" ")
    scale = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
    found = Decimal(words[0]) * (scale[words[1]] if len(words) > 1 else 1)
    assert found == value


SPANS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda p: Span(min(p), max(p)))


@given(SPANS, SPANS)
def test_spans_overlap_where_they_share_a_code_point(left: Span, right: Span) -> None:
    """Overlap is mutual and covering is containing, as of sets of code points."""
    points = [set(range(s.start, s.end)) for s in (left, right)]
    if points[0] and points[1]:
        assert left.overlaps(right) == right.overlaps(left) == bool(points[0] & points[1])
        assert left.covers(right) == (points[1] <= points[0])


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forwards(start: int, end: int) -> None:
    """Negative starts and ends before the start are refused."""
    with pytest.raises(ValueError, match=f"not from {start} to {end}"):
        Span(start, end)
