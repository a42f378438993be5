"""Names that rows and neighbours show to be towns: "in Zenda and X", "the X and Tarn areas", "X, B.C.,"."""

from collections.abc import Container

from kg.lexicon import load_lexicon
from kg.recognition.tokens import Tokens
from kg.recognition.voting import vote

_FAIR, _STRONG, _SURE = 1.0, 2.0, 4.0
_LONGEST = 9  # tokens of a row before the name
_AREAS = frozenset(["area", "town", "village", "community", "locality", "suburb", "hamlet"])
_JOINTS = frozenset([",", "and", "or"])
_WIDE = frozenset(
    ["county", "district", "province", "region", "state", "governorate", "prefecture"]
)
_AREA = 4  # tokens of its name
_ROW_OPENERS = _JOINTS | {"in", "at", "near", "of", "around", "through"}
_ROW_ENDS = _JOINTS | {"in"}
_TO = frozenset(["to", "from", "at"])
_HELD = frozenset(
    ["stake", "share", "stakeholding", "shareholder", "investor", "trust", "confidence"]
)
_DWELLERS = frozenset(["resident", "residents", "villager", "villagers"])
_AT_HOME = frozenset(["farmer", "teacher", "shopkeeper", "pensioner", "villager", "housewife"])
_SIDES = frozenset("north south east west northeast northwest southeast southwest".split())  # noqa: SIM905


class PlaceRows:
    """Votes for towns; holds no state."""

    def __init__(self) -> None:
        names = load_lexicon("names")
        self.there, self.compass = names.get("place_prepositions"), names.get("compass")
        self.owned = _HELD | load_lexicon("triggers").get("parts_of_firms")

    def vote(
        self,
        tokens: Tokens,
        start: int,
        end: int,
        places: Container[int],
        found: dict[str, float],
    ) -> None:
        """Adds the votes for the name in tokens start to end; `places` are the tokens of known places."""
        if self._closes_row(tokens, start, end, places):
            vote(found, "City", _FAIR)
        if self._leads_to_areas(tokens, end):
            vote(found, "City", _STRONG)
        if self._stands_in_row(tokens, start, end, places):
            vote(found, "City", _STRONG)
        before = tokens.lower_at(start - 1)
        if before == "of" and tokens.lower_at(start - 2) in _SIDES:
            vote(found, "City", _FAIR)
        if self._tells_home(tokens, start, end):
            vote(found, "City", _SURE)
        if before in self.compass and tokens.lower_at(start - 2) in self.there:
            vote(found, "City", _STRONG)  # "in south X"
        if before in _TO and tokens.lower_at(end) == "in" and end + 1 in places:
            vote(found, "City", 1.5 * _FAIR)  # "from Zenda to X in Peru"

    def _tells_home(self, tokens: Tokens, start: int, end: int) -> bool:
        """ "Jane Doe, 34, of [Zenda]", "[Zenda] resident Jane Doe", "a teacher from [Zenda]": where people live."""
        if tokens.lower_at(end) in _DWELLERS:
            return tokens.capital[end + 1 : end + 2] == [True]
        if tokens.lower_at(start - 1) == "from" and tokens.lower_at(start - 2) in _AT_HOME:
            return True
        aged = tokens.words[start - 3] if start > 4 and tokens.words[start - 2] == "," else ""
        told = aged.isdigit() and len(aged) == 2 and tokens.lower_at(start - 4) in {",", "aged"}
        return told and tokens.lower_at(start - 1) == "of"

    def _closes_row(self, tokens: Tokens, start: int, end: int, places: Container[int]) -> bool:
        """ "in Zenda and X", "near Zenda, Tarn and X", with a known place in the row; not "in Zenda and X said"."""
        if tokens.lower_at(start - 1) not in {"and", "or"}:
            return False
        if tokens.tags[end : end + 1] and tokens.tags[end][:1] in {"V", "M"}:
            return False
        k, known = start - 1, False
        while k > max(start - _LONGEST, 0) and (tokens.capital[k] or tokens.lower[k] in _JOINTS):
            known = known or k in places
            k -= 1
        owned = tokens.lemma_at(k - 1) in self.owned  # "a stake in Zenda and X"
        return tokens.lower[k] in self.there and (known or (k + 1 < start - 1 and not owned))

    def _stands_in_row(self, tokens: Tokens, start: int, end: int, places: Container[int]) -> bool:
        """ "farms in Zenda, [X] and Tarn in Kilifi County": a row of places that one area holds."""
        if tokens.lower_at(start - 1) not in _ROW_OPENERS or tokens.lower_at(end) not in _ROW_ENDS:
            return False
        last = end
        while last < min(end + _LONGEST, len(tokens.words)) and (
            tokens.capital[last] or tokens.lower[last] in _JOINTS
        ):
            last += 1
        if tokens.lower_at(last) != "in":
            return False
        first = start - 1
        while first > max(start - _LONGEST, 0) and (
            tokens.capital[first] or tokens.lower[first] in _JOINTS
        ):
            first -= 1
        area = last + 1 + (tokens.lower_at(last + 1) == "the")
        held = area in places or not _WIDE.isdisjoint(tokens.lower[area : area + _AREA])
        joined = not _JOINTS.isdisjoint(tokens.lower[first + 1 : last])
        owned = tokens.lemma_at(first - 1) in self.owned
        opened = tokens.lower[first] in self.there or tokens.lower[first] == "at"
        return held and joined and opened and not owned

    def _leads_to_areas(self, tokens: Tokens, end: int) -> bool:
        """ "the [X] and Tarn areas": two names or more before the plural that tells what they are."""
        k = end
        while k < min(end + _LONGEST, len(tokens.words)) and (
            tokens.capital[k] or tokens.lower[k] in _JOINTS
        ):
            k += 1
        row = tokens.lower[end:k] if k > end else tokens.lower[max(end - 4, 0) : end]
        return tokens.tags[k : k + 1] == ["NNS"] and tokens.lemma_at(k) in _AREAS and "and" in row
