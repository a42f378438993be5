"""Words that begin a noun phrase and tell nothing of the thing: "[new] plant", "the [small] Tarn Creek gold mine"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_FIXED = load_lexicon("arguments").get("fixed_openings")

# …before a name alone: "a small plant" is told by its size, where nothing else tells it.
_BEFORE_NAMES = frozenset(
    "small large tiny vast sprawling remote idle idled mothballed shuttered ageing aging troubled".split()  # noqa: SIM905
)


def is_empty(tokens: Tokens, k: int, empty: Container[str]) -> bool:
    """Whether the word at k, with which a phrase begins, is one of them; `empty` are those before any noun."""
    word = tokens.lower[k]
    named = word in _BEFORE_NAMES and tokens.capital[k + 1]
    fixed = f"{word} {tokens.lower[k + 1]}" in _FIXED
    return named or (word in empty and tokens.words[k + 1] != "-" and not fixed)
