"""What is told of a member of a list before the next one: "A, directed by X, B by Y and C"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.parse import FINITE

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_LONGEST = 16  # tokens that an aside may have
_WORDS = load_lexicon("phrases")
_OPENERS = _WORDS.get("aside_openers")
_PLAIN = _WORDS.get("aside_openers_plain")
_SET_OFF = _WORDS.get("aside_openers_set_off")
_CLAUSES = _WORDS.get("aside_clauses")
_CAST = _WORDS.get("aside_people")
_JOINTS = frozenset([",", ";", "and"])
_ALSO = (("and",), ("or",), ("&",), ("as", "well", "as"), ("along", "with"), ("plus",), ("among",))
_CUES = (("such", "as"), ("including",), ("like",), (",", "such", "as"), (",", "including"))
_TITLE = 9  # tokens from a joint to what tells that a work's title stands there
_WORK_MARKS = frozenset(["directed", "written", "co-directed"])
_DESCRIBED = 6  # tokens that the kind of further members may have


def find_asides(position: int, arguments: ArgumentFinder, *, of_works: bool) -> Iterator[int]:
    """The joints at which the aside that opens at `position` may end, the nearest first.

    A finite verb belongs to it only where a relative pronoun opened it. Of works much is told, who
    directed them and for whom; of companies where they are and what. Behind who plays in a work
    further players follow as a rule: there only a work that tells itself as one ends it, "X directed by Y".
    """
    parse = arguments.parse
    limit = min(parse.sentences[parse.sentence_of[position - 1]][1], position + _LONGEST)
    opening = position + (parse.words[position : position + 1] == [","])
    openers = (
        (_OPENERS if of_works else _PLAIN) | _CLAUSES | (_SET_OFF if opening > position else set())
    )
    if opening >= limit or parse.words[opening].lower() not in openers:
        return
    clause = parse.words[opening].lower() in _CLAUSES
    inner = parse.words[opening + clause : opening + clause + 1]
    played = bool(inner) and inner[0].lower() in _CAST
    for k in range(opening + 1, limit):
        if parse.words[k] in _JOINTS:
            if not played or _is_work_behind(k, limit, arguments):
                yield k
        elif parse.tags[k] in FINITE and not clause:
            return
        played = played or parse.words[k] in _CAST


def _is_work_behind(joint: int, limit: int, arguments: ArgumentFinder) -> bool:
    """Whether a name with "directed by" follows, or "as well as" leads to one."""
    words = [w.lower() for w in arguments.parse.words[joint + 1 : min(limit, joint + 1 + _TITLE)]]
    cut = next((i for i, word in enumerate(words) if word in _JOINTS), len(words))
    told = words[:cut]
    return told[:3] == ["as", "well", "as"] or not _WORK_MARKS.isdisjoint(told[1:])


def find_kind_cue(position: int, arguments: ArgumentFinder) -> int | None:
    """Where a list goes on behind the kind of its further members: "and other firms such as [X]".

    The kind is a plural that "other" or "others" leads to, or that "as well as" joins.
    """
    words = [w.lower() for w in arguments.parse.words[position : position + 4 + _DESCRIBED]]
    tags = arguments.parse.tags
    joint = next((j for j in _ALSO if tuple(words[: len(j)]) == j), None)
    if joint is None:
        return None
    start = len(joint)
    for k in range(start, min(start + _DESCRIBED, len(words))):
        if tags[position + k] == "NNS" or words[k] == "others":
            cue = next((c for c in _CUES if tuple(words[k + 1 : k + 1 + len(c)]) == c), None)
            if cue is not None:
                return position + k + 1 + len(cue)
        elif words[k] in {"in", "of", "to", "for", "by", "with"} or tags[position + k] in FINITE:
            return None
    return None
