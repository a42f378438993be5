"""Brackets within a sentence."""

from collections.abc import Iterable, Sequence


def leaves_bracket(words: Iterable[str]) -> bool:
    """Whether words end behind a bracket that they began in: "bought by B), C and D"."""
    depth = 0
    for word in words:
        depth += (word == "(") - (word == ")")
        if depth < 0:
            return True
    return False


def pass_bracket(words: Sequence[str], start: int, end: int) -> int:
    """Behind the bracket that opens at `start`; `start` where none opens there, or none closes before `end`."""
    if words[start : start + 1] != ["("]:
        return start
    return next((k + 1 for k in range(start, min(end, len(words))) if words[k] == ")"), start)


def find_before_bracket(words: Sequence[str], last: int) -> int:
    """The token before the bracket that closes at `last`; `last` itself where none closes there."""
    if words[last : last + 1] != [")"]:
        return last
    return next((k - 1 for k in range(last, 0, -1) if words[k] == "("), last)
