"""Hubs and zones in a row that tells their kind once, behind it: "the Hentz, Tarn and Velmo airports" are three."""

from collections.abc import Mapping
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.kind_members import find_members
from kg.recognition.known_parts import name_known
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

Known = Mapping[int, tuple[int, GazetteerMatch]]
_LONGEST = 5  # tokens of a member: "U-Tarn Air Base"
_MANY = 3  # tokens of a kind: "special economic zones"
_TOWNS = frozenset(["City", "Province", "Country", "Region"])
_WORKS = "Facility"
_MARKS = frozenset(["-", "–"])


class SharedHubs:
    """Finds the members of such rows; holds no state."""

    def __init__(self) -> None:
        kinds = load_lexicon("names").get_mapping("shared_hubs")
        self.kinds = {tuple(words.split()): kind for words, kind in kinds.items()}
        self.last = frozenset(words[-1] for words in self.kinds)

    def find(self, tokens: Tokens, known: Known) -> list[Name]:
        """The members of all rows, in order."""
        found: list[Name] = []
        for k, word in enumerate(tokens.lower):
            if word in self.last and not tokens.capital[k] and tokens.tags[k] == "NNS":
                found += self._read_row(tokens, k, known)
        return found

    def _read_row(self, tokens: Tokens, k: int, known: Known) -> list[Name]:
        first, kind = self._find_kind(tokens, k)
        members = _find_members(tokens, first) if kind else []
        if len(members) < 2 or tokens.lower_at(members[0][0] - 1) in {"'s", "’s"}:
            return []
        hits = [known[s][1] if s in known and known[s][0] == e else None for s, e in members]
        types = {match.entry.type for match in hits if match is not None}
        if types - {kind} and (kind not in types or not types <= _TOWNS | {kind}):
            return []  # "the Dallas and Tarn airports" may be any of theirs
        if kind == _WORKS and any(s in known for s, _ in members):
            return []
        return [
            replace(
                name_known(start, end, match)
                if match is not None and match.entry.type == kind
                else Name(start=start, end=end, type=kind, origin="head noun"),
                end=k + 1 if end == first else end,
                called=tokens.slice(start, end),
            )
            for (start, end), match in zip(members, hits, strict=True)
        ]

    def _find_kind(self, tokens: Tokens, k: int) -> tuple[int, str]:
        """Where the longest kind begins that ends at `k`, and the type that it tells."""
        for first in range(max(k - _MANY + 1, 0), k + 1):
            kind = self.kinds.get(tuple(tokens.lower[first : k + 1]))
            if kind is not None and not tokens.capital[first]:
                return first, kind
        return k, ""


def _find_members(tokens: Tokens, k: int) -> list[tuple[int, int]]:
    """The names before the kind at `k`; none where one of them is no name."""
    members = find_members(tokens, k, _LONGEST, _goes_on)
    return members if all(_is_name(tokens, *member) for member in members) else []


def _is_name(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a run is no everyday word that opens a sentence, nor an adjective: "African and Arab ports"."""
    words = range(start, end)
    if any(not tokens.is_common(i) for i in words):
        return True
    return start not in tokens.first_of_sentence and all(tokens.tags[i] == "NNP" for i in words)


def _goes_on(tokens: Tokens, start: int) -> bool:
    """Whether the token before belongs to the same name: a capital, or a hyphen between two."""
    if tokens.words[start - 1] in _MARKS:
        return start > 1 and tokens.capital[start] and tokens.capital[start - 2]
    return tokens.capital[start - 1]
