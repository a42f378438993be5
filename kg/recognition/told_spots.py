"""Places and occasions told by the words around them: "in the heart of X", "at stand C4 of X", "the X Days"."""

import re

from kg.lexicon import load_lexicon
from kg.recognition.land_frames import tell_land
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_SPOTS, _ISLANDS = _NAMES.get("inner_spots"), _NAMES.get("island_nouns")
_SITES, _TOWNSHIP = _NAMES.get("ranked_sites"), _NAMES.get("town_belongings")
_DAYS, _STANDS = _NAMES.get("occasion_lasts"), frozenset(["stand", "booth", "hall", "pavilion"])
_RANKS = frozenset(
    ["second", "third", "fourth", "main", "only", "largest", "biggest", "first", "new"]
)
_STAND = re.compile(r"[A-Z]?\d{1,4}[A-Z]?")
_MOTIONS, _TRUSTED = _NAMES.get("motions"), _NAMES.get("trusted")
_CLOSING = frozenset([".", ",", ";", "on", "in", "last", "next", "this"])
_OWNING = frozenset(["'s", "’s"])
_REACH = 7  # tokens from "part" to "in": "took part for the first time in"


def tell_spot(tokens: Tokens, start: int, end: int) -> str:
    """The type of a place or occasion that the words around the name tell, or ""."""
    if _is_occasion(tokens, start, end):
        return "Event"
    if tokens.lower_at(start - 1) == "of" and tokens.lower_at(start - 2) in _ISLANDS:
        return "Region"
    return "City" if _is_place(tokens, start, end) else tell_land(tokens, start, end)


def _is_place(tokens: Tokens, start: int, end: int) -> bool:
    before = tokens.lower_at(start - 1)
    lone = " " not in tokens.slice(start, end)  # people are told by two words
    if before == "of":  # "in the heart of X"
        return tokens.lower_at(start - 2) in _SPOTS and tokens.lower_at(start - 3) == "the"
    if before == "at" and tokens.lower_at(start - 2) == "works":
        return True
    if before in {"into", "to"} and _is_moved(tokens, start):
        return tokens.lower_at(end) not in _OWNING and lone
    if before == "in" and lone:  # at the end of a clause: "on Tuesday in X."
        closed = tokens.lower_at(end) in _CLOSING
        return closed and not any(tokens.lemma_at(k) in _TRUSTED for k in range(start - 4, start))
    if before == "at" and tokens.lower_at(end) == "on" and tokens.lower_at(end + 1) == "lake":
        return True
    if tokens.lower_at(end) not in _OWNING:
        return False
    ranked = tokens.lower_at(end + 1) in _RANKS
    return tokens.lower_at(end + 1) in _TOWNSHIP or (ranked and tokens.lower_at(end + 2) in _SITES)


def _is_occasion(tokens: Tokens, start: int, end: int) -> bool:
    """ "at stand C4 of X", "took part in X", "best in show at X", "the Baltic Timber Days"."""
    if tokens.lower[end - 1] in _DAYS and end - start > 1 and tokens.lower_at(start - 1) == "the":
        return tokens.capital[end - 1] and (end - start > 2 or tokens.lower[end - 1] != "days")
    if tokens.lower_at(end) in _OWNING:
        return False
    before = tokens.lower_at(start - 1)
    if before in {"of", "at"} and tokens.lower_at(start - 3) in _STANDS:
        return _STAND.fullmatch(tokens.words[start - 2]) is not None
    if before == "at" and tokens.lower[max(start - 4, 0) : start - 1] == ["best", "in", "show"]:
        return True
    if before == "at":
        return tokens.lemma_at(start - 2) in {"exhibit", "exhibitor"}
    near = range(max(start - _REACH, 0), start - 1)
    joined = any(tokens.lower[k] == "part" and tokens.lemma_at(k - 1) == "take" for k in near)
    return before == "in" and joined and end - start > 1


def _is_moved(tokens: Tokens, start: int) -> bool:
    """ "flew into X", "moved its presses to X"."""
    near = (start - 2,) if tokens.lower_at(start - 1) == "into" else range(start - 4, start - 1)
    return any(
        k >= 0 and tokens.lemma_at(k) in _MOTIONS and tokens.tags[k][:1] == "V" for k in near
    )
