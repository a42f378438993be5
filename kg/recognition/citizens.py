"""Which country somebody holds a post of: "his country", said of Ruritania's minister, is Ruritania."""

from collections.abc import Sequence

from kg.recognition.name import Name
from kg.recognition.post_rows import PostSpan
from kg.recognition.tokens import Tokens

_OWNING = frozenset(["'s", "’s"])
_ARTICLES = frozenset(["the", "a", "an"])


def find_citizens(
    tokens: Tokens, posts: Sequence[PostSpan], names: Sequence[Name], kinds: Sequence[str]
) -> dict[int, int]:
    """Person → country, both as indices of `names`, where a title joins them.

    "Ruritania's works minister, X", "X, president of Ruritania", "President X of Ruritania". `kinds`
    says of each name whether it is a "person", a "country" or something else.
    """
    people = dict(_index(names, kinds, "person"))
    countries = dict(_index(names, kinds, "country"))
    found: dict[int, int] = {}
    for post in posts:
        start, end = post.start, post.end
        owned = start - (tokens.lower[start - 1] in _OWNING if start else 0)
        country = countries.get(-owned)
        if country is not None:
            start = names[country].start
        elif (named := _find_behind_of(tokens, end, countries)) is not None:
            country, end = named, names[named].end
        person = people.get(end + (tokens.lower_at(end) == ","))
        if person is None:
            comma = start - 1 - (start > 0 and tokens.lower[start - 1] in _ARTICLES)
            person = people.get(-comma) if tokens.lower_at(comma) == "," else None
        if person is not None and country is None:
            country = _find_behind_of(tokens, names[person].end, countries)
        if person is not None and country is not None:
            found[person] = country
    return found


def _index(names: Sequence[Name], kinds: Sequence[str], kind: str) -> list[tuple[int, int]]:
    """The names of a kind by where they begin, and by where they end with the sign turned."""
    return [
        (k, n) for n, name in enumerate(names) if kinds[n] == kind for k in (name.start, -name.end)
    ]


def _find_behind_of(tokens: Tokens, end: int, countries: dict[int, int]) -> int | None:
    """The country behind "of" or "of the" at a token."""
    if tokens.lower_at(end) != "of":
        return None
    return countries.get(end + 1 + (tokens.lower_at(end + 1) == "the"))
