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
    fellows = {m: row for row in members.values() for m in row}
    return [
        replace(candidate, subject=member, qualifiers=list(candidate.qualifiers))
        for candidate in candidates
        if candidate.rule.predicate in _DEEDS
        for member in _find_doers(candidate.subject, members, fellows, arguments)
        if member != candidate.object
    ]


def _find_doers(
    subject: Mention,
    members: dict[Mention, list[Mention]],
    fellows: dict[Mention, list[Mention]],
    arguments: ArgumentFinder,
) -> list[Mention]:
    """Those in the whole, or beside the one of them on whom the deed of "a consortium of A and B" was read."""
    beside = [m for m in fellows.get(subject, ()) if m != subject]
    return beside or members.get(arguments.find_first(subject), [])
