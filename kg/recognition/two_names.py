"""Two names beside an "and" or comma that the model sees as one: "Norvik Foods and Zarvo Foods"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES = load_lexicon("names")
_CLOSING = _NAMES.get("closing_heads")
_HEADS = _NAMES.get_mapping("heads")
_FIRMS = frozenset(head for head, kind in _HEADS.items() if kind == "Company")
_IN_ROW = frozenset([",", "in", "between", "of", "across", "into", "throughout", "from", "to"])
_SUFFIXES = _NAMES.get("company_suffixes")


def are_two_names(tokens: Tokens, start: int, i: int) -> bool:
    """Whether the name from `start` to the "and" at i stands beside another of its kind."""
    nxt = i + 1
    if tokens.lower_at(nxt + 1) == "of":  # "the Institute of Trade and Institute of Peace"
        return tokens.lower_at(start + 1) == "of" and tokens.lower[nxt] == tokens.lower[start]
    end = nxt
    while end < len(tokens.words) and tokens.capital[end]:
        end += 1
    if _are_both_sides(tokens, start, end):
        return True
    if i - start < 2:
        return False
    last, other = tokens.lower[i - 1], tokens.lower[end - 1]
    if end - nxt < 2 or other not in _FIRMS | _SUFFIXES:
        return False
    same = last == other and last in _FIRMS and tokens.lower[nxt] != other
    return same or (last in _CLOSING and tokens.lower[nxt] not in _CLOSING)


def _are_both_sides(tokens: Tokens, start: int, end: int) -> bool:
    """ "a venture between Norvik Ports and Tarka Growth Fund": "between" wants two, and none stands behind."""
    before = start - 1 - (tokens.lower_at(start - 1) == "the")
    twice = tokens.lower_at(end - 1) == tokens.lower_at(end - 3)  # "Zenda and Zenda" is one firm
    alone = tokens.lower_at(end) not in {"and", "&", "of", "for"}
    return tokens.lower_at(before) == "between" and alone and not twice


def is_in_row_of_acronyms(tokens: Tokens, i: int) -> bool:
    """ "IBM, SAS, and Oracle": behind the comma at i stands a firm and no legal form."""
    before, form, following = tokens.words[i - 1], tokens.words[i + 1], tokens.lower_at(i + 2)
    listed = tokens.lower_at(i - 2) in {",", "and", "as", "including", "like", "with"}
    return before.isupper() and form.isupper() and listed and following in {",", "and", "or"}


def is_row_of_places(
    tokens: Tokens, start: int, i: int, nxt: int, places: Mapping[int, int]
) -> bool:
    """ "PUNE & ZENDA, May 3 -", "Zenda, Tarn & Hentz": two places about the "&" at i, and no firm called so."""
    if places.get(start) != i or nxt not in places:
        return False
    row = tokens.words[nxt].isupper() or tokens.lower_at(start - 1) in _IN_ROW
    return row and tokens.capital[places[nxt] : places[nxt] + 1] != [True]
