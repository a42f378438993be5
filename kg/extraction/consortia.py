"""What a consortium does, its members do: "a consortium of A and B will build the port"."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention, MentionKind

_DEEDS = frozenset(["acquires", "develops", "operates", "supplies"])


def find_deeds_of_members(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The deeds of a nameless whole once more for each of those that the text tells to be in it."""
    members: dict[Mention, list[Mention]] = defaultdict(list)
    for candidate in candidates:
        whole = candidate.object
        if candidate.rule.predicate != "memberOf" or not isinstance(whole, Mention):
            continue
        if whole.kind is MentionKind.NOMINAL and candidate.subject not in members[whole]:
            members[whole].append(candidate.subject)
    if not members:
        return []
    return [
        replace(candidate, subject=member, qualifiers=list(candidate.qualifiers))
        for candidate in candidates
        if candidate.rule.predicate in _DEEDS
        for member in members.get(arguments.find_first(candidate.subject), ())
        if member != candidate.object
    ]
