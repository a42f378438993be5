"""Symbols of shares: "(KL:NORVIK)", "<NORV5.SA>", "under the symbol NRV"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_CODE = re.compile(r"\.?[A-Z0-9]{2,6}(?:\.[A-Z]{1,2})")
_SHARE = re.compile(r"[A-Z0-9]+(?:_[a-z]+)?")  # "NRVG_p": preferred shares
_BEFORE = (["("], [","], [";"], ["/"])
_BEHIND = frozenset([")", ",", ";", "/"])
_QUOTES = frozenset(["'", '"', "“", "‘", "``", "`"])
_REACH = 8  # tokens from "<" to the last part of a symbol: "<.IO62-NRV=SI>"
_EXCHANGES = load_lexicon("triggers").get("exchanges")
_CALLED = load_lexicon("names").get("share_symbols")


def is_symbol(tokens: Tokens, name: Name) -> bool:
    """What a share is called on its exchange, and that exchange where it is unknown."""
    k, words = name.start, tokens.words
    if _CODE.fullmatch(words[k]) and words[k - 1 : k] == ["("] and words[k + 1 : k + 2] == [")"]:
        return True
    if words[k - 2 : k] == ["(", "$"] and words[k + 1 : k + 2] == [")"]:
        return words[k].isupper()  # "Norvik ($NRV)"
    if _is_in_angles(tokens, k) or _is_called_symbol(tokens, name):
        return True
    if words[k + 1 : k + 2] == [":"] and tokens.lower[k] not in _EXCHANGES:
        k += 2
    return (
        name.end <= k + 1
        and words[k - 1 : k] == [":"]
        and words[k - 3 : k - 2] in _BEFORE
        and words[k - 2].isupper()
        and words[k : k + 1] != []
        and _SHARE.fullmatch(words[k]) is not None
        and tokens.lower_at(k + 1) in _BEHIND
    )


def cut_symbol(tokens: Tokens, start: int, end: int) -> int:
    """The end of a name without the symbol behind it: "Norvik Group NRVK.L"."""
    while end - start > 1 and _CODE.fullmatch(tokens.words[end - 1].removesuffix(".")):
        end -= 1
    return end


def _is_in_angles(tokens: Tokens, i: int) -> bool:
    """Whether token i stands behind a "<" with no space between: nobody else writes names so."""
    k = i - 1
    while k >= max(i - _REACH, 0) and tokens.touches(k) and tokens.words[k] != "<":
        k -= 1
    return k >= 0 and tokens.words[k] == "<" and tokens.touches(k)


def _is_called_symbol(tokens: Tokens, name: Name) -> bool:
    """ "under the ticker NRV": a lone word in capitals behind the noun."""
    before = name.start - 1 - (tokens.lower_at(name.start - 1) in _QUOTES)
    if tokens.lower_at(before) == ":":
        before -= 2
    lone = name.end - name.start == 1 and tokens.words[name.start].isupper()
    exchange = tokens.lower_at(name.end) == ":"  # "under the symbol TSX: NRV"
    return lone and not exchange and tokens.lower_at(before) in _CALLED


def is_before_symbol(tokens: Tokens, end: int) -> bool:
    """Whether a share's symbol stands in brackets behind the name that ends there."""
    mark = tokens.lower_at(end)
    if mark == "<":
        return tokens.touches(end) and tokens.words[end + 1][-1].isupper()
    if mark != "(" or tokens.lower_at(end + 2) != ":":
        return False
    exchange, symbol = tokens.words[end + 1], tokens.words[end + 3 : end + 4]
    return exchange.isupper() and symbol != [] and _SHARE.fullmatch(symbol[0]) is not None
