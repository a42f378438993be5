"""Fractions that words tell, as shares: "about a third of", "two-thirds of", "half of"."""

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


@cache
def _get_pattern() -> re.Pattern[str]:
    lists = get_quantity_words()
    parts = "|".join(sorted(lists.fractions.parts, reverse=True))
    numbers = "|".join(lists.fractions.numbers)
    return re.compile(
        rf"(?:(?P<number>{numbers})[\s-])?(?P<part>{parts})(?=\sof\s(?!an?\s))", re.ASCII
    )


def read_fraction(source: Scan, start: int) -> Amount | None:
    """The share that starts at a number or at what it is divided into; None where none does."""
    found = _get_pattern().match(source.folded, start)
    if found is None:
        return None
    lists, before = get_quantity_words(), find_word_before(source.folded, start)
    if found["number"] is None:
        if before in lists.number_joiners.one:
            start = source.folded.rfind(before, 0, start)
        elif found["part"] != lists.number_joiners.half or before in lists.fractions.unless:
            return None  # "the third of May", "the first half of"
    count = Decimal(lists.numbers[found["number"]]) if found["number"] else Decimal(1)
    share = count * _HUNDRED / lists.fractions.parts[found["part"]]
    share = share.quantize(_ONE_PLACE) if share % 1 else share
    number = Number(start=start, end=found.end(), bare=share, magnitude=Decimal(1), written=True)
    return Amount(start=start, end=found.end(), number=number, value=share, unit=_PERCENT)
