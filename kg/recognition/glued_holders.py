"""Bodies without a head of their own between a title and its holder: "Secretary BOI X", "Governor Zenda X"."""

from collections.abc import Container, Set

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_GIVEN = load_lexicon("given_names").get("given")
_LETTERS = range(3, 7)  # of a body's acronym
_REACH = 12  # tokens of units between a title and the body that they are of
_UNITS = load_lexicon("names").get("unit_heads")
_LED = _UNITS | {"the"}
_SEATS = frozenset(["province", "region", "oblast", "district", "county", "state", "city"])
_WORDS = range(2, 5)  # of a person's name


def find_short_cut(
    tokens: Tokens, start: int, end: int, places: Container[int], plain: Set[str]
) -> tuple[int, int] | None:
    """Where letters or a known place end and the name of a person begins.

    `places` are the tokens behind known places, `plain` words of bodies, fields and titles.
    """
    k = start + 1
    letters = tokens.words[start].isupper() and len(tokens.words[start]) in _LETTERS
    if not letters and (k not in places or tokens.lower[start] in _GIVEN):
        return None
    rest = range(k, end)
    if len(rest) not in _WORDS or not plain.isdisjoint(tokens.lower[k:end]):
        return None
    spelt = all(tokens.lower[i].isalpha() and tokens.words[i].istitle() for i in rest)
    strange = any(tokens.lower[i] in _GIVEN or not tokens.is_common(i) for i in rest)
    return (k, k) if spelt and strange else None


def begins_with_initials(tokens: Tokens, k: int, end: int) -> bool:
    """ "Chairman of Norvik Unit | R V Quispe": letters before one strange word are a person's."""
    family, first = tokens.words[end - 1], k - 1 - (tokens.words[k - 1] == ".")
    letters = [word.rstrip(".") for word in tokens.words[k : end - 1] if word != "."]
    return (
        0 < len(letters) < max(_WORDS)
        and all(len(letter) == 1 and letter.isupper() for letter in letters)
        and len(tokens.words[first].rstrip(".")) > 1
        and len(family) > 2
        and family.istitle()
        and not tokens.is_common(end - 1)
    )


def pass_units(tokens: Tokens, k: int, titles: Container[str]) -> int:
    """Back from the end of a unit's name to the title before it; `k` where none stands there.

    "Head of the Airports Department of | the Ministry of Transport X", "Governor of Hentz Province of | Peru X".
    """
    first = k
    while first > max(k - _REACH, 0) and (
        tokens.capital[first] or tokens.lower[first] in {"of", "the", "and", "for"}
    ):
        if tokens.lower[first] == "of" and tokens.lower[first - 1] in titles:
            return (
                first - 1
                if tokens.lower[k] in _UNITS | _SEATS or tokens.lower_at(first + 1) in _LED
                else k
            )
        first -= 1
    return k
