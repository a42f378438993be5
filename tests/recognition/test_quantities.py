"""Quantities against their corpora, and for any text."""

from decimal import Decimal

import pytest
from babel.numbers import get_currency_name, list_currencies
from hypothesis import given
from hypothesis import strategies as st
from value_corpus import Row, read_rows, read_texts

from kg.model.document import Document
from kg.model.quantity import Quantity, format_number
from kg.recognition.quantities import QuantityMatch, find_quantities
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.value_mentions import find_value_mentions

ROWS = read_rows("quantities.yaml")
NO_QUANTITIES = read_texts("no_quantities.yaml")


def format_quantity(quantity: Quantity) -> str:
    """The quantity as the corpus writes it."""
    value = format_number(quantity.value)
    upper = "" if quantity.upper is None else f"..{format_number(quantity.upper)}"
    return f"{quantity.comparator} {value}{upper} {quantity.unit}".strip()


def format_match(match: QuantityMatch) -> str:
    """The match as the corpus writes it, with equivalents."""
    if match.kind == "ordinal":
        return f"# {format_number(match.quantity.value)}"
    return " | ".join(format_quantity(q) for q in (match.quantity, *match.equivalents))


def normalise(expected: str) -> str:
    """The expected value with plain numbers ("15.50" is 15.5)."""
    words = (w for w in expected.split(" "))
    return " ".join(
        format_number(Decimal(w)) if w.replace(".", "", 1).lstrip("-").isdigit() else w
        for w in words
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_text_gives_the_quantities_of_the_corpus(row: Row) -> None:
    """Each text gives its value, unit, comparator, equivalents and span, and nothing else."""
    found = find_quantities(row.text)
    assert "; ".join(format_match(match) for match in found) == normalise(row.expected)
    assert tuple((match.span.start, match.span.end) for match in found) == row.spans


@pytest.mark.parametrize("text", NO_QUANTITIES)
def test_false_friend_gives_no_quantity(text: str) -> None:
    """Years, dates, names, labels, codes and idioms are no quantities."""
    assert [text[m.span.start : m.span.end] for m in find_quantities(text)] == []


def test_corpora_are_large_enough() -> None:
    """The corpora hold the numbers of rows that the grammar was promised to be tried on."""
    assert len(ROWS) >= 250
    assert len(NO_QUANTITIES) >= 100


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("$5 million", "money"),
        ("5 percent", "percent"),
        ("5 km", "measure"),
        ("5 ports", "number"),
        ("the 5th port", "ordinal"),
    ],
)
def test_kind_says_what_sort_of_quantity_it_is(text: str, kind: str) -> None:
    """Money, per cents, measures, numbers and ordinals are told apart."""
    assert [match.kind for match in find_quantities(text)] == [kind]


def test_equivalent_has_its_own_span() -> None:
    """The span of an equivalent covers its comparator and unit, inside the brackets."""
    text = "worth 110 billion yuan (about 15.4 billion U.S. dollars)."
    (match,) = find_quantities(text)
    (span,) = match.equivalent_spans
    assert text[span.start : span.end] == "about 15.4 billion U.S. dollars"


def test_same_unit_in_brackets_is_no_equivalent() -> None:
    """A bracketed amount of the same unit is a quantity of its own."""
    found = find_quantities("rose 5 percent (3 percent in the north)")
    assert [(m.quantity.value, m.equivalents) for m in found] == [
        (Decimal(5), ()),
        (Decimal(3), ()),
    ]


def test_value_keeps_every_digit() -> None:
    """A value is exact, whatever its magnitude."""
    (match,) = find_quantities("2.7182818284 trillion yuan")
    assert match.quantity.value == Decimal("2718281828400")


def test_quantity_does_not_reach_over_a_paragraph_end() -> None:
    """A number at the end of a heading takes no unit from the next line."""
    found = find_quantities("The top 10\nMillion-dollar deals were signed.")
    assert [format_match(match) for match in found] == ["= 10"]


