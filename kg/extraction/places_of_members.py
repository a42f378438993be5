"""Where works are that are told to be some of several: "runs ports in Tarn, among them A and B"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.list_reading import find_listed_beside
from kg.model.mention import Mention, MentionKind

_WORKS = ("Facility",)
_PLACED = frozenset(["in", "at", "on", "near", "off", "outside"])


def place_members(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> Iterator[Candidate]:
    """The candidates, with the members for the nameless plural that they are some of."""
    told = {c.subject for c in candidates if c.rule.predicate == "locatedIn"}
    for candidate in candidates:
        members = _find_members(candidate, arguments)
        yield from (
            replace(candidate, subject=member, qualifiers=list(candidate.qualifiers))
            for member in members
            if member not in told and member != candidate.object
        )
        if not members:
            yield candidate


def _find_members(candidate: Candidate, arguments: ArgumentFinder) -> list[Mention]:
    """The named members of a plural that is said to be somewhere; of what has a place of its own none."""
    thing, place = candidate.subject, candidate.object
    if candidate.rule.predicate != "locatedIn" or thing.kind is not MentionKind.NOMINAL:
        return []
    if not isinstance(place, Mention) or place not in arguments.ranges:
        return []
    if thing not in arguments.ranges or not arguments.fits(thing, _WORKS):
        return []
    head = arguments.ranges[thing][1] - 1
    if arguments.parse.tags[head] != "NNS" or arguments.ranges[place][0] > head + 3:
        return []
    words = arguments.parse.words
    return [
        member
        for member in find_listed_beside(head, _WORKS, arguments)
        if member.kind is MentionKind.NAME
        and words[arguments.ranges[member][1] : arguments.ranges[member][1] + 1]
        not in ([w] for w in _PLACED)
    ]
