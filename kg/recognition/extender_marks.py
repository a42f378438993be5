"""What stands around the small words that close a name: "the Tarn 3 wind farm", "a Tarn-Zenda train"."""

from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_SERVICES = frozenset(["train", "ferry", "tram", "shuttle", "sleeper"])
_DIGITS = 2
_PROVINCES = frozenset(["province", "state", "prefecture", "oblast"])


def is_number(tokens: Tokens, k: int) -> bool:
    """Whether token k is a number as works have one behind their name: "Tarn [3]"."""
    word = tokens.words[k] if k < len(tokens.words) else ""
    return word.isdigit() and len(word) <= _DIGITS


def is_service(tokens: Tokens, name: Name) -> bool:
    """ "a Tarn-[Zenda] train": what runs between two towns, which "the Zenda train" need not be one of."""
    behind = tokens.lower_at(name.end) in _SERVICES
    return (
        behind and tokens.lower_at(name.start - 1) in {"-", "–"} and tokens.touches(name.start - 1)
    )


def is_of_bloc(tokens: Tokens, name: Name, end: int) -> bool:
    """ "The APEC region" is no part of one country."""
    return tokens.lower[end - 1] == "region" and tokens.slice(name.start, name.end).isupper()


def is_told_whole(tokens: Tokens, name: Name) -> bool:
    """ "central [Seoul]", "northern [Zenda] province": a quarter in small letters tells where the whole lies."""
    province = {tokens.lower[name.end - 1], tokens.lower_at(name.end)} & _PROVINCES
    return name.type in {"City", "District"} or (name.type == "Province" and bool(province))
