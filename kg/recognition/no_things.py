"""Nouns for things that mean none where they stand: "to bring capital", "off line", "104 units", "by road"."""

import re
from collections.abc import Callable

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens

_WORDS = load_lexicon("nominals")
_KINDS = _WORDS.get_mapping("nominals")
_MAKING, _RAILS = _WORDS.get("works_with_lines"), _WORDS.get("words_of_ways")
_LENGTHS = frozenset(["km", "mile", "miles", "kilometre", "kilometres", "kilometer", "kilometers"])
_OWNING = frozenset(["'s", "’s", "'", "’", "its", "their", "whose", "our"])
_STANDING = frozenset(["the", *_OWNING])
_DESCRIBING = frozenset(["JJ", "JJS", "NN", "NNP", "HYPH", "VBG", "VBN", "RBS"])
_BODILY = frozenset(["my", "your", "his", "her"])
_ABOUT = frozenset(["off", "on", "in", "into", "along"])
_HUBS = frozenset(["Port", "Airport", "LandPort", "RailHub", "LogisticsHub", "LogisticsPark"])
_PARTS = frozenset(["District", "Province"])
_CUES = frozenset(["including", "namely"])
_ROADS = frozenset(["highway", "motorway", "expressway", "freeway", "autobahn", "road"])
_NUMBER = re.compile(r"[A-Z]{1,3}\d{1,4}")
_TIES = frozenset(
    ["trade", "economic", "cultural", "business", "family", "diplomatic", "political"]
)
_NAMES = load_lexicon("names")
_FIELDS = _NAMES.get("topics") | _NAMES.get("ministry_fields") | _NAMES.get("trade_fields")
_OVERFLOWING = frozenset(["burst", "overflow", "breach", "overtop"])
_ALONG = frozenset(["along", "on", "over"])
_WATERS = frozenset(["river", "lake", "canal", "stream", "creek", "reservoir"])
_FOUND = frozenset(
    ["find", "discover", "recover", "retrieve", "bury", "exhume", "identify", "pull"]
)
_COUNTED = frozenset(["a", "an", "per", "each"])


def is_no_thing(tokens: Tokens, i: int) -> bool:
    """Whether the noun at i stands in a phrase that means no place, firm or works."""
    lemma = tokens.parse.lemmas[i]
    if _KINDS.get(lemma) in _HUBS and tokens.tags[i] == "NNS" and _leads_row(tokens, i + 1):
        return True
    special = _SPECIAL.get(lemma)
    if special is not None:
        return special(tokens, i)
    if lemma == "link" and tokens.lower_at(i - 1) in _TIES:
        return True  # "trade links between X and Y"
    if tokens.lower[i : i + 2] == ["state", "-"]:
        return True  # "state-owned"
    if lemma == "fort":
        return tokens.lower_at(i - 1) == "the" and tokens.lemma_at(i - 2) == "hold"
    if lemma in _ROADS and _NUMBER.fullmatch(tokens.words[i - 1]):
        return (
            tokens.parse.heads[i - 1] != i
        )  # "the N4 highway links", which the parser tears apart
    way = _KINDS.get(lemma) == "TransportCorridor" and tokens.tags[i] == "NN"
    return way and tokens.lower_at(i - 1) == "by"  # how something goes


def _leads_row(tokens: Tokens, k: int) -> bool:
    """ "Routes to coastal ports [including Zenda and Tarn]", "[such as X]": those that are named are meant."""
    k += tokens.lower_at(k) == ","
    cue = tokens.lower_at(k) in _CUES or tokens.lower[k : k + 2] == ["such", "as"]
    behind = k + 1 + (tokens.lower_at(k) == "such")
    behind += tokens.lower_at(behind) == "the"
    return cue and tokens.capital[behind : behind + 1] == [True]


def _find_before(tokens: Tokens, i: int) -> int:
    k = i - 1
    while k > 0 and tokens.tags[k] in _DESCRIBING and tokens.lower[k] not in _OWNING:
        k -= 1
    return k


def _is_money(tokens: Tokens, i: int) -> bool:
    """ "Others who bring capital", "with that capital"; "the capital", "the Ruritanian capital" is a town."""
    near = (k for k in range(max(i - 2, 0), i) if k not in tokens.first_of_sentence)
    if any(tokens.capital[k] for k in near):
        return False
    named = tokens.lower_at(i + 1) == "of" and any(tokens.capital[i + 2 : i + 4])
    before = tokens.lower_at(_find_before(tokens, i))
    opening = i in tokens.first_of_sentence
    return not named and not opening and before not in _STANDING


