"""What stands before a field of business and is no part of it: "[the fast-growing Peruvian] cold storage company"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_WORDS, _TRIGGERS = load_lexicon("fields"), load_lexicon("triggers")
WHOLE = _TRIGGERS.get("whole_fields") | load_lexicon("arguments").get("field_pairs")
KNOWN = _TRIGGERS.get("industries") | _TRIGGERS.get("narrow_fields")
NO_FIELDS, LETTERS = _WORDS.get("no_fields"), _WORDS.get("field_letters")
ALONE = KNOWN | _WORDS.get("whole_adjectives")
WAYS = _WORDS.get("trading_ways")
NAMING = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_TELLING, _HALF = _WORDS.get("telling_adjectives"), _WORDS.get("half_telling")
_HALF_TOLD, _RATING_ENDS = _WORDS.get("half_told"), _WORDS.get("rating_ends")
_OPENING = _WORDS.get("opening_nouns")
_RANK = re.compile(r"no\.?\d+|number")  # "No.2"
_DESCRIBING = frozenset(["JJ", "CD", "RB"])

Bounds = tuple[int, int]


def leave_opening(piece: Bounds, arguments: ArgumentFinder) -> Bounds | None:
    """A piece without what only rates the firm or says whose or where it is; None where nothing is left."""
    start, end = piece
    while start < end and (size := _measure(start, end, arguments)):
        start += size
    return (start, end) if start < end else None


def begins_phrase(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether what was left out opens the whole phrase: "Norvik and [Peru's largest] gas firm"."""
    parse = arguments.parse
    return any(
        parse.tags[k] in {"JJS", "CD"}
        or parse.words[k].lower() in arguments.phrases.edge
        or any(m.kind in NAMING for m in arguments.by_token.get(k, ()))
        for k in range(start, end)
    )


def _measure(k: int, end: int, arguments: ArgumentFinder) -> int:
    """How many tokens from `k` on only open the phrase; 0 where the field begins."""
    parse = arguments.parse
    if placed := _pass_place(k, end, arguments):
        return placed
    unit = k + 1
    while parse.words[unit : unit + 1] == ["-"] and unit + 1 < end:
        unit += 2  # "state-owned", "e-commerce"
    word = "".join(parse.words[k:unit]).lower()
    if parse.words[k] == "-" or _RANK.fullmatch(word):
        return 1
    if unit > k + 1 and (parse.words[unit - 1].lower() in _RATING_ENDS or _has_digit(word)):
        return unit - k
    if unit >= end:  # the last word tells the field, or nothing does
        return int(parse.tags[k] == "JJ" and unit == k + 1 and word not in ALONE | WAYS)
    behind = parse.words[unit].lower()
    if f"{word} {behind}" in WHOLE:
        return 0
    if word in _HALF:
        return 0 if behind in _HALF_TOLD else unit - k
    return 0 if _tells(k, unit, end, arguments) else unit - k


def _tells(k: int, unit: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether a word before others is part of the field."""
    parse = arguments.parse
    word = "".join(parse.words[k:unit]).lower()
    if word in KNOWN or word in _TELLING or parse.words[k] in LETTERS:
        return True
    if parse.words[k][:1].isupper() and parse.words[end - 1].islower():
        return False  # "the [Norvik] jewelry company"
    return parse.tags[unit - 1][:2] not in _DESCRIBING and word not in _OPENING


def _has_digit(word: str) -> bool:
    return any(c.isdigit() for c in word)  # "an 80m-turnover group"


def _pass_place(k: int, end: int, arguments: ArgumentFinder) -> int:
    """The tokens of a place or nationality at `k`, with "-based" behind it."""
    words = arguments.parse.words
    for mention in arguments.by_token.get(k, ()):
        first, last = arguments.ranges[mention]
        told = mention.kind in NAMING and first == k and last < end
        if told and arguments.fits(mention, ("Place",)):
            return (min(last + 2, end) if words[last] == "-" else last) - k
    return 0
