"""Symbols of shares in brackets behind a name: the parser cuts "NRV (NYSE: NRV), a maker of pumps, will grow" there."""

from collections.abc import Sequence

from kg.model.parse import SUBJECTS

_LONGEST = 10  # tokens of such brackets
_REACH = 40  # tokens from them to the verb
_LOOSE = frozenset(["ROOT", "npadvmod", "dep", "nmod"])
_OPENINGS = frozenset(["a", "an", "the", "one"])


def give_names_back(words: Sequence[str], heads: list[int], deps: list[str]) -> None:
    """Hangs what follows the brackets on the name before them, and that on the verb as its subject."""
    for colon in range(2, len(words) - 2):
        if words[colon] != ":" or "(" not in words[colon - 2 : colon]:
            continue
        name = colon - 2 if words[colon - 1] == "(" else colon - 3
        inner = range(colon + 1, min(colon + _LONGEST, len(words)))
        close = next((k for k in inner if words[k] == ")"), 0)
        if name < 0 or not close or not words[name][:1].isupper():
            continue
        for k in range(close + 1, min(close + _REACH, len(words))):
            if name < heads[k] <= close:
                heads[k] = name
        if deps[name] in _LOOSE:
            _give_verb(name, close, words, heads, deps)


def _give_verb(
    name: int, close: int, words: Sequence[str], heads: list[int], deps: list[str]
) -> None:
    """That of the symbol which the parser took for the subject, or of what the name is called behind it."""
    told = next((k for k in range(name + 1, close) if deps[k] in SUBJECTS), None)
    if told is None and words[close + 1 : close + 2] == [","]:
        opening = close + 2
        if opening < len(words) and words[opening].lower() in _OPENINGS:
            told = opening if deps[opening] in SUBJECTS else heads[opening]
    if told is not None and deps[told] in SUBJECTS and close < heads[told] < close + _REACH:
        heads[name], deps[name] = heads[told], deps[told]
        heads[told], deps[told] = name, "appos"
