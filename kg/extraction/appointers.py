"""Who gives a post and has it not: "[X] also appointed a new director for A"."""

import re

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_GIVING = frozenset(
    ["appoint", "name", "elect", "nominate", "choose", "pick", "select", "hire", "install"]
)
_PASSIVE = frozenset(["be", "get", "become"])
_ACTING = frozenset(["has", "have", "had", "will", "would", "to", "also"])
_ARTICLES = frozenset(["a", "an", "the", "its", "another"])
_NEW = frozenset(["new", "next", "permanent", "successor", "replacement"])
_NEAR = 4  # tokens from a name to the verb
_FAR = 26  # tokens from the verb to the last of the titles that are given


def is_appointer(person: Mention, title: str, arguments: ArgumentFinder) -> bool:
    """Whether a name is the subject of an active verb that gives a title to somebody else."""
    end = arguments.ranges.get(person, (0, 0))[1]
    verb = _find_giving(end, arguments) if end else None
    if verb is None:
        return False
    tags = arguments.parse.tags[verb + 1 : verb + 1 + _FAR]
    behind = next((k for k, tag in enumerate(tags) if tag in FINITE), len(tags))
    lower = arguments.lower[verb + 1 : verb + 1 + behind]
    if _is_given_to_named(person, title, verb, arguments):
        return title.lower() in " ".join(lower)
    if (
        lower[:1] == []
        or lower[0] not in _ARTICLES
        or re.split(r"[\s-]", title.lower())[0] not in lower
    ):
        return False
    acting = not _ACTING.isdisjoint(arguments.lower[end:verb])
    return acting or (lower[0] != "the" and lower[1:2] != [] and lower[1] in _NEW)


def _is_given_to_named(person: Mention, title: str, verb: int, arguments: ArgumentFinder) -> bool:
    """ "[President X] named the economist Y as Peru's finance minister": X gives another's title."""
    own = arguments.find_post_around(arguments.ranges[person][0] - 1)
    if own is not None and own.text.casefold() == title.casefold():
        return False
    named = (m for k in range(verb + 1, verb + 1 + _NEAR) for m in arguments.by_token.get(k, ()))
    return any(
        m.kind is MentionKind.NAME
        and arguments.fits(m, ("Person",))
        and arguments.find_first(m) != arguments.find_first(person)
        for m in named
    )


def _find_giving(end: int, arguments: ArgumentFinder) -> int | None:
    """The active verb of giving a post right behind a name, past auxiliaries and adverbs."""
    lemmas, tags = arguments.parse.lemmas, arguments.parse.tags
    for token in range(end, min(end + _NEAR, len(tags))):
        if lemmas[token] in _PASSIVE:
            return None
        if lemmas[token] in _GIVING:
            return token
        if tags[token] not in {"RB", "MD", "VBZ", "VBD", "VBP", "TO"}:
            return None
    return None
