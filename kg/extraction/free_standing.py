"""Whether a name may be the subject of what follows, as "^" asks of a pattern's first mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.gap_owners import is_home, is_place
from kg.model.mention import MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_GOVERNING = frozenset(["IN", "TO", "POS", "JJ", "CD"])
_JOINTS = frozenset([",", "and", "or", "&"])
_SET_OFF = frozenset(["—", "–", "(", ":"])  # "with two firms - X and Y"
_OPENING = frozenset(["that", "as", "after", "because", "while", "since", "although", "though"])
_OBJECTS = frozenset(["pobj", "dobj", "attr"])


def is_free(position: int, arguments: ArgumentFinder) -> bool:
    """Whether neither a preposition nor an owner stands before, nor a row that begins with an object."""
    words, tags = arguments.parse.words, arguments.parse.tags
    floor = arguments.parse.sentences[arguments.parse.sentence_of[position]][0]
    name = position
    if position > floor and words[position - 1].lower() in {"the", "a", "an"}:
        position -= 1
    if position > floor and is_home(position - 1, arguments):  # "[Ruritania's] Norvik has picked"
        position -= 1
        while position > floor and is_place(position - 1, arguments):
            position -= 1
    if position <= floor:
        return True
    before = words[position - 1]
    if before in _JOINTS or before in _SET_OFF:
        return not _is_later_object(name, before, arguments)
    if arguments.parse.deps[position - 1] == "mark" and before.lower() in _OPENING:
        return True  # "said that [X] has won": a clause of its own
    return tags[position - 1] not in _GOVERNING and before != "-"


def _is_later_object(name: int, before: str, arguments: ArgumentFinder) -> bool:
    """Whether a name goes on a row of objects: "deals with X, [Y] and [Z]", "two firms - [X] and Y"."""
    parse = arguments.parse
    mention = next(iter(arguments.by_token.get(name, ())), None)
    if mention is None or mention.kind is not MentionKind.NAME:
        return False
    token = arguments.ranges[mention][1] - 1
    seen = False
    while parse.deps[token] in {"conj", "appos"} and parse.heads[token] < token:
        seen, token = True, parse.heads[token]
    if not seen or parse.deps[token] not in _OBJECTS:
        return False
    told = arguments.by_token.get(token, ())  # "In Lima, Norvik and Tarka": a place begins no row
    return before in _SET_OFF or any(arguments.fits(m, ("Organization",)) for m in told)
