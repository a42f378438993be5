"""Parts of a country in a row that tells their kind once: "the Northern and Eastern Provinces" are two."""

from collections.abc import Mapping
from dataclasses import replace

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.kind_members import find_members
from kg.recognition.known_parts import name_known
from kg.recognition.name import Name
from kg.recognition.tokens import Tokens

Known = Mapping[int, tuple[int, GazetteerMatch]]
_KINDS = frozenset(["Province", "District", "Region", "City"])
_PARTS = frozenset(["Province", "District"])
_SETTLED = _PARTS | {"City"}
_LONGEST = 3  # words of a member: "North West Tarn"
_NOT_PARTS = frozenset(["state", "republic", "kingdom", "town"])  # "the Baltic and Nordic States"


class SharedKinds:
    """Finds the members of such rows, each with the name that it has alone; holds no state."""

    def __init__(self) -> None:
        heads = load_lexicon("names").get_mapping("heads")
        plain = {h: kind for h, kind in heads.items() if kind in _KINDS and " " not in h}
        parts = {h: kind for h, kind in plain.items() if h not in _NOT_PARTS}
        self.plurals = {_pluralize(head): (head, kind) for head, kind in parts.items()}
        closers = load_lexicon("names").get_mapping("extenders").items()
        small = {word: kind for word, kind in closers if kind in _PARTS and " " not in word}
        self.small = {_pluralize(word): kind for word, kind in small.items()}

    def find(self, tokens: Tokens, known: Known) -> list[Name]:
        """The members of all rows, in order."""
        found: list[Name] = []
        for k, word in enumerate(tokens.lower):
            if word in self.plurals and tokens.capital[k]:
                found += self._read_row(tokens, k, known)
            elif word in self.small and tokens.tags[k] == "NNS":
                found += self._read_small_row(tokens, k, known)
        return found

    def _read_small_row(self, tokens: Tokens, k: int, known: Known) -> list[Name]:
        """ "the Velmo, Tarn and Hentz districts", each of which is called so alone."""
        kind, members = self.small[tokens.lower[k]], find_members(tokens, k, _LONGEST)
        if len(members) < 2:
            return []
        found = [known[s][1] if s in known and known[s][0] == e else None for s, e in members]
        types = {match.entry.type for match in found if match is not None}
        towns = tokens.lower[k] == "regions" and "City" in types and kind not in types
        plain = all(tokens.is_common(n) for start, end in members for n in range(start, end))
        if towns or not types <= _SETTLED or (plain and not types):
            return []  # "the Dallas and Tarn regions" are what lies around them
        return [
            replace(
                name_known(start, end, match)
                if match is not None and match.entry.type == kind
                else Name(start=start, end=end, type=kind, origin="head noun"),
                called=tokens.slice(start, end),
            )
            for (start, end), match in zip(members, found, strict=True)
        ]

    def _read_row(self, tokens: Tokens, k: int, known: Known) -> list[Name]:
        head, kind = self.plurals[tokens.lower[k]]
        members = find_members(tokens, k, _LONGEST)
        if len(members) < 2 or any(_is_of_state(known, *member) for member in members):
            return []
        first = members[0][0]
        before = first - 1 - (tokens.lower_at(first - 1) == "the")
        if tokens.lower_at(before) == "of" and tokens.capital[before - 1]:
            return []  # "the Council of Northern and Eastern Provinces"
        last = members[-1]
        return [
            Name(
                start=start,
                end=end + ((start, end) == last),
                type=kind,
                origin="head noun",
                called=f"{tokens.slice(start, end)} {head.title()}",
            )
            for start, end in members
        ]


def _is_of_state(known: Known, start: int, end: int) -> bool:
    """Whether a member is a country, or what is called after one: "the Ruritanian and Zendan Provinces"."""
    found = known.get(start)
    return found is not None and found[0] == end and found[1].entry.type == "Country"


def _pluralize(head: str) -> str:
    return f"{head[:-1]}ies" if head.endswith("y") else f"{head}s"
