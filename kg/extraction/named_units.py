"""Whose unit a name in a row is: "Norvik and [Tarka] unit Zenda", "Norvik's unit [Zenda], Leixo Foods and Hentz"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_PREDICATE = "subsidiaryOf"
_UNITS = frozenset(["unit", "subsidiary", "arm", "affiliate", "division"])
_FIRM = ("Organization",)
_OBJECTS = frozenset(["dobj", "pobj"])
_PHRASE = "phrase"


def drop_units_of_others(candidates: list[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without units that another name stands before, or that stand behind the one unit told."""
    acting = {
        c.subject
        for c in candidates
        if c.rule.predicate == _PREDICATE and _has_role(c.object, SUBJECTS, arguments)
    }

    def is_of_other(unit: Candidate, parent: Mention) -> bool:
        if _is_of_other(unit.subject, parent, arguments):
            return True
        dealt = unit.subject in acting and unit.rule.kind == _PHRASE
        return dealt and _is_dealt_in(parent, arguments)

    return drop_false(candidates, {_PREDICATE}, is_of_other)


def _has_role(parent: object, roles: frozenset[str], arguments: ArgumentFinder) -> bool:
    if not isinstance(parent, Mention) or parent not in arguments.ranges:
        return False
    return arguments.parse.deps[arguments.ranges[parent][1] - 1] in roles


def _is_dealt_in(parent: Mention, arguments: ArgumentFinder) -> bool:
    """ "Norvik bought [Tarka] through its unit Zenda", "owns 40% of [Tarka] and acts through its unit Zenda"."""
    return parent.kind is MentionKind.NAME and _has_role(parent, _OBJECTS, arguments)


def _is_of_other(unit: Mention, parent: Mention, arguments: ArgumentFinder) -> bool:
    ranges = arguments.ranges
    if unit not in ranges or parent not in ranges or ranges[parent][1] > ranges[unit][0]:
        return False
    (start, end), parse = (ranges[parent][1], ranges[unit][0]), arguments.parse
    nouns = [k for k in range(start, end) if parse.words[k].lower() in _UNITS]
    if not nouns:
        return False
    noun = nouns[-1]
    if any(ranges[m][0] > start for m in _find_firms(noun - 1, arguments)):
        return True
    return any(ranges[m][1] <= end for m in _find_firms(noun + 1, arguments))


def _find_firms(token: int, arguments: ArgumentFinder) -> list[Mention]:
    return [
        m
        for m in arguments.by_token.get(token, ())
        if m.kind is MentionKind.NAME and arguments.fits(m, _FIRM)
    ]
