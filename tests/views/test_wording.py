"""How values read, and how families look."""

from decimal import Decimal

import pytest

from kg.ontology import load_ontology
from kg.views.style import load_style
from kg.views.wording import find_decimal, format_change, format_quantity, format_term


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "upper", "words"),
    [
        ("10000000000", "CNY", ">", None, "more than 10 billion CNY"),
        ("2720000000000", "CNY", "=", None, "2.72 trillion CNY"),
        ("94.5", "%", "~", None, "about 94.5%"),
        ("2", "year", "=", "3", "2 to 3 year"),
        ("12500", "", "<=", None, "up to 12,500"),
        ("123456789", "vehicle", "=", None, "123,456,789 vehicle"),
        ("-0.5", "%", "=", None, "-0.5%"),
    ],
)
def test_quantities_read_as_words_and_are_never_rounded(
    value: str, unit: str, comparator: str, upper: str | None, words: str
) -> None:
    """Large round numbers get a magnitude; others stay whole, with every digit."""
    high = Decimal(upper) if upper else None
    assert format_quantity(Decimal(value), unit, comparator, high) == words


def test_changes_say_their_direction() -> None:
    """A signed per cent is up, down or unchanged."""
    changes = [format_change(Decimal(text)) for text in ("94.5", "-3", "0")]
    assert changes == ["up 94.5%", "down 3%", "unchanged"]


@pytest.mark.parametrize("text", [None, "high", "NaN", "Infinity", "", "1e999999999", "-1e-999999"])
def test_what_is_no_number_is_none(text: str | None) -> None:
    """Text from a graph that others wrote may hold anything."""
    assert find_decimal(text) is None


def test_numbers_of_any_size_that_is_read_are_worded() -> None:
    """The largest and longest that pass are written without a fault."""
    assert format_quantity(Decimal("1e60")).endswith(" trillion")
    long = "1234567890" * 5 + "." + "1" * 9
    assert format_quantity(Decimal(long)).replace(",", "") == long


def test_a_term_without_a_label_reads_as_words() -> None:
    """Names of other vocabularies are spelt out."""
    assert format_term("holdsPost") == "holds post"


def test_every_family_of_the_ontology_has_a_look_of_its_own() -> None:
    """No family but that of observations, which are no nodes, falls back to the unknown look."""
    style = load_style()
    families = {kind.family for kind in load_ontology().types.values()} - {"observation"}
    assert families <= set(style.families)
    looks = [(look.shape, look.light) for look in style.families.values()]
    assert len(set(looks)) == len(looks)


def test_modalities_differ_by_line_and_not_only_by_colour() -> None:
    """Each way of stating has dashes of its own, so that it can be told apart without colour."""
    dashes = [look.dashes for look in load_style().modalities.values()]
    assert len(set(dashes)) == len(dashes)
