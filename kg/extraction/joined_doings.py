"""Who joins others in doing something, and becomes no member: "joined the World Bank in warning of a crisis"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.model.mention import Mention
from kg.model.parse import Parse

_MEMBER = "memberOf"
_TIMES = frozenset(["spring", "beginning", "morning", "evening", "being"])
_SAID = frozenset(["call", "plea", "appeal", "chorus", "protest", "condemnation", "criticism"])
_VERB = "join"
_NEAR = 3  # tokens behind "in" up to what both do


def drop_joined_doings(
    candidates: Iterable[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without members of bodies that somebody only does something with."""
    return [
        c
        for c in candidates
        if c.rule.predicate != _MEMBER
        or not isinstance(c.object, Mention)
        or c.object not in arguments.ranges
        or not _is_doing(arguments.parse, *arguments.ranges[c.object])
    ]


def _is_doing(parse: Parse, start: int, end: int) -> bool:
    """ "[join] the World Bank [in warning of]", "… [in a call for]"."""
    before = parse.lemmas[max(start - _NEAR, 0) : start]
    if _VERB not in before or parse.words[end : end + 1] != ["in"]:
        return False
    behind = [word for word in parse.words[end + 1 : end + 1 + _NEAR] if word.islower()]
    doing = behind[:1] == parse.words[end + 1 : end + 2] and behind[0].endswith("ing")
    return (doing and behind[0] not in _TIMES) or not _SAID.isdisjoint(behind)
