"""Owners that gaps of a pattern pass over, "by Kenya's carrier X", and words that lead to others' things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.model.mention import SETTLED, MentionKind

if TYPE_CHECKING:
    from kg.extraction.arguments import ArgumentFinder

_OTHERS = load_lexicon("triggers").get("receivers") | load_lexicon("phrases").get("not_own")
_KINDS = load_lexicon("nominals").get_mapping("nominals")
_LISTING = frozenset(["including", "such", "like", "namely", ":"])
_PLANS = frozenset(["plan", "bid", "attempt", "effort", "move", "proposal", "push", "intention"])


def tells_plans(k: int, position: int, arguments: ArgumentFinder) -> bool:
    """ "blocked the firm['s] plans to buy Y": what somebody else means to do; "its scrutiny of X['s] bid".

    The gap begins at `position`, behind whom something is told of.
    """
    parse = arguments.parse
    if parse.tags[k] != "POS":
        return False
    if parse.tags[position - 1] == "PRP$" and not is_place(k - 1, arguments):
        return True
    noun = k + 1 + (parse.tags[k + 1 : k + 2] == ["JJ"])
    planned = noun < len(parse.words) and parse.lemmas[noun] in _PLANS
    return planned and parse.words[noun + 1 : noun + 2] == ["to"]


def is_place(k: int, arguments: ArgumentFinder) -> bool:
    """Whether the token is in the name of a place."""
    return any(
        m.kind is MentionKind.NAME and arguments.fits(m, ("Place",))
        for m in arguments.by_token.get(k, ())
    )


def is_home(k: int, arguments: ArgumentFinder) -> bool:
    """Whether the possessive mark at `k` is that of a place, and a name follows."""
    named = any(m.kind is MentionKind.NAME for m in arguments.by_token.get(k + 1, ()))
    return arguments.parse.tags[k] == "POS" and named and is_place(k - 1, arguments)


def tells_others(position: int, arguments: ArgumentFinder) -> bool:
    """Whether the word leads to others' things; not so in "[award]-winning films"."""
    parse = arguments.parse
    joined = parse.words[position + 1 : position + 2] == ["-"]
    joined = joined and parse.ends[position] == parse.starts[position + 1]
    others = parse.words[position].lower() in _OTHERS
    return not joined and (others or _lists_places(position, arguments))


def _lists_places(position: int, arguments: ArgumentFinder) -> bool:
    """ "projects in [counties] including Zenda": what follows are places, and no projects."""
    parse = arguments.parse
    behind = position + 1 + (parse.words[position + 1 : position + 2] == [","])
    listed = parse.tags[position] == "NNS" and parse.words[behind : behind + 1] != []
    return (
        listed
        and parse.words[behind].lower() in _LISTING
        and _KINDS.get(parse.lemmas[position]) in SETTLED
    )
