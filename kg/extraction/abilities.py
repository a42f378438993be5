"""What a thing can do: "can handle 5 million tonnes", "is able to handle", "is capable of handling"."""

from collections.abc import Set

from kg.model.parse import Parse

_AUXILIARIES = frozenset(["can", "could"])
_ABLE = frozenset(["able", "capable"])
_PAST = frozenset(["was", "were", "been"])
_HANGING = frozenset(["xcomp", "pcomp", "ccomp"])


def has_auxiliary(parse: Parse, verb: int, words: Set[str] = _AUXILIARIES) -> bool:
    """ "can handle", "could handle"."""
    return any(
        parse.deps[c] == "aux" and parse.words[c].lower() in words for c in parse.children[verb]
    )


def find_being_able(parse: Parse, verb: int) -> int | None:
    """The verb that says when it is so, "[is] able to handle", "[will be] capable of handling"; None without one."""
    if parse.deps[verb] not in _HANGING:
        return None
    above = parse.heads[verb]
    if parse.deps[above] == "prep":
        above = parse.heads[above]
    if parse.lemmas[above] not in _ABLE or above > verb:
        return None
    being = parse.heads[above]
    if parse.words[being].lower() in _PAST:
        return None  # "was able to handle" tells what it did
    return being if parse.lemmas[being] in {"be", "make"} else above
