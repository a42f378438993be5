"""Whether a name tells of a woman or a man: by its given name, by "Mr" or "Ms", by a title such as "chairwoman"."""

from collections.abc import Iterable

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_NAMES, _GIVEN = load_lexicon("names"), load_lexicon("given_names")
_WOMEN = _GIVEN.get("women")
_MEN = _GIVEN.get("men")
_ADDRESSED = {
    **dict.fromkeys(_NAMES.get("womens"), True),
    **dict.fromkeys(_NAMES.get("mens"), False),
}


def is_woman(tokens: Tokens, first: int, last: int, title: Iterable[str]) -> bool | None:
    """True of a woman, False of a man; None where neither name nor title tells.

    Only a name of several words has a given name: "Clara" alone may be a family.
    """
    for word in (*tokens.lower[max(first - 1, 0) : first + 1], *title):
        if word in _ADDRESSED:
            return _ADDRESSED[word]
    if last > first:
        given = tokens.lower[first]
        return True if given in _WOMEN else False if given in _MEN else None
    return None
