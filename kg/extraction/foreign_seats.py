"""Whose president a bare title is not: where its holder acts in the capital of another land, or against this one."""

from collections.abc import Iterator
from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.beside_titles import find_country_before, find_holder_behind
from kg.extraction.dateline_lands import find_dateline_land
from kg.extraction.home import HomeFinder
from kg.extraction.missions import goes_there
from kg.extraction.only_told import read_key
from kg.extraction.title_finder import TitleFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_ARGUMENTS = load_lexicon("arguments")
_CAPITALS, _HOSTING = _ARGUMENTS.get("capitals"), _ARGUMENTS.get("hosting")
_FOREIGNERS = _ARGUMENTS.get("foreigners")
_BARRIERS = _ARGUMENTS.get("barriers")
_SPEECH = load_lexicon("scope").get("speech")
_TOWARDS = frozenset(["on", "against"])
_PLACES = frozenset(["City", "Province"])
_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_DEEP = 6


class ForeignSeats:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder, home: HomeFinder) -> None:
        self.arguments, self.parse, self.home = arguments, arguments.parse, home
        self.titles = TitleFinder(arguments)

    def choose(self, token: int, land: Mention) -> Mention | None:
        """The land taken for a bare title at `token`; the one of the town where its holder is host, or none.

        "President X opened a forum in Zenda": of the land in which Zenda lies, if that is told.
        """
        post = self.titles.find_near(token)
        if post is None or find_country_before(self.arguments.ranges[post][0], self.arguments):
            return land
        start, key = self.arguments.ranges[post][0], read_key(land, self.arguments)
        if self._is_against(start, land) or goes_there(
            start, land, self.home, self._list_seats(key)
        ):
            return None
        if self._is_rooted(key):
            return land
        first, last = self.parse.sentences[self.parse.sentence_of[start]]
        hosts, own = self._hosts(first, last), {key, *self._list_others(first, last)}
        near = [
            m
            for m in self._towns
            if first <= self.arguments.ranges[m][0] < last
            and self._read(m) not in own
            and (hosts or self._is_capital(m))
        ]
        if near and (hosts or not self._acts_in(key, first, last)):
            return self._find_told(self._read(near[0])) if hosts else None
        return None if self._is_spoken_beside(key) else land

    @cached_property
    def _towns(self) -> list[Mention]:
        """The known towns that the text names for themselves."""
        told = self.arguments.recognized.mentions
        return [
            m
            for m in told
            if m.kind is MentionKind.NAME and m.type in _PLACES and self._read(m) is not None
        ]

    @cached_property
    def _lands(self) -> list[Mention]:
        told = self.arguments.recognized.mentions
        return [m for m in told if m.type == "Country" and m.kind in _KINDS]

    @cached_property
    def _sender(self) -> str | None:
        return find_dateline_land(self.arguments)

    def _read(self, town: Mention) -> str | None:
        """The id of the country that a town lies in."""
        known = self.arguments.find_first(town).known_as or town.known_as or ""
        return self.arguments.recognized.lands.get(known)

    def _is_capital(self, town: Mention) -> bool:
        return self.arguments.find_first(town).text.casefold() in _CAPITALS

    def _list_seats(self, key: str) -> list[Mention]:
        """The mentions of the capital of a land."""
        return [m for m in self._towns if self._is_capital(m) and self._read(m) == key]

    def _find_told(self, key: str | None) -> Mention | None:
        return next((m for m in self._lands if read_key(m, self.arguments) == key), None)

    def _is_rooted(self, key: str) -> bool:
        """Whether the text is told from the land: by its dateline, its towns, or who holds posts there."""
        if self._sender == key or any(self._read(m) == key for m in self._towns):
            return True
        return any(
            (land := find_country_before(self.arguments.ranges[post][0], self.arguments))
            and read_key(land, self.arguments) == key
            and find_holder_behind(self.arguments.ranges[post][1], self.arguments)
            for post in self.arguments.recognized.public_posts
        )

    def _list_others(self, first: int, last: int) -> Iterator[str]:
        """ "met [Peruvian] President Y in Lima": the lands of who is at home there."""
        for land in self._lands:
            start, end = self.arguments.ranges[land]
            if first <= start < last:
                end += self.parse.tags[end : end + 1] == ["POS"]
                met = self.parse.words[end : end + 1]
                if not _FOREIGNERS.isdisjoint(met) or self.arguments.find_post(end) is not None:
                    yield read_key(land, self.arguments)

    def _hosts(self, first: int, last: int) -> bool:
        return any(self.parse.lemmas[k] in _HOSTING for k in range(first, last))

    def _acts_in(self, key: str, first: int, last: int) -> bool:
        """ "X said in Zenda that [Ruritania] would sign": who speaks of what a land does is of it."""
        return any(
            read_key(m, self.arguments) == key
            and first <= self.arguments.ranges[m][0] < last
            and self.parse.deps[self.arguments.ranges[m][1] - 1] in {*SUBJECTS, "poss"}
            for m in self._lands
        )

    def _is_against(self, start: int, land: Mention) -> bool:
        """ "President X raised tariffs on [Ruritanian] copper"."""
        first, last = self.parse.sentences[self.parse.sentence_of[start]]
        key = read_key(land, self.arguments)
        aims = {
            self.arguments.ranges[m][1] - 1
            for m in self._lands
            if read_key(m, self.arguments) == key and first <= self.arguments.ranges[m][0] < last
        }
        return any(self._is_barred(k) for k in aims)

    def _is_barred(self, token: int) -> bool:
        return any(self._tells_barrier(above) for above in self._climb(token))

    def _tells_barrier(self, noun: int) -> bool:
        """ "tariffs", "[tariff] hikes"."""
        kinds = [c for c in self.parse.children[noun] if self.parse.deps[c] == "compound"]
        return any(self.parse.lemmas[k] in _BARRIERS for k in (noun, *kinds))

    def _climb(self, token: int) -> Iterator[int]:
        """The nouns above "on" and "against" over a token: "tariffs" of "tariffs on the steel of Ruritania"."""
        parse, passed = self.parse, False
        for _ in range(_DEEP):
            above = parse.heads[token]
            if above == token or parse.tags[token][:2] == "VB":
                return
            passed = passed or parse.lemmas[token] in _TOWARDS
            token = above
            if passed:
                yield token

    def _is_spoken_beside(self, key: str) -> bool:
        """ "Zenda said": another state speaks by its capital, and nothing else tells of that state."""
        for town in self._towns:
            land, end = self._read(town), self.arguments.ranges[town][1]
            if land == key or not self._is_capital(town) or self._find_told(land) is not None:
                continue
            verb = self.parse.heads[end - 1]
            if self.parse.deps[end - 1] in SUBJECTS and self.parse.lemmas[verb] in _SPEECH:
                return True
        return False
