"""The countries and towns that a text tells of companies and bodies: "Ruritania's X", "the Zenda-based firm X"."""

from collections.abc import Mapping

from kg.model.mention import Mention
from kg.recognition.gazetteer import Gazetteer
from kg.recognition.referents import Referent
from kg.recognition.tokens import Tokens

_REACH = 6  # tokens before a name that may describe it
_SEATED = frozenset(["based", "headquartered"])  # "the Zenda-based firm"


class OriginReader:
    """Looks up countries and seats by token for one document."""

    def __init__(
        self,
        tokens: Tokens,
        names: list[tuple[Mention, int, int]],
        last_tokens: dict[int, int],
        gazetteer: Gazetteer,
    ) -> None:
        self.tokens = tokens
        self.gazetteer = gazetteer

        def read(kind: str) -> dict[int, str]:
            return {
                k: mention.known_as
                for mention, _, start in names
                if mention.type == kind and mention.known_as
                for k in range(start, last_tokens.get(start, start) + 1)
            }

        self.countries, self._towns = read("Country"), read("City")

    def find_in(self, start: int, end: int) -> str | None:
        """The first country told in tokens start to end."""
        return _find_first(self.countries, start, end)

    def find_before(self, start: int) -> str | None:
        """The country that is told of the name at `start` by what stands before it."""
        for k in self._list_before(start):
            if k in self.countries:
                return self.countries[k]
            if self._is_seat(k):
                return self.gazetteer.find_country(self._towns[k])
        return None

    def find_seat_in(self, start: int, end: int) -> str | None:
        """The town of "the [Zenda]-based firm" or "the [Zenda] firm" in tokens start to end."""
        opens = start in self._towns and self.tokens.words[start + 1 : start + 2] != ["-"]
        seats = [start] if opens and start < end else []
        seats += [k for k in range(start, end) if self._is_seat(k)]
        return next((self._towns[k] for k in seats), None)

    def find_seat_before(self, start: int) -> str | None:
        """The town in which the name at `start` is told to be based by what stands before it."""
        return next((self._towns[k] for k in self._list_before(start) if self._is_seat(k)), None)

    def find_behind(self, end: int) -> set[str]:
        """Where the name that ends before a token is told to be from: "X of Ruritania", "X, based in Zenda"."""
        words = self.tokens.lower
        k = end + (self.tokens.lower_at(end) == ",")
        if self.tokens.lower_at(k) in _SEATED | {"listed"} and words[k + 1 : k + 2] == ["in"]:
            k += 1
        elif self.tokens.lower_at(k) != "of":
            return set()
        k += 1 + (self.tokens.lower_at(k + 1) == "the")
        return self._read_place(k)

    def find_owner(self, start: int) -> set[str]:
        """Where a name is told to be from by a town: "[Zenda]'s X", "[Zenda] grain trader X"."""
        for k in self._list_before(start):
            if k in self._towns and self.tokens.words[k + 1] != "-":
                return self._read_place(k)
        return set()

    def _read_place(self, k: int) -> set[str]:
        """A country or a town, with the country that it is in."""
        if k in self.countries:
            return {self.countries[k]}
        town = self._towns.get(k)
        country = self.gazetteer.find_country(town) if town else None
        return {place for place in (town, country) if place}

    def keep_seated(self, found: list[Referent], seat: str) -> list[Referent]:
        """Those told to be based in that town, else those of its country or of none that is told."""
        seated = [r for r in found if seat in r.origins]
        country = self.gazetteer.find_country(seat)
        seated = seated or [r for r in found if country in r.origins]
        return seated or [r for r in found if not r.origins]

    def is_only_origin(self, start: int, end: int) -> bool:
        """Whether a country is all that tokens start to end tell: "[South Ruritanian] company"."""
        return start < end and all(k in self.countries for k in range(start, end))

    def _list_before(self, start: int) -> list[int]:
        """The tokens before a name that may describe it, the nearest first."""
        found = []
        for k in range(start - 1, max(start - _REACH, -1), -1):
            found.append(k)
            if k in self.countries or k in self._towns:
                continue
            describes = self.tokens.tags[k][:2] in {"NN", "JJ"} and not self.tokens.capital[k]
            joins = self.tokens.words[k] in {"-", "'s", "’s"} or self.tokens.lower[k] in _SEATED
            if not describes and not joins:
                break
        return found

    def _is_seat(self, token: int) -> bool:
        """Whether a town is told with "-based" behind it."""
        following = self.tokens.lower[token + 1 : token + 3]
        return token in self._towns and following[:1] == ["-"] and not _SEATED.isdisjoint(following)


def _find_first(places: Mapping[int, str], start: int, end: int) -> str | None:
    return next((places[k] for k in range(start, end) if k in places), None)


def narrow_by_origin(candidates: list[Referent], origin: str) -> list[Referent]:
    """Those told to be of that country, else those that are told to be of none."""
    told = [r for r in candidates if origin in r.origins]
    return told or [r for r in candidates if not r.origins]
