"""The body of a post is no doer beside its holder: "the former chairman of [Norvik], Jane Doe, founded Tarka"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention

_JOINS = frozenset(["of", "at", "for", "with"])
_DOERS = frozenset(["acquires", "foundedBy", "owns"])
_PEOPLE = frozenset(["Person", "Official"])
_BETWEEN = 3  # tokens between the comma and the name: "Dr"


def drop_bodies_of_holders(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without deeds of a body that only tells whose holder, told right behind, does them."""
    return [
        c
        for c in candidates
        if c.rule.predicate not in _DOERS or not _is_of_holder(_get_doer(c), arguments)
    ]


def _get_doer(candidate: Candidate) -> object:
    return candidate.object if candidate.rule.predicate == "foundedBy" else candidate.subject


def _is_of_holder(body: object, arguments: ArgumentFinder) -> bool:
    """Whether a title stands before a body, and behind it a comma and a person who does what is told."""
    if not isinstance(body, Mention) or body.type in _PEOPLE:
        return False
    person = _find_holder(body, arguments)
    if person is None:
        return False
    end = arguments.ranges[person][1]
    end += arguments.parse.words[end : end + 1] == [","]
    return "".join(arguments.parse.tags[end : end + 1])[:1] in {"V", "M", "R"}


def _find_holder(body: Mention, arguments: ArgumentFinder) -> Mention | None:
    """The person behind the body and a comma, where a title stands before the body."""
    if body not in arguments.ranges:
        return None
    words, (start, end) = arguments.parse.words, arguments.ranges[body]
    k = start - 1 - (words[start - 1 : start] == ["the"])
    titled = k > 0 and words[k] in _JOINS
    if not titled or words[end : end + 1] != [","]:
        return None
    if arguments.find_post_around(k - 1) is None:
        return None
    behind = (m for i in range(end + 1, end + _BETWEEN) for m in arguments.by_token.get(i, ()))
    return next((m for m in behind if m.type in _PEOPLE), None)
