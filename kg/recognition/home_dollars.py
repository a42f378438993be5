"""Dollars of a text that speaks at home: "$46 million" where it tells of Australia and of no others' dollars."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_LEAST = 3  # times that the country is told
_LEAD = 600  # characters in which it is told first
_STATES = re.compile(r"\bUSA?\b")  # no "us"
_BARE = re.compile(r"\$\s?\d")


def read_home_dollars(text: str, values: list[Mention]) -> list[Mention]:
    """The values with bare dollars in the currency of the only country told that has dollars of its own.

    As read where the United States, an agency that writes for abroad, or marked dollars ("A$5") are told.
    """
    if not any(_is_bare(value) for value in values):
        return values
    words, folded = load_lexicon("names"), text.lower()
    if _STATES.search(text) or _compile(tuple(sorted(words.get("foreign_dollars")))).search(folded):
        return values
    homes = words.get_mapping("home_dollars")
    counts: dict[str, int] = {}
    for word in _compile(tuple(sorted(homes))).findall(folded):
        counts[homes[word]] = counts.get(homes[word], 0) + 1
    best = next(iter(counts), "")
    leads = any(
        homes[word] == best for word in _compile(tuple(sorted(homes))).findall(folded[:_LEAD])
    )
    if len(counts) != 1 or counts[best] < _LEAST or not leads:
        return values
    return [_convert(value, best) if _is_bare(value) else value for value in values]


def _is_bare(value: Mention) -> bool:
    quantity = value.value
    dollars = isinstance(quantity, Quantity) and quantity.unit == "USD"
    return value.kind is MentionKind.QUANTITY and dollars and _BARE.match(value.text) is not None


def _convert(value: Mention, unit: str) -> Mention:
    quantity = value.value
    return (
        replace(value, value=replace(quantity, unit=unit))
        if isinstance(quantity, Quantity)
        else value
    )


@cache
def _compile(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<![a-z0-9$.])(?:" + "|".join(map(re.escape, words)) + r")(?![a-z])")