def test_quantity_goes_on_after_a_line_end_inside_a_sentence() -> None:
    """A wrapped line does not part a number from its magnitude or its comparator."""
    found = find_quantities("deals worth more than\n110 billion\nyuan")
    assert [format_match(match) for match in found] == ["> 110000000000 CNY"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karachi's port earned Rs 5 billion.", "5000000000 PKR money"),
        ("Colombo will spend 5 billion rupees.", "5000000000 LKR money"),
        ("India lent Nepal, the Nepali bank said, 5 billion rupees.", "5000000000 NPR money"),
        ("The firm earned Rs 5 billion.", "5000000000 INR money"),
        (
            "Pakistan and India trade in 5 billion Indian rupees; Pakistan gains.",
            "5000000000 INR money",
        ),
        ("Kenya's budget is 3 trillion shillings.", "3000000000000 KES money"),
        ("Chile's miner paid 900 million pesos.", "900000000 CLP money"),
        ("Kenya and Uganda share 3 trillion shillings.", "3000000000000 shilling measure"),
        ("Tanzania pays 1.38tri/- for the line.", "1380000000000 TZS money"),
        ("Uganda pays 500m/- for the line.", "500000000 UGX money"),
        ("The line costs 24.6bn/- in all.", "24600000000 shilling measure"),
        ("Japan pays ¥5 billion.", "5000000000 JPY money"),
        ("Cameroon pays 5 billion FCFA.", "5000000000 XAF money"),
        ("Senegal pays CFA 5 billion.", "5000000000 XOF money"),
    ],
)
def test_shared_currency_is_that_of_the_country_named_most(text: str, expected: str) -> None:
    """Rupees, shillings and pesos take the code of the text's country."""
    values = find_value_mentions(Document(identifier="x", text=text))
    (quantity,) = [m for m in values if isinstance(m.value, Quantity)]
    assert isinstance(quantity.value, Quantity)
    assert (
        f"{format_number(quantity.value.value)} {quantity.value.unit} {quantity.origin}" == expected
    )


def test_every_currency_is_a_currency_of_iso_4217() -> None:
    """The codes of the word list are codes that the Unicode list of currencies knows."""
    assert set(get_quantity_words().currencies) <= set(list_currencies("en"))
    assert len(get_quantity_words().currencies) >= 60


def test_currency_names_agree_with_unicode() -> None:
    """The last word of a currency's name in the word list occurs in its Unicode name."""
    known = 0
    for code, row in get_quantity_words().currencies.items():
        names = {get_currency_name(code, count=n, locale="en").lower() for n in (1, 2)}
        last = {name.split()[-1] for name in names} | {word for n in names for word in n.split()}
        if any(name.split()[-1] in last for name in row.names):
            known += 1
    assert known == len(get_quantity_words().currencies)


ANY_TEXT = st.text() | st.lists(
    st.sampled_from([row.text for row in ROWS] + NO_QUANTITIES), max_size=4
).map(" ".join)


@given(ANY_TEXT)
def test_any_text_gives_sorted_spans_inside_it(text: str) -> None:
    """No text raises; spans are sorted, apart and inside the text; twice gives the same."""
    found = find_quantities(text)
    assert found == find_quantities(text)
    end = 0
    for match in found:
        assert end <= match.span.start < match.span.end <= len(text)
        end = match.span.end
        for span in match.equivalent_spans:
            assert end <= span.start < span.end <= len(text)
            end = span.end


@given(st.text(alphabet="0123456789.,-–()$%kmbn toaeilr\n", max_size=120))
def test_any_jumble_of_numbers_gives_finite_values(text: str) -> None:
    """Strings of digits and signs never raise and never give a value that is no number."""
    for match in find_quantities(text):
        assert match.quantity.value.is_finite()
        if match.quantity.upper is not None:
            assert match.quantity.value < match.quantity.upper


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It closed at 274.5 pence.", "2.745 GBP"),
        ("It fell to 17.5 sen, or RM122 million in all.", "0.175 MYR"),
        ("A dividend of 12 cents, from sales of $3 billion.", "0.12 USD"),
        ("A dividend of 12 cents, from sales of $3 billion and 2 million euros.", "12 "),
        ("A dividend of 12 cents.", "12 "),
        ("A rise of 5 per cent, to $3 billion.", "5 %"),
    ],
)
def test_coins_are_parts_of_the_only_currency_that_has_them(text: str, told: str) -> None:
    """Hundredths of a currency are told in it; where several may be meant, they are numbers."""
    first = find_value_mentions(Document(identifier="x", text=text))[0].value
    assert isinstance(first, Quantity)
    assert f"{first.value} {first.unit}" == told
