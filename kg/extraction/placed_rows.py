"""Rows of works of which each has its place behind it: "the ports, A on the Tarn and B in the north, are run by C"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_WORDS = load_lexicon("nominals")
_PLACING, _PLACES = _WORDS.get("placing_another"), _WORDS.get("nouns_of_places")
_JOINTS = frozenset([",", "and", "&"])
_BEFORE = frozenset([",", "and", "&", "the"])
_WORKS = ("Facility",)
_REACH = 30  # tokens from the noun to the end of the row
_LEAST = 2  # names that are a row


def find_placed_row(token: int, types: tuple[str, ...], arguments: ArgumentFinder) -> list[Mention]:
    """The works named behind a plural, or behind "two of them", between commas."""
    lower = arguments.lower
    opening = token + (3 if lower[token + 1 : token + 3] == ["of", "them"] else 1)
    if opening == token + 1 and arguments.parse.tags[token] != "NNS":
        return []
    if arguments.parse.words[opening : opening + 1] != [","]:
        return []
    last = arguments.parse.sentences[arguments.parse.sentence_of[token]][1]
    found: list[Mention] = []
    at, joined, closed = opening + 1, False, False
    while at < min(last, opening + _REACH):
        word = arguments.parse.words[at].lower()
        member = (
            arguments.find_name(at, _WORKS)
            if arguments.parse.words[at - 1].lower() in _BEFORE
            else None
        )
        if member is not None:
            found.append(member)
            at = arguments.ranges[member][1]
            continue
        joined = joined or word == "and"
        closed = word in {",", "."}
        if not (word in _JOINTS or closed or _tells_place(at, arguments)):
            break
        at += 1
    closed = closed or arguments.parse.words[at - 1] in {",", "."}
    whole = joined and closed and len(found) >= _LEAST
    return [m for m in found if arguments.fits(m, types)] if whole else []


def _tells_place(at: int, arguments: ArgumentFinder) -> bool:
    """Whether a word belongs to where a work is: "on the Tarn side"."""
    word = arguments.parse.words[at].lower()
    named = any(m.kind is MentionKind.NAME for m in arguments.by_token.get(at, ()))
    return (
        word in _PLACING | _PLACES
        or word in {"the", "of", "across"}
        or named
        or (arguments.parse.tags[at] in {"NNP", "JJ"})
    )
