"""Where each of several alike is: "a mill in Zenda and another in Hentz" puts none of them in both."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.places_of_members import place_members
from kg.model.claim import Qualifier
from kg.model.mention import ANOTHER, Mention, MentionKind
from kg.model.parse import FINITE

_PLACING = frozenset(["locatedIn"])
_DEEDS = frozenset(["develops", "owns", "operates", "acquires"])
_TIMED = frozenset(["time"])
_NEAR = 4  # tokens from the place of a thing to its time


def settle_others(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without the places, and with the times, that others of the kind have."""
    candidates = list(place_members(candidates, arguments))
    others = [m for m in arguments.ranges if m.origin == ANOTHER]
    if not others:
        return candidates
    kept = [c for c in candidates if not _is_of_other(c, others, arguments)]
    for other in others:
        kept += _pass_on(other, kept, arguments)
    for candidate in kept:
        if candidate.object in others:
            _put_time(candidate, arguments)
    return kept


def _is_of_other(
    candidate: Candidate, others: Sequence[Mention], arguments: ArgumentFinder
) -> bool:
    """Whether a place behind one of several is told of another one."""
    thing, place = candidate.subject, candidate.object
    if candidate.rule.predicate not in _PLACING or not isinstance(place, Mention):
        return False
    if thing not in arguments.ranges or place not in arguments.ranges:
        return False
    sentences = arguments.parse.sentence_of
    start, at = arguments.ranges[thing][0], arguments.ranges[place][0]
    same = [
        arguments.ranges[m][0]
        for m in others
        if sentences[arguments.ranges[m][0]] == sentences[start] and m.type == thing.type
    ]
    if thing in others and at < start:
        return True
    return any(start < other < at for other in same)


def _pass_on(
    other: Mention, candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """What is done with the first thing, once more for another one that the parser hangs elsewhere."""
    start = arguments.ranges[other][0]
    sentences = arguments.parse.sentence_of
    alike = [
        m
        for m, (at, _) in arguments.ranges.items()
        if m.kind is MentionKind.NOMINAL
        and m.type == other.type
        and at < start
        and sentences[at] == sentences[start]
        and (m.origin == ANOTHER or m.text.split()[:-1] == other.text.split()[:-1])
    ]
    first = max(alike, key=lambda m: arguments.ranges[m][0], default=None)
    if first is None or _has_verb(arguments.ranges[first][1], start, arguments):
        return []
    known = {(c.rule.predicate, c.subject) for c in candidates if c.object == other}
    deeds = [c for c in candidates if c.object == first and c.rule.predicate in _DEEDS]
    return [
        replace(c, object=other, qualifiers=list(c.qualifiers))
        for c in deeds
        if (c.rule.predicate, c.subject) not in known
    ]


def _has_verb(start: int, end: int, arguments: ArgumentFinder) -> bool:
    """Whether another clause begins between two things; what "that" tells of the first is none."""
    parse = arguments.parse
    if parse.words[start].lower() in {"that", "which"}:
        return False
    return any(parse.tags[k] in FINITE or parse.tags[k] == "VB" for k in range(start, end))


def _put_time(candidate: Candidate, arguments: ArgumentFinder) -> None:
    """ "a mill in Zenda in 2019 and another in Hentz in 2021": the year behind its own place, or none."""
    if not isinstance(candidate.object, Mention):
        return
    end = arguments.ranges[candidate.object][1]
    last = arguments.parse.sentences[arguments.parse.sentence_of[end - 1]][1]
    own = [
        m
        for token in range(end, min(end + _NEAR + 2, last))
        for m in arguments.by_token.get(token, ())
        if m.kind is MentionKind.PERIOD and m.value is not None
    ]
    told = [q for q in candidate.qualifiers if q.name in _TIMED]
    if told and own and own[0].value is not None:
        candidate.qualifiers[:] = [q for q in candidate.qualifiers if q.name not in _TIMED]
        candidate.qualifiers.append(Qualifier(name="time", value=own[0].value))
    candidate.qualifiers[:] = [q for q in candidate.qualifiers if q.name not in {"amount", "count"}]
