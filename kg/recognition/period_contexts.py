"""Whether a year, a month or a weekday that stands alone is meant as one, and its company."""

import re
from dataclasses import dataclass
from functools import cache

from kg.model.calendars import Stretch, make_month
from kg.recognition.number_contexts import is_plural, is_sentence_start
from kg.recognition.period_words import get_period_index, get_period_words
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.scanning import BREAK, find_phrase_before, find_word_before
from kg.recognition.units import match_unit

_NEXT_WORD = re.compile(r"\s{1,2}([^\W\d_][\w’'&-]*)")
_NAME_RUN = re.compile(r"(?:\s(?:[A-Z&][\w’'&.-]*|of|and|for|the|on|in))+")
_NAME_WORD = re.compile(r"[a-z]+")
_LONGEST_NAME = 160
_BEGINNING = re.compile(r"\b(?:founded|established|opened|formed|created|completed|launched): $")
_COMPARED_TO = re.compile(r"\b(?:compared|relative|similar|opposed|prior) to $")
_HYPHENED = re.compile(r"([a-z]+)[-‑]$")
_PHRASE_ROUNDS = 3
_VALUED = re.compile(
    r"\s(?:constant |real |us |u\.s\. )?([a-z]+)(?=[.,;:)]|\s*$|\s(?:and|or|for|to|by|when|if)\b)"
)
_BARE_YEAR = re.compile(r"(?:(in|at|constant|of) )?(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a period and belongs to it: its new start and the edge that it names."""

    start: int
    edge: str  # "first", "last" or ""


def is_year(text: str, folded: str, start: int, end: int, previous_end: int) -> bool:
    """Whether a bare year counts as one: after a preposition, in brackets, before "budget"."""
    lists = get_period_words()
    before = find_word_before(folded, start)
    named = before not in lists.year_strong_leads and _starts_name(text, end)
    if named or _is_measured(text, folded, end):
        return False
    if folded[start - 1 : start] in ("(", "[") and folded[end : end + 1] in (")", "]", ",", ";"):
        return True
    if folded[start - 2 : start] == ": " and _BEGINNING.search(folded, max(0, start - 16), start):
        return True
    if _COMPARED_TO.search(folded, max(0, start - 14), start):
        return True
    between = folded[previous_end:start].strip(" ,")
    if previous_end and (not between or between in lists.joints):
        return True
    hyphened = _HYPHENED.search(folded, max(0, start - 9), start)
    before = hyphened[1] if hyphened else before
    following = _NEXT_WORD.match(text, end)
    if before in lists.year_leads or find_phrase_before(folded, start, get_period_index().roles):
        noun = following[1] if following else ""
        timed = noun in lists.onward or noun in lists.year_heads | lists.year_verbs
        counted = before in lists.year_weak_leads and not timed and is_plural(noun)
        return not counted and find_phrase_before(folded, start, _get_not_leads()) is None
    if following is None:
        return False
    if before.endswith(("'s", "’s", "s'", "s’")):
        return True
    noun = following[1].lower() if following[1].isupper() else following[1]
    if not following[1][0].islower() and noun not in lists.year_heads:
        return False
    if before in lists.year_owners or noun in lists.year_heads:
        return True
    return not before and following[1] in lists.year_verbs


def is_money_of(folded: str, start: int, end: int) -> bool:
    """ "in 2015 values", "at 2020 prices": the year whose money a sum is told in."""
    year = _BARE_YEAR.fullmatch(folded, start, end)
    lead = (year[1] or find_word_before(folded, start)) if year else ""
    valued = _VALUED.match(folded, end) if lead in {"in", "at", "constant", "of"} else None
    return valued is not None and valued[1] in get_period_words().year_moneys


@cache
def _get_not_leads() -> dict[str, bool]:
    return dict.fromkeys(get_period_words().year_not_leads, True)


def is_year_range(text: str, folded: str, start: int, end: int) -> bool:
    """Whether two years are a stretch of time: not "2000-2050 tonnes", not part of a code."""
    if (
        folded[start - 1 : start] in ("-", "–", "+")
        and folded[max(0, start - 2) : start - 1].isalnum()
    ):
        return False
    return not _is_measured(text, folded, end)


def is_year_pair(folded: str, start: int, first: str, last: str) -> bool:
    """Whether "2023 and 2024" is one stretch: years that follow each other, or after "between"."""
    before = find_word_before(folded, start)
    if before in get_quantity_words().ranges.between:
        return True
    return before in get_period_words().year_leads and int(last) == int(first) + 1


def _is_measured(text: str, folded: str, end: int) -> bool:
    """Whether a unit follows, so that the number is no year ("in 2000 tonnes")."""
    if folded[end : end + 1] in ("-", "‑", "+") and folded[end + 1 : end + 2].isalnum():
        return True
    unit = match_unit(text, folded, end)
    if unit is None:
        return False
    return folded[end : unit.end].strip() not in get_period_words().year_not_units


def _starts_name(text: str, end: int) -> bool:
    """Whether the year is the first word of an event's name."""
    run = _NAME_RUN.match(text, end, end + _LONGEST_NAME)
    if run is None:
        return False
    return not get_period_words().name_heads.isdisjoint(_NAME_WORD.findall(run[0].lower()))


def is_month(text: str, folded: str, start: int, end: int, name: str) -> bool:
    """Whether a month without day and year is one: "in March", "April exports", not "May said"."""
    before = find_word_before(text, start)
    if folded[end : end + 1] == "-" or folded[start - 1 : start] == "-":
        return folded[start - 1 : start] == "-" and _find_vague(folded, start) is not None
    after = _NEXT_WORD.match(text, end)
    capital_after = after is not None and after[1][0].isupper()
    if find_phrase_before(folded, start, get_period_index().roles):
        return not capital_after or name in get_period_index().alone
    if _find_vague(folded, start) is not None:
        return True
    if capital_after or (before and before[0].isupper() and not is_sentence_start(text, start)):
        return False
    return name in get_period_index().alone


def is_weekday(text: str, folded: str, start: int, end: int) -> bool:
    """Whether a weekday means a day: not "Black Friday", "Sunday Times", "Monday to Friday"."""
    lists = get_period_words()
    if find_word_before(folded, start) in lists.named_weekdays | lists.weekday_habits:
        return False
    after = _NEXT_WORD.match(text, end)
    if after and after[1][0].isupper():
        return False
    weekdays = get_period_words().weekdays
    if after and after[1] in get_period_words().joints:
        further = _NEXT_WORD.match(folded, after.end())
        return not (further and further[1] in weekdays)
    before = find_word_before(folded, start)
    if before in get_period_words().joints:
        earlier = find_word_before(folded, folded.rfind(before, 0, start))
        return earlier not in weekdays
    return True


def is_relative_day(text: str, folded: str, start: int) -> bool:
    """Whether "today" means the day: not "USA Today"."""
    before = find_word_before(folded, start)
    if before in get_period_words().not_days:
        return False
    return not text[start].isupper() or is_sentence_start(text, start)


def find_lead(folded: str, start: int, *, article: bool) -> Lead:
    """The words before a period that belong to it: "the end of", "mid-", "the"."""
    at, edge = start, ""
    for _ in range(_PHRASE_ROUNDS):
        phrase_end = skip_article(folded, at)
        found = _find_vague(folded, phrase_end)
        if found is None:
            break
        at, edge = found[0], edge or found[1]
    if article or at != start:
        at = skip_article(folded, at)
    return Lead(at, edge)


def _find_vague(folded: str, start: int) -> tuple[int, str] | None:
    phrases = get_period_index().before
    found = find_phrase_before(folded, start, phrases)
    if found:
        return found
    hyphened = _HYPHENED.search(folded, max(0, start - 10), start)
    if hyphened is None:
        return None
    word = f"{hyphened[1]}-" if f"{hyphened[1]}-" in phrases else hyphened[1]
    return (hyphened.start(), phrases[word]) if word in phrases else None


def skip_article(folded: str, start: int) -> int:
    """The start of "the " before a place, or the place itself."""
    article = folded[max(0, start - 5) : start]
    if article.endswith("the ") and (len(article) == 4 or article[0] in ' (\n-—–"“' + BREAK):
        return start - 4
    return start


@cache
def _get_weekday_before() -> re.Pattern[str]:
    names = "|".join(get_period_words().weekdays)
    return re.compile(rf"(?<![a-z])(?:{names}),?\s(?:the\s|\()?$")


def find_weekday_before(folded: str, start: int) -> int:
    """The start of "Tuesday, " or "Tuesday (" before a date, or the date's own start."""
    match = _get_weekday_before().search(folded, max(0, start - 16), start)
    return match.start() if match else start


def narrow(stretch: Stretch, edge: str) -> Stretch:
    """The first or last month of a year; anything else stays as it is."""
    if (
        not edge
        or len(stretch.edtf) != len("2025")
        or stretch.start is None
        or stretch.edtf[-1] == "X"
    ):
        return stretch
    return make_month(stretch.start.year, 1 if edge == "first" else 12)
