"""Values by what stands beside them: "from 12.3[m] to 12.2m teu" are millions, "3 lakh TEU [boxes]" are one count."""

import re
from dataclasses import replace
from decimal import Decimal

from kg.model.document import Span
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_METRES = re.compile(r"\d[\d.,]*m")
_MILLIONS = re.compile(r"\D{0,6}\d[\d.,]*m\b")
_LONG = re.compile(
    r"[- ](?:long|wide|high|deep|tall|above|below|freestyle|radius|draught|draft|of)\b|[²³-]"
)
_APART = re.compile(r"[.;!?]\s|\n")
_YEARLY = re.compile(r" (?:(?:a|per|each|every) (?:year|annum)|annually)\b")
_SIGN = re.compile(r" \((?:[A-Za-z]{1,4}|TEUs?)(?:/[a-z]{1,4})?\)")  # "metric tons (MT)"
_MILLION = Decimal(1_000_000)
_NEAR = 60  # characters between two figures
_ALIKE = 20
_COUNTED = {
    "TEU": re.compile(
        r" (?:sea |shipping )?(?:containers|boxes|container units)\b(?! (?:ship|vessel|terminal))"
    ),
    "t": re.compile(
        r" (?:cargo|freight|goods)(?=[.,;]? (?:in|during|last|this|from|at|for|against|between|over|and)\b|[.,;])"
    ),
}


def read_beside(text: str, values: list[Mention]) -> list[Mention]:
    """The values, those of millions and those with their noun as such."""
    if any(_METRES.fullmatch(v.text) for v in values):
        values = [_read_millions(text, v, values) for v in values]
    return [_take_noun(text, _take_sign(text, v)) for v in values]


def _take_sign(text: str, value: Mention) -> Mention:
    """ "3 million metric tons [(MT)] of rice": the unit's sign in brackets is no ware."""
    behind = _SIGN.match(text, value.span.end) if value.origin == "measure" else None
    if behind is None or not _begins_alike(value.text.split()[-2:], behind[0][2:-1]):
        return value
    return replace(value, span=Span(value.span.start, behind.end()), text=value.text + behind[0])


def _begins_alike(unit: list[str], sign: str) -> bool:
    """Whether a sign's last letter or its first is that which a word of the unit begins with."""
    letters = {sign[0].lower(), sign.rstrip("s")[-1].lower()}
    return any(word[0].lower() in letters for word in unit if word[0].isalpha())


def _take_noun(text: str, value: Mention) -> Mention:
    if not isinstance(value.value, Quantity) or value.value.unit not in _COUNTED:
        return value
    unit = value.value.unit
    behind = _COUNTED[unit].match(text, value.span.end)
    if behind is None:
        return value
    yearly = _YEARLY.match(text, behind.end())
    span = Span(value.span.start, (yearly or behind).end())
    quantity = replace(value.value, unit=f"{unit}/a") if yearly else value.value
    return replace(value, span=span, text=text[span.start : span.end], value=quantity)


def _read_millions(text: str, value: Mention, values: list[Mention]) -> Mention:
    """A number of metres that goes with one of millions near it, in that one's unit."""
    quantity = value.value
    if not _METRES.fullmatch(value.text) or not isinstance(quantity, Quantity):
        return value
    if _LONG.match(text, value.span.end):
        return value
    near = [
        (d, v) for v in values if v is not value and (d := _measure_gap(text, value, v)) <= _NEAR
    ]
    for _, other in sorted(near, key=lambda pair: pair[0]):
        told = other.value
        if (
            not isinstance(told, Quantity)
            or not _MILLIONS.match(other.text)
            or told.value < _MILLION / 10
        ):
            continue
        ratio = quantity.value * _MILLION / told.value
        if 1 / Decimal(_ALIKE) < ratio < _ALIKE:
            number = (quantity.value * _MILLION).to_integral_value()
            whole = replace(quantity, value=number, unit=told.unit)
            return replace(value, value=whole, origin=other.origin)
    return value


def _measure_gap(text: str, value: Mention, other: Mention) -> int:
    """How many characters stand between two values of a sentence; many for those of two."""
    first, last = sorted((value, other), key=lambda v: v.span)
    between = text[first.span.end : last.span.start]
    return _NEAR + 1 if len(between) > _NEAR or _APART.search(between) else len(between)