def _is_no_way(tokens: Tokens, i: int) -> bool:
    """ "Has been off line", "a line of cars", "got it over the line", "a plant with a second line"."""
    before = tokens.lower_at(i - 1)
    if before in _ABOUT or tokens.lower[max(i - 2, 0) : i] == ["over", "the"]:
        return True
    if tokens.lower_at(i + 1) == "of":
        return tokens.lower_at(i + 3) not in _LENGTHS
    parse = tokens.parse
    first, last = parse.sentences[parse.sentence_of[i]]
    lemmas = parse.lemmas[first:last]
    made = not _MAKING.isdisjoint(parse.lemmas[first:i])
    plain = all(tokens.tags[k] in {"JJ", "CD", "DT", "PRP$"} for k in (i - 1, i - 2) if k >= first)
    return made and plain and _RAILS.isdisjoint(lemmas)


def _is_counted(tokens: Tokens, i: int) -> bool:
    """ "From 240 to 104 units", "40 rupees a unit", "diesel-electric units": none of a firm."""
    before = tokens.lower_at(i - 1)
    if tokens.tags[i - 1] == "CD":
        return True
    if before in _COUNTED and tokens.lower_at(i + 1) != "of":
        return "CD" in tokens.tags[max(i - 3, 0) : i - 1] or before in {"per", "each"}
    if tokens.tags[i] != "NNS" or tokens.lower_at(i + 1) == "of":
        return False
    k = _find_before(tokens, i)
    owned = tokens.lower_at(k) in _OWNING or any(tokens.capital[k + 1 : i])
    return not owned and tokens.tags[i - 1] in {"JJ", "VBN", "NNS", "VBG"}


def closes_row(tokens: Tokens, i: int) -> bool:
    """ "in Songea and Mbinga [districts]": the kind of the two that are named."""
    if tokens.tags[i] != "NNS" or _KINDS.get(tokens.parse.lemmas[i]) not in _PARTS:
        return False
    k = i - 1
    while k > 0 and tokens.capital[k]:
        k -= 1
    return k < i - 1 and tokens.lower[k] in {"and", "&"} and tokens.capital[k - 1]


def closes_party(tokens: Tokens, i: int, taken: frozenset[int]) -> bool:
    """ "the ruling New Era [party]": the kind of what is named before it."""
    return tokens.lower[i] == "party" and i - 1 in taken and tokens.capital[i - 1]


def _is_bodily(tokens: Tokens, i: int) -> bool:
    return tokens.lower_at(i - 1) in _BODILY


def _is_area(tokens: Tokens, i: int) -> bool:
    """ "The department of Zenda", "the departments of Zenda and Tarn": parts of a country; "of Trade" tells a body."""
    named = tokens.lower_at(i + 1) == "of" and tokens.capital[i + 2 : i + 3] == [True]
    return named and tokens.words[i].islower() and tokens.lower_at(i + 2) not in _FIELDS


def _is_of_river(tokens: Tokens, i: int) -> bool:
    """ "A river burst its banks", "on the banks of the Tarn"."""
    burst = tokens.lemma_at(i - 2) in _OVERFLOWING
    before = tokens.lower_at(_find_before(tokens, i) - 1)
    water = tokens.lower[i + 1 : i + 3] == ["of", "the"] and (
        tokens.lower_at(i + 3) in _WATERS or tokens.capital[i + 3 : i + 4] == [True]
    )
    return tokens.tags[i] == "NNS" and (burst or (before in _ALONG and water))


def _is_dead(tokens: Tokens, i: int) -> bool:
    """ "Sixteen bodies were found", "recovered three bodies"."""
    if tokens.tags[i] != "NNS":
        return False
    verb = tokens.parse.heads[i]
    return tokens.parse.lemmas[verb] in _FOUND and tokens.parse.deps[i] in {"dobj", "nsubjpass"}


_SPECIAL: dict[str, Callable[[Tokens, int], bool]] = {
    "capital": _is_money,
    "line": _is_no_way,
    "unit": _is_counted,
    "arm": _is_bodily,
    "department": _is_area,
    "bank": _is_of_river,
    "body": _is_dead,
}


def is_noun(tokens: Tokens, i: int) -> bool:
    """ "the trade [ministry]", "a [JV]": what the tags take for a name."""
    return tokens.words[i].islower() or tokens.lemma_at(i) != tokens.lower[i]
