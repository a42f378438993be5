"""Fractions that words tell, as shares: "about a third of", "two-thirds of", "half of", "cut by a third"."""

import re
from decimal import Decimal
from functools import cache

from kg.recognition.amounts import Amount
from kg.recognition.numbers import Number
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.scanning import Scan, find_word_before
from kg.recognition.units import Unit

_PERCENT = Unit(code="%", kind="percent")
_HUNDRED = Decimal(100)
_ONE_PLACE = Decimal("0.1")
_BY = "by"
_BACK = 32  # letters before a fraction in which "by" stands


@cache
def _get_pattern() -> re.Pattern[str]:
    lists = get_quantity_words()
    parts = "|".join(sorted(lists.fractions.parts, reverse=True))
    numbers = "|".join(lists.fractions.numbers)
    return re.compile(
        rf"(?:(?P<number>{numbers})[\s-])?(?P<part>{parts})"
        r"(?:(?=(?P<of>\sof\s(?!an?\s)))|(?=\s?(?P<after>[a-z]+|[,.;)]|$)))",
        re.ASCII,
    )


@cache
def _get_moving() -> re.Pattern[str]:
    """ "by", perhaps with a word of comparison and an article, right before a fraction."""
    lists = get_quantity_words()
    bounds = "|".join(re.escape(w) for row in lists.comparators.before.values() for w in row)
    ones = "|".join(lists.number_joiners.one)
    return re.compile(rf"\bby\s(?:(?:{bounds})\s)?(?:(?:{ones})\s)?$", re.ASCII)


def _is_moved(source: Scan, start: int, after: str) -> bool:
    """ "cut its staff by a third in May", "a quarter lower": a fraction of what is told beside it."""
    fractions = get_quantity_words().fractions
    if after in fractions.turns:
        return True
    by = _get_moving().search(source.folded, max(0, start - _BACK), start) is not None
    return by and (not after.isalpha() or after in fractions.followers)


def read_fraction(source: Scan, start: int) -> Amount | None:
    """The share that starts at a number or at what it is divided into; None where none does."""
    found = _get_pattern().match(source.folded, start)
    if found is None:
        return None
    lists, before = get_quantity_words(), find_word_before(source.folded, start)
    moved = found["of"] is None
    if moved and not _is_moved(source, start, found["after"] or ""):
        return None
    if found["number"] is None and not (moved and before == _BY):
        if before in lists.number_joiners.one:
            start = source.folded.rfind(before, 0, start)
        elif found["part"] != lists.number_joiners.half or before in lists.fractions.unless:
            return None  # "the third of May", "the first half of"
    count = Decimal(lists.numbers[found["number"]]) if found["number"] else Decimal(1)
    share = count * _HUNDRED / lists.fractions.parts[found["part"]]
    share = share.quantize(_ONE_PLACE) if share % 1 else share
    number = Number(start=start, end=found.end(), bare=share, magnitude=Decimal(1), written=True)
    return Amount(start=start, end=found.end(), number=number, value=share, unit=_PERCENT)
