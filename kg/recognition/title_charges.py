"""What the head of a firm is in charge of, in capitals behind the title: "X, CEO [Rolling Stock] at Norvik"."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_HEADS = frozenset(["ceo", "cfo", "coo", "cto", "cco", "executive", "officer", "president", "head"])
_LINKS = frozenset(["at", "of", "for"])
_AND = frozenset(["and", "&"])
_LONGEST, _BACK = 5, 4  # words of a field, and of a title to the comma before it
_GIVEN = load_lexicon("given_names").get("given")


def pass_charge(tokens: Tokens, head: int, end: int, areas: frozenset[int]) -> int | None:
    """The end of such a field behind a title that ends at `end`; None where another name or no body follows."""
    if tokens.lower[head] not in _HEADS or not any(tokens.capital[end : end + 1]):
        return None
    if not _stands_behind_name(tokens, head):
        return None
    k = end
    while k < end + _LONGEST and (_is_word(tokens, k, areas) or _joins(tokens, k, end)):
        k += 1
    named = tokens.capital[k + 1 : k + 2] == [True] or tokens.lower_at(k + 1) == "the"
    return k if k > end and tokens.lower_at(k) in _LINKS and named else None


def _is_word(tokens: Tokens, k: int, areas: frozenset[int]) -> bool:
    if tokens.capital[k : k + 1] != [True]:
        return False
    return k in areas or (tokens.is_common(k) and tokens.lower[k] not in _GIVEN)


def _joins(tokens: Tokens, k: int, end: int) -> bool:
    """ "CEO Rail [and] Bus at"."""
    return k > end and tokens.lower_at(k) in _AND and tokens.capital[k + 1 : k + 2] == [True]


def _stands_behind_name(tokens: Tokens, head: int) -> bool:
    """Whether the title is told behind a name and a comma: its holder does not follow."""
    for k in range(head - 1, max(head - 1 - _BACK, 0), -1):
        if tokens.lower[k] == ",":
            return tokens.capital[k - 1]
        if not tokens.capital[k] and tokens.lower[k] != "-":
            return False
    return False
