"""Quarters that share the place behind the last: "[Northern], Western and Central India" is told of no town."""

from collections.abc import Iterator

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_COMPASS = load_lexicon("names").get("compass")
_JOINING = frozenset([",", "and", "&", "or"])


def find_compass_rows(tokens: Tokens) -> frozenset[int]:
    """The tokens of such quarters but the last two, which are a region's name with the place."""
    return frozenset(k for row in _find_rows(tokens) for k in row[:-2])


def _find_rows(tokens: Tokens) -> Iterator[list[int]]:
    """The quarters of each row of three or more, one token each, before a capital."""
    k = 0
    while k < tokens.size:
        row = [k] if tokens.lower[k] in _COMPASS else []
        while row and (found := _pass_joint(tokens, row[-1] + 1)):
            row.append(found)
        if len(row) > 2 and tokens.capital[row[-1] + 1 : row[-1] + 2] == [True]:
            yield row
        k = max([k, *row]) + 1


def _pass_joint(tokens: Tokens, at: int) -> int:
    """The quarter behind "," or ", and"; 0 where none stands there."""
    start = at
    while tokens.lower_at(at) in _JOINING and at - start < 2:
        at += 1
    return at if at > start and tokens.lower_at(at) in _COMPASS else 0
