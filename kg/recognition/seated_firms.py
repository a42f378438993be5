"""Firms taken up by what they are good at, with their seat or owner before it: "the Leeds-based cable specialist"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NOUNS = frozenset(["specialist", "player", "heavyweight", "pioneer", "powerhouse", "outfit"])
_TAILS = (frozenset(load_lexicon("names").get_mapping("tails")) - {"born"}) | {"run"}
_TELLING = frozenset(["NN", "NNS", "JJ", "CC", "VBG", "VBN"])
_POINTING = frozenset(["the", "this"])
_FIELD = 6  # tokens between "-based" and the noun


def find_seated_firm(tokens: Tokens, i: int) -> str | None:
    """The type of the noun at i if its seat or owner tells that it is a firm's."""
    if tokens.lower[i] not in _NOUNS or tokens.tags[i] != "NN":
        return None
    behind = i + 1 + (tokens.lower_at(i + 1) == ",")
    if tokens.capital[behind : behind + 1] == [True] or tokens.lower_at(behind) == "who":
        return None  # "the Paris-based cable specialist Jane Doe"
    for k in range(i - 1, max(i - _FIELD, 1), -1):
        if tokens.words[k - 1] == "-" and tokens.lower[k] in _TAILS:
            return "Company" if _is_pointed_at(tokens, k - 2) else None
        if tokens.tags[k] not in _TELLING:
            return None
    return None


def _is_pointed_at(tokens: Tokens, k: int) -> bool:
    """ "The [New York]-based", "the [family]-run"."""
    while k > 0 and (tokens.capital[k] or tokens.tags[k] in {"NN", "HYPH"}):
        if tokens.lower[k] in _POINTING:
            return True
        k -= 1
    return tokens.lower[k] in _POINTING
