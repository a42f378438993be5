"""Whose minister leads one of two sides: "talks between Kenya and Peru, led by Trade Minister X and Y"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_holder_behind
from kg.extraction.only_told import read_key
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_LEADING = frozenset(["headed", "led", "chaired", "co-chaired"])
_BETWEEN = frozenset(["between", "sides", "delegations", "teams"])
_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])


def find_side(token: int, arguments: ArgumentFinder) -> Mention | None:
    """The side of the title that begins at a token: of two sides and two leaders each has his own, in order."""
    parse = arguments.parse
    first, last = parse.sentences[parse.sentence_of[token]]
    by = next((k for k in range(token - 1, first, -1) if _opens_leaders(k, arguments)), None)
    if by is None or _BETWEEN.isdisjoint(w.lower() for w in parse.words[first:by]):
        return None
    end = next((k for k in range(by, last) if parse.tags[k] in FINITE), last)
    posts = sorted(arguments.ranges[post][0] for post in _list_led(by, end, arguments))
    sides = _list_sides(first, by, arguments)
    if len(posts) != len(sides) or len(sides) != 2 or token not in posts:
        return None
    return sides[posts.index(token)]


def _opens_leaders(k: int, arguments: ArgumentFinder) -> bool:
    words = arguments.parse.words
    return words[k] == "by" and words[k - 1].lower() in _LEADING


def _list_led(start: int, end: int, arguments: ArgumentFinder) -> list[Mention]:
    """The titles between two tokens that stand before a name."""
    return [
        post
        for post in arguments.recognized.public_posts
        if start < arguments.ranges[post][0] < end
        and find_holder_behind(arguments.ranges[post][1], arguments) is not None
    ]


def _list_sides(start: int, end: int, arguments: ArgumentFinder) -> list[Mention]:
    """The countries told between two tokens, each once, in order."""
    found: dict[str, Mention] = {}
    for mention in sorted(arguments.recognized.mentions, key=lambda m: m.span):
        inside = start <= arguments.ranges[mention][0] < end
        if inside and mention.type == "Country" and mention.kind in _KINDS:
            found.setdefault(read_key(mention, arguments), mention)
    return list(found.values())
