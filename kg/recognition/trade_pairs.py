"""Firms that tell two trades or their partners: "Tarka Trading and Contracting", "Jo Velmo and Brothers"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_GIVEN = load_lexicon("given_names").get("given")
_SUFFIXES = _NAMES.get("company_suffixes")
_HEADS = _NAMES.get_mapping("heads")
_BODIES = frozenset(h for h, kind in _HEADS.items() if kind != "Company" and " " not in h)
_TRADES = (
    _NAMES.get("trade_fields")
    | _NAMES.get("topics")
    | _NAMES.get("second_trades")
    | load_lexicon("triggers").get("industries")
    | {h for h, kind in _HEADS.items() if kind == "Company" and " " not in h}
) - _NAMES.get("wide_topics")
_WIDE = _NAMES.get("wide_topics") | _NAMES.get("topics")
_SECOND = _NAMES.get("second_trades")
_KIN = frozenset(["sons", "brothers", "partners", "associates", "bros", "sons'"])
_OTHERS = frozenset(["co", "sons", "brothers", "associates"])
_LONGEST = 3  # words behind "and", a legal form not counted


def closes_with_partners(tokens: Tokens, i: int, nxt: int) -> bool:
    """Whether "and" at i goes on with those of a firm: "Doe and Sons", but no "and Partners Group"."""
    word = tokens.lower[nxt].rstrip(".")
    partners = word == "partners" and tokens.capital[nxt] and tokens.capital[i - 1]
    return word in _OTHERS or (partners and tokens.lower_at(nxt + 1) != "group")


def is_of_kin(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the name in tokens start to end has "and Sons" or the like: a firm's."""
    return any(
        tokens.lower[k] in _KIN and tokens.lower[k - 1] in {"and", "&"}
        for k in range(start + 2, end)
    )


def is_pair(tokens: Tokens, start: int, i: int, end: int) -> bool:
    """Whether a strange name goes on over the "and" at i, from one trade to another, up to token `end`.

    Not where the text has the second trade with the same name before it: "Tarka Power and [Tarka] Cement".
    """
    first, nxt = tokens.lower[i - 1], i + 1
    last = end - (tokens.lower[end] in _SUFFIXES and end > nxt)
    if i - start < 2 or not 0 <= last - nxt < _LONGEST or "and" in tokens.lower[start:i]:
        return False
    words = [tokens.lower[k] for k in range(nxt, last + 1)]
    told = first in _TRADES and all(word in _TRADES for word in words)
    if not told or not (first in _SECOND or words[-1] in _SECOND):
        return False
    if tokens.lower[start:i].count("of") or not _BODIES.isdisjoint(tokens.lower[start : i - 1]):
        return False
    if not any(_names_one(tokens, k) for k in range(start, i - 1)):
        return False
    front = tokens.slice(start, i - 1)
    return f"{front} {tokens.words[nxt]}" not in tokens.text


def is_pair_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the whole name in tokens start to end is such a firm's."""
    cut = next((k for k in range(start + 2, end - 1) if tokens.lower[k] in {"and", "&"}), None)
    return cut is not None and is_pair(tokens, start, cut, end - 1)


def _names_one(tokens: Tokens, k: int) -> bool:
    """Whether a word tells which firm it is: a strange one, or no word for a field within a sentence."""
    if not tokens.is_common(k) or tokens.lower[k] in _GIVEN:
        return True
    field = tokens.lower[k] in _TRADES or tokens.lower[k] in _WIDE or tokens.lower[k] in _SECOND
    return not field and k not in tokens.first_of_sentence and tokens.lower_at(k - 1) != "the"
