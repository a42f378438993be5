"""Whose minister a bare "the minister" is, by where the towns lie that a text of several countries tells."""

from collections import Counter
from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.dateline_lands import find_dateline_land, is_of_dateline
from kg.extraction.home import HomeFinder
from kg.extraction.only_told import read_key
from kg.model.mention import Mention, MentionKind

_PLACES = frozenset(["City", "Province"])
_KINDS = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_ACTING = frozenset(["nsubj", "nsubjpass", "poss"])
_LEAD = 2  # sentences of headline and lead
_LEAST = 2  # towns of a country, for a text to be told from there
_SHARE = 0.75  # of the mentions of the country that is told most
_AHEAD = 2  # times the towns of any other country


class TownLands:
    """Answers for one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        # By the key of a country, which every title asks for again.
        self.elsewhere: dict[str, bool] = {}

    def find(self, token: int) -> Mention | None:
        """The country that the text tells and in which its towns lie, for a title at `token`.

        None where the sentence tells another country, or a town of one, before the title: "Ruritania's
        Tarka Works has named X, an adviser to Industry Minister Y".
        """
        if self._land is None:
            return None
        first = self.parse.sentences[self.parse.sentence_of[token]][0]
        others = (
            True
            for m in self.arguments.recognized.mentions
            if first <= self.arguments.ranges[m][0] < token
            and self._read(m) not in (None, self._key)
        )
        return None if any(others) else self._land

    @cached_property
    def _key(self) -> str | None:
        return None if self._land is None else read_key(self._land, self.arguments)

    @cached_property
    def _land(self) -> Mention | None:
        """The country of the dateline, else that of most towns, if it is told itself, and hardly less than others."""
        told: dict[str, list[Mention]] = {}
        for mention in self.arguments.recognized.mentions:
            known = mention.type == "Country" and mention.kind in _KINDS
            if known and not is_of_dateline(mention, self.arguments):
                told.setdefault(read_key(mention, self.arguments), []).append(mention)
        sender = find_dateline_land(self.arguments)
        if sender is not None:
            return told[sender][0] if sender in told else None
        land = self._find_most_towns()
        if land not in told or len(told[land]) < _SHARE * max(map(len, told.values())):
            return None
        return told[land][0]

    def lie_elsewhere(self, land: Mention, home: HomeFinder) -> bool:
        """Whether the towns of a text, one of its lead among them, lie in another country, which it does not tell."""
        key = read_key(land, self.arguments)
        if key not in self.elsewhere:
            self.elsewhere[key] = self._lie_elsewhere(key, home)
        return self.elsewhere[key]

    def _lie_elsewhere(self, key: str, home: HomeFinder) -> bool:
        """ "Forum opens in Zenda. … President X spoke. … Masdar of Peru will build": X presides over no Peru.

        A town that somebody goes to tells of no home, and a land that acts itself is one.
        """
        lands = [m for m in self.arguments.recognized.mentions if m.type == "Country"]
        told = {read_key(m, self.arguments) for m in lands}
        own = [m for m in lands if read_key(m, self.arguments) == key]
        if any(self.parse.deps[self.arguments.ranges[m][1] - 1] in _ACTING for m in own):
            return False
        towns = [(self._read(m), self.arguments.ranges[m][0]) for m in self._list_towns()]
        where = {of for of, k in towns if of is not None and home.find_journey(k) is None}
        leading = any(of in where and self.parse.sentence_of[k] < _LEAD for of, k in towns)
        return leading and len(where) == 1 and where.isdisjoint(told | {key})

    def _find_most_towns(self) -> str | None:
        """The id of the country in which most of the towns lie that the text tells."""
        lands = self.arguments.recognized.lands
        ids = {self._find_id(m) for m in self._list_towns()}
        ranked = Counter(lands[key] for key in ids if key in lands).most_common(2)
        if not ranked or ranked[0][1] < _LEAST:
            return None
        ahead = len(ranked) == 1 or ranked[0][1] >= _AHEAD * ranked[1][1]
        return ranked[0][0] if ahead else None

    def _list_towns(self) -> list[Mention]:
        told = self.arguments.recognized.mentions
        return [m for m in told if m.kind is MentionKind.NAME and m.type in _PLACES]

    def _find_id(self, mention: Mention) -> str:
        return self.arguments.find_first(mention).known_as or mention.known_as or ""

    def _read(self, mention: Mention) -> str | None:
        """The country that a mention is, or that its town lies in."""
        if mention.type == "Country" and mention.kind in _KINDS:
            return read_key(mention, self.arguments)
        if mention.type in _PLACES and mention.kind is MentionKind.NAME:
            return self.arguments.recognized.lands.get(self._find_id(mention))
        return None
