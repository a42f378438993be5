"""Units told once for two values: "from 2.5 million barrels a day to 800,000", "from 3.2 to 4.5 million tonnes"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from kg.model.document import Span
from kg.model.mention import Mention, read_unit
from kg.model.quantity import Quantity, format_number

_APART = re.compile(r"[.;!?:]\s|\n")
_NEAR = 60  # characters between two values
_ALIKE = 50  # times that one may be the other
_BARE = 1000  # from here on a number is a whole one
_TELLING = frozenset(["money", "measure", "percent"])
_LINKS = frozenset(["to", "from"])
_BESIDE_LINK = frozenset(
    ["just", "only", "about", "around", "a", "an", "over", "the", "up", "down"]
)
_LED = {
    "to": re.compile(r"\bfrom\b[^.;]{0,20}$"),
    "from": re.compile(r"\b(?:to|at|of|was|were|is)\b[^.;]{0,20}$"),
}
_WORD = re.compile(r"[^ ,]+")
_GAP = re.compile(
    r"in|by|at|of|on|last|the|this|an?|years?|months?|quarter|week|previous|prior|earlier|before|ago|same|period|"
    r"season|around|now|today|currently|its|and|up|down|[A-Z].*|\d+"
)
_AFTER = """in by at last this over within during as and after when while but amid today now since before on for
    between from due because thanks next early late currently earlier later respectively compared through under
    following recently it he they which the"""
_ENDS = re.compile(
    rf"[.,;:)?!”\"]|$|\n| (?:{'|'.join(_AFTER.split())})\b| a (?:year|month|week) (?:ago|earlier|before|later)\b"
)
_FACTORS = {
    word: Decimal(10) ** power
    for power, words in {
        3: "thousand",
        6: "million mln mn m",
        9: "billion bln bn b",
        12: "trillion tn",
        5: "lakh",
        7: "crore",
    }.items()
    for word in words.split()
}
_MAGNITUDE = re.compile(rf"(?<=[\d. ])({'|'.join(sorted(_FACTORS, key=len, reverse=True))})\b")


def share_units(text: str, values: list[Mention], periods: Sequence[Mention]) -> list[Mention]:
    """The values, bare numbers beside "to" and "from" in the unit of the value they go with."""
    if not any(v.origin == "number" for v in values):
        return values
    dated = [p.span for p in periods]
    found = list(values)
    for at, (one, other) in enumerate(pairwise(values)):
        if one.origin in _TELLING and other.origin == "number":
            found[at + 1] = _take_from_before(text, found[at], other, dated)
        elif one.origin == "number" and other.origin in _TELLING:
            found[at] = _take_from_behind(text, one, other)
    return found


def _take_from_before(text: str, known: Mention, value: Mention, dated: list[Span]) -> Mention:
    """ "from 2.5 million barrels a day in 2015 [to 800,000]", "to 40 percent [from 35]"."""
    start, end = known.span.end, value.span.start
    if end - start > _NEAR or _APART.search(text, start, end):
        return value
    words = _WORD.findall(_blank(text, start, end, dated))
    while words and words[-1].lower() in _BESIDE_LINK:
        words.pop()
    link = words.pop() if words else ""
    if link not in _LINKS or not all(map(_GAP.fullmatch, words)):
        return value
    led = text[max(start - len(known.text) - _NEAR, 0) : known.span.start]
    if not _LED[link].search(led) or not _ENDS.match(text, value.span.end):
        return value
    return _in_unit_of(value, known)


def _blank(text: str, start: int, end: int, dated: list[Span]) -> str:
    """What stands between two values but the times."""
    parts, at = [], start
    for span in dated:
        if start <= span.start and span.end <= end and span.start >= at:
            parts.append(text[at : span.start])
            at = span.end
    return "".join([*parts, text[at:end]])


def _take_from_behind(text: str, value: Mention, known: Mention) -> Mention:
    """ "[from 3.2] to 4.5 million tonnes": in the unit, and where it would be nothing beside it, in its millions."""
    between = text[value.span.end : known.span.start]
    if between != " to " or not text[: value.span.start].endswith((" from ", "From ")):
        return value
    quantity, told = value.value, known.value
    factor = _MAGNITUDE.search(known.text)
    small = isinstance(quantity, Quantity) and quantity.value < _BARE
    if factor and small and not _MAGNITUDE.search(value.text) and isinstance(quantity, Quantity):
        whole = Decimal(format_number(quantity.value * _FACTORS[factor[1]]))
        value = replace(value, value=replace(quantity, value=whole))
    return _in_unit_of(value, known) if isinstance(told, Quantity) else value


def _in_unit_of(value: Mention, known: Mention) -> Mention:
    quantity, told = value.value, known.value
    if not isinstance(quantity, Quantity) or not isinstance(told, Quantity) or not told.value:
        return value
    ratio = quantity.value / told.value
    if quantity.unit or quantity.upper is not None or not 1 / Decimal(_ALIKE) < ratio < _ALIKE:
        return value
    return replace(value, origin=known.origin, value=replace(quantity, unit=read_unit(known)))
