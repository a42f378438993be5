"""Sums as the parser knows them: "Rs. 640 million" ends no sentence where it reads "US$ 640 million"."""

import re
from collections.abc import Set
from functools import cache

from kg.recognition.quantity_words import get_large_signs, get_quantity_words

_KNOWN = {1: "$", 2: "A$", 3: "US$"}  # signs that the tokenizer parts from their number, by length


def write_sums_plainly(text: str) -> str:
    """The text, as long as it was, with signs of letters before numbers as signs of dollars."""
    return _get_signs().sub(lambda m: _KNOWN[len(m[0])], text)


@cache
def _get_signs() -> re.Pattern[str]:
    lists = get_quantity_words()
    plain: set[str] = set()
    for code, row in lists.currencies.items():
        plain |= {*row.symbols, *((code,) if row.code else ())}
    words = "|".join(sorted((w for r in lists.magnitudes for w in r.words), key=len, reverse=True))
    glued = "|".join(sorted({w for r in lists.magnitudes for w in (*r.attached, *r.money)}))
    number = r"\s?[0-9][0-9,]*(?:\.[0-9]+)?"
    summed = rf"(?={number}(?:\s?[-‑]?(?:{words})(?![a-z])|(?:{glued})(?![A-Za-z0-9])))"
    return re.compile(
        rf"(?<![A-Za-z0-9/$])(?:(?:{_join(plain)})(?=\s?[0-9])|(?:{_join(get_large_signs() - plain)}){summed})"
    )


def _join(signs: Set[str]) -> str:
    """The signs that have letters and that one of dollars can stand for, the longest first."""
    known = (s for s in signs if any(c.isalpha() for c in s) and len(s) in _KNOWN)
    return "|".join(re.escape(s) for s in sorted(known, key=lambda s: (-len(s), s)))
