"""Whom alone a noun in the singular is said of, where names stand in a row beside it.

"[Norvik], a shipping company, Tarka and Velmo", "the shipping company [Norvik] and the insurer Velmo",
"[Norvik] (NYSE: NVK), the shipping company".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder
    from kg.model.mention import Mention

_MANY = load_lexicon("arguments").get("said_of_many")
_MARKS = frozenset(["a", "an", "another", "the", "this", "that", "one"])
_PLURAL = frozenset(["are", "were", "both", "all", "along", "alongside", "together", "well"])
_OPENED, _CLOSED = frozenset(["(", "["]), frozenset([")", "]"])


def keep_sole(found: list[Mention], token: int, arguments: ArgumentFinder) -> list[Mention]:
    """The bearers of the noun at `token` among what was found for them, in order."""
    if len(found) < 2:
        return found
    places = {m: arguments.ranges[m] for m in found}
    depth = _find_depth(token, arguments)
    open_ = [
        m for m in found if places[m][0] > token or _find_depth(places[m][0], arguments) <= depth
    ] or found
    if len(open_) < 2 or not _is_one(token, arguments):
        return open_
    before = [m for m in open_ if places[m][1] <= token]
    behind = [m for m in open_ if places[m][0] > token]
    sole = before[-1] if before else behind[0] if behind else None
    if sole is None:
        return open_
    start = min([token, *(places[m][0] for m in before)])
    words = {w.lower() for w in arguments.parse.words[start:token]}
    return open_ if words & _PLURAL else [sole]


def _is_one(token: int, arguments: ArgumentFinder) -> bool:
    """Whether a noun tells one thing: "a company", "one of the companies"; no couple or pair."""
    parse = arguments.parse
    if parse.lemmas[token] in _MANY:
        return False
    if parse.tags[token] == "NN":
        return any(parse.words[c].lower() in _MARKS for c in parse.children[token])
    of = parse.heads[token]
    return (
        parse.deps[token] == "pobj"
        and parse.lemmas[of] == "of"
        and parse.lemmas[parse.heads[of]] == "one"
    )


def _find_depth(token: int, arguments: ArgumentFinder) -> int:
    """How many brackets of its sentence a token stands in."""
    parse = arguments.parse
    words = parse.words[parse.sentences[parse.sentence_of[token]][0] : token]
    return sum(w in _OPENED for w in words) - sum(w in _CLOSED for w in words)
