"""Towns that do nothing: where a body sits ("The Tarka Institute, Zenda has built a plant") or somebody goes."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_LYING = frozenset(["locatedIn", "hostsHub", "connectedTo"])
_TOWNS, _BODIES = ("City", "District"), ("Organization", "Facility")
_PLACES = ("Place",)
_GOING = frozenset(["head", "leave", "depart", "sail", "embark", "off", "bind", "bound"])
_OPENERS = frozenset(["IN", "TO", "RB", "WRB", "VBG", "VBN"])


def drop_seats(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without those of which such a town would be the subject."""
    return [
        c
        for c in candidates
        if c.rule.predicate in _LYING
        or not (_is_seat(c.subject, arguments) or _is_goal(c.subject, arguments))
    ]


def _is_goal(town: Mention, arguments: ArgumentFinder) -> bool:
    """ "headed for [Zenda] to open a mill"."""
    if town not in arguments.ranges or not arguments.fits(town, _PLACES):
        return False
    start, end = arguments.ranges[town]
    words, lemmas = arguments.parse.words, arguments.parse.lemmas
    aimed = start > 1 and words[start - 1] == "for" and words[end : end + 1] == ["to"]
    return aimed and lemmas[start - 2] in _GOING


def _is_seat(town: Mention, arguments: ArgumentFinder) -> bool:
    """Whether a body with which the sentence begins stands before the comma, and the verb right behind the town."""
    parse, ranges = arguments.parse, arguments.ranges
    if town.kind is not MentionKind.NAME or town not in ranges or not arguments.fits(town, _TOWNS):
        return False
    start, end = ranges[town]
    verbal = end < len(parse.tags) and parse.tags[end] in FINITE
    if not verbal or start < 2 or parse.words[start - 1] != ",":
        return False
    body = arguments.find_name_before(start - 1, _BODIES)
    if body is None:
        return False
    first = parse.sentences[parse.sentence_of[start]][0]
    before = parse.tags[first : ranges[body][0]]
    verbs = any(tag[:2] in {"VB", "MD"} for tag in before)
    return not verbs and not (before and before[0] in _OPENERS)
