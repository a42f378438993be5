"""Who joins others in doing something, and becomes no member: "joined the World Bank in warning of a crisis"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.dropping import drop_false
from kg.model.mention import Mention

_MEMBERS = frozenset(["memberOf"])
_TIMES = frozenset(["spring", "beginning", "morning", "evening", "being"])
_SAID = frozenset(["call", "plea", "appeal", "chorus", "protest", "condemnation", "criticism"])
_VERB = "join"
_NEAR = 3  # tokens behind "in" up to what both do


def drop_joined_doings(
    candidates: Iterable[Candidate], arguments: ArgumentFinder
) -> list[Candidate]:
    """The candidates without members of bodies that somebody only does something with."""
    return drop_false(candidates, _MEMBERS, lambda _, body: _is_doing(body, arguments))


def _is_doing(body: Mention, arguments: ArgumentFinder) -> bool:
    """ "[join] the World Bank [in warning of]", "… [in a call for]"."""
    if body not in arguments.ranges:
        return False
    parse, (start, end) = arguments.parse, arguments.ranges[body]
    before = parse.lemmas[max(start - _NEAR, 0) : start]
    if _VERB not in before or parse.words[end : end + 1] != ["in"]:
        return False
    behind = [word for word in parse.words[end + 1 : end + 1 + _NEAR] if word.islower()]
    doing = behind[:1] == parse.words[end + 1 : end + 2] and behind[0].endswith("ing")
    return (doing and behind[0] not in _TIMES) or not _SAID.isdisjoint(behind)
