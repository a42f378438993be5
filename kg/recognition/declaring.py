"""Names that nothing but the acronym behind them tells: "Norvik Water agency (NWA)"."""

from kg.recognition.heads import HeadFinder
from kg.recognition.tokens import Tokens

_SMALL = frozenset(["of", "and", "the", "for", "&", "in", "on", "to", "-"])
_BODIES = frozenset(["GovernmentBody", "Association", "ResearchBody"])
_REACH = 10  # words of such a name


def find_declared_names(tokens: Tokens, heads: HeadFinder) -> dict[int, int]:
    """Start → end of bodies with a head in small letters whose initials are the acronym behind them.

    "Norvik Water agency (NWA)", "the federal trade council (FTC)". A body without any capital needs
    the article "the"; "an export credit agency (ECA)" is one of many.
    """
    found: dict[int, int] = {}
    for k, word in enumerate(tokens.words[:-2]):
        acronym = tokens.words[k + 1]
        if word != "(" or tokens.words[k + 2] != ")" or len(acronym) < 3 or not acronym.isupper():
            continue
        if k == 0 or tokens.capital[k - 1] or not tokens.tags[k - 1].startswith("NN"):
            continue
        start = _read_back(tokens, k, acronym.lower())
        if start is None or heads.find_type(tokens, start, k) not in _BODIES:
            continue
        if tokens.capital[start] or tokens.lower[start - 1] == "the":
            found[start] = k
    return found


def _read_back(tokens: Tokens, end: int, letters: str) -> int | None:
    """Where the words begin that have these initials, read backwards from `end`."""
    left, k = len(letters), end
    while left and k > 0 and end - k < _REACH:
        k -= 1
        if tokens.lower[k][:1] == letters[left - 1]:
            left -= 1
        elif tokens.lower[k] not in _SMALL:
            return None
    return k if left == 0 else None
