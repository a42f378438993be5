"""Letters behind a person's name: "Justice Jane Doe [JA]", "Jane Doe [OBE]"; they are no part of it."""

from collections.abc import Callable, Sequence

from kg.lexicon import load_lexicon

_LETTERS = frozenset(letters.upper() for letters in load_lexicon("names").get("post_nominals"))
_REACH = 60  # tokens on either side that may hang on the letters
_NAME = 2  # words of a name, the last ones before the letters


def is_behind_name(words: Sequence[str], i: int, is_common: Callable[[str], bool]) -> bool:
    """Whether word i is such letters behind two words of a name, and no state behind a town's."""
    if words[i] not in _LETTERS or i < _NAME:
        return False
    name = words[i - _NAME : i]
    if not all(word.isalpha() and word.istitle() for word in name):
        return False
    return not all(is_common(word.lower()) for word in name)


def give_head_to_names(
    words: Sequence[str], heads: list[int], deps: list[str], is_common: Callable[[str], bool]
) -> None:
    """Lets the family name stand where the parser took the letters for the head of the name."""
    for i, word in enumerate(words):
        if word not in _LETTERS or heads[i - 1] != i or not is_behind_name(words, i, is_common):
            continue
        name = i - 1
        above = name if heads[i] == i else heads[i]
        for k in range(max(i - _REACH, 0), min(i + _REACH, len(words))):
            if heads[k] == i:
                heads[k] = name
        heads[name], deps[name] = above, deps[i]
        heads[i], deps[i] = name, "dep"
