"""Ranks in the names of places and firms: "Queen Creek", "a mill in Prince Albert", "Noodle King opened shops"."""

from collections.abc import Container

from kg.recognition.tokens import Tokens

_MONARCHS = frozenset(["sheikh", "sultan", "emir", "amir", "shah"])
_ROYAL = frozenset(["prince", "princess", "king", "queen"])
NAMESAKES = _ROYAL | _MONARCHS | {"imam", "general"}
_SETTLED = frozenset(["town", "city", "village", "county", "street", "road", "avenue", "square"])
_LAND = frozenset(["island", "islands", "park", "hill", "hills", "valley", "point", "heights"])
_WATERS = frozenset(
    ["creek", "bay", "harbour", "harbor", "lake", "river", "beach", "falls", "springs"]
)
_GROUNDS = _SETTLED | _LAND | _WATERS
_HOUSES = frozenset(["college", "hospital", "university", "school", "theatre", "bridge", "wharf"])
_WHERE = frozenset(["in", "near", "outside", "around"])
_FAR = 4  # words of such a name


def is_in_name(tokens: Tokens, i: int) -> bool:
    """Whether the rank at `i` is a part of what a place or a firm is called."""
    return begins_place(tokens, i) or ends_firm(tokens, i) or owns_house(tokens, i)


def owns_house(tokens: Tokens, i: int) -> bool:
    """Whether the rank at `i` is whom a house is called after: "King's College", "Queen's Hospital"."""
    owned = tokens.words[i].istitle() and tokens.lower_at(i + 1) in {"'s", "’s"}
    return owned and tokens.lower_at(i + 2) in _HOUSES and tokens.capital[i + 2]


def leads_to_house(tokens: Tokens, i: int, heads: Container[str]) -> bool:
    """Whether the saint at `i` is whom a house or body is called after: "St. Tarn University"."""
    if tokens.lower_at(i + 2) == "'s":
        return tokens.capital[i + 3 : i + 4] == [True]
    end = i + 1
    while end < min(i + _FAR + 2, tokens.size) and tokens.capital[end]:
        end += 1
    return end > i + 2 and tokens.lower[end - 1] in heads


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


def ends_firm(tokens: Tokens, i: int) -> bool:
    """Whether the rank at `i` ends what a firm is called, behind a ware in the singular: "Noodle King".

    Nobody is named behind it, and there is no article: "the Sea King", "Desert Prince Salem".
    """
    ware, before = i - 1, tokens.lower_at(i - 2)
    if tokens.lower[i] not in {"king", "queen"} or not tokens.words[i].istitle() or ware < 0:
        return False
    named = tokens.capital[i + 1 : i + 2] == [True] or before in {"the", "a", "his", "her"}
    titled = tokens.words[ware].istitle() and tokens.tags[ware] in {"NN", "NNP"}
    return titled and not named and tokens.is_common_word(tokens.lower[ware])
