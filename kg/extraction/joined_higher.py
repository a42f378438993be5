"""Names joined to what stands before an aside: "X, which is based in A, and [Y], a unit of B, have founded C"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from kg.model.mention import Mention
from kg.model.parse import FINITE, Parse

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_ASIDES = frozenset(["relcl", "acl", "appos", "prep"])
_OPENING = frozenset(["WDT", "WP", "WP$", "WRB", "VBN", "VBG"])
_LONGEST = 30  # tokens from such a name to the verb of all


def may_meet(
    subjects: Sequence[Mention], objects: Sequence[Mention], arguments: ArgumentFinder
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of a subject and an object but for those that an aside keeps apart."""
    for pair in product(subjects, objects):
        inner, behind = sorted(pair, key=lambda m: m.span.start)
        if inner != behind and not are_apart(inner, behind, arguments):
            yield pair


def are_apart(inner: Mention, behind: Mention, arguments: ArgumentFinder) -> bool:
    """Whether what stands in an aside has nothing to do with a name joined to whom the aside tells of.

    The parse and the words must say so: a comma and "and" before the name, and behind it, or behind
    what is told of it between commas, the verb of both.
    """
    ranges = [arguments.ranges.get(m) for m in (inner, behind)]
    if ranges[0] is None or ranges[1] is None or ranges[0][1] > ranges[1][0]:
        return False
    inside, (start, end) = ranges[0][1] - 1, ranges[1]
    parse = arguments.parse
    if _is_second_side(inside, start, parse):
        return True
    head = next((k for k in range(start, end) if parse.deps[k] == "conj"), end - 1)
    first = parse.heads[head]
    if parse.deps[head] != "conj" or first >= inside or parse.tags[first][0] != "N":
        return False
    return _hangs_aside(inside, first, parse) and _is_joined(head, inside, parse)


def _is_second_side(inside: int, start: int, parse: Parse) -> bool:
    """ "a venture between X, which A owns, and [Y]": "between" has two sides, whatever the parse."""
    first = parse.sentences[parse.sentence_of[start]][0]
    between = next((k for k in range(inside, first, -1) if parse.words[k] == "between"), None)
    if between is None:
        return False
    comma = next((k for k in range(between, inside) if parse.words[k] == ","), None)
    if comma is None or "and" in parse.words[between:comma]:
        return False
    opened = parse.tags[comma + 1] in _OPENING or parse.words[comma + 1] in {"a", "an", "part"}
    return opened and any(
        parse.words[k : k + 2] == [",", "and"] for k in range(inside + 1, start - 1)
    )


def _hangs_aside(token: int, first: int, parse: Parse) -> bool:
    """Whether a token is within what is told of `first` behind a comma."""
    while parse.heads[token] not in {token, first}:
        token = parse.heads[token]
    opening = min(token, *parse.children[token], token)
    return (
        parse.heads[token] == first
        and parse.deps[token] in _ASIDES
        and "," in parse.words[first + 1 : max(opening, token) + 1]
    )


def _is_joined(head: int, inside: int, parse: Parse) -> bool:
    """Whether ", and" leads to a name, and a verb follows on it or on an aside of its own."""
    last = parse.sentences[parse.sentence_of[head]][1]
    if not any(
        parse.words[k] == "," and parse.words[k + 1] == "and" for k in range(inside + 1, head - 1)
    ):
        return False
    if _is_verb(head + 1, parse):
        return True
    if parse.words[head + 1 : head + 2] != [","]:
        return False
    closing = (k for k in range(head + 3, min(last, head + _LONGEST)) if parse.words[k] == ",")
    return any(_is_verb(k + 1, parse) for k in closing)


def _is_verb(position: int, parse: Parse) -> bool:
    return any(
        parse.tags[k] in FINITE
        for k in range(position, min(position + 2, len(parse.tags)))
        if k == position or parse.tags[position] == "RB"
    )
