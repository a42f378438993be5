"""Numbers that the parser hangs elsewhere than on what they count."""

from collections.abc import Callable, Sequence

from kg.model.mention import Mention
from kg.model.parse import Parse

_ROWED = frozenset(["amod", "nmod", "compound"])
_EVERY = frozenset(["per", "a", "every", "each"])
_RATES = frozenset(["day", "week", "month", "hour"])
_EACH = {"daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour"}
_GOODS = 3  # words of what is counted: "tankers of [crude palm oil] per month"
_LINKS = frozenset(["and", "or", "to", "in", "on", "at", "for", "from", "with", "by"])
_EXTENTS = frozenset(["long", "wide", "broad", "high", "tall", "deep", "thick"])
_PARTING = frozenset(["across", "in", "at", "among", "throughout", "from"])


def is_parted(parse: Parse, start: int, end: int, noun: int) -> bool:
    """Whether a number counts no such noun: "12,500 [across] nine regions", "the 50 Best Employers" list."""
    if any(word.lower() in _PARTING for word in parse.words[end:noun]):
        return True
    best = parse.words[end : end + 1] and parse.words[end][0].isupper() and parse.tags[end] == "JJS"
    top = start > 0 and parse.words[start - 1] == "Top"
    return parse.words[noun][0].isupper() and (top or bool(best))


def is_joined(parse: Parse, value: Mention, end: int) -> bool:
    """Whether a row goes on behind a sum: "reached $3 billion [and] deposits $4 billion", taken for deposits of 3."""
    return value.origin in {"money", "percent"} and parse.words[end : end + 1] == ["and"]


def find_first_of_row(
    parse: Parse, noun: int, values_at: Callable[[int], list[Mention]]
) -> list[Mention]:
    """ "Loans reached [$3 billion] and deposits $4 billion": the sum that the parser hangs on the next noun."""
    told = (m for c in parse.children[noun] if parse.deps[c] == "nummod" for m in values_at(c))
    ends = (c + 1 for c in parse.children[noun] if parse.deps[c] == "nummod")
    return [m for m, end in zip(told, ends, strict=False) if is_joined(parse, m, end)]


def find_count_of_row(
    parse: Parse, noun: int, values_at: Callable[[int], list[Mention]]
) -> Mention | None:
    """ "370 military, civilian and contractor personnel": a number on the first of a row of adjectives."""
    first = next((c for c in parse.children[noun] if c < noun and parse.deps[c] in _ROWED), None)
    if first is None or all(parse.deps[c] != "conj" for c in parse.children[first]):
        return None
    return next((m for m in values_at(first - 1) if first and m.origin == "number"), None)


def rate_of(words: Sequence[str], noun: int) -> str:
    """ "/day" of "vehicles per day", "trucks daily", "tankers of crude oil per day"."""
    after = [word.lower() for word in words[noun + 1 : noun + _GOODS + 4]]
    if after and after[0] in _EACH:
        return f"/{_EACH[after[0]]}"
    for start in range(len(after) - 1):
        if after[start] in _EVERY and after[start + 1] in _RATES:
            return f"/{after[start + 1]}"
        if after[0] != "of" or (start and not after[start].isalpha()) or after[start] in _LINKS:
            return ""
    return ""


def find_part(parse: Parse, start: int, at: Callable[[int], list[Mention]]) -> Mention | None:
    """ "[six] of 36 trams", read as one number: the part before "of", of a number that begins at `start`."""
    link = start - 1 - (parse.words[start - 1].lower() in {"the", "its", "their"})
    if link < 1 or parse.words[link].lower() != "of" or parse.tags[link - 1] != "CD":
        return None
    return next((m for m in at(link - 1) if m.origin == "number"), None)


def list_extents(parse: Parse, noun: int) -> list[int]:
    """ "a [300 km] long border": what tells how long, wide or deep the thing is."""
    told = (c for c in parse.children[noun] if c < noun and parse.words[c].lower() in _EXTENTS)
    return [k for c in told for k in parse.children[c] if parse.deps[k] == "npadvmod"]
