"""Money, percentages, measures, counts and ordinals in a text, with comparators and equivalents."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal as OneOf

from kg.model.document import Span
from kg.model.quantity import Comparator, Quantity, format_number
from kg.recognition import number_contexts as contexts
from kg.recognition.amounts import Amount, read_amount
from kg.recognition.fractions import read_fraction
from kg.recognition.periods import find_period_shapes
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.scanning import (
    Scan,
    find_anchors,
    find_phrase_before,
    find_word_before,
    scan,
)
from kg.recognition.units_again import is_coin, settle_again

QuantityKind = OneOf["money", "percent", "measure", "number", "ordinal"]
_Anchor = OneOf["digits", "number", "magnitude", "ordinal", "part"]

_LONGEST_ORDINAL = 4  # digits
_MOST_EQUIVALENTS = 3
_EQUIVALENT_REACH = 60  # characters from the end of a quantity to the number of its equivalent
_OPENS_EQUIVALENT = re.compile(r"\s{0,2}[(（]\s?|,?\s(?=or\s)")
_NEXT_NUMBER = re.compile(r"\s(?:[a-z]{0,3}[$€£¥₹]|[0-9])")  # "$86 billion and over $155 billion"
_NEXT_EQUIVALENT = re.compile(r"\s?(?:[,;/]|(?=\sor\s))\s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityMatch:
    """A quantity in a text. `span` covers comparator, number, magnitude and unit, no equivalents.

    `equivalents` are the same amount in other units ("(about 15.4 billion U.S. dollars)"). An
    ordinal has its place as value. A number has no unit: its noun is for the parse to find.
    """

    span: Span
    quantity: Quantity
    kind: QuantityKind
    equivalents: tuple[Quantity, ...] = ()
    equivalent_spans: tuple[Span, ...] = ()


def find_quantities(text: str) -> list[QuantityMatch]:
    """The quantities of a text, sorted and not overlapping; numbers in periods are none."""
    source = scan(text)
    return read_quantities(source, find_period_shapes(source))


def read_quantities(source: Scan, taken: Sequence[tuple[int, int]]) -> list[QuantityMatch]:
    """As `find_quantities`, but leaves out what overlaps the sorted ranges `taken`."""
    kinds, found, done, next_taken = _get_anchors(), [], 0, 0
    for start, word in source.anchors:
        kind: _Anchor | None = "digits" if word[0] <= "9" else kinds.get(word)
        if start < done or kind is None:
            continue
        while next_taken < len(taken) and taken[next_taken][1] <= start:
            next_taken += 1
        if next_taken < len(taken) and taken[next_taken][0] <= start:
            continue
        end, match = _read_at(source, start, word, kind)
        if match and match.span.start < done:
            continue
        done = max(done, end)
        if match and not any(s < end and match.span.start < e for s, e in taken[next_taken:]):
            found.append(match)
    return found


@cache
def _get_anchors() -> dict[str, _Anchor]:
    lists = get_quantity_words()
    anchors: dict[str, _Anchor] = dict.fromkeys(lists.fractions.parts, "part")
    anchors.update(dict.fromkeys(lists.ordinals, "ordinal"))
    anchors.update((w, "magnitude") for row in lists.magnitudes for w in row.words)
    anchors.update(dict.fromkeys((*lists.numbers, lists.number_joiners.half), "number"))
    return anchors


def _read_at(
    source: Scan, start: int, word: str, kind: _Anchor
) -> tuple[int, QuantityMatch | None]:
    """What stands at an anchor, and from where the search goes on."""
    share = None if kind == "digits" else read_fraction(source, start)
    if share is not None:
        return share.end, _make_match(source, share)
    if kind == "part":
        return start + len(word), None
    if kind == "ordinal" or (kind == "digits" and _is_digit_ordinal(source.folded, start, word)):
        return _read_ordinal(source, start, word, digits=kind == "digits")
    if kind == "magnitude":
        before = find_word_before(source.folded, start)
        if before not in get_quantity_words().number_joiners.one:
            return start, None
        start = source.folded.rfind(before, 0, start)
    amount, folded = read_amount(source, start), source.folded
    if amount is None:
        return start + len(word), None
    if not _is_quantity(source, amount):
        return contexts.find_rejected_end(folded, amount.number.start, amount.number.end), None
    match = _make_match(source, amount)
    return _add_equivalents(source, match)


def _is_digit_ordinal(folded: str, start: int, word: str) -> bool:
    end = start + len(word)
    suffix = folded[end : end + 2]
    return (
        suffix in get_quantity_words().ordinal_suffixes and not folded[end + 2 : end + 3].isalnum()
    )


def _read_ordinal(
    source: Scan, start: int, word: str, *, digits: bool
) -> tuple[int, QuantityMatch | None]:
    end = start + len(word) + (2 if digits else 0)
    text, folded = source.text, source.folded
    glued = contexts.is_glued_before(folded, start)
    if (
        glued
        or (digits and len(word) > _LONGEST_ORDINAL)
        or contexts.is_no_ordinal(text, folded, start, end)
    ):
        return end, None
    value = Decimal(word) if digits else Decimal(get_quantity_words().ordinals[word])
    return end, QuantityMatch(span=Span(start, end), quantity=Quantity(value=value), kind="ordinal")


def _is_quantity(source: Scan, amount: Amount) -> bool:
    """Whether the amount measures or counts something."""
    text, folded, number = source.text, source.folded, amount.number
    start, end = number.start, amount.end
    whole = amount.start < start and amount.unit is not None  # a sign or currency stands before
    if not whole and contexts.is_glued_before(folded, start):
        return False
    if number.written and (
        contexts.is_name_part(text, start, end) or contexts.is_fraction(folded, number.end)
    ):
        return False
    if amount.unit is None:
        return _is_count(source, amount)
    idioms = get_quantity_words().false_friends.idioms
    return folded[start:end].replace("-", " ") not in idioms or number.magnitude != 1


def _is_count(source: Scan, amount: Amount) -> bool:
    """Whether a number without a unit counts something."""
    text, folded, number = source.text, source.folded, amount.number
    start, end = number.start, amount.end
    if folded[start:end] in get_quantity_words().false_friends.names:
        return False
    if contexts.is_glued_after(folded, end) or contexts.is_before_capital(text, end):
        return False
    if contexts.is_clock(folded, end) or contexts.is_list_number(folded, start, end):
        return False
    if contexts.is_phone(folded, start) or contexts.is_address(text, end):
        return False
    if number.written and contexts.is_no_count(folded, start, end):
        return False
    if _find_comparator(source, amount)[1] is not None:
        return True
    if number.magnitude != 1:
        return not contexts.is_model(text, folded, number.start, number.end)
    if contexts.is_label(text, folded, start):
        return False
    return not contexts.is_bare_year(text, folded, start, end)


def _make_match(source: Scan, amount: Amount) -> QuantityMatch:
    start, before = _find_comparator(source, amount)
    end, after = _match_comparator(source.folded, amount.end)
    comparator: Comparator = before or after or (">=" if amount.plus else "=")
    unit = amount.unit
    kind: QuantityKind = unit.kind if unit else "number"
    upper = None if amount.upper is None else Decimal(format_number(amount.upper))
    quantity = Quantity(
        value=Decimal(format_number(amount.value)),
        unit=unit.code if unit else "",
        comparator=comparator,
        upper=upper,
    )
    return QuantityMatch(span=Span(start, end), quantity=quantity, kind=kind)


_PERCENT = re.compile(r"\d\s?(?:%|pc|per\s?cent)\s$")
_FAR, _FAR_TIMES = "far ", frozenset(["so", "thus"])
_TURNED = 12  # characters of a percentage before "over"


@cache
def _get_comparators() -> dict[str, Comparator]:
    """Every phrase before a number, alone and strengthened ("well over")."""
    lists = get_quantity_words().comparators
    phrases: dict[str, Comparator] = {}
    for comparator, words in lists.before.items():
        for word in words:
            phrases[word] = comparator
            phrases.update((f"{strong} {word}", comparator) for strong in lists.intensifiers)
    return phrases


@cache
def _get_suffixes() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    lists = get_quantity_words().comparators
    value = {
        word: c for c, words in (*lists.after.items(), *lists.hyphened.items()) for word in words
    }
    spaced = "|".join(word.replace(" ", r"\s") for words in lists.after.values() for word in words)
    hyphened = "|".join(word for words in lists.hyphened.values() for word in words)
    return re.compile(rf"\s(?P<s>{spaced})(?![\w-])|[-‑](?P<h>{hyphened})(?!\w)"), value


def _find_comparator(source: Scan, amount: Amount) -> tuple[int, Comparator | None]:
    """The start of the amount with the comparator before it."""
    lists, folded = get_quantity_words().comparators, source.folded
    start = amount.start
    for sign in (folded[max(0, start - 2) : start].strip(), folded[max(0, start - 1) : start]):
        if sign in lists.symbols:
            return folded.rfind(sign, 0, start), lists.symbols[sign]
    found = find_phrase_before(folded, start, _get_comparators())
    if found is None:
        return start, None
    phrase = folded[found[0] : start].strip()
    before = find_word_before(folded, found[0]).rpartition("\0")[2]  # a paragraph's end
    if phrase.startswith(_FAR) and before in _FAR_TIMES:
        return found[0] + len(_FAR), found[1]  # "so far about 200 ships"
    if phrase == lists.summed_to and find_word_before(folded, found[0]) in lists.summing:
        return start, None  # "added up to"
    if phrase == "over" and _PERCENT.search(folded, max(found[0] - _TURNED, 0), found[0]):
        return start, None  # "up 19 percent over 1.8 billion"
    is_time = amount.unit is not None and amount.unit.time
    if is_time and phrase in lists.during and amount.value <= lists.during_limit:
        compared = find_word_before(folded, found[0]) in lists.during_not_after
        return found if compared else (start, None)
    if amount.unit is None and phrase in lists.covering and amount.value <= lists.covering_limit:
        return start, None
    return found


def _match_comparator(folded: str, end: int) -> tuple[int, Comparator | None]:
    """The end of the amount with the comparator after it."""
    pattern, value = _get_suffixes()
    match = pattern.match(folded, end)
    if match is None or _NEXT_NUMBER.match(folded, match.end()):
        return end, None
    return match.end(), value[" ".join((match["s"] or match["h"]).split())]


def _add_equivalents(source: Scan, match: QuantityMatch) -> tuple[int, QuantityMatch]:
    """The match with the same amount in other units, and where that ends."""
    end, opening = match.span.end, _OPENS_EQUIVALENT
    while match.quantity.unit and len(match.equivalents) < _MOST_EQUIVALENTS:
        step = opening.match(source.folded, end)
        other = _read_equivalent(source, step.end()) if step else None
        if other is None or other.kind not in ("money", "measure"):
            break
        told = source.folded[other.span.start : other.span.end]
        own, again = settle_again(match.quantity, other.quantity, told)
        money, settled = other.kind == "money", again.unit != other.quantity.unit
        alike = other.kind == match.kind or settled or (money and is_coin(match.quantity.unit))
        if not alike or again.unit in {own.unit, *(q.unit for q in match.equivalents)}:
            break
        match = replace(
            match,
            quantity=own,
            kind="money" if money and own.unit != match.quantity.unit else match.kind,
            equivalents=(*match.equivalents, again),
            equivalent_spans=(*match.equivalent_spans, other.span),
        )
        end, opening = other.span.end, _NEXT_EQUIVALENT
    return end, match


def _read_equivalent(source: Scan, start: int) -> QuantityMatch | None:
    """The quantity that begins at `start` but for words like "equivalent to"."""
    for at, word in find_anchors(source.folded[start : start + _EQUIVALENT_REACH]):
        if word[0] > "9" and _get_anchors().get(word) != "number":
            continue
        amount = read_amount(source, start + at)
        if amount is None or amount.unit is None or not _is_quantity(source, amount):
            return None
        match = _make_match(source, amount)
        lead = " ".join(source.folded[start : match.span.start].split())
        return match if lead in get_quantity_words().equivalents.leads else None
    return None
