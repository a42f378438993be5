"""What only people have beside their names: "Jane Doe, 35,", "the 35-year-old Doe", "Doe's approval rating"."""

from itertools import pairwise

from kg.recognition.tokens import Tokens

_ADULT, _OLDEST = 13, 110  # ages that newspapers tell
_BEHIND = frozenset([",", ".", ";"])
_AGED = frozenset(["aged", "age", "also", "now", "just", "only", "then"])
_OWNING = frozenset(["'s", "’s", "'", "’"])
_RATINGS = frozenset([("approval", "rating"), ("approval", "ratings"), ("disapproval", "rating")])
_OLD = ["-", "year", "-", "old"]
_ARTICLES, _ASIDE = frozenset(["a", "an", "the"]), 6  # tokens to the years behind the comma
_KINDS = frozenset(["NN", "NNS", "JJ", "HYPH", "POS"])  # tags behind a name that tells a kind


def has_age(tokens: Tokens, end: int) -> bool:
    """ "Jane Doe, 43, …", "Doe, aged 43", "Doe, a 43-year-old": a number between commas, or said to be an age."""
    if tokens.lower_at(end) != ",":
        return False
    if any(tokens.lower[k : k + 4] == _OLD for k in range(end + 3, end + _ASIDE)):
        return tokens.lower_at(end + 1) in _ARTICLES
    aged = tokens.lower_at(end + 1) in _AGED
    number = tokens.lower_at(end + 1 + aged)
    old = number.isdigit() and _ADULT <= int(number) < _OLDEST
    return old and (
        tokens.lower_at(end + 1) == "aged" or tokens.lower_at(end + 2 + aged) in _BEHIND
    )


def is_called_old(tokens: Tokens, start: int, end: int) -> bool:
    """ "the 35-year-old Doe said", other than "a 35-year-old Kenya international"."""
    first = start - len(_OLD) - 1
    if first < 0 or tokens.lower[first + 1 : start] != _OLD:
        return False
    number = tokens.lower[first]
    old = number.isdigit() and _ADULT <= int(number) < _OLDEST
    return old and tokens.tags[end : end + 1] != [] and tokens.tags[end] not in _KINDS


def is_rated(tokens: Tokens, start: int, end: int) -> bool:
    """ "Doe's overall approval rating", "44 percent approve of Doe"."""
    if tokens.lower_at(end) in _OWNING:
        rated = tokens.lower[end + 1 : end + 4]
        return any(pair in _RATINGS for pair in pairwise(rated))
    approving = tokens.lemma_at(start - 2) in {"approve", "disapprove"}
    return approving and tokens.lower_at(start - 1) == "of" and tokens.lower_at(end) not in _OWNING
