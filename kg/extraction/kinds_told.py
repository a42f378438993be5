"""Plurals that tell of a kind and of no things that anybody could find: "one of the busiest ports in Africa"."""

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind

_OF, _MEMBERS = "of", frozenset(["one", "some", "many", "most", "number", "several"])
_AMONG = frozenset(["among", "amongst"])
_DETERMINERS = frozenset(["the", "'s", "’s", "its", "their"])
_WHOSE = frozenset(["country", "region", "world", "nation", "continent", "city", "state"])
_FIRST = "first"
_RANKED = frozenset(["JJS", "RBS"])
_PLURALS = frozenset(["NNS", "NNPS"])
_REACH = 5  # words of who has them: "one of [the world 's] largest mines"


def is_kind(mention: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a phrase without a name tells what kind something is of, or how many there are."""
    if mention.kind is not MentionKind.NOMINAL or mention not in arguments.ranges:
        return False
    start, end = arguments.ranges[mention]
    parse = arguments.parse
    words = parse.words[max(start - _REACH - 2, 0) : start]
    ranked = not _RANKED.isdisjoint(parse.tags[start:end])
    if parse.tags[end - 1] in _PLURALS:
        ranked = ranked or _FIRST in (parse.words[start], *words[-1:])
        while words and _tells_whose(words[-1]):
            words.pop()
        member = words[-1:] == [_OF] and words[-2:-1] != [] and words[-2].lower() in _MEMBERS
        return member or (ranked and words[-1:] != [] and words[-1].lower() in _AMONG)
    # "It is the biggest port in Africa", where nobody knows what "it" is
    return ranked and parse.deps[end - 1] == "attr" and arguments.find_first(mention) is mention


def _tells_whose(word: str) -> bool:
    """ "One of [the Ruritanian country's first] mines"."""
    named = word.istitle() and word.lower() not in _MEMBERS
    return named or word in _DETERMINERS or word in _WHOSE or word == _FIRST
