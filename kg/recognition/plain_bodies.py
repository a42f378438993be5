"""Public bodies in small letters: "the Zenda municipal transport commission", "Ruritania's ministry of energy"."""

from collections.abc import Mapping

from kg.lexicon import load_lexicon
from kg.recognition.gazetteer import GazetteerMatch
from kg.recognition.name import Name
from kg.recognition.time_words import opens_time
from kg.recognition.tokens import Tokens

Known = Mapping[int, tuple[int, GazetteerMatch]]
_OWNING = frozenset(["'s", "'"])
_STATES = frozenset(["Country", "Province", "City", "District"])
_FIELD = frozenset(["NN", "NNS", "JJ", "CC", "HYPH", "VBG", "NNP"])
_REACH = 7  # words from the place to the noun, and of the field behind "of"


class PlainBodies:
    """Finds such bodies behind a known place; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.nouns = names.get("plain_bodies")
        self.of_nouns = names.get("plain_of_bodies")
        self.topics = names.get("topics")
        self.departments = names.get("plain_departments")  # of which a field must be told
        self.heads = self.nouns | self.of_nouns | self.departments
        self.levels = names.get("levels_of_government")
        self.forces = names.get("plain_forces")
        self.last_of_forces = frozenset(force.split()[-1] for force in self.forces)

    def find(self, tokens: Tokens, known: Known) -> list[Name]:
        """The bodies in order."""
        ends = {end: start for start, (end, match) in known.items() if self._is_state(match)}
        found = []
        for k, word in enumerate(tokens.lower):
            if word == "government" and not tokens.capital[k]:
                found += self._find_government(tokens, k, known)
            elif word in self.heads and not tokens.capital[k] and self._is_noun(tokens, k):
                body = self._find_at(tokens, k, ends, known)
                if body is not None:
                    found.append(body)
            elif word in self.last_of_forces and not tokens.capital[k]:
                found += self._find_forces(tokens, k, ends, known)
        return found

    def _find_government(self, tokens: Tokens, k: int, known: Known) -> list[Name]:
        """ "the [provincial government of Zenda]", "the [government of Ruritania]"."""
        place = k + 2 + (tokens.lower_at(k + 2) == "the")
        end, match = known.get(place, (0, None))
        if tokens.lower_at(k + 1) != "of" or match is None or not self._is_state(match):
            return []
        many = (
            tokens.slice(place, end) in match.entry.ambiguous
        )  # which one it is, the text decides
        if many or match.alias_kind == "adjective" or tokens.lower_at(end) in _OWNING:
            return []
        start = k - (tokens.lower_at(k - 1) in self.levels)
        return [Name(start=start, end=end, type="GovernmentBody", origin="head noun")]

    def _is_noun(self, tokens: Tokens, k: int) -> bool:
        return tokens.lower[k] in self.of_nouns or self._may_stand_alone(tokens, k)

    def _may_stand_alone(self, tokens: Tokens, k: int) -> bool:
        """Whether no field need follow: "transport bureau", "tourism department"."""
        word = tokens.lower[k]
        told = word in self.departments and tokens.lower_at(k - 1) in self.topics
        return told or word in self.nouns

    def _find_forces(
        self, tokens: Tokens, k: int, ends: dict[int, int], known: Known
    ) -> list[Name]:
        """ "the [Ruritanian military]", "[US armed forces]", but no "Ruritanian military aid"."""
        first = k - (f"{tokens.lower_at(k - 1)} {tokens.lower[k]}" in self.forces)
        lone = first == k and tokens.lower[k] not in self.forces
        if lone or first not in ends or tokens.tags[k][:1] != "N":
            return []
        start = ends[first]
        _, match = known[start]
        told = match.alias_kind == "adjective" or tokens.words[start].replace(".", "").isupper()
        if match.entry.type != "Country" or not told or self._describes(tokens, k + 1):
            return []
        return [Name(start=start, end=k + 1, type="GovernmentBody", origin="head noun")]

    def _describes(self, tokens: Tokens, end: int) -> bool:
        """ "Ruritanian military [and] political leaders", "Ruritanian army [officers]"."""
        if end >= len(tokens.words) or opens_time(tokens, end):
            return False
        return tokens.tags[end][:1] in {"N", "J", "C"} or tokens.words[end] in {"-", "/"}

    def _is_state(self, match: GazetteerMatch) -> bool:
        return match.entry.type in _STATES

    def _find_at(self, tokens: Tokens, k: int, ends: dict[int, int], known: Known) -> Name | None:
        first = self._find_first(tokens, k, ends)
        field = self._find_field_end(tokens, k + 1)
        end = field or k + 1
        if first is None or (field is None and not self._may_stand_alone(tokens, k)):
            return None
        start = ends.get(first, first)
        adjective = first in ends and known[start][1].alias_kind == "adjective"
        if adjective or first not in ends:  # "the Ruritanian [ministry of energy]"
            start = first
        if end - start < 2 or (start == first and field is None):
            return None
        if end < len(tokens.words) and self._goes_on(tokens, end):
            return None  # "Zenda customs officials"
        return Name(start=start, end=end, type="GovernmentBody", origin="head noun")

    def _goes_on(self, tokens: Tokens, end: int) -> bool:
        noun = tokens.tags[end] in {"NN", "NNS"} and not tokens.capital[end]
        noun = noun and not opens_time(tokens, end)
        return noun or tokens.words[end] in {"-", "/"}

    def _find_first(self, tokens: Tokens, k: int, ends: dict[int, int]) -> int | None:
        """Where the words of the body begin behind a known place or its owner's mark."""
        first = k
        while first > 0 and k - first < _REACH:
            if first in ends:
                return first
            if tokens.lower[first - 1] in _OWNING:
                return first if first - 1 in ends and first == k else None
            if tokens.capital[first - 1] or tokens.tags[first - 1] not in _FIELD:
                return None
            first -= 1
        return None

    def _find_field_end(self, tokens: Tokens, i: int) -> int | None:
        """The end of "of energy and mining" behind "ministry"; None where no known field follows."""
        if tokens.lower_at(i) != "of" or tokens.lower[i - 1] not in self.of_nouns:
            return None
        k, last = i + 1, None
        while k < len(tokens.words) and k - i < _REACH and not tokens.capital[k]:
            if tokens.lower[k] in self.topics:
                last = k + 1
            elif tokens.lower[k] not in {"and", "&", ","}:
                break
            k += 1
        return last
