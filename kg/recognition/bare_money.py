"""Sums written short beside others: "to 77m euros, up from 38m", "fell from 97p to 44p" in a text of pounds."""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from kg.model.document import Span
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity
from kg.recognition.shared_currencies import join_equivalents

_MILLION = Decimal(1_000_000)
_SHORT = re.compile(r"[0-9][0-9.,]*m")
_SUFFIXED = re.compile(
    r"[0-9](?:m|bn|mn|tn) [a-z]", re.IGNORECASE
)  # "77m euros", but "$77m" is told again whole
_COMPARED = re.compile(
    r"(?:from|against|with|to|than|versus|of|and)(?: a| the| just| only| about)? $"
)
_END = re.compile(r"[.!?;]\s")
_BRACKETS = re.compile(r"\([^()]*\)")
_NEAR = 120  # characters between two sums that are compared
_PENCE = re.compile(r"(?<![\w.,£$€/-])([0-9]{1,4}(?:\.[0-9]{1,2})?)p(?![\w-])")
_TRADED = re.compile(r"\b(?:shares?|stocks?|dividends?|price[sd]?)\b", re.IGNORECASE)
_POUNDS = "GBP"


def read_short_money(text: str, values: list[Mention]) -> list[Mention]:
    """The values with millions that look like metres, and pence, as what they are."""
    values = [
        _read_millions(text, before, value) for before, value in pairwise([None, *values]) if value
    ]
    pounds = "£" in text or any(read_unit(v) == _POUNDS for v in values)
    if not pounds or not _TRADED.search(text):
        return values
    told = sorted([*values, *_find_pence(text, values)], key=lambda v: v.span)
    return join_equivalents(text, told)  # "97p ($1.87)"


def _read_millions(text: str, before: Mention | None, value: Mention) -> Mention:
    """ "38m" as millions where a sum is told right before that it is compared with."""
    quantity = value.value
    if before is None or before.origin != "money" or not isinstance(quantity, Quantity):
        return value
    between = _BRACKETS.sub("", text[before.span.end : value.span.start])
    short = quantity.unit == "m" and _SHORT.fullmatch(value.text) is not None
    apart = len(between) > _NEAR or _END.search(between) is not None
    if not short or apart or not _SUFFIXED.search(before.text) or not _COMPARED.search(between):
        return value
    return replace(
        value,
        origin="money",
        value=replace(quantity, value=quantity.value * _MILLION, unit=read_unit(before)),
    )


def _find_pence(text: str, values: list[Mention]) -> list[Mention]:
    """ "97p": a price, in a text that tells of pounds and of shares or prices."""
    found = []
    for match in _PENCE.finditer(text):
        span = Span(match.start(), match.end())
        if any(v.span.overlaps(span) for v in values):
            continue
        price = Quantity(value=Decimal(match[1]) / 100, unit=_POUNDS, comparator="=")
        found.append(
            Mention(
                span=span,
                text=match[0],
                type="",
                kind=MentionKind.QUANTITY,
                origin="money",
                value=price,
            )
        )
    return found
