"""Ships taken up by what they are: "the Unity Bay, a bulk carrier ... [The vessel] is 200 metres long"."""

from collections.abc import Sequence

from kg.recognition.appositions import Link
from kg.recognition.coreference import CoreferenceFinder
from kg.recognition.kind_nouns import KindNounReader
from kg.recognition.name import Name
from kg.recognition.nominals import Nominal
from kg.recognition.tokens import Tokens

_PRODUCT = "Product"
_POINTING = frozenset(["the", "this"])
_NEAR = 6  # tokens from the article to the noun: "the 12-year-old, Panama-flagged vessel"
_FURTHER = frozenset(
    ["other", "second", "third", "new", "next", "last", "first", "same", "another"]
)
_TELLING = frozenset(["JJ", "NN", "HYPH", "VBN", "CD", "NNP", ",", "VBG", "NNS"])
_BEHIND = frozenset(["NN", "NNS", "NNP", "POS", "HYPH", "CD"])
_REACH = 4  # sentences from a ship's name to the noun that takes it up
_TOLD = 16  # tokens around a name in which a noun says that it is a ship


class VesselFinder:
    """Finds such nouns where a ship is named not far before; holds no state."""

    def __init__(self) -> None:
        self.kinds = KindNounReader()

    def find(self, tokens: Tokens, names: Sequence[Name], taken: frozenset[int]) -> list[Nominal]:
        """The nominals, in order; none where two ships are at hand."""
        products = [n for n in names if n.type == _PRODUCT]
        if not products or self.kinds.ships.isdisjoint(tokens.lower):
            return []
        ships = [n for n in products if self._is_ship(tokens, n)]
        found = []
        for k in range(len(tokens.words)):
            if k in taken or not ships or not self._points_back(tokens, k):
                continue
            told = _list_at_hand(tokens, ships, k)
            if len({tokens.slice(n.start, n.end) for n in told}) == 1:
                found.append(_make(tokens, k, told[-1].end - 1))
        return found

    def _is_ship(self, tokens: Tokens, name: Name) -> bool:
        """Whether a noun for one ship stands beside the name."""
        near = range(max(name.start - 3, 0), min(name.end + _TOLD, len(tokens.words)))
        return any(self.kinds.is_ship_noun(tokens, k) for k in near)

    def _points_back(self, tokens: Tokens, k: int) -> bool:
        if tokens.lower[k] not in self.kinds.ships or not self.kinds.is_ship_noun(tokens, k):
            return False
        if tokens.tags[k + 1 : k + 2] and tokens.tags[k + 1] in _BEHIND:
            return False
        for i in range(k - 1, max(k - 1 - _NEAR, -1), -1):
            if tokens.lower[i] in _POINTING:
                return True
            if tokens.tags[i] not in _TELLING or tokens.lower[i] in _FURTHER:
                return False
        return False


def find_link(nominal: Nominal, finder: CoreferenceFinder) -> Link | None:
    """What a nominal takes up: the name that it is known to, else what the finder has."""
    told = finder.told.get(nominal.of) if nominal.of is not None else None
    if told is None:
        return finder.find_nominal(nominal)
    return Link(told[0], told[0].type, "the only ship told", 0.8, told[1])


def _list_at_hand(tokens: Tokens, ships: Sequence[Name], k: int) -> list[Name]:
    """The names of ships in the sentences before the token."""
    sentence = tokens.parse.sentence_of[k]
    return [
        n for n in ships if n.end <= k and sentence - tokens.parse.sentence_of[n.start] <= _REACH
    ]


def _make(tokens: Tokens, k: int, of: int) -> Nominal:
    start = k - (tokens.tags[k - 1] == "NN" and tokens.lower[k - 1] not in _POINTING)
    return Nominal(
        start=start, end=k + 1, head=k, type=_PRODUCT, definite=True, plural=False, of=of
    )
