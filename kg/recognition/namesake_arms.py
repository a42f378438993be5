"""Whose arm it is that begins with its owner's name: "Tarka hopes for money from its Tarka Foods arm"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

if TYPE_CHECKING:
    from kg.recognition.referents import Referent

_UNITS = load_lexicon("triggers").get("unit_nouns") | {"business", "operation", "offshoot"}
_OWNERS = frozenset(["its", "their"])
_REACH = 5  # tokens from "its" to the noun behind


def find_namesake(tokens: Tokens, token: int, referents: Iterable[Referent]) -> Referent | None:
    """The firm told before whose name the arm of the possessive at `token` begins with."""
    if tokens.lower[token] not in _OWNERS:
        return None
    arm = _read_arm(tokens, token)
    if len(arm) < 2:
        return None
    fitting = [r for r in referents if r.type == "Company" and r.named and _begins(arm, r)]
    return max(fitting, key=lambda r: len(r.mention.text), default=None)


def _begins(arm: list[str], referent: Referent) -> bool:
    words = referent.mention.text.split()
    return len(words) < len(arm) and arm[: len(words)] == words


def _read_arm(tokens: Tokens, token: int) -> list[str]:
    """The words of its name: "its Tarka Foods arm", "its subsidiary Tarka Foods", "Tarka Foods, its food arm"."""
    units = [k for k in range(token + 1, token + 1 + _REACH) if tokens.lemma_at(k) in _UNITS]
    for unit in units[:1]:
        before, behind = _read_back(tokens, unit - 1), _read_on(tokens, unit + 1)
        front = _read_back(tokens, token - 2) if tokens.words[token - 1] == "," else []
        return next((name for name in (before, behind, front) if len(name) > 1), [])
    return []


def _read_back(tokens: Tokens, k: int) -> list[str]:
    first = k
    while first >= 0 and tokens.capital[first]:
        first -= 1
    return tokens.words[first + 1 : k + 1]


def _read_on(tokens: Tokens, k: int) -> list[str]:
    k += tokens.lower_at(k) == ","
    last = k
    while last < len(tokens.words) and tokens.capital[last]:
        last += 1
    return tokens.words[k:last]
