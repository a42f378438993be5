"""Quantities and periods as mentions, and how they and names keep out of each other's way."""

import re
from collections.abc import Mapping
from dataclasses import replace

from kg.model.document import Document, Span
from kg.model.mention import Mention, MentionKind
from kg.recognition.bare_money import read_short_money
from kg.recognition.compared_years import date_by_comparison
from kg.recognition.dated_months import date_months
from kg.recognition.dotted_numbers import read_dotted
from kg.recognition.fiscal_years import settle_fiscal
from kg.recognition.millions_beside import read_beside
from kg.recognition.name import Name
from kg.recognition.news_days import count_from_text
from kg.recognition.periods_again import find_again
from kg.recognition.shared_currencies import settle_currencies
from kg.recognition.shared_units import share_units
from kg.recognition.short_spans import find_short_spans
from kg.recognition.small_coins import name_small_coins
from kg.recognition.tokens import Tokens
from kg.recognition.values import find_values

_CODE = 3  # letters of a currency's code
_DASHES = "-–"  # between the months of a span
_TIMED = re.compile(r"(?:year|month|week|day)$", re.IGNORECASE)
_MARK = re.compile(
    r" (?:record )?(?:high|low|peak|trough)s?(?![\w-]| (?:school|speed|level|fee|cost|season)s?\b)"
)
_MAGNITUDES = frozenset(["million", "billion", "trillion", "mn", "bn", "m", "b", "crore", "lakh"])


def find_value_tokens(tokens: Tokens, values: list[Mention]) -> frozenset[int]:
    """The tokens of quantities: "500-megawatt" is no part of the solar park's name."""
    return frozenset(
        k
        for v in values
        if v.kind is MentionKind.QUANTITY
        for k in range(*tokens.find_cover(v.span))
    )


def drop_names_in_values(tokens: Tokens, names: list[Name], values: list[Mention]) -> list[Name]:
    """ "EUR 20 million", "US dollars", "Oct. 1", "Jan.-Aug.": words of a quantity or date are no names."""
    periods = [v for v in values if v.kind is MentionKind.PERIOD]
    dated = [v for v in periods if any(c.isdigit() or c in _DASHES for c in v.text)]
    spans = [v.span for v in values if v.kind is MentionKind.QUANTITY] + [v.span for v in dated]
    held: dict[int, list[Span]] = {}
    for span in spans:
        for k in range(*tokens.find_cover(span)):
            held.setdefault(k, []).append(span)
    return [
        _cut_currency(tokens, name, held)
        for name in names
        if not any(
            span.covers(tokens.span(name.start, name.end)) for span in held.get(name.start, ())
        )
        and not _is_currency(tokens, name)
    ]


def _cut_currency(tokens: Tokens, name: Name, held: Mapping[int, list[Span]]) -> Name:
    """ "a 20 million EUR [Tarn Line]": a code that ends a sum begins no name."""
    code = tokens.words[name.start]
    ends = name.start in held and name.start - 1 in held and name.start + 1 not in held
    sum_ends = ends and len(code) == _CODE and code.isupper() and name.end - name.start > 1
    return replace(name, start=name.start + 1) if sum_ends else name


def _is_currency(tokens: Tokens, name: Name) -> bool:
    """ "(EUR 243 million)": a code before a number and its magnitude, in whatever currency."""
    number, magnitude = (*tokens.words[name.end : name.end + 2], "", "")[:2]
    return (
        name.end - name.start == 1
        and len(tokens.words[name.start]) <= 4
        and tokens.words[name.start].isupper()
        and number[:1].isdigit()
        and magnitude.rstrip(".").lower() in _MAGNITUDES
    )


def drop_values_in_names(values: list[Mention], names: list[Mention]) -> list[Mention]:
    """ "2025 China Fair", "Terminal 3": digits of a name are no values."""
    spans = [m.span for m in names if any(c.isdigit() for c in m.text)]
    return [v for v in values if not any(v.span.overlaps(span) for span in spans)]


def find_value_mentions(document: Document, told: str | None = None) -> list[Mention]:
    """Quantities and periods, boilerplate left out; `told` is the text with its headline in small letters."""
    quantities, periods = find_values(told or document.text, document.published)
    if document.published is None:
        periods = date_by_comparison(document.text, count_from_text(document.text, periods))
        periods = date_months(document.text, periods)
    periods = settle_fiscal(document.text, periods)
    for find in (find_again, find_short_spans):
        again = find(document.text, periods)
        periods = sorted([*periods, *again], key=lambda p: p.span.start) if again else periods
    blocked = document.ignored
    mentions = [
        Mention(
            span=q.span,
            text=document.text[q.span.start : q.span.end],
            type="",
            kind=MentionKind.QUANTITY,
            origin=q.kind,
            value=q.quantity,
            equivalents=q.equivalents,
        )
        for q in quantities
    ]
    mentions = settle_currencies(document.text, read_dotted(document.text, mentions))
    mentions = name_small_coins(document.text, mentions)
    mentions = read_beside(document.text, read_short_money(document.text, mentions))
    times = [
        Mention(
            span=p.span,
            text=document.text[p.span.start : p.span.end],
            type="",
            kind=MentionKind.PERIOD,
            origin=p.role,
            value=p.period,
        )
        for p in periods
    ]
    mentions = share_units(document.text, mentions, times) + times
    mentions = [m for m in mentions if not _is_mark(document.text, m)]
    return [m for m in mentions if not any(m.span.overlaps(span) for span in blocked)]


def _is_mark(text: str, value: Mention) -> bool:
    """ "a [10 year] high": since when nothing was as high, and no value of what is told."""
    timed = value.kind is MentionKind.QUANTITY and _TIMED.search(value.text)
    return bool(timed) and _MARK.match(text, value.span.end) is not None
