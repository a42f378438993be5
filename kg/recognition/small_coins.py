"""Hundredths of a currency: "274.5 pence", "17.5 sen" beside ringgit, "40 euro cents", "95 cents" beside dollars."""

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from kg.model.document import Span
from kg.model.mention import Mention
from kg.model.quantity import Quantity
from kg.recognition.quantity_words import get_quantity_words

_DOLLAR = " dollar"
_EACH_SHARE = re.compile(r" (?:a|per) share\b")
_COINS = 100  # of one unit


def name_small_coins(text: str, values: list[Mention]) -> list[Mention]:
    """The values with coins as parts of their currency: the only one of the text that has such coins.

    Where the text tells sums in several that have them, or in none and they are not one's alone, they stay numbers.
    """
    if not _write_pattern().search(text):
        return values
    told = {v.value.unit for v in values if v.origin == "money" and isinstance(v.value, Quantity)}
    return [_settle(text, value, told) for value in values]


def _settle(text: str, value: Mention, told: set[str]) -> Mention:
    behind, quantity = _write_pattern().match(text, value.span.end), value.value
    if (
        behind is None
        or value.origin not in {"number", "money"}
        or not isinstance(quantity, Quantity)
    ):
        return value
    whose, coin = behind["whose"], behind["coin"].lower()
    codes = get_quantity_words().small_coins[coin]
    if value.origin == "money":  # "40 euro cents"
        codes = (quantity.unit,) if whose is None and value.text[-1:].isalpha() else ()
    elif whose is not None:
        codes = (_get_lands()[whose.lower()],)
    found = [code for code in codes if code in told] if len(codes) > 1 else list(codes)
    if len(found) != 1:
        return _name_by_share(text, value, coin) if value.origin == "number" else value
    span = Span(value.span.start, behind.end())
    whole = replace(
        quantity,
        value=quantity.value / Decimal(_COINS),
        unit=found[0],
        upper=None if quantity.upper is None else quantity.upper / Decimal(_COINS),
    )
    return replace(value, span=span, text=text[span.start : span.end], value=whole, origin="money")


def _name_by_share(text: str, value: Mention, coin: str) -> Mention:
    """ "earned 26 cents a share", of a currency that the text does not tell: a sum in that coin."""
    start, quantity = value.span.start, value.value
    behind = _EACH_SHARE.match(text, value.span.end + 1 + len(coin))
    if behind is None or not isinstance(quantity, Quantity):
        return value
    whole = replace(quantity, unit=coin.removesuffix("s"))
    span = Span(start, behind.start())
    return replace(value, span=span, text=text[start : span.end], value=whole, origin="money")


@cache
def _write_pattern() -> re.Pattern[str]:
    words = "|".join(get_quantity_words().small_coins)
    lands = "|".join(re.escape(land) for land in sorted(_get_lands(), key=len, reverse=True))
    return re.compile(
        rf"[\s-](?:(?P<whose>{lands})[\s-])?(?P<coin>{words})(?![a-z])", re.IGNORECASE
    )


@cache
def _get_lands() -> dict[str, str]:
    """ "U.S." of "U.S. cents", by the names of the dollars."""
    return {
        name.removesuffix(_DOLLAR): code
        for code, row in get_quantity_words().currencies.items()
        for name in row.names
        if name.endswith(_DOLLAR)
    }
