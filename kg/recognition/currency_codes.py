"""Codes of currencies and of time zones, which name nothing else where they stand: "EUR/USD fell", "at 09:30 IST"."""

from kg.recognition.name import Name
from kg.recognition.quantity_words import get_quantity_words
from kg.recognition.tokens import Tokens

_ZONES = frozenset(
    [
        "IST",
        "GMT",
        "UTC",
        "BST",
        "CET",
        "CEST",
        "EST",
        "EDT",
        "PST",
        "PDT",
        "MST",
        "MDT",
        "CST",
        "CDT",
        "EAT",
        "WAT",
        "CAT",
        "SAST",
        "AEST",
        "AEDT",
        "NZST",
        "JST",
        "KST",
        "HKT",
        "SGT",
        "PKT",
        "BDT",
        "MSK",
        "SAMT",
        "WIB",
        "GST",
    ]
)
_HALVES = frozenset(["am", "pm", "a.m.", "p.m.", "hours", "hrs"])


def is_currency(tokens: Tokens, name: Name) -> bool:
    """ "EUR/USD", "300 million [AUD]", "AUD and NZD fell": beside a sum or another such code."""
    word = tokens.words[name.start]
    codes = get_quantity_words().currencies
    if name.end - name.start > 1 or word not in codes or name.known_as is not None:
        return False
    before, k = tokens.words[max(name.start - 2, 0) : name.start], name.end
    counted = name.start > 0 and tokens.parse.tags[name.start - 1] == "CD"
    beside = {*before, *tokens.words[k : k + 2]} & codes.keys()
    return counted or bool(beside)


def is_zone(tokens: Tokens, name: Name) -> bool:
    """ "09:30 IST", "10 am EAT": the zone of a time before it."""
    if name.end - name.start > 1 or tokens.words[name.start] not in _ZONES:
        return False
    before = tokens.lower_at(name.start - 1)
    return before in _HALVES or before[:1].isdigit()
