"""Fields before firms: the "AI" of "AI Fund", the "TV" of "TV Norvik"; and those that are no part of a name."""

from functools import cache

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_WORDS = 4  # of a name behind its field
_KINDS = frozenset(["Company", "Organization"])
_BODIES = frozenset([*_KINDS, "GovernmentBody", "ResearchBody", "Association"])


def is_firms_field(tokens: Tokens, i: int) -> bool:
    """Whether the token names nothing alone, but opens a firm's name; of a broadcaster's before a strange word."""
    fields, stations, ends = _get_words()
    if not tokens.words[i].isupper() or tokens.lower[i] not in fields:
        return False
    last = _find_last(tokens, i)
    station = tokens.lower[i] in stations and last > i and not tokens.is_common(i + 1)
    return station or (last > i and tokens.lower[last] in ends)


def is_inner_field(tokens: Tokens, i: int) -> bool:
    """ "Norvik [LNG] Terminals", "the Kenya [ICT] Authority": a field before what ends a firm's or body's name."""
    if not tokens.words[i].isupper() or tokens.lower[i] not in _get_words()[0]:
        return False
    last = _find_last(tokens, i)
    return last > i and tokens.lower[last] in _get_body_ends()


def _find_last(tokens: Tokens, i: int) -> int:
    """The last of the few capitals that follow one another from a token on."""
    last = i
    while tokens.capital[last + 1 : last + 2] == [True] and last < i + _WORDS:
        last += 1
    return last


def opens_with_field(tokens: Tokens, i: int) -> bool:
    """ "[Fintech] startup Norvik", "[Edtech] is growing": a field that only its place gives a capital."""
    following = tokens.words[i + 1] if i + 1 < tokens.size else ""
    if not following[:1].islower() or tokens.words[i].isupper() or following == "of":
        return False  # "[Port] of Tarn grew"
    return tokens.lower[i] in _get_fields() and tokens.lower[i] not in tokens.capital_words


@cache
def _get_fields() -> frozenset[str]:
    triggers = load_lexicon("triggers")
    return triggers.get("industries") | triggers.get("narrow_fields")


@cache
def _get_body_ends() -> frozenset[str]:
    heads = load_lexicon("names").get_mapping("heads").items()
    return _get_words()[2] | {head for head, kind in heads if kind in _BODIES} | {"export"}


@cache
def _get_words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    names = load_lexicon("names")
    heads = frozenset(head for head, kind in names.get_mapping("heads").items() if kind in _KINDS)
    ends = heads | names.get("company_suffixes") | names.get("closing_heads")
    return names.get("firm_fields"), names.get("stations"), ends
