"""Marks that end no sentence: brackets with letters behind a name, full stops of coins before a sum."""

from collections.abc import Sequence

_COINS = frozenset(
    [
        "rs.",
        "tk.",
        "sh.",
        "shs.",
        "ksh.",
        "kshs.",
        "tsh.",
        "ush.",
        "rp.",
        "fr.",
        "dh.",
        "dhs.",
        "le.",
        "kz.",
        "lkr.",
    ]
)
_RETIRED = frozenset(["retd", "retd.", "rtd", "ret'd", "ret", "retired"])
_STOPS = frozenset(".?!:;")
_OPENED = 3  # tokens from brackets that open to a colon in them


def is_behind_letters(words: Sequence[str], close: int) -> bool:
    """ "President Norvik Chamber (NC) | X spoke": brackets with an acronym behind a word close no sentence."""
    if close < len("()") or words[close - 2] != "(":
        return False
    letters, before = words[close - 1], words[close - 3] if close > len("()") else "."
    if letters.lower() in _RETIRED and before[:1].isupper():
        return True  # "Minister for Shipping Maj (retd) | Rafiq Tarka"
    return letters.isupper() and letters.isalpha() and before[-1:] not in _STOPS


def is_in_brackets(words: Sequence[str], colon: int) -> bool:
    """ "NRV (NYSE: | NRV) grew": a colon behind a word or two of brackets that are open."""
    return words[colon] == ":" and "(" in words[max(colon - _OPENED, 0) : colon]


def is_coin(before: str, word: str) -> bool:
    """ "It gave Rs. | 640 million": the short name of a coin and a number."""
    return before.lower() in _COINS and word[:1].isdigit()
