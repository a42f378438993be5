"""Houses of two kinds under one name: "the Zenda Hospital and Medical Centre", "the Hentz Museum and Gallery"."""

from collections.abc import Container

from kg.recognition.joined_works import joins_goods
from kg.recognition.tokens import Tokens

_BOTH = frozenset(
    "clinic museum hotel school college resort gallery library laboratory theatre theater centre center hall".split()  # noqa: SIM905
) | {"hospital", "institute", "spa", "casino", "gardens"}
_FIRST = _BOTH | {"lodge", "arena", "stadium", "academy", "inn", "garden", "zoo"}
_SECOND = _BOTH | {"aquarium", "suites", "residences", "villas", "planetarium", "hospice"}
_LONGEST = 4  # words behind "and"


def joins_halls(tokens: Tokens, start: int, i: int, nxt: int, places: Container[int]) -> bool:
    """Whether behind the "and" at i only everyday words tell what else the house of that name is."""
    if joins_goods(tokens, start, i, nxt, places):
        return True
    named = i - start > 1 and not tokens.is_common(start) and nxt not in places
    if tokens.lower[i - 1] not in _FIRST or not named:
        return False
    end = nxt
    while tokens.capital[end : end + 1] == [True] and end - nxt < _LONGEST:
        end += 1
    plain = all(tokens.is_common(k) and len(tokens.words[k]) > 2 for k in range(nxt, end))
    return plain and tokens.lower[end - 1] in _SECOND and tokens.lower_at(end) not in {"of", "'s"}
