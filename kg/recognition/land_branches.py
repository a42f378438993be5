"""Branches that a small word joins to their land: "Norvik Motors [de Peru]", "Tarka Group [do Brasil]"."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model.mention import SETTLED
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_PARTICLES = frozenset(["de", "del", "do", "da"])


def join_lands(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names, those of firms with the land or town behind them, which makes them other firms."""
    ends = {n.start: n.end for n in names if n.type in SETTLED}
    joined = {
        n.end + 1
        for n in names
        if n.type == "Company" and n.end + 1 in ends and tokens.lower_at(n.end) in _PARTICLES
    }
    return [
        replace(n, end=ends[n.end + 1], origin="extended name", known_as=None)
        if n.end + 1 in joined
        else n
        for n in names
        if n.start not in joined
    ]
