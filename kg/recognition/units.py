"""Currencies and units before and after a number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal as OneOf

from kg.recognition.quantity_words import QuantityWords, get_quantity_words
from kg.recognition.rates import read_rate

UnitKind = OneOf["money", "percent", "measure"]

_SEPARATOR = re.compile(r"\s{1,2}|[-‑]")
_SPACES = re.compile(r"[\s\-‑]+")
_GAP = r"(?:\s{1,2}|[-‑])"
_NEXT_AMOUNT = re.compile(r"\s?[0-9]")  # the sign before it belongs to that number
_BEFORE = 7  # characters that the longest currency before a number takes, with its space


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a unit's words mean.

    `factor` multiplies the value; `currency` is what an ambiguous noun is beside big numbers; the
    words count only from `least` on.
    """

    code: str
    kind: UnitKind
    factor: Decimal = Decimal(1)
    rate: bool = False
    time: bool = False
    currency: str | None = None
    least: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMatch:
    """A unit in a text, and where its words end."""

    unit: Unit
    end: int


@dataclass(frozen=True, slots=True)
class _Index:
    """Patterns of words (in folded text) and symbols (in the text as written) by first letter."""

    words: dict[str, str]
    symbols: dict[str, str]
    unit_of_word: dict[str, Unit]
    unit_of_symbol: dict[str, Unit]
    before: re.Pattern[str]
    ahead: re.Pattern[str]
    code_before: dict[str, str]
    last_signs: frozenset[str]


def _list_units(lists: QuantityWords) -> Iterable[tuple[Unit, tuple[str, ...], tuple[str, ...]]]:
    for row in lists.units:
        unit = Unit(code=row.unit, kind="measure", factor=row.factor, rate=row.rate, time=row.time)
        yield unit, row.words, row.symbols
    for row in lists.percents:
        yield Unit(code=row.unit, kind="percent"), row.words, row.symbols
    for noun in lists.ambiguous_currencies:
        unit = Unit(code=noun.unit, kind="measure", currency=noun.currency)
        yield unit, noun.words, noun.symbols
    for code, currency in lists.currencies.items():
        signs = tuple(
            s for s in currency.symbols if not any(c.isascii() and c.isalpha() for c in s)
        )
        if currency.code:
            signs = (code, *signs)
        yield Unit(code=code, kind="money", least=currency.least), currency.names, signs


def _write_patterns(phrases: Iterable[str], *, folded: bool) -> dict[str, str]:
    """One pattern a first letter, longest phrase first."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        pattern = _GAP.join(re.escape(part) for part in phrase.split(" "))
        edge = r"(?![a-z0-9²³])" if folded else r"(?![A-Za-z0-9²³])"
        by_letter[phrase[0]].append(
            pattern + (edge if phrase[-1].isalnum() and phrase.isascii() else "")
        )
    return {letter: "|".join(parts) for letter, parts in by_letter.items()}


_compile = cache(re.compile)  # the patterns of most letters are not needed for one document


def _match_at(patterns: Mapping[str, str], text: str, at: int) -> re.Match[str] | None:
    pattern = patterns.get(text[at])
    return None if pattern is None else _compile(pattern).match(text, at)


@cache
def _get_index() -> _Index:
    lists = get_quantity_words()
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    for unit, unit_words, unit_symbols in _list_units(lists):
        words.update((_SPACES.sub(" ", word), unit) for word in unit_words)
        symbols.update((symbol, unit) for symbol in unit_symbols)
    code_before = {
        sign: code
        for code, row in lists.currencies.items()
        for sign in (
            *row.before,
            *(w.upper() for w in row.before),
            *row.symbols,
            *row.large_symbols,
            code,
        )
        if row.code or sign != code
    }
    signs = "|".join(re.escape(s) for s in sorted(code_before, key=lambda s: (-len(s), s)))
    return _Index(
        words=_write_patterns(words, folded=True),
        symbols=_write_patterns(symbols, folded=False),
        unit_of_word=words,
        unit_of_symbol=symbols,
        before=re.compile(rf"(?<![A-Za-z0-9/])({signs})\s?$"),
        ahead=re.compile(rf"({signs})\s?(?=[0-9])"),
        code_before=code_before,
        last_signs=frozenset(sign[-1] for sign in code_before),
    )


def find_currency_before(text: str, end: int) -> tuple[int, str] | None:
    """The currency sign, code or word that ends at `end` ("US$"): its start and ISO code."""
    index = _get_index()
    last = end - 1 - (end > 1 and text[end - 1].isspace())
    if last < 0 or text[last] not in index.last_signs:
        return None
    match = index.before.search(text, max(0, end - _BEFORE), end)
    return (match.start(), index.code_before[match[1]]) if match else None


def match_currency(text: str, start: int) -> tuple[int, str] | None:
    """The currency that starts at `start` right before a number: its end and ISO code."""
    match = _get_index().ahead.match(text, start)
    return (match.end(), _get_index().code_before[match[1]]) if match else None


def match_unit(text: str, folded: str, start: int) -> UnitMatch | None:
    """The unit at `start`, after at most one space or hyphen, with "per day" and the like."""
    gap = _SEPARATOR.match(folded, start)
    at = gap.end() if gap else start
    if at >= len(text):
        return None
    index = _get_index()
    found = None
    symbol = _match_at(index.symbols, text, at)
    if symbol and not _NEXT_AMOUNT.match(text, symbol.end()):
        found = UnitMatch(unit=index.unit_of_symbol[symbol[0]], end=symbol.end())
    word = _match_at(index.words, folded, at)
    if word and (found is None or word.end() > found.end):
        found = UnitMatch(unit=index.unit_of_word[_SPACES.sub(" ", word[0])], end=word.end())
    return _add_rate(folded, found) if found and found.unit.rate else found


def _add_rate(folded: str, match: UnitMatch) -> UnitMatch:
    rate = read_rate(folded, match.end)
    if rate is None:
        return match
    time, end = rate
    unit = Unit(code=f"{match.unit.code}/{time}", kind="measure", factor=match.unit.factor)
    return UnitMatch(unit=unit, end=end)
