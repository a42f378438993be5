"""Who does what a passive tells, where the parser hangs the "by" on another word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model.parse import Parse

if TYPE_CHECKING:
    from kg.extraction.clause import Clause

_PARTICIPLES = frozenset(["advcl", "acl"])


def find_agents(parse: Parse, clause: Clause) -> list[int]:
    """The "by" of a passive that has none of its own."""
    if not clause.prepositions:
        return _find_shared(parse, clause.token)
    return _find_counted(parse, clause.token) if parse.deps[clause.token] in _PARTICIPLES else []


def _find_shared(parse: Parse, token: int) -> list[int]:
    """The "by" of participles joined to a passive that have no subject: "owned and [run by Y]"."""
    return [
        agent
        for child in parse.children[token]
        if parse.deps[child] == "conj" and parse.tags[child] == "VBN"
        if all(parse.deps[c] in {"agent", "advmod", "prep"} for c in parse.children[child])
        for agent in parse.children[child]
        if parse.deps[agent] == "agent"
    ]


def _find_counted(parse: Parse, token: int) -> list[int]:
    """ "built in 14 months [by X]", "seeded with 500,000 dollars [by X]": hung on what is counted."""
    return [
        by
        for preposition in parse.children[token]
        if parse.deps[preposition] == "prep"
        for noun in parse.children[preposition]
        if any(parse.tags[k] == "CD" for k in (noun, *parse.children[noun]))
        for by in parse.children[noun]
        if parse.lemmas[by] == "by" and parse.deps[by] == "prep"
    ]
