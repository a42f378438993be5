"""Currencies that several countries call alike: "Rs 5 million" is in the currency of the text's country."""

import re
from dataclasses import replace
from functools import cache

from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity
from kg.recognition.quantity_words import SharedCurrency, get_quantity_words

_WORD = re.compile(r"[a-z]+|[^\w\s.,()]+")  # a word or a sign: "rs", "/-"


def settle_currencies(text: str, values: list[Mention]) -> list[Mention]:
    """The values with shared currencies told apart by the countries that the text names most.

    Where it names none of them, or two as often, the currency stays as it was read.
    """
    found = {shared.unit: shared for shared in map(_shared_by, values) if shared is not None}
    codes = {unit: _find_code(shared, text.lower()) for unit, shared in found.items()}
    if not any(codes.values()):
        return values
    return join_equivalents(text, [_settle(v, codes) for v in values])


def join_equivalents(text: str, values: list[Mention]) -> list[Mention]:
    """ "4 billion dinars ($5 billion)": one sum, where only the country told what the dinars are."""
    joined: list[Mention] = []
    for value in values:
        before = joined[-1] if joined else None
        if before is None or not _is_same_sum(text, before, value):
            joined.append(value)
        elif isinstance(value.value, Quantity):
            joined[-1] = replace(before, equivalents=(*before.equivalents, value.value))
    return joined


def _is_same_sum(text: str, one: Mention, other: Mention) -> bool:
    """Whether a sum stands in brackets right behind another, in a currency of its own."""
    if one.origin != "money" or other.origin != "money":
        return False
    between = text[one.span.end : other.span.start].strip()
    lead = " ".join(between[1:].lower().split())
    known = between[:1] == "(" and lead in get_quantity_words().equivalents.leads
    same = isinstance(one.value, Quantity) and isinstance(other.value, Quantity)
    return (
        known
        and same
        and one.value != other.value
        and text[other.span.end : other.span.end + 1] == ")"
    )


def _settle(value: Mention, codes: dict[str, str | None]) -> Mention:
    shared, quantity = _shared_by(value), value.value
    code = codes.get(shared.unit) if shared else None
    if shared is None or code is None or not isinstance(quantity, Quantity):
        return value
    return replace(value, value=replace(quantity, unit=code), origin="money")


def _shared_by(value: Mention) -> SharedCurrency | None:
    """The shared currency that a value is written in, without a word for its country."""
    quantity = value.value
    if value.kind is not MentionKind.QUANTITY or not isinstance(quantity, Quantity):
        return None
    words = set(_WORD.findall(value.text.lower()))
    for shared in get_quantity_words().shared_currencies:
        if quantity.unit == shared.unit and not words.isdisjoint(shared.words):
            own = any(word in value.text.lower() for word in shared.homes.get(shared.unit, ()))
            return None if own else shared
    return None


def _find_code(shared: SharedCurrency, folded: str) -> str | None:
    counts = {code: len(_compile(words).findall(folded)) for code, words in shared.homes.items()}
    most = max(counts.values(), default=0)
    best = [code for code, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else None


@cache
def _compile(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<![a-z])(?:" + "|".join(map(re.escape, words)) + r")(?![a-z])")
