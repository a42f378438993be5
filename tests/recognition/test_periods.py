"""Periods against their corpora, and for any text and day."""

import datetime

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from value_corpus import Row, read_rows, read_texts

from kg.errors import RuleError
from kg.model.document import Document
from kg.model.period import Period
from kg.recognition.period_words import PatternGroup, PeriodPattern, get_period_index
from kg.recognition.periods import PeriodMatch, find_periods
from kg.recognition.quantities import find_quantities
from kg.recognition.value_mentions import find_value_mentions
from kg.recognition.values import find_values

REFERENCE = datetime.date(2025, 11, 26)
ROWS = read_rows("periods.yaml")
ROWS_WITHOUT_REFERENCE = read_rows("periods_without_reference.yaml")
NO_PERIODS = read_texts("no_periods.yaml")
NO_PERIODS_WITHOUT_REFERENCE = read_texts("no_periods_without_reference.yaml")


def format_match(match: PeriodMatch) -> str:
    """The match as the corpus writes it."""
    return f"{match.period.edtf} {match.role}{' rel' if match.relative else ''}"


def check_row(row: Row, reference: datetime.date | None) -> None:
    """Compare what a text gives with its row."""
    found = find_periods(row.text, reference)
    assert "; ".join(format_match(match) for match in found) == row.expected
    assert tuple((match.span.start, match.span.end) for match in found) == row.spans


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_text_gives_the_periods_of_the_corpus(row: Row) -> None:
    """Each text gives its EDTF, role and span, and nothing else."""
    check_row(row, REFERENCE)


@pytest.mark.parametrize("row", ROWS_WITHOUT_REFERENCE, ids=lambda row: row.text)
def test_text_without_reference_leaves_the_year_unknown(row: Row) -> None:
    """Without a reference day a date without a year has no bounds."""
    check_row(row, None)
    if row.expected.startswith("XXXX"):
        (match,) = find_periods(row.text, None)
        assert (match.period.start, match.period.end) == (None, None)


@pytest.mark.parametrize("text", NO_PERIODS)
def test_false_friend_gives_no_period(text: str) -> None:
    """Numbers, names, verbs and durations are no periods."""
    assert [text[m.span.start : m.span.end] for m in find_periods(text, REFERENCE)] == []


@pytest.mark.parametrize("text", NO_PERIODS_WITHOUT_REFERENCE)
def test_relative_period_needs_a_reference(text: str) -> None:
    """Without a reference day nothing is resolved against the clock."""
    assert find_periods(text, None) == []
    assert find_periods(text, REFERENCE) != [] or "20" in text


def test_corpora_are_large_enough() -> None:
    """The corpora hold the numbers of rows that the grammar was promised to be tried on."""
    assert len(ROWS) + len(ROWS_WITHOUT_REFERENCE) >= 250
    assert len(NO_PERIODS) + len(NO_PERIODS_WITHOUT_REFERENCE) >= 70


@pytest.mark.parametrize("row", ROWS + ROWS_WITHOUT_REFERENCE, ids=lambda row: row.text)
def test_period_is_valid_edtf_with_the_bounds_of_its_text(row: Row) -> None:
    """The edtf package reads every period, and agrees on the bounds that it can work out."""
    for match in find_periods(row.text, REFERENCE):
        parsed = edtf.parse_edtf(match.period.edtf)
        if ".." in match.period.edtf or "XXXX" in match.period.edtf:
            continue
        if match.period.start is None:  # a season: its months depend on the hemisphere
            assert match.period.edtf[-2:] in ("21", "22", "23", "24")
            continue
        assert match.period.end is not None
        assert tuple(parsed.lower_strict()[:3]) == match.period.start.timetuple()[:3]
        assert tuple(parsed.upper_strict()[:3]) == match.period.end.timetuple()[:3]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("by 2030", None, datetime.date(2030, 12, 31)),
        ("since March 2015", datetime.date(2015, 3, 1), None),
        ("before May 2026", None, datetime.date(2026, 4, 30)),
        ("after 30 June 2026", datetime.date(2026, 7, 1), None),
        ("by the end of 2027", None, datetime.date(2027, 12, 31)),
        ("since the 1990s", datetime.date(1990, 1, 1), None),
    ],
)
def test_preposition_opens_one_bound(
    text: str, start: datetime.date | None, end: datetime.date | None
) -> None:
    """By, until and before leave the start open; since and after the end."""
    (match,) = find_periods(text, REFERENCE)
    assert (match.period.start, match.period.end) == (start, end)


@pytest.mark.parametrize(
    ("reference", "edtf_text"),
    [
        (datetime.date(2024, 3, 21), "2024-03-20"),
        (datetime.date(2024, 3, 18), "2024-03-20"),
        (datetime.date(2025, 8, 21), "2025-08-20"),
    ],
)
def test_weekday_with_day_is_the_nearest_such_date(
    reference: datetime.date, edtf_text: str
) -> None:
    """A weekday with the day of the month in brackets is the nearest date that is both."""
    (match,) = find_periods("on Wednesday (20)", reference)
    assert match.period.edtf == edtf_text


def test_day_without_year_takes_the_closest_year() -> None:
    """Around the turn of the year a date belongs to the nearer side of it."""
    january = datetime.date(2026, 1, 5)
    texts = [find_periods(text, january)[0].period.edtf for text in ("December 20", "January 20")]
    assert texts == ["2025-12-20", "2026-01-20"]


