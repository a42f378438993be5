"""Bodies of several states told in one: "the Foreign [Ministries] of Kenya and Peru" is no name, the states are."""

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_BODIES = load_lexicon("names").get("plural_bodies")
_FIELDS = load_lexicon("names").get("topics") | load_lexicon("names").get("ministry_fields")
_LINKS = frozenset(["and", "&", ","])
_OWNED = frozenset(["of", "from", "in"])


def find_plural_bodies(tokens: Tokens) -> frozenset[int]:
    """The tokens of such bodies with their fields, where "of" and what they belong to stands behind."""
    found: set[int] = set()
    for k, word in enumerate(tokens.lower):
        if word not in _BODIES or not tokens.capital[k]:
            continue
        start = k
        while start and tokens.capital[start - 1] and tokens.lower[start - 1] in _FIELDS:
            start -= 1
        end = _pass_fields(tokens, k + 1)
        if tokens.lower_at(end) in _OWNED:
            found.update(range(start, end))
    return frozenset(found)


def _pass_fields(tokens: Tokens, at: int) -> int:
    """Behind "of Foreign Affairs and Trade"; `at` itself where no field stands there."""
    if tokens.lower_at(at) not in {"of", "for"} or not _is_field(tokens, at + 1):
        return at
    at += 1
    while _is_field(tokens, at) or (tokens.lower_at(at) in _LINKS and _is_field(tokens, at + 1)):
        at += 1
    return at


def _is_field(tokens: Tokens, k: int) -> bool:
    return k < tokens.size and tokens.capital[k] and tokens.lower[k] in _FIELDS
