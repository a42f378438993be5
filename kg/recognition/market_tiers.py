"""Parts of an exchange before its name: "listed on the [Main Board of] Bursa Malaysia" is on the exchange."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_TIERS = frozenset(tuple(tier.split()) for tier in load_lexicon("names").get("market_tiers"))
_LONGEST = max(map(len, _TIERS))
_REACH = 6  # tokens from "of" to the word for an exchange
_EXCHANGES = load_lexicon("triggers").get("exchanges") | {"securities", "stock"}


def find_market_tiers(tokens: Tokens) -> frozenset[int]:
    """The tokens of such parts, with the "of" that leads to an exchange."""
    found: set[int] = set()
    for k in range(1, tokens.size):
        if tokens.lower[k] != "of" or not tokens.capital[k - 1]:
            continue
        for length in range(1, _LONGEST + 1):
            tier = tuple(tokens.lower[max(k - length, 0) : k])
            if tier in _TIERS and _leads_to_exchange(tokens, k + 1):
                found.update(range(k - length, k + 1))
    return frozenset(found)


def _leads_to_exchange(tokens: Tokens, start: int) -> bool:
    """Whether a name with a word for an exchange follows: "the Hong Kong Stock [Exchange]"."""
    k = start + (tokens.lower_at(start) == "the")
    last = min(k + _REACH, tokens.size)
    while k < last and tokens.capital[k]:
        if tokens.lower[k] in _EXCHANGES:
            return True
        k += 1
    return False
