"""A seat and who won it, side by side: "MP for [Tarn West] [Nina Aalto] said"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.parties_told import find_partisans
from kg.recognition.sides_named import find_sides, sits_for
from kg.recognition.tokens import Tokens

_GIVEN = load_lexicon("given_names").get("given")
_NAMESAKES = frozenset(
    ["st", "st.", "saint", "san", "santa", "port", "mount", "lake", "fort", "new"]
)
_VERBS = frozenset(["VBD", "VBZ", "MD", "VBP"])
_LONGEST = 7  # words of a seat and of a name


def find_sides_and_seats(tokens: Tokens, places: Container[int]) -> dict[int, int]:
    """The parties told before the titles of seats, such seats, and who won them: start → end."""
    return find_partisans(tokens) | find_sides(tokens, places) | _find_seats(tokens)


def _find_seats(tokens: Tokens) -> dict[int, int]:
    """Start → end of such seats and of the names behind them."""
    found: dict[int, int] = {}
    for link, word in enumerate(tokens.lower):
        if word not in {"for", "from"} or tokens.capital[link + 1 : link + 2] != [True]:
            continue
        if not link or not sits_for(tokens, link):
            continue
        start = end = link + 1
        while end < len(tokens.words) and end - start < _LONGEST and tokens.capital[end]:
            end += 1
        name = _find_name(tokens, start, end)
        if name is not None:
            found |= {start: name, name: end}
    return found


def _find_name(tokens: Tokens, start: int, end: int) -> int | None:
    """Where a given name begins the last two or three words, before what its bearer did."""
    behind = tokens.tags[end] if end < len(tokens.tags) else ""
    if behind not in _VERBS and tokens.lower_at(end) not in {",", "and"}:
        return None
    first = max(start + 1, end - 3)
    return next(
        (
            k
            for k in range(first, end - 1)
            if tokens.lower[k] in _GIVEN and tokens.lower[k - 1] not in _NAMESAKES
        ),
        None,
    )
