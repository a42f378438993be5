"""Periods counted from what a text tells of its own day."""

import pytest

from kg.model.document import Document
from kg.model.mention import MentionKind
from kg.model.period import Period
from kg.recognition.value_mentions import find_value_mentions


def read_periods(text: str) -> dict[str, str]:
    """The periods of a text by their words."""
    mentions = find_value_mentions(Document(identifier="x", text=text))
    return {
        m.text: m.value.edtf
        for m in mentions
        if m.kind is MentionKind.PERIOD and isinstance(m.value, Period)
    }


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("LIMA, May 9 (Tarka Wire) -- Exports rose last month.", "last month", "XXXX-04"),
        ("LIMA, Jan. 9 (Tarka Wire) -- Exports rose last month.", "last month", "XXXX-12"),
        ("LIMA, May 9 -- In the first four months, trade grew.", "the first four months", "XXXX-01/XXXX-04"),
        ("LIMA (Aug 3): Norvik sold less in the second quarter.", "the second quarter", "XXXX-04/XXXX-06"),
        ("LUSAKA, Sept. 1 /Tarka Wire/ -- It fell in July. It rose in the first half of 2026.", "July", "2026-07"),
        ("LUSAKA (Oct 6): Shares fell on Monday, it told a weekly (Oct 6-12, 2025 issue).", "Monday", "2025-10-06"),
        ("Trade gap of Peru hits record in 2004\n\nIt was large, and narrowed in December.", "December", "2004-12"),
        ("NAIROBI, Jan. 14 -- Exports rose in November 2024. They fell last month.", "last month", "2024-12"),
        ("LIMA, Nov 19 -- A deal was signed on Tuesday after talks on October 3, 2024.", "Tuesday", "2024-11-19"),
        ("A chair\n\nNorvik named Lee Moss from 1 January 2026. It opens shops next year.", "next year", "2026"),
        ("LIMA, March 12 -- A port was sold on Thursday. It had less in 2025 than last year.", "last year", "2025"),
        ("It got 5 from exports in the first half of 2025. It fell in June.", "June", "2025-06"),
        ("It was down from 5 in the first half of 2025. It fell in June.", "June", "XXXX-06"),
    ],
)  # fmt: skip
def test_a_dateline_gives_the_day(text: str, words: str, edtf: str) -> None:
    """Months are those of its year, which the text tells elsewhere or nowhere."""
    assert read_periods(text)[words] == edtf


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("LIMA, May 9 (Tarka Wire) -- Exports rose last year.", "last year"),
        ("LIMA, May 9 (Tarka Wire) -- Exports rose on Monday.", "Monday"),
        ("Peru to close its trade gap in 2027\n\nIt narrowed in the first quarter.", "the first quarter"),
        ("The mayor spoke in Lima on May 9 -- and exports rose last month.", "last month"),
        ("LIMA, Sept. 1 -- Exports rose on Tuesday, to more than in July 2025.", "Tuesday"),
        ("LIMA, Sept. 1 -- Exports rose on Tuesday. They fell in July 2025 and in July 2024.", "Tuesday"),
        ("LIMA, Jan 22 -- A road was opened on Thursday. It would be widened by December 2027.", "Thursday"),
        ("LIMA, Nov. 6 -- Norvik sold ships, to be delivered by September 2028, on Thursday.", "Thursday"),
        ("LIMA, Nov 19 -- A deal was signed on Wednesday. It goes back to talks on October 3, 2024.", "Wednesday"),
    ],
)  # fmt: skip
def test_no_year_is_made_up(text: str, words: str) -> None:
    """What hangs on a year that nobody tells has no period."""
    assert words not in read_periods(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru to close its trade gap in 2027\n\nIt narrowed in December.",
        "Trade gap hits record in 2004\n\nIt narrowed in January.",
        "Trade gap hits record in 2004, above that in 2003\n\nIt narrowed in December.",
        "Trade gap hits record in 2004. It narrowed in December.",
    ],
)
def test_months_of_no_known_year_stay_open(text: str) -> None:
    """Only a headline that tells of one year past gives it, and not to the first months."""
    assert [edtf for edtf in read_periods(text).values() if edtf.startswith("XXXX")] != []


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("LIMA, May 3, 2025 - The forum opened on Friday.", "Friday", "2025-05-02"),
        ("LIMA, May 3, 2025 (Tarka Wire) -- Norvik opened a plant yesterday.", "yesterday", "2025-05-02"),
        ("Forum opens\n\nPublished: Saturday, 3 May 2025 10:15 AM\n\nIt opened on Friday.", "Friday", "2025-05-02"),
        ("Forum opens\n\n3 May 2025\n\nSales rose last month.", "last month", "2025-04"),
    ],
)  # fmt: skip
def test_a_text_that_is_dated_gives_its_days(text: str, words: str, edtf: str) -> None:
    """Weekdays too are counted from a dateline with a year and from a date on a line of its own."""
    assert read_periods(text)[words] == edtf


def test_a_date_within_the_story_is_no_date_of_it() -> None:
    """A day that is only told does not say when the text was written."""
    assert "Friday" not in read_periods("The forum opened on May 3, 2025. It closes on Friday.")