@pytest.mark.parametrize(
    ("text", "quantities", "periods"),
    [
        ("produced 953,000 NEVs in 2024, up 94.5%", ["953,000", "94.5%"], ["2024"]),
        ("more than 944,000 from January to October this year", ["more than 944,000"],
         ["January to October this year"]),
        ("rose 6.1% in the first 10 months of 2025", ["6.1%"], ["the first 10 months of 2025"]),
        ("the past five years saw 12 deals", ["12"], ["the past five years"]),
        ("12 projects signed on November 25", ["12"], ["November 25"]),
        ("On March 5, 300 firms met", ["300"], ["March 5"]),
        ("for three years until 2027", ["three years"], ["2027"]),
    ],
)  # fmt: skip
def test_period_wins_over_quantity(text: str, quantities: list[str], periods: list[str]) -> None:
    """What is part of a period is no quantity; everything else is."""
    found, stretches = find_values(text, REFERENCE)
    assert [text[m.span.start : m.span.end] for m in found] == quantities
    assert [text[m.span.start : m.span.end] for m in stretches] == periods


def test_unresolved_period_is_no_quantity_either() -> None:
    """Without a reference "the first 10 months of this year" gives nothing, not "10 months"."""
    assert find_values("the first 10 months of this year", None) == ([], [])


ALL_TEXTS = sorted({row.text for row in ROWS} | set(NO_PERIODS))
ANY_TEXT = st.text() | st.lists(st.sampled_from(ALL_TEXTS), max_size=4).map(" ".join)
ANY_DAY = st.none() | st.dates()


@given(ANY_TEXT, ANY_DAY)
def test_any_text_on_any_day_gives_sorted_spans_inside_it(
    text: str, reference: datetime.date | None
) -> None:
    """No text and no day raises; spans are sorted and apart; starts precede ends; twice is once."""
    quantities, periods = find_values(text, reference)
    assert (quantities, periods) == find_values(text, reference)
    assert periods == find_periods(text, reference)
    ends = 0
    for match in periods:
        assert ends <= match.span.start < match.span.end <= len(text)
        ends = match.span.end
        if match.period.start and match.period.end:
            assert match.period.start <= match.period.end
    for quantity in quantities:
        assert not any(quantity.span.overlaps(match.span) for match in periods)


@given(ANY_TEXT)
def test_without_a_reference_both_ways_to_find_quantities_agree(text: str) -> None:
    """Quantities alone and together with periods are the same."""
    assert find_quantities(text) == find_values(text, None)[0]


def test_every_pattern_is_a_regular_expression() -> None:
    """They are compiled when a text needs them; one that is wrong must not wait for that text."""
    index = get_period_index()
    for group in (*index.by_token.values(), index.digits, index.year):
        assert group.gate.pattern
        assert all(pattern.regex.pattern for pattern in group.patterns)


def test_a_pattern_that_is_none_is_told_as_it_is_written() -> None:
    """Whether the gate or the pattern itself is tried first."""
    wrong = PeriodPattern("day", "({day}", "([0-9]")
    with pytest.raises(
        RuleError, match=r"'day' in the word list periods\.yaml .*mend it: \(\{day\}"
    ):
        _ = PatternGroup((wrong,)).gate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By the end of August 2026 it was so. By the end of August, 41 came.", ["../2026-08"] * 2),
        ("In May 2025 and May 2026 it rose. In May it fell.", ["2025-05", "2026-05", "XXXX-05"]),
        ("It rose from August 2024. In August it fell.", ["2024-08", "XXXX-08"]),
        (
            "In the fourth quarter it was 77m (53m; 100m), up from 38m in the same period of 2003.",
            ["2004-10/2004-12", "2003"],
        ),
        (
            "It was $40 million in the third quarter, from $38 million in the third quarter of 2020.",
            ["2021-07/2021-09", "2020-07/2020-09"],
        ),
    ],
)
def test_a_text_without_date_gives_years_itself(text: str, expected: list[str]) -> None:
    """A month has the only year that it is told with, a quarter the one after what it is compared with."""
    mentions = find_value_mentions(Document(identifier="text", text=text))
    found = [m.value.edtf for m in mentions if isinstance(m.value, Period)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "edtf_text"),
    [
        ("Its Q3 profit rose", "2025-07/2025-09"),
        ("Norvik's 1Q revenue was flat", "2026-01/2026-03"),
        ("sales fell in 3Q", "2025-07/2025-09"),
        ("The bank's H1 loss widened", "2025-01/2025-06"),
        ("profit in 2H doubled", "2025-07/2025-12"),
    ],
)
def test_quarter_or_half_without_year_is_the_latest(text: str, edtf_text: str) -> None:
    """A code for a part of a year takes its year from the day of publication."""
    (match,) = find_periods(text, datetime.date(2026, 4, 20))
    assert match.period.edtf == edtf_text


@pytest.mark.parametrize("text", ["sold 400 Audi Q3 cars", "the H1 road", "a 2h drive", "took 1h"])
def test_models_roads_and_hours_are_no_parts_of_a_year(text: str) -> None:
    """Letters with a digit are a quarter only where its words or an owner lead to it."""
    assert find_periods(text, datetime.date(2026, 4, 20)) == []
