"""Whose arm it is that begins with its owner's name: "Tarka hopes for money from its Tarka Foods arm"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.recognition.appositions import Link
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

if TYPE_CHECKING:
    from kg.recognition.referents import Referent
    from kg.recognition.walking import Walk

_UNITS = load_lexicon("triggers").get("unit_nouns") | {"business", "operation", "offshoot"}
_OWNERS = frozenset(["its", "their"])
_KIND = frozenset(["NN", "HYPH", "JJ", "DT"])  # tags of what an owner is called before its name
_OWNER = 9  # tokens from "of" to the end of the owner's name
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


def find_arm(nominal: Nominal, walk: Walk) -> Link | None:
    """ "Hentz Tarka … The Hentz arm of carmaker Tarka": the only firm with its owner's name in its own."""
    tokens = walk.tokens
    if tokens.lemma_at(nominal.head) not in _UNITS or nominal.plural:
        return None
    if tokens.lower_at(nominal.end) != "of" or tokens.lower_at(nominal.start - 1) != "the":
        return None
    owner = _read_owner(tokens, nominal.end + 1)
    firms = [r for r in walk.referents.values() if r.named and r.type == "Company"]
    found = [r for r in firms if _bears(r.mention.text.split(), owner)]
    if len(found) != 1:
        return None
    return Link(found[0].mention, "Company", "the arm with its owner's name", 0.75, found[0].chain)


def _bears(words: list[str], owner: list[str]) -> bool:
    """ "Hentz Tarka" for "Tarka": the owner's whole name within a longer one."""
    size = len(owner)
    return 0 < size < len(words) and any(
        words[k : k + size] == owner for k in range(len(words) - size + 1)
    )


def _read_owner(tokens: Tokens, k: int) -> list[str]:
    """The last name behind "of" up to a small word that is no kind: "Ruritanian carmaker [Tarka]"."""
    last: list[str] = []
    for at in range(k, min(k + _OWNER, len(tokens.words))):
        if tokens.capital[at]:
            behind = at > k and tokens.capital[at - 1]
            last = [*last, tokens.words[at]] if behind else [tokens.words[at]]
        elif tokens.tags[at] not in _KIND:
            break
    return last


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
