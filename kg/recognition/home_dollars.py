"""Dollars of a text that speaks at home: "$46 million" where it tells of Australia and of no other land."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.lands import COUNTRY, find_land

_LEAST = 2  # times that the country and its places are told
_STATES = re.compile(r"\bUSA?\b")  # no "us"
_BARE = re.compile(r"\$\s?\d")


def read_home_dollars(
    text: str, values: list[Mention], names: Iterable[Mention], gazetteer: Gazetteer
) -> list[Mention]:
    """The values with bare dollars in those of the only country that the names tell of.

    As read where another land, an agency that writes for abroad, or marked dollars ("A$5") are told.
    """
    if not any(_is_bare(value) for value in values):
        return values
    lands = [find_land(n.known_as, gazetteer) for n in names if n.known_as is not None]
    told = [land for land in lands if land is not None]
    words = load_lexicon("names")
    unit = words.get_mapping("home_dollars").get(told[0].removeprefix(COUNTRY)) if told else None
    if unit is None or len(told) < _LEAST or len(set(told)) > 1 or _STATES.search(text):
        return values
    if _compile(tuple(sorted(words.get("foreign_dollars")))).search(text.lower()):
        return values
    return [_convert(value, unit) if _is_bare(value) else value for value in values]


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
