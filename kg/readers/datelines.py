"""Finds the day of publication in metadata or in the text; datelines.yaml has the wording."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import RuleError
from kg.strictyaml import read_yaml, require_mapping

WORDS = Path(__file__).with_name("datelines.yaml")

_HEAD_LINES, _TAIL_LINES, _BARE_LINES, _DATELINE_LINES = 12, 4, 6, 4
_MAX_LINE = 300
_SEARCHED = 6_000  # characters at either end of the text
_TIME = (
    r"(?:,? (?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
    r"(?: ?\(?[A-Z]{2,4}(?:[+-]\d{1,2})?\)?)?)?"
)


@dataclass(frozen=True, slots=True)
class _Grammar:
    months: Mapping[str, int]
    date: re.Pattern[str]  # at a position, for values of metadata
    published: re.Pattern[str]
    updated: re.Pattern[str]
    bare: re.Pattern[str]
    dateline: re.Pattern[str]
    endline: re.Pattern[str]


def find_published(text: str) -> datetime.date | None:
    """The date of a labelled line, a line of its own, a dateline or an endline, in that order.

    Only complete dates at the top or the end of the text count; no date is completed from anything
    else.
    """
    grammar = _load_grammar(WORDS)
    head = _list_lines(text[:_SEARCHED])[:_HEAD_LINES]
    tail = _list_lines(text[-_SEARCHED:])[-_TAIL_LINES:]
    for pattern, lines in (
        (grammar.published, head + tail),
        (grammar.bare, head[:_BARE_LINES]),
        (grammar.dateline, head[:_DATELINE_LINES]),
        (grammar.endline, tail[::-1]),
        (grammar.updated, head + tail),
    ):
        for line in lines:
            found = pattern.search(line)
            if found and (date := _make_date(found, grammar)):
                return date
    return None


def parse_published(value: str) -> datetime.date | None:
    """The day at the start of a metadata value: ISO 8601 (no zone applied), or day, month, year."""
    grammar = _load_grammar(WORDS)
    found = grammar.date.match(" ".join(value.split()))
    return _make_date(found, grammar) if found else None


def _list_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text.split("\n"))
    # An endline stands at the end of the last paragraph, so a long line keeps both of its ends.
    return [
        line if len(line) <= _MAX_LINE else f"{line[:200]}\n{line[-90:]}" for line in lines if line
    ]


def _make_date(found: re.Match[str], grammar: _Grammar) -> datetime.date | None:
    groups = {name[:-1]: value for name, value in found.groupdict().items() if value}
    month = groups["month"].lower()
    number = grammar.months.get(month) or int(month)
    try:
        return datetime.date(int(groups["year"]), number, int(groups["day"]))
    except ValueError:
        return None


@cache
def _load_grammar(path: Path) -> _Grammar:
    words = require_mapping(read_yaml(path), path, "the date words")
    if set(words) != {"months", "weekdays", "published", "updated"}:
        raise RuleError(f"{path}:1: there must be exactly months, weekdays, published and updated.")
    months = {
        name.strip(): int(number)
        for number, names in require_mapping(words["months"], path, "months").items()
        for name in names.split(",")
    }
    date = _write_date_pattern(_alternate(months), _alternate(words["weekdays"].split(",")))
    published, updated = (_alternate(words[key].split(",")) for key in ("published", "updated"))
    paper = r"(?:(?:in|by) [^\d\n,]{2,40}, ?)?"  # "Published in The Tarka Times, May 2nd, 2024"
    bracketed = r"(?: ?(?:\([^()\n]{1,40}\)|/[^/\d\n]{1,30}/))?"  # "(Tarka Wire)", "/Tarka Wire/"
    return _Grammar(
        months=months,
        date=re.compile(date, re.IGNORECASE),
        published=re.compile(
            rf"^(?:.{{0,60}}\| ?)?(?:{published})\s?[:|]?\s?{paper}{date}", re.IGNORECASE
        ),
        updated=re.compile(rf"^(?:.{{0,60}}\| ?)?(?:{updated})\s?[:|]?\s?{date}", re.IGNORECASE),
        bare=re.compile(
            rf"^(?:[^|\n]{{0,60}}\| ?)?{date}{_TIME}(?: ?\|[^|\n]{{0,60}})*$", re.IGNORECASE
        ),
        dateline=re.compile(
            # a bracket that ends behind the day; what goes on in it is a life: "(4 May 1850 - …"
            rf"^(?-i:[A-Z])[^\d\n()]{{1,50}}(?:[,/]|(?P<open>\()) ?{date}(?(open)\)|\)?){bracketed}"
            r" ?(?:--|[-–—|:])",
            re.IGNORECASE,
        ),
        endline=re.compile(rf"\((?-i:[A-Z])[^()/\d\n]{{1,40}}[/,] ?{date}\)\s*$", re.IGNORECASE),
    )


def _alternate(words: Mapping[str, int] | list[str]) -> str:
    stripped = (word.strip() for word in words)
    return "|".join(
        re.escape(word) for word in sorted(stripped, key=lambda word: (-len(word), word))
    )


def _write_date_pattern(months: str, weekdays: str) -> str:
    """The pattern of a complete date; its groups are day, month and year, numbered by form."""
    day, ordinal = r"\d{1,2}", r"(?:st|nd|rd|th)?"
    forms = (
        r"(?P<year1>\d{4})-(?P<month1>\d{2})-(?P<day1>\d{2})(?!\d)",
        r"(?P<year2>\d{4})(?P<sep2>[/.])(?P<month2>\d{1,2})(?P=sep2)(?P<day2>\d{1,2})(?!\d)",
        r"(?P<year3>(?:19|20)\d{2})(?P<month3>\d{2})(?P<day3>\d{2})(?!\d)",
        r"(?P<day6>1[3-9]|2\d|3[01])(?P<sep6>[-/.])(?P<month6>\d{1,2})(?P=sep6)(?P<year6>(?:19|20)\d{2})(?!\d)",
        rf"(?P<day4>{day}){ordinal}[ -](?P<month4>{months})\.?,?[ -](?P<year4>\d{{4}})(?!\d)",
        rf"(?P<month5>{months})\.? ?(?P<day5>{day}){ordinal}(?:, ?| ?/ ?| )"
        r"(?P<year5>\d{4})(?!\d)",
    )
    return rf"(?:(?:{weekdays})\.?,? )?(?:{'|'.join(forms)})"
