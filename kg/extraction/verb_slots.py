"""What the verb above a noun has beside it: "[ownership] of the mill lies with Norvik", "orders went to Tarka"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.clause import Clause
    from kg.extraction.clausing import ClauseBuilder

_STEPS = 4  # heads between a noun and its verb
_BETWEEN = frozenset(
    ["pobj", "prep", "conj", "dobj", "nsubj", "nsubjpass", "attr", "agent", "advcl"]
)
_LETTING = frozenset(["let", "help", "make", "have", "see", "get"])
_PREFIX = "verb-"


def add_verb_slots(clause: Clause, builder: ClauseBuilder) -> None:
    """Adds the slots "verb-subject", "verb-object", "verb-attr" and "verb-with" and the like to a noun's clause.

    The subject is the grammatical one. What belongs to the noun itself is left out. "verb-self" is the verb.
    """
    verb = _find_verb(clause.token, builder)
    if verb is None:
        return
    above = builder.verb(verb)
    clause.prepositions[f"{_PREFIX}self"] = [verb]
    slots = {"subject": builder.surface_subjects(verb), "attr": above.complements}
    slots["object"] = [] if above.passive else above.objects or _list_let(verb, builder)
    slots |= above.prepositions
    if above.passive:
        slots["by"] = above.subjects
    own = _list_own(clause, builder)
    for name, tokens in slots.items():
        others = [t for t in tokens if t not in own]
        if others:
            clause.prepositions[_PREFIX + name] = others


def _list_let(verb: int, builder: ClauseBuilder) -> list[int]:
    """ "will let [Norvik] rebuild its mill": who is to act."""
    parse = builder.parse
    if parse.lemmas[verb] not in _LETTING:
        return []
    below = [c for c in parse.children[verb] if parse.deps[c] in {"ccomp", "xcomp"}]
    found = [c for b in below for c in parse.children[b] if parse.deps[c] == "nsubj" and c > verb]
    return [t for c in found for t in builder.spread_from(c)]


def _find_verb(token: int, builder: ClauseBuilder) -> int | None:
    """The verb whose argument the noun is, or stands in."""
    parse = builder.parse
    for _ in range(_STEPS):
        above = parse.heads[token]
        if above == token or parse.deps[token] not in _BETWEEN:
            return None
        if parse.tags[above][:2] == "VB":
            return above
        token = above
    return None


def _list_own(clause: Clause, builder: ClauseBuilder) -> set[int]:
    """The noun, what it is joined to, and what stands below it."""
    parse = builder.parse
    own = {clause.token, *clause.possessors, *clause.compounds}
    root = clause.token
    while parse.deps[root] == "conj":
        root = parse.heads[root]
        own.add(root)
    for tokens in clause.prepositions.values():
        own |= {t for t in tokens if _is_below(t, clause.token, parse.heads)}
    return own


def _is_below(token: int, noun: int, heads: list[int]) -> bool:
    for _ in range(_STEPS):
        if token == noun:
            return True
        token = heads[token]
    return False
