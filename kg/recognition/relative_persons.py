"""Which of several persons a relative clause behind them tells of."""

from kg.recognition.tokens import Tokens

_KIN_TAGS = frozenset(["DT", "PRP$", "NN", "JJ"])


def is_joined(tokens: Tokens, person: int) -> bool:
    """ "Jane Doe, head of A, and [John Roe], who heads B": the second of two."""
    k = person
    while k > 0 and tokens.capital[k]:
        k -= 1
    return k < person - 1 and tokens.lower[k] == "and" and tokens.lower[k - 1] == ","


def is_last(tokens: Tokens, person: int, token: int) -> bool:
    """ "his sister Jane and his nephew [John Roe], who is": one is told, and that is who stands nearest."""
    one = tokens.tags[token + 1] == "VBZ" or tokens.lower_at(token + 1) == "was"
    if not one or tokens.lower[token - 1] != "," or person != token - 2:
        return False
    k = person
    while k > 0 and (tokens.capital[k] or tokens.tags[k] in _KIN_TAGS):
        k -= 1
    kin = tokens.lower[k] == "," and not tokens.capital[k - 1]
    while kin and k > 1 and tokens.tags[k - 1] in _KIN_TAGS:  # "and a son, John Roe"
        k -= 1
    k -= kin
    return k < person and tokens.lower[k] in {"and", "&"}
