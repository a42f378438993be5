"""Capital that is parted among owners: "a 10% stake in the share [capital of] Norvik Works", no seat of a state."""

from collections.abc import Sequence

_OWN = frozenset(["the", "its", "their"])
_KINDS = frozenset(
    [
        "share",
        "charter",
        "chartered",
        "registered",
        "authorised",
        "authorized",
        "statutory",
        "equity",
        "issued",
        "subscribed",
        "social",
        "whole",
        "entire",
        "total",
    ]
)
_PARTS = frozenset(
    [
        "%",
        "percent",
        "cent",
        "stake",
        "stakes",
        "share",
        "shares",
        "holding",
        "shareholding",
        "interest",
        "participation",
        "majority",
        "minority",
        "half",
        "third",
        "quarter",
        "fifth",
        "part",
    ]
)


def is_share_capital(token: int, words: Sequence[str]) -> bool:
    """Whether "capital" at a token is that of a firm, with whose it is behind "of" and a part before."""
    if words[token] != "capital" or words[token + 1 : token + 2] != ["of"]:
        return False
    k = token - 1
    while k > 0 and (words[k] in _OWN or words[k] in _KINDS):
        k -= 1
    return k > 0 and words[k] in {"in", "of"} and words[k - 1].lower() in _PARTS
