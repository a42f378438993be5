"""Works told by their number among others: "a second centre at Zenda" is not the first one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.tokens import Tokens

if TYPE_CHECKING:
    from kg.recognition.referents import Referent

COUNTED = ("Facility", "Project", "TransportCorridor")
_DETERMINERS = frozenset(["a", "the", "this", "its", "their", "his", "her", "our", "whose"])
_ENDINGS = frozenset(["st", "nd", "rd", "th"])


def read_ordinal(tokens: Tokens, k: int) -> int | None:
    """The number of "1st" or "second"; None for any other word."""
    word = tokens.lower_at(k)
    if word[:1].isdigit() and word[-2:] in _ENDINGS and word[:-2].isdigit():
        return int(word[:-2])
    return get_quantity_words().ordinals.get(word)


def tells_number(tokens: Tokens, start: int) -> bool:
    """Whether the word before a noun phrase tells that it is not the only one: "a [second] plant"."""
    number = read_ordinal(tokens, start - 1) if start > 1 else None
    return number is not None and number > 1 and tokens.lower[start - 2] in _DETERMINERS


def find_number(tokens: Tokens, start: int, end: int) -> int | None:
    """The number in or right before the noun phrase of tokens start to end, if one is told."""
    told = (read_ordinal(tokens, k) for k in range(max(start - 1, 0), end))
    return next((n for n in told if n is not None), None)


def keep_of_number(
    tokens: Tokens, start: int, end: int, found: Sequence[Referent]
) -> list[Referent]:
    """The works that the numbers do not tell apart from the noun phrase."""
    number = find_number(tokens, start, end)
    if number is None:
        return list(found)
    covers = (tokens.find_cover(r.mention.span) for r in found)
    told = (find_number(tokens, *cover) for cover in covers)
    return [r for r, n in zip(found, told, strict=True) if n is None or n == number]
