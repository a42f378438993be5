"""The words and patterns of periods.yaml, in the shape of the file and compiled."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
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
    units: dict[str, str]
    roles: dict[Role, tuple[str, ...]]
    onward: tuple[str, ...]
    ahead: frozenset[str]
    games: frozenset[str]
    joints: frozenset[str]
    vague: tuple[str, ...]
    edges: Edges
    year_leads: frozenset[str]
    year_not_leads: tuple[str, ...]
    year_strong_leads: frozenset[str]
    year_weak_leads: frozenset[str]
    year_owners: frozenset[str]
    year_verbs: frozenset[str]
    year_not_units: frozenset[str]
    name_heads: frozenset[str]
    definitions: dict[str, str]
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class CompiledPattern:
    """A pattern ready for use on folded text."""

    make: str
    regex: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PatternGroup:
    """Patterns in order, and a regex that holds where any of them does, to fail early elsewhere."""

    gate: re.Pattern[str]
    patterns: tuple[CompiledPattern, ...]


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
    """The patterns, compiled once. Raises RuleError for one that is no regular expression."""
    lists = get_period_words()
    months = {name: m.number for m in lists.months for name in (*m.names, *m.short)}
    tokens = _list_tokens(lists, months)
    by_token: dict[str, list[CompiledPattern]] = defaultdict(list)
    for pattern in lists.patterns:
        compiled = CompiledPattern(pattern.make, _compile(pattern, lists, months))
        starts = {token for name in pattern.starts for token in tokens.get(name, (name,))}
        for token in sorted(starts):
            by_token[token].append(compiled)
    digits, year = _group(by_token.pop("digits")), _group(by_token.pop("year_digits"))
    edges = lists.edges
    before = dict.fromkeys((*lists.vague, *edges.whole), "")
    before.update(dict.fromkeys(edges.first, "first"), **dict.fromkeys(edges.last, "last"))
    return PeriodIndex(
        by_token={token: _group(found) for token, found in by_token.items()},
        digits=digits,
        year=year,
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


def _compile(pattern: Pattern, lists: PeriodWords, months: Mapping[str, int]) -> re.Pattern[str]:
    values = dict(lists.definitions)
    values["month"] = _join(months) + "(?![a-z])"
    values["weekday"] = _join(lists.weekdays)
    values["season"] = _join(lists.seasons)
    values["relative"] = _join(lists.relatives)
    values["relative_day"] = _join(lists.days)
    values["rank"] = _join(lists.ranks)
    values["half"] = _join(lists.halves)
    text = pattern.pattern
    for _ in range(4):  # definitions may use each other, a few levels deep
        text = re.sub(r"\{([a-z_]+)\}", lambda m: values.get(m[1], m[0]), text)
    try:
        return re.compile(text.replace(" ?", r"\s?").replace(" ", r"\s{1,2}"))
    except re.error as error:
        raise RuleError(
            f"The pattern of '{pattern.make}' in the word list periods.yaml is no regular "
            f"expression: {error}; mend it: {pattern.pattern}"
        ) from error


@cache
def _compile_gate(patterns: tuple[str, ...]) -> re.Pattern[str]:
    nameless = (_BACK_REFERENCE.sub("[/.]", _GROUP_NAME.sub("(?:", text)) for text in patterns)
    return re.compile("|".join(f"(?:{text})" for text in nameless))


def _group(found: list[CompiledPattern]) -> PatternGroup:
    return PatternGroup(_compile_gate(tuple(c.regex.pattern for c in found)), tuple(found))


def _join(words: Mapping[str, object]) -> str:
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"
