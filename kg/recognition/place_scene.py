"""What a document says for one of several places of one name."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.recognition.gazetteer import Gazetteer, GazetteerEntry, GazetteerMatch

__all__ = [
    "ABOVE",
    "BESIDE",
    "COUNTRY",
    "NEAR",
    "NOTHING",
    "SCORES",
    "Known",
    "PlaceScene",
    "Voice",
]

Known = Mapping[int, tuple[int, GazetteerMatch]]  # known names: start → (end, match)

# How strongly a document speaks for one of several places, and how sure that makes the choice.
BESIDE, ABOVE, NEAR, COUNTRY, SAME_COUNTRY, NOTHING = 5, 4, 3, 2, 1, 0
SCORES = {
    BESIDE: 0.95,
    ABOVE: 0.85,
    NEAR: 0.75,
    COUNTRY: 0.7,
    SAME_COUNTRY: 0.6,
    NOTHING: 0.4,
}


@dataclass(frozen=True, slots=True)
class Voice:
    """What speaks for a place: how strongly, how often, and in words."""

    level: int
    times: int = 0
    reason: str = ""


class PlaceScene:
    """The places that a document names beyond doubt, and those that contain them."""

    def __init__(self, gazetteer: Gazetteer, known: Known, doubtful: set[int]) -> None:
        self.named: Counter[str] = Counter()
        self.inside: dict[str, Counter[str]] = defaultdict(Counter)  # container: places in it
        self.labels: dict[str, str] = {}
        for start, (_, match) in known.items():
            if start in doubtful or (match.ambiguous and match.entry.type == "City"):
                continue
            entry = match.entry
            self.named[entry.id] += 1
            self.labels[entry.id] = entry.label
            for place in gazetteer.list_above(entry.id):
                self.inside[place.id][entry.id] += 1
                self.labels[place.id] = place.label

    def hear(self, rival: GazetteerEntry, above: Sequence[str], seat: bool = False) -> Voice:
        """What is said for the place anywhere in the document.

        With `seat` a capital has its name: that other provinces are told speaks for none then.
        """
        country = above[-1] if above else ""
        inner = above[:-1] if country.startswith("country/") else above
        own = self.inside.get(rival.id)
        if own:
            return Voice(ABOVE, own.total(), f"{self._first(own)} in it named in the document")
        if rival.type == "Country" and self.named[rival.id]:
            return Voice(ABOVE, self.named[rival.id], "the country named otherwise")
        for place in inner:
            if self.named[place]:
                return Voice(
                    ABOVE, self.named[place], f"{self.labels[place]} named in the document"
                )
        for place in inner:
            if near := self.inside.get(place):
                reason = f"{self._first(near)} in {self.labels[place]} named in the document"
                return Voice(NEAR, near.total(), reason)
        near = self.inside.get(country)
        provinces = [place for place in near or () if place.startswith("province/")]
        if rival.type == "Province" and near and len(provinces) > 1 and not seat:
            return Voice(NEAR, near.total(), f"other places of {self.labels[country]} named")
        if self.named[country]:
            times = self.named[country] + (near.total() if near else 0)
            return Voice(COUNTRY, times, f"{self.labels[country]} named in the document")
        if near:
            reason = f"{self._first(near)} in {self.labels[country]} named in the document"
            return Voice(SAME_COUNTRY, near.total(), reason)
        return Voice(NOTHING)

    def _first(self, places: Counter[str]) -> str:
        return self.labels[min(places, key=lambda place: (-places[place], place))]
