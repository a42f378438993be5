"""Firms told short by a place in their name: "Denver Holdings makes pipes. The Denver group …"."""

from collections.abc import Iterable
from dataclasses import replace

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_PLACES = frozenset(["City", "District", "Province"])
_FIRMS = frozenset(["group", "company", "firm", "conglomerate", "holding"])
_BEFORE_PLACES = frozenset(["of", "in", "at", "near"])


def name_firms(tokens: Tokens, names: Iterable[Name]) -> list[Name]:
    """The names; a place before such a noun is a firm where one told before has it in its longer name.

    A town that no firm of the text is called after stays one: "the Denver group" is then of Denver.
    """
    told: set[str] = set()
    found = []
    for name in names:
        text = tokens.slice(name.start, name.end)
        if name.type == "Company":
            told.update(_list_parts(tokens, name))
        elif name.type in _PLACES and text in told and _is_of_firm(tokens, name):
            name = replace(name, type="Company", origin="context", known_as=None, choice=None)
        found.append(name)
    return found


def _list_parts(tokens: Tokens, name: Name) -> set[str]:
    """The beginnings of a firm's name and its single words, but for a town that it is of."""
    size = name.end - name.start
    parts = {tokens.slice(name.start, name.start + k) for k in range(1, size)}
    inner = range(name.start + 1, name.end if size > 1 else name.start)
    return parts | {tokens.words[k] for k in inner if tokens.lower[k - 1] not in _BEFORE_PLACES}


def _is_of_firm(tokens: Tokens, name: Name) -> bool:
    return tokens.lower_at(name.start - 1) == "the" and tokens.lower_at(name.end) in _FIRMS
