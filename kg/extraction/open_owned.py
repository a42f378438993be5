""" "X, a Norvik Group owned airline": a participle without its hyphen tells whose it is, and no deed."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention, MentionKind

_OWNED = frozenset(["owned", "controlled", "backed"])
_ARTICLES = frozenset(["a", "an", "the"])
_DESCRIBED = frozenset(["JJ", "NN", "VBN", "HYPH"])
_OWNS = "owns"
_LONGEST = 6  # words of an owner's name


def drop_open_owned(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without the airline itself owned by X or by Norvik, as if it were another one."""
    return [
        c
        for c in candidates
        if not (c.rule.predicate == _OWNS and _is_open_owned(c.object, arguments))
    ]


def _is_open_owned(thing: object, arguments: ArgumentFinder) -> bool:
    """Whether a nameless thing has its owner and such a participle before it, behind an article."""
    if not isinstance(thing, Mention) or thing.kind is not MentionKind.NOMINAL:
        return False
    parse = arguments.parse
    k = arguments.ranges[thing][0] - 1
    while k > 0 and parse.tags[k] in _DESCRIBED and parse.words[k] not in _OWNED:
        k -= 1
    if parse.words[k] not in _OWNED:
        return False
    start = k
    while k > max(start - _LONGEST, 0) and parse.words[k - 1][:1].isupper():
        k -= 1
    return k < start and parse.words[k - 1].lower() in _ARTICLES
