"""Names that nothing but the acronym behind them tells: "Norvik Water agency (NWA)"."""

from kg.recognition.acronyms import is_acronym_like, is_spelt
from kg.recognition.heads import HeadFinder
from kg.recognition.tokens import Tokens

_SMALL = frozenset(["of", "and", "the", "for", "&", "in", "on", "to", "-"])
_OPENING = frozenset(["“", '"', "``", "‘", "'"])
_CLOSING = frozenset(["”", '"', "''", "’", "'"])
_BODIES = frozenset(["GovernmentBody", "Association", "ResearchBody"])
_REACH = 10  # words of such a name


def find_declared_names(tokens: Tokens, heads: HeadFinder) -> dict[int, int]:
    """Start → end of names whose initials are the acronym beside them.

    In brackets behind an acronym, or with a head in small letters before one: "NWA (Norvik Water for All)",
    "Norvik Water agency (NWA)", "the federal trade council (FTC)". A body without any capital needs
    the article "the"; "an export credit agency (ECA)" is one of many.
    """
    found: dict[int, int] = {}
    for k, word in enumerate(tokens.words[:-2]):
        if word != "(":
            continue
        if (spelt := _find_spelt_out(tokens, k)) is not None:
            found[spelt[0]] = spelt[1]
        acronym = tokens.words[k + 1]
        if tokens.words[k + 2] != ")" or len(acronym) < 3 or not acronym.isupper():
            continue
        if k == 0 or tokens.capital[k - 1] or not tokens.tags[k - 1].startswith("NN"):
            continue
        start = read_back(tokens, k, acronym.lower())
        if start is None or heads.find_type(tokens, start, k) not in _BODIES:
            continue
        if tokens.capital[start] or tokens.lower[start - 1] == "the":
            found[start] = k
    return found


def _find_spelt_out(tokens: Tokens, k: int) -> tuple[int, int] | None:
    """ "Dstl (the Defence Science and Technology Laboratory)": a name of the initials before its bracket."""
    if not is_acronym_like(tokens.words[k - 1]) or k == 0:
        return None
    start = k + 1
    start += tokens.lower[start] in {"the", "or"}
    start += tokens.words[start] in _OPENING
    end = start
    while end < min(start + _REACH, len(tokens.words)) and (
        tokens.capital[end] or tokens.lower[end] in _SMALL
    ):
        end += 1
    close = end + (end < len(tokens.words) and tokens.words[end] in _CLOSING)
    closed = tokens.words[close : close + 1] == [")"] and end - start > 1
    spelt = closed and is_spelt(tokens.words[k - 1], tokens.slice(start, end))
    return (start, end) if spelt else None


def read_back(tokens: Tokens, end: int, letters: str) -> int | None:
    """Where the words begin that have these initials, read backwards from `end`; None if they do not."""
    left, k = len(letters), end
    while left and k > 0 and end - k < _REACH:
        k -= 1
        if tokens.lower[k][:1] == letters[left - 1]:
            left -= 1
        elif tokens.lower[k] not in _SMALL:
            return None
    return k if left == 0 else None
