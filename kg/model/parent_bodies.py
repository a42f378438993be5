"""Whether a body told behind a comma is what the one before it is part of: "the Water Board, Government of Peru"."""

from collections.abc import Sequence

_GOVERNMENT, _MINISTRY = ("government of ", "govt of ", "govt. of "), ("ministry of ",)
_UNDER_NONE = ("ministry of ", "government", "parliament")
_JOINTS = frozenset(["and", "&"])


def is_parent(part: str, parent: str, between: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the second body is what the first is part of, by their names and the words beside.

    `behind` are the words that follow it: with "and" it is one of a list.
    """
    told, name = parent.lower(), part.lower()
    state = told.startswith(_GOVERNMENT) and not name.startswith("government")
    ministry = told.startswith(_MINISTRY) and not name.startswith(_UNDER_NONE)
    listed = not _JOINTS.isdisjoint(word.lower() for word in behind)
    joined = list(between[-1:]) == [","] and (len(between) == 1 or between[0] == "(")
    return (state or ministry) and joined and not listed
