"""Letters that are a title and a state's code: "MD and CEO" is no Maryland, "Baltimore, MD" is."""

from collections.abc import Mapping
from typing import TypeVar

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_Known = TypeVar("_Known")
_HEADS = frozenset(load_lexicon("posts").get_mapping("heads"))
_LETTERS = frozenset(["MD"])
_JOINING = frozenset(["and", "&", "/", "cum", "-"])
_HELD = frozenset(["of", "at", "for"])


def drop_lettered_titles(
    tokens: Tokens, known: Mapping[int, tuple[int, _Known]]
) -> dict[int, tuple[int, _Known]]:
    """The known places without those whose letters stand beside a title, a firm that is led or who leads it."""
    ends = {end for end, _ in known.values()}
    return {
        start: found
        for start, found in known.items()
        if tokens.words[start] not in _LETTERS or not _is_title(tokens, start, ends)
    }


def _is_title(tokens: Tokens, at: int, ends: set[int]) -> bool:
    before, behind = tokens.lower_at(at - 1), tokens.lower_at(at + 1)
    comma = before == ","
    if at - comma in ends:
        return False  # "Baltimore, MD", "Baltimore MD"
    if before == "the":
        return True
    if behind in _JOINING and _is_head(tokens, at + 2):
        return True
    if before in _JOINING and _is_head(tokens, at - 2):
        return True
    if behind in _HELD and tokens.capital[at + 2 : at + 3] == [True]:
        return True
    named = tokens.capital[at + 1 : at + 2] == [True]
    owned = at > 0 and (tokens.capital[at - 1] or before in {"'s", "its", "their", "the"})
    return (named and owned) or (comma and tokens.capital[at - 2] and behind in {",", "."})


def _is_head(tokens: Tokens, k: int) -> bool:
    return 0 <= k < tokens.size and tokens.capital[k] and tokens.lower[k] in _HEADS
