"""A body by the first words of its name, and who leads it: "director of Tan Loc | Do Minh" of Tan Loc Steel."""

from collections.abc import Sequence
from dataclasses import replace

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_LEAST = 2  # words of each
_LINKS = frozenset(["of", "at"])


def cut_told(tokens: Tokens, names: Sequence[Name]) -> list[Name]:
    """The names in order, those that begin as a longer one of the text does cut behind what they share."""
    beginnings = {
        tuple(tokens.words[name.start : name.start + length])
        for name in names
        if name.origin == "head noun"
        for length in range(_LEAST, name.end - name.start)
    }
    found: list[Name] = []
    for name in names:
        cut = _find_cut(tokens, name, beginnings)
        parts = [(name.start, cut), (cut, name.end)] if cut else [(name.start, name.end)]
        found += [replace(name, start=start, end=end) for start, end in parts]
    return found


def _find_cut(tokens: Tokens, name: Name, beginnings: set[tuple[str, ...]]) -> int | None:
    """Where the second of two names begins, or None where the name is one."""
    if (
        name.type
        or name.end - name.start < 2 * _LEAST
        or tokens.lower_at(name.start - 1) not in _LINKS
    ):
        return None
    ends = range(name.end - _LEAST, name.start + _LEAST - 1, -1)
    cut = next((k for k in ends if tuple(tokens.words[name.start : k]) in beginnings), None)
    strange = cut is not None and not all(tokens.is_common(k) for k in range(cut, name.end))
    return cut if strange else None
