"""Ranks that begin the name of a place: "Queen Creek", "a mill in Prince Albert"."""

from kg.recognition.tokens import Tokens

NAMESAKES = frozenset("prince princess king queen sheikh sultan imam general".split())  # noqa: SIM905
_ROYAL = frozenset(["prince", "princess", "king", "queen"])
_SETTLED = frozenset(["town", "city", "village", "county", "street", "road", "avenue", "square"])
_LAND = frozenset(["island", "islands", "park", "hill", "hills", "valley", "point", "heights"])
_WATERS = frozenset(
    ["creek", "bay", "harbour", "harbor", "lake", "river", "beach", "falls", "springs"]
)
_GROUNDS = _SETTLED | _LAND | _WATERS
_WHERE = frozenset(["in", "near", "outside", "around"])
_FAR = 4  # words of such a name


def begins_place(tokens: Tokens, i: int) -> bool:
    """Whether the rank at `i` begins a place's name: by its last word, or because something lies there."""
    if tokens.lower[i] not in _ROYAL or not tokens.words[i].istitle():
        return False
    end = i + 1
    while end < min(i + _FAR, tokens.size) and tokens.capital[end]:
        end += 1
    if end == i + 1 or tokens.lower_at(i - 1) == "and":
        return False
    return tokens.lower[end - 1] in _GROUNDS or tokens.lower_at(i - 1) in _WHERE
