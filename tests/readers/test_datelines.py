import datetime

import pytest

from kg.readers.datelines import find_published, parse_published
from kg.readers.titles import find_title

BODY = "Acme Port opened a terminal on Monday, officials said at a ceremony in Newtown."
DAY = datetime.date(2025, 11, 26)


@pytest.mark.parametrize(
    "text",
    [
        f"Title\n\n{BODY} (Newtown/Nov26/2025)",
        f"Title\n\n{BODY * 10} (Newtown/November 26/2025)",
        f"NEWTOWN, Nov. 26, 2025 (Xinhua) -- {BODY}",
        f"Newtown (November 26, 2025) – {BODY}",
        f"Title\nPublished: 26 November 2025\n\n{BODY}",
        f"Title\nPublished on November 26th, 2025 at 10:30\n\n{BODY}",
        f"Title\n\n{BODY}\n\nUpdated: Nov 28, 2025\nPosted: 2025-11-26",
        f"2025-11-26\n{BODY}",
        f"Title\nWednesday, 26 November 2025, 10:30 AM GMT\n{BODY}",
        f"Title\nBy Jane Doe | Nov 26, 2025 | World\n{BODY}",
        f"Title\n2025/11/26 08:15\n{BODY}",
        f"Title\n26-11-2025\n{BODY}",
        f"Title\n\nNEWTOWN , Nov. 26, 2025 /Tarka Wire/ -- {BODY}",
        f"Title\n\n{BODY}\n\nPublished in The Tarka Times, November 26th, 2025",
    ],
)
def test_finds_the_day_of_publication(text: str) -> None:
    """Labels, date lines, datelines and endlines give the day."""
    assert find_published(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        f"In Newtown on November 26, 2025 - the day of the fair - the port opened.\n{BODY}",
        f"On 2025-11-26 the port opened.\n{BODY}",
        f"Anders Holt (27 November 1901 – 25 April 1944) built ports.\n{BODY}",
        f"NEWTOWN, Nov. 26 (Xinhua) -- {BODY}",
        f"Published: November 2025\n{BODY}",
        f"2025-02-30\n{BODY}",
        f"2025\n{BODY}",
        f"11/26/2025\n{BODY}",
        f"11-06-2025\n{BODY}",
        f"{BODY}\n" * 40 + f"2025-11-26\n{BODY}\n" + f"{BODY}\n" * 40,
        "",
    ],
)
def test_completes_no_date(text: str) -> None:
    """Dates in sentences, far from the ends, impossible or incomplete are none."""
    assert find_published(text) is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2025-11-26T23:30:00+08:00", DAY),
        ("2025-11-26", DAY),
        ("Wed, 26 Nov 2025 08:00:00 GMT", DAY),
        ("November 26, 2025", DAY),
        ("20251126", DAY),
        ("2025-11", None),
        ("2025-13-26", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_reads_metadata_dates(value: str, date: datetime.date | None) -> None:
    """A metadata date is the day as written; an incomplete one is none."""
    assert parse_published(value) == date


@pytest.mark.parametrize(
    "title",
    ["Acme opens terminal", "Will Acme open a terminal?", "“We opened,” says Acme – report"],
)
def test_first_line_before_a_blank_line_is_the_title(title: str) -> None:
    """A short first line without a full stop, set off by a blank line, is the title."""
    assert find_title(f"{title}\n\n{BODY}") == title


def test_first_line_before_a_longer_sentence_is_the_title() -> None:
    """Without a blank line, the next line must be a longer sentence."""
    assert find_title(f"Acme opens terminal\n{BODY}") == "Acme opens terminal"
    assert find_title("Acme opens terminal\nBeta wins contract\nGamma") is None


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n{BODY}",
        "Acme opens terminal",
        f"2025-11-26\n\n{BODY}",
        f"***\n\n{BODY}",
        "",
        "\n\n",
    ],
)
def test_text_without_a_title(text: str) -> None:
    """Sentences, dates, rulers and single lines are no titles."""
    assert find_title(text) is None
