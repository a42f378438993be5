"""Brackets within a sentence."""

from collections.abc import Iterable


def leaves_bracket(words: Iterable[str]) -> bool:
    """Whether words end behind a bracket that they began in: "bought by B), C and D"."""
    depth = 0
    for word in words:
        depth += (word == "(") - (word == ")")
        if depth < 0:
            return True
    return False
