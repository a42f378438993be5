"""Financial years and their quarters, by the month in which those of a text begin."""

import pytest

from kg.model.document import Document
from kg.model.mention import MentionKind
from kg.model.period import Period
from kg.recognition.value_mentions import find_value_mentions

INDIAN = "Sales were Rs 40 crore {}. Costs fell."
ENDED = "Sales were $40 million {}. Costs fell in the year ended June 30."


@pytest.mark.parametrize(
    ("text", "told", "edtf"),
    [
        (INDIAN, "in the first quarter of 2017-18", "2017-04/2017-06"),
        (INDIAN, "in 2017-18", "2017-04/2018-03"),
        (INDIAN, "in Q4 FY18", "2018-01/2018-03"),
        (INDIAN, "in the first quarter of the financial year 2023-24", "2023-04/2023-06"),
        (INDIAN, "in H2 FY24", "2023-10/2024-03"),
        (INDIAN, "by FY28", "../2028"),
        (INDIAN, "in the March quarter of 2017-18", "2018-01/2018-03"),
        (INDIAN, "in the June quarter of 2017-18", "2017-04/2017-06"),
        (INDIAN, "in the first quarter of 2018", "2018-01/2018-03"),
        (ENDED, "in Q1 FY25", "2024-07/2024-09"),
        (ENDED, "in fiscal 2024-25", "2024-07/2025-06"),
        (ENDED.replace("June 30", "December 31"), "in Q1 FY25", "2025-01/2025-03"),
        ("India's exports were $40 billion {}.", "in Q1 FY25", "2024-04/2024-06"),
        ("Exports of Pakistan were $4 billion {}.", "in the first half of FY23", "2022-07/2022-12"),
        ("Indian exports were $40 billion {}.", "in fiscal 2024", "2024"),
        ("Sales were $40 million {}.", "in FY25", "2025"),
        ("Sales were $40 million {}.", "in fiscal 2024-25", "2024/2025"),
    ],
)
def test_financial_years(text: str, told: str, edtf: str) -> None:
    """The month is that behind the year's end, or April where rupees are counted in crores."""
    assert edtf in list_periods(text.format(told))


def test_a_quarter_by_its_months_tells_no_beginning() -> None:
    """ "July-September of FY24" is the second quarter where years begin in April."""
    text = "Sales were Rs 40 crore in Q2 FY24. In the July-September quarter of FY24 costs fell."
    assert list_periods(text) == ["2023-07/2023-09"] * 2


def test_quarter_of_unknown_months_is_none() -> None:
    """No calendar has the first quarter of two years, and a quarter of an unknown year is any of four."""
    assert list_periods("Sales were $40 million in the first quarter of 2017-18.") == []
    assert list_periods("Sales were $40 million in the second quarter of fiscal 2024.") == []
    assert list_periods("Sales of Pakistan and India were $40 million in Q1 FY25.") == []


@pytest.mark.parametrize(
    "told",
    [
        "In the fourth quarter, costs fell.",
        "Costs fell in the reported quarter.",
        "Its fourth-quarter costs fell.",
    ],
)
def test_quarter_told_again(told: str) -> None:
    """A quarter without its year is the one that was told with it."""
    text = f"Sales were Rs 40 crore in the fourth quarter of 2017-18. {told}"
    assert list_periods(text) == ["2018-01/2018-03"] * 2


def list_periods(text: str) -> list[str]:
    """The EDTF of all periods of a text, in order."""
    found = find_value_mentions(Document(identifier="d", text=text))
    periods = [m for m in found if m.kind is MentionKind.PERIOD and isinstance(m.value, Period)]
    return [
        m.value.edtf for m in sorted(periods, key=lambda m: m.span) if isinstance(m.value, Period)
    ]
