"""Parts of a year by short names, and numbers with dots between thousands."""

import pytest

from kg.model.document import Document
from kg.model.mention import MentionKind
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.recognition.value_mentions import find_value_mentions


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Exports in the first half of 2023 rose. The H1 gap was wide.", "H1", "2023-01/2023-06"),
        ("Trade in the first eight months of 2022 fell. In 8M, imports rose.", "8M", "2022-01/2022-08"),
        ("Trade in May-August 2022 fell. It fell in January-August 2022. In 8M, it rose.", "8M", "2022-01/2022-08"),
        ("Profit fell in H1-24.", "H1-24", "2024-01/2024-06"),
        ("Profit fell in 1H 2024.", "1H 2024", "2024-01/2024-06"),
        ("Profit fell in the second quarter (Q2) of 2024.", "the second quarter (Q2) of 2024", "2024-04/2024-06"),
        ("Exports in the first half of 2023 rose from the first half of 2022. H1 was good.", "H1", "2023-01/2023-06"),
        ("Exports rose in 2023. H1 was good.", "H1", None),
        ("Trade in the first eight months of 2022 fell. A $8M contract was signed.", "8M", None),
    ],
)  # fmt: skip
def test_a_short_name_means_the_time_told_in_full(text: str, words: str, edtf: str | None) -> None:
    """Only where the text tells that part of one year."""
    found = {
        m.text: m.value.edtf
        for m in find_value_mentions(Document(identifier="x", text=text))
        if m.kind is MentionKind.PERIOD and isinstance(m.value, Period)
    }
    assert found.get(words) == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It served 712.846 passengers in July, and 1.687.204 so far.", 712846),
        ("It served 712.846 passengers in July, and 12,500 on a day.", None),
        ("It served 712.846 passengers in July.", None),
    ],
)
def test_dots_part_thousands(text: str, value: int | None) -> None:
    """Where the text writes a number that can be read in no other way."""
    quantities = [
        m.value.value
        for m in find_value_mentions(Document(identifier="x", text=text))
        if isinstance(m.value, Quantity)
    ]
    assert (quantities[0] == value) is (value is not None)
