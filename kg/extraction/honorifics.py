"""What stands before a person's name and is no part of it: "Mr", "Gen.", "Tan Sri"."""

from collections.abc import Sequence

from kg.lexicon import load_lexicon

_NAMES_BEFORE = frozenset().union(
    *map(load_lexicon("names").get, ("honorifics", "ranks", "rank_parts", "rank_marks"))
)
_IN_RANKS = frozenset([".", "-", "'", "’"])  # "Lt.-Gen.", "Dato' X"
_PAIRS = (["tan", "sri"], ["tan", "seri"])


def pass_honorific(words: Sequence[str], k: int, *, inside: bool) -> int:
    """The token behind the honorific at `k`; `k` for none. Only `inside` a row of them may signs stand."""
    pair = [w.lower() for w in words[k : k + 2]]
    if pair in _PAIRS:
        return k + 2
    if " ".join(pair) in _NAMES_BEFORE:
        return k + 1  # "Moha [Sena Padei]"
    return k + (is_honorific(words[k]) or (inside and words[k] in _IN_RANKS))


def is_rank_mark(word: str) -> bool:
    """ "Brig. (R) X", "Col. (Retd) X"."""
    return is_honorific(word) or word == "R"


def is_honorific(word: str) -> bool:
    """Whether a word is one, with its stop or without."""
    return word.lower().rstrip(".") in _NAMES_BEFORE or word.lower() in _NAMES_BEFORE
