"""Names of states that are words besides, "Frisco, TX", "Gabon, Mali and Chad", and peoples side by side."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.tokens import Tokens

_COMPASS = load_lexicon("names").get("compass")


def is_state_told(tokens: Tokens, start: int, head: int) -> bool:
    """ "the oil state of [Qatar]" is Qatar, "the largest state of [India]" and "a state of India" are not."""
    before = range(max(start, 0), head)
    if not any(tokens.lower_at(k) == "the" for k in before):
        return False
    parts = (k for k in before if tokens.tags[k] in {"JJS", "RBS", "CD"})
    return not list(parts) and _COMPASS.isdisjoint(tokens.lower[k] for k in before)


def is_state_of_town(
    tokens: Tokens,
    start: int,
    match: GazetteerMatch,
    known: Mapping[int, tuple[int, GazetteerMatch]],
) -> bool:
    """ "Frisco, TX", "Reading, Pa.": what stands behind a town and a comma is no word of the language."""
    if match.entry.type != "Province" or start < 2 or tokens.words[start - 1] != ",":
        return False
    towns = (found for end, found in known.values() if end == start - 1)
    return any(found.entry.type in {"City", "District"} for found in towns)


def is_country_in_row(
    tokens: Tokens,
    start: int,
    match: GazetteerMatch,
    known: Mapping[int, tuple[int, GazetteerMatch]],
) -> bool:
    """ "Gabon, Mali and Chad", "the Central African Republic (CAR)": what a country before it makes one too."""
    if match.entry.type != "Country":
        return False
    if tokens.lower_at(start - 1) == "(":
        full = (found for end, found in known.values() if end == start - 1)
        return any(found.entry.id == match.entry.id for found in full)
    if tokens.lower_at(start - 1) not in {",", "and", "or"}:
        return False
    if tokens.capital[start + 1 : start + 2] == [True]:
        return False  # "Gabon and Chad Brown"
    before = (found for end, found in known.values() if end == start - 1)
    return any(found.entry.type == "Country" for found in before)


def are_two_peoples(tokens: Tokens, left: int, end: int, beyond: int | None) -> bool:
    """ "the Ruritanian-Norvian Business Forum": both belong to what the occasion is called."""
    behind = beyond or end
    return tokens.words[left : left + 1] == ["-"] and behind < end and tokens.is_common(behind)


def is_origin(
    tokens: Tokens,
    left: int,
    match: GazetteerMatch,
    known: Mapping[int, tuple[int, GazetteerMatch]],
) -> bool:
    """ "Chinese | Zhejiang Velmo Materials", "Korean | Tarsun": where a firm is from, and no part of its name.

    What follows begins with a place of that country, or with a word of no dictionary that the text has
    elsewhere without the people before it.
    """
    if match.alias_kind != "adjective" or left >= len(tokens.words):
        return False
    if left in known and known[left][1].entry.within == match.entry.id:
        return True
    word = tokens.words[left]
    if tokens.is_common(left) or not tokens.capital[left]:
        return False
    others = (k for k, other in enumerate(tokens.words) if other == word and k != left)
    return any(tokens.lower_at(k - 1) != tokens.lower_at(left - 1) for k in others)
