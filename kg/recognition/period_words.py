"""The words and patterns of periods.yaml, in the shape of the file and by their first words."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal as OneOf

from kg.errors import RuleError
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.wordlists import WordList, read_word_list

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
_BACK_REFERENCE = re.compile(r"\(\?P=\w+\)")  # only between the parts of a numeric date
Role = OneOf["at", "by", "from", "since", "until", "before", "after", "in"]


class Month(WordList):
    """A month's names; `alone` where it needs no company to be one."""

    number: int
    names: tuple[str, ...]
    short: tuple[str, ...]
    alone: bool = False


class Edges(WordList):
    """Phrases before a period that mean its first or last month, or change nothing."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    whole: tuple[str, ...]


class Pattern(WordList):
    """A way to write a period: what it starts with, its text, and what makes a period of it."""

    make: str
    starts: tuple[str, ...]
    pattern: str


class PeriodWords(WordList):
    """The whole of periods.yaml."""

    months: tuple[Month, ...]
    weekdays: dict[str, int]
    weekday_habits: frozenset[str]
    named_weekdays: frozenset[str]
    days: dict[str, int]
    not_days: frozenset[str]
    seasons: dict[str, int]
    relatives: dict[str, int]
    spans_back: tuple[str, ...]
    spans_ahead: tuple[str, ...]
    ranks: dict[str, int]
    halves: dict[str, int]
    fiscal_lands: dict[str, int]
    units: dict[str, str]
    roles: dict[Role, tuple[str, ...]]
    onward: tuple[str, ...]
    ahead: frozenset[str]
    compared: frozenset[str]
    headed: frozenset[str]
    foretelling: frozenset[str]
    day_ahead: frozenset[str]
    day_told: frozenset[str]
    games: frozenset[str]
    joints: frozenset[str]
    vague: tuple[str, ...]
    edges: Edges
    year_leads: frozenset[str]
    year_not_leads: tuple[str, ...]
    year_strong_leads: frozenset[str]
    year_weak_leads: frozenset[str]
    year_owners: frozenset[str]
    year_heads: frozenset[str]
    year_moneys: frozenset[str]
    year_verbs: frozenset[str]
    year_not_units: frozenset[str]
    name_heads: frozenset[str]
    definitions: dict[str, str]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True)
class PeriodPattern:
    """A pattern for folded text, compiled when a text first needs it: most need few of them."""

    make: str
    written: str  # as it stands in the file
    text: str  # with the lists and definitions put in

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Raises RuleError for what is no regular expression."""
        try:
            return re.compile(self.text)
        except re.error as error:
            raise RuleError(
                f"The pattern of '{self.make}' in the word list periods.yaml is no regular "
                f"expression: {error}; mend it: {self.written}"
            ) from error


@dataclass(frozen=True)
class PatternGroup:
    """Patterns in order."""

    patterns: tuple[PeriodPattern, ...]

    @cached_property
    def gate(self) -> re.Pattern[str]:
        """A regex that holds where any of the patterns does, to fail early elsewhere."""
        try:
            return _compile_gate(tuple(pattern.text for pattern in self.patterns))
        except re.error:
            for pattern in self.patterns:
                _ = pattern.regex  # tells which it is
            raise


@dataclass(frozen=True, slots=True)
class PeriodIndex:
    """Patterns by the token they can start with; `digits` and `year` are for runs of digits."""

    by_token: Mapping[str, PatternGroup]
    digits: PatternGroup
    year: PatternGroup
    months: Mapping[str, int]
    alone: frozenset[str]
    roles: Mapping[str, Role]
    before: Mapping[str, str]  # phrase: "first", "last" or "" (vague)


@cache
def get_period_words() -> PeriodWords:
    """The word list, read once."""
    return read_word_list("periods", PeriodWords)


@cache
def get_period_index() -> PeriodIndex:
    """The patterns by their first words."""
    lists = get_period_words()
    months = {name: m.number for m in lists.months for name in (*m.names, *m.short)}
    tokens = _list_tokens(lists, months)
    values = _list_values(lists, months)
    by_token: dict[str, list[PeriodPattern]] = defaultdict(list)
    for row in lists.patterns:
        pattern = PeriodPattern(row.make, row.pattern, _put_in(values, row.pattern))
        starts = {token for name in row.starts for token in tokens.get(name, (name,))}
        for token in sorted(starts):
            by_token[token].append(pattern)
    groups = {token: PatternGroup(tuple(found)) for token, found in by_token.items()}
    edges = lists.edges
    before = dict.fromkeys((*lists.vague, *edges.whole), "")
    before.update(dict.fromkeys(edges.first, "first"), **dict.fromkeys(edges.last, "last"))
    return PeriodIndex(
        digits=groups.pop("digits"),
        year=groups.pop("year_digits"),
        by_token=groups,
        months=months,
        alone=frozenset(name for m in lists.months if m.alone for name in m.names),
        roles={phrase: role for role, phrases in lists.roles.items() for phrase in phrases},
        before=before,
    )


def _list_tokens(lists: PeriodWords, months: Mapping[str, int]) -> dict[str, set[str]]:
    """The words that each name in `starts` stands for."""
    ordinals = get_quantity_words().ordinals
    return {
        "months": {name.rstrip(".") for name in months},
        "weekdays": set(lists.weekdays),
        "days": set(lists.days),
        "seasons": set(lists.seasons),
        "relatives": set(lists.relatives),
        "spans_back": set(lists.spans_back),
        "spans_ahead": set(lists.spans_ahead),
        "ranks": {"digits" if rank[0].isdigit() else rank for rank in lists.ranks},
        "halves": {"digits" if half[0].isdigit() else half for half in lists.halves},
        "nths": set(ordinals),
        "numbers": set(get_quantity_words().numbers),
        "units": set(lists.units),
        "year_word": {"year"},
    }


def _list_values(lists: PeriodWords, months: Mapping[str, int]) -> dict[str, str]:
    """What the names in braces stand for in patterns."""
    return {
        **lists.definitions,
        "month": _join(months) + "(?![a-z])",
        "weekday": _join(lists.weekdays),
        "season": _join(lists.seasons),
        "relative": _join(lists.relatives),
        "relative_day": _join(lists.days),
        "rank": _join(lists.ranks),
        "half": _join(lists.halves),
    }


def _put_in(values: Mapping[str, str], pattern: str) -> str:
    text = pattern
    for _ in range(4):  # definitions may use each other, a few levels deep
        text = re.sub(r"\{([a-z_]+)\}", lambda m: values.get(m[1], m[0]), text)
    return text.replace(" ?", r"\s?").replace(" ", r"\s{1,2}")


@cache
def _compile_gate(patterns: tuple[str, ...]) -> re.Pattern[str]:
    nameless = (_BACK_REFERENCE.sub("[/.]", _GROUP_NAME.sub("(?:", text)) for text in patterns)
    return re.compile("|".join(f"(?:{text})" for text in nameless))


def _join(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
