"""Ways with the names of their ends: "the Tarn-Zenda branch", "Tarn-Zenda" alone, "the A-B-C (ABC) railway"."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.ontology import Ontology
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

_WAY = "TransportCorridor"
_HYPHENS = frozenset(["-", "–"])
_NAMED = 4  # words of an end: "Dar es Salaam"
_BEFORE = 2  # words between the ends and the noun: "Tarn-Zenda [SGR] branch"
_GIVEN = load_lexicon("given_names").get("given")
_PARTS = load_lexicon("nominals").get("parts_of_ways")
_KINDS = load_lexicon("nominals").get_mapping("nominals").items()
_TRACKS = {noun for noun, kind in _KINDS if kind == _WAY} - _PARTS
_TRACKS |= load_lexicon("nominals").get("words_of_ways") | {"railways", "roads"}
_OPEN = frozenset(["Company", "Person", "City", "Facility", "Organization", "Region"])


def find_way_part(tokens: Tokens, i: int, told: Iterable[tuple[int, str]]) -> str | None:
    """The type of a way's part by the ends before it, and so later on: "the Tarn-Zenda branch ... [the branch]".

    `told` are the heads and types of the nouns before.
    """
    if tokens.parse.lemmas[i] not in _PARTS or tokens.capital[i]:
        return None
    if any(_is_pair(tokens, k) for k in range(i - 1, max(i - 2 - _BEFORE, 1), -1)):
        return (
            None if _TRACKS.isdisjoint(tokens.lower) else _WAY
        )  # "the Tarka-Velmo branch" of a bank
    word = tokens.lower[i]
    return _WAY if any(kind == _WAY and tokens.lower[k] == word for k, kind in told) else None


def _is_pair(tokens: Tokens, last: int) -> bool:
    """Whether two ends that a hyphen joins close with the token `last`, in capitals all through."""
    k = last
    while k > last - _NAMED and tokens.capital[k] and tokens.words[k - 1] not in _HYPHENS:
        k -= 1
    if not tokens.capital[k] or tokens.words[k - 1] not in _HYPHENS or k < 2:
        return False
    joined = tokens.touches(k - 2) and tokens.touches(k - 1)
    return joined and tokens.capital[k - 2] and len(tokens.words[k - 2]) > 1


def find_bracketed_way(tokens: Tokens, k: int, ways: frozenset[str]) -> Name | None:
    """ "the Zenda-Tarn-Hentz (ZTH) railway": a way with its letters in the brackets that open at k."""
    letters, noun = tokens.words[k + 1], k + 3
    if not (letters.isupper() and letters.isalpha() and tokens.words[k + 2] == ")"):
        return None
    if tokens.lower[noun] not in ways or tokens.capital[noun]:
        return None
    start = k
    while start > 0 and (tokens.capital[start - 1] or tokens.words[start - 1] in _HYPHENS):
        start -= 1
    start += tokens.tags[start] == "DT"
    ends = range(start, k)
    firsts = (n for n in ends if n == start or tokens.words[n - 1] in _HYPHENS)
    if len(letters) < 2 or "".join(tokens.words[n][0] for n in firsts) != letters:
        return None
    called = f"{tokens.slice(start, k)} {tokens.words[noun]}"
    return Name(start=start, end=noun + 1, type=_WAY, origin="head noun", called=called)


def name_pairs(
    tokens: Tokens, names: Sequence[Name], ways: Mapping[int, int], ontology: Ontology
) -> list[Name]:
    """The names, without the ends within `ways` (first → last token), and lone pairs of ends as ways."""
    kept = [n for n in names if not (_is_open_pair(tokens, n) and ways.get(n.start, -1) >= n.end)]
    if not any(_is_pair(tokens, k) for s, e in ways.items() for k in range(s + 2, e + 1)):
        return kept
    places = {tokens.slice(n.start, n.end) for n in names if ontology.is_a(n.type, "Place")}
    return [_retype(tokens, n, places) for n in kept]


def _retype(tokens: Tokens, name: Name, places: set[str]) -> Name:
    """ "Tarn-Zenda stood at 15 percent", where other ways are told by their ends and one end is a place."""
    if not _is_open_pair(tokens, name) or tokens.lower[name.start] in _GIVEN:
        return name
    cut = next(k for k in range(name.start, name.end) if tokens.words[k] in _HYPHENS)
    ends = {tokens.slice(name.start, cut), tokens.slice(cut + 1, name.end)}
    return name if ends.isdisjoint(places) else replace(name, type=_WAY, origin="context")


def _is_open_pair(tokens: Tokens, name: Name) -> bool:
    """Whether a name of no sure type is two words in capitals with a hyphen between."""
    hyphens = [k for k in range(name.start, name.end) if tokens.words[k] in _HYPHENS]
    open_type = name.type in _OPEN and name.known_as is None and name.origin != "head noun"
    inner = len(hyphens) == 1 and name.start < hyphens[0] < name.end - 1
    return open_type and inner and _is_pair(tokens, name.end - 1)
