"""Firms whose names begin like somebody's title: "Mr Norvik Group", "Dr Tarka's Laboratories"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_CLOSING = _NAMES.get("titled_firms") | _NAMES.get("closing_heads")
_ENDS = _CLOSING | _NAMES.get("company_suffixes")
_TRADES = _CLOSING | _NAMES.get("trades_behind_titles")
_REACH = 6  # words of such a name


def leads_to_firm(tokens: Tokens, i: int) -> bool:
    """Whether the capitals from the title at i on end as firms do."""
    k = i + 1 + (tokens.lower_at(i + 1) == ".")
    if tokens.lower_at(k) in {"dr", "dr."}:
        return False  # "Prof. Dr. Norvik Clinic"
    first = k
    while (
        k < min(i + _REACH, len(tokens.words))
        and tokens.capital[k]
        and k not in tokens.first_of_sentence
    ):
        k += 1
    if k == first + 1:
        return tokens.lower[first] in _TRADES  # "General Motors", "Bishop Technologies"
    return k > first and tokens.lower[k - 1] in _ENDS


def is_in_firm(tokens: Tokens, i: int, heads: frozenset[str]) -> bool:
    """ "Ruritanian General Oils Corporation", "the equity firm General Velmo", "the General Port Authority": no rank.

    Nor is it one in "Velmo General Contracting".
    """
    following = tokens.lower_at(i + 1)
    if following in heads or following in _TRADES or tokens.lower_at(i - 1) in _KINDS:
        return True
    end = i + 1  # "the General Civil Aviation Authority"
    while end < len(tokens.words) and tokens.capital[end]:
        end += 1
    return end - i > _SHORT and tokens.lower[end - 1] in heads and tokens.lower_at(i - 1) in _BEFORE


_SHORT = 2  # words
_BEFORE = frozenset(["the", "'s", "’s"])
_KINDS = frozenset(
    ["firm", "company", "investor", "insurer", "lender", "fund", "carmaker", "retailer"]
)
