"""What a name is by a superlative of another's: "Tarn, Ruritania's largest island,"."""

from kg.recognition.tokens import Tokens

_OWNING = frozenset(["'s", "’s", "'"])
_CLOSING = frozenset([",", ".", ")", ";"])
_REACH = 4  # words of the owner, and of the description


def find_superlative(tokens: Tokens, i: int) -> int | None:
    """The noun of the description that begins with its owner at token i and closes in a mark."""
    words = tokens.lower
    owner = next((k for k in range(i, min(i + _REACH, len(words))) if words[k] in _OWNING), None)
    if owner is None or not all(tokens.capital[i:owner]) or owner == i:
        return None
    if tokens.tags[owner + 1 : owner + 2] != ["JJS"]:
        return None
    for k in range(owner + 2, min(owner + 2 + _REACH, len(words) - 1)):
        if tokens.capital[k]:
            return None
        if words[k + 1] in _CLOSING:
            return k if tokens.tags[k] == "NN" else None
    return None
