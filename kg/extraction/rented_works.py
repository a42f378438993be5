"""Works that a possessive gives to who only rents or runs them: "Norvik's first mill, leased from Hentz"."""

from collections.abc import Sequence

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention, MentionKind

_RENTED = frozenset(["leased", "rented", "chartered", "hired", "borrowed"])
_OWNED = frozenset(["owns-told/own-works", "owns/its-facility"])
_IN_PARTS = "owns-stakes/owned-in-parts"
_RESTS = frozenset(["rest", "remainder", "balance"])
_HEADED = "holds-post/who-heads"
_RUNNING = frozenset(["run", "lead"])
_TOGETHER = frozenset(["together", "collectively", "jointly", "combined"])
_PAIR = 8  # tokens before such a word in which two are named


def drop_rented(candidates: Sequence[Candidate], arguments: ArgumentFinder) -> list[Candidate]:
    """The candidates without works that are leased from another, and without heads of farms and shops."""
    tests = (_is_rented, _only_runs, _is_of_rest)
    return [
        c
        for c in candidates
        if not isinstance(c.object, Mention)
        or not any(is_false(c, c.object, arguments) for is_false in tests)
    ]


def _is_rented(candidate: Candidate, works: Mention, arguments: ArgumentFinder) -> bool:
    if candidate.rule.id not in _OWNED or works not in arguments.ranges:
        return False
    words, end = arguments.lower, arguments.ranges[works][1]
    end += words[end : end + 1] == [","]
    return words[end : end + 1] != [] and words[end] in _RENTED and "from" in words[end : end + 3]


def _only_runs(candidate: Candidate, body: Mention, arguments: ArgumentFinder) -> bool:
    """ "Jane Doe runs two restaurants in Zenda": a trade, and no post."""
    if candidate.rule.id != _HEADED or arguments.parse.lemmas[candidate.token] not in _RUNNING:
        return False
    return body.kind is MentionKind.NOMINAL and arguments.fits(body, ("Facility",))


def _is_of_rest(candidate: Candidate, thing: Mention, arguments: ArgumentFinder) -> bool:
    """ "Tarka holds 25%, and the rest is held by Norvik": of what is shared, and not of Tarka."""
    if candidate.rule.id != _IN_PARTS or {candidate.subject, thing} - arguments.ranges.keys():
        return False
    between = arguments.lower[arguments.ranges[thing][1] : arguments.ranges[candidate.subject][0]]
    return not _RESTS.isdisjoint(between)


def drop_joint_figures(
    candidates: Sequence[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without figures of one of two who have them together: "A and B followed, together raising $9m"."""
    words = arguments.lower
    if _TOGETHER.isdisjoint(words):
        return list(candidates)
    return [c for c in candidates if c.rule.predicate != "observes" or not _is_joint(c, arguments)]


def _is_joint(candidate: Candidate, arguments: ArgumentFinder) -> bool:
    subject, value = candidate.subject, candidate.object
    if not isinstance(value, Mention) or {subject, value} - arguments.ranges.keys():
        return False
    end, start = arguments.ranges[subject][1], arguments.ranges[value][0]
    words = arguments.lower
    first = arguments.ranges[subject][0]
    if words[end : end + 1] not in (["and"], [","]) and words[first - 1 : first] != ["and"]:
        return False
    near = range(max(start - _PAIR, end), start)
    return any(
        words[k] in _TOGETHER and arguments.parse.tags[k + 1 : k + 2] in (["VBG"], ["VBD"])
        for k in near
    )
