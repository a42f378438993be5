"""What is told of works between their kind and their place: "a mill [worth $3 million] in Zenda"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.mention import MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_WORDS = load_lexicon("phrases")
_SIZED = _WORDS.get("tails_of_size")
_MADE = _WORDS.get("tails_of_goods")
_RUN = _WORDS.get("tails_of_doers")
_BUILDING = _WORDS.get("nouns_of_building")
_TAILS, _SIZE, _GOODS, _FIRM = 2, 7, 6, 5  # tails in a row, and the most tokens before their end
_NOUNS = frozenset(["NN", "NNS", "JJ", "DT", "HYPH", "IN"])
_DESCRIBING = frozenset(["DT", "JJ", "NN", "NNP", "NNS", "POS", "HYPH", "VBN", "PRP$"])
_GOODS_TAGS = frozenset(["NN", "NNS", "JJ", "HYPH", "CC", "VBN", "CD", "NNP"])
_PER = frozenset(["a", "per", "each", "every", "of"])


def find_thing_ends(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Where a pattern may go on behind what works cost, hold or make, and whose they are.

    "a mill [costing $3 million] in Zenda", "the mill [of Tarka Group] in Zenda".
    """
    yield position
    ends = [position]
    for _ in range(_TAILS):
        ends = [end for start in ends for end in _pass_tail(start, limit, arguments)]
        yield from ends


def _pass_tail(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    words = arguments.plain[position : min(position + 2, limit)]
    if not words:
        return
    first = words[1] if words[0] == "to" and len(words) > 1 else words[0]
    behind = position + 1 + (words[0] == "to")
    if first in _SIZED:
        yield from _pass_size(behind, limit, arguments)
    if first in _MADE:
        yield from _pass_goods(behind, limit, arguments)
    elif first in _RUN or _is_of_or_by(position, arguments):
        yield from _pass_firm(position + 1, limit, arguments)


def _is_of_or_by(position: int, arguments: ArgumentFinder) -> bool:
    """Whether "of" or "by" tells whose the works are; "criticism of the mill by X" tells who speaks."""
    word = arguments.plain[position]
    if word != "by":
        return word == "of"
    first = arguments.parse.sentences[arguments.parse.sentence_of[position]][0]
    start = position - 1
    while start > first and arguments.parse.tags[start] in _DESCRIBING:
        start -= 1
    building = arguments.plain[start] == "of" and arguments.plain[start - 1] in _BUILDING
    return building or start == first


def _pass_size(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Behind a figure and what it counts: "employing [300 people]", "worth [about $3 million]"."""
    for k in range(position, min(position + _SIZE, limit)):
        value = next(
            (
                m
                for m in arguments.by_token.get(k, ())
                if m.kind is MentionKind.QUANTITY and arguments.ranges[m][0] == k
            ),
            None,
        )
        if value is not None:
            end = arguments.ranges[value][1]
            yield end
            yield from _pass_counted(end, limit, arguments)
            return
        if arguments.parse.tags[k] not in _NOUNS or arguments.plain[k] in {"in", "near"}:
            return


def _pass_counted(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    tags, words = arguments.parse.tags, arguments.plain
    for k in range(position, min(position + 4, limit)):
        if tags[k] not in {"NN", "NNS", "JJ", "HYPH"} and words[k] not in _PER:
            return
        yield k + 1


def _pass_goods(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Behind what is made there: "making [ship plates]"."""
    for k in range(position, min(position + _GOODS, limit)):
        if arguments.parse.tags[k] not in _GOODS_TAGS:
            return
        yield k + 1


def _pass_firm(position: int, limit: int, arguments: ArgumentFinder) -> Iterator[int]:
    """Behind a firm or body: "by [Kenya's carrier Tarka Air]"; a firm's people are not the firm."""
    position += arguments.plain[position : position + 1] in (["by"], ["to"])
    for k in range(position, min(position + _FIRM, limit)):
        for mention in arguments.by_token.get(k, ()):
            start, end = arguments.ranges[mention]
            if start == k and arguments.fits(mention, ("Organization",)):
                yield end
                return
        if arguments.parse.tags[k] not in _DESCRIBING:
            return


def ends_works(position: int, types: tuple[str, ...], arguments: ArgumentFinder) -> bool:
    """Whether works without a name end here, where no works are asked for: "in Zenda and the mill| of A"."""
    return "Facility" not in types and any(
        arguments.ranges[m][1] == position
        and m.kind is MentionKind.NOMINAL
        and arguments.fits(m, ("Facility",))
        and not arguments.fits(m, ("LogisticsHub",))
        for m in arguments.by_token.get(position - 1, ())
    )
