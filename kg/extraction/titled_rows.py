"""Whose a title is where names and titles stand in a row: "X, head of A and chair of B, Y, head of C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.extraction.pattern_gaps import skip_brackets, skip_honorifics
from kg.extraction.title_gaps import names_person
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_DETERMINERS = frozenset(["a", "an", "the", "its", "also"])
_JOINTS = frozenset(["and", "&"])
_REACH = 24  # tokens from a title to the one before it in the same row


def find_bearer(post: Mention, former: frozenset[str], arguments: ArgumentFinder) -> Mention | None:
    """The name before a comma that a title stands behind, or behind other titles of the same name.

    None where a verb or another name stands between, or where the title is before its name.
    """
    words = arguments.parse.words
    start, end = arguments.ranges[post]
    if names_person(skip_honorifics(end, arguments), arguments):
        return None  # "and Transport Minister [Y]"
    floor = arguments.parse.sentences[arguments.parse.sentence_of[start]][0]
    before = _pass_land(start, arguments)  # "X, | Ruritanian Ambassador"
    while before > floor and words[before - 1].lower() in _DETERMINERS | former:
        before -= 1
    comma = before > floor and words[before - 1] == ","
    if comma:
        person = _find_person(before - 1, floor, arguments)
        if person is not None:
            return person
    if not comma and not (before > floor and words[before - 1].lower() in _JOINTS):
        return None
    earlier = _find_earlier(before - 1, floor, arguments)
    return find_bearer(earlier, former, arguments) if earlier is not None else None


def _pass_land(start: int, arguments: ArgumentFinder) -> int:
    """The token at which the country begins that stands right before a title."""
    end = start - (arguments.parse.tags[start - 1 : start] == ["POS"])
    return next(
        (
            arguments.ranges[m][0]
            for m in arguments.by_token.get(end - 1, ())
            if m.type == "Country" and arguments.ranges[m][1] == end
        ),
        start,
    )


def find_governing(start: int, arguments: ArgumentFinder) -> Mention | None:
    """The title that "of" ties to the body that begins at a token: "Director of the (Peruvian) | Norvik Group"."""
    words = arguments.parse.words
    for mention in arguments.by_token.get(start - 1, ()):
        if arguments.fits(mention, ("Country",)):
            start = arguments.ranges[mention][0]
    start -= words[start - 1 : start] == ["the"]
    if start < 2 or words[start - 1] not in {"of", "at"}:
        return None
    return next(
        (
            m
            for m in arguments.by_token.get(start - 2, ())
            if m.kind is MentionKind.POST and arguments.ranges[m][1] == start - 1
        ),
        None,
    )


def shares_land(
    governing: Mention | None, body: Mention, posts: Sequence[Mention], arguments: ArgumentFinder
) -> bool:
    """ "[Deputy Premier], Minister of Trade of Peru", "Deputy of Peru, [Minister] X": one land for both."""
    if governing is None or not arguments.fits(body, ("Country",)):
        return False
    words, ranges = arguments.parse.words, arguments.ranges
    for post in posts:
        first, second = sorted((ranges[post], ranges[governing]))
        start = max(first[1], ranges[body][1]) if second == ranges[post] else first[1]
        if words[start : second[0]] in ([","], ["and"], [",", "the"]):
            return True
    return False


def bears_post(name: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a title or "counterpart" stands right before a name, or a title behind its comma."""
    start, end = arguments.ranges[name]
    words = arguments.parse.words
    if words[start - 1 : start] == ["counterpart"]:
        return True
    behind = end + 1 + (words[end + 1 : end + 2] in (["the"], ["a"], ["an"]))
    beside = [(start - 1, 1, start)] + [(behind, 0, behind)] * (words[end : end + 1] == [","])
    return any(
        m.kind is MentionKind.POST and arguments.ranges[m][side] == edge
        for token, side, edge in beside
        for m in arguments.by_token.get(token, ())
    )


def _find_person(end: int, floor: int, arguments: ArgumentFinder) -> Mention | None:
    """The person whose name ends at a token, brackets passed over: "Nina Aalto (57) | ,"."""
    for k in range(end, max(end - 8, floor), -1):
        for mention in arguments.by_token.get(k - 1, ()):
            named = mention.kind is MentionKind.NAME and arguments.fits(mention, ("Person",))
            last = arguments.ranges[mention][1]
            if named and last == k and (k == end or skip_brackets(k, arguments) == end):
                return mention
    return None


def _find_earlier(end: int, floor: int, arguments: ArgumentFinder) -> Mention | None:
    """The title before in the row, if only what it is of stands between."""
    for k in range(end - 1, max(end - _REACH, floor) - 1, -1):
        if arguments.parse.tags[k] in FINITE or arguments.parse.words[k] == ";":
            return None
        for mention in arguments.by_token.get(k, ()):
            if mention.kind is MentionKind.POST:
                return mention
            if mention.kind is MentionKind.NAME and arguments.fits(mention, ("Person",)):
                return None
    return None
