"""Whose a number is of what only passes, comes or is counted: "the number of trains passing through X"."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_PASSED = ("LogisticsHub", "City", "District", "TransportCorridor", "Facility", "NaturalFeature")
_COUNTED = ("Organization", "Project", "Facility")
_THROUGH = frozenset(["via", "through"])
_AT = frozenset(["at", "on", "across"])
_AREAS = frozenset(["market", "submarket", "area", "metro"])
_REACH = 14  # tokens from a number to the place that is passed


class CountedOwners:
    """Looks owners up behind the numbers of one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.parse = arguments.parse
        self.passing = words.get("passing_nouns")
        self.visiting = words.get("visiting_verbs")

    def find_passed(self, noun: int) -> Mention | None:
        """ "the number of trains inbound and outbound via X": the place that they pass."""
        parse = self.parse
        if parse.lemmas[noun] != "number":
            return None
        counted = self._list_counted(noun)
        if not any(parse.lemmas[t] in self.passing for t in counted):
            return None
        last = min(parse.sentences[parse.sentence_of[noun]][1], noun + _REACH)
        for link in range(noun + 1, last):
            word, before = parse.words[link].lower(), parse.lemmas[link - 1]
            if word in _THROUGH or (word in _AT and before in self.visiting):
                places = (self.arguments.find(t, _PASSED) for t in parse.children[link])
                return next((m for m in places if m is not None), None)
            if parse.tags[link] in FINITE and parse.deps[link] != "relcl":
                return None
        return None

    def list_owning(self, noun: int, link: int) -> list[int]:
        """The objects of a preposition that may have a measure, not what it counts: "the number of new firms"."""
        parse = self.parse
        objects = [c for c in parse.children[link] if parse.deps[c] == "pobj"]
        objects = [self._find_named_place(t) for t in objects]
        if parse.lemmas[noun] != "number" or parse.lemmas[link] != "of":
            return objects
        return [t for t in objects if parse.tags[t] != "NNS" or not self._is_kind(t)]

    def list_links(self, noun: int) -> list[int]:
        """What stands below a noun, and below the unit behind "per": "revenue per room [in] Zenda"."""
        parse = self.parse
        units = [
            t for c in parse.children[noun] if parse.lemmas[c] == "per" for t in parse.children[c]
        ]
        return [*parse.children[noun], *(c for t in units for c in parse.children[t])]

    def _find_named_place(self, noun: int) -> int:
        """ "rents in the [Zenda] market": the place that an area is called by; else the noun itself."""
        parse = self.parse
        if parse.lemmas[noun] not in _AREAS:
            return noun
        before = (c for c in parse.children[noun] if parse.deps[c] in {"compound", "nmod"})
        named = (c for c in before if self.arguments.find(c, ("City", "Province")) is not None)
        return next(named, noun)

    def is_counted(self, noun: int, owner: Mention | None) -> bool:
        """Whether an owner is what the number is of: "the number of valid projects"."""
        tokens = self._list_counted(noun) if self.parse.lemmas[noun] == "number" else []
        return any(self._is_kind(t) and self.arguments.find(t, _COUNTED) == owner for t in tokens)

    def find_acting(self, possessed: int, noun: int) -> Mention | None:
        """ "China's carbon market expanded, with turnover at 3 billion": the market, and not China.

        "Norvik's rival, Tarka, announced growth of 5 percent": what it is named.
        """
        acting = self.parse.deps[possessed] in {"nsubj", "nsubjpass"} and possessed < noun
        if not acting or self.parse.tags[possessed] != "NN":
            return None
        named = (c for c in self.parse.children[possessed] if self.parse.deps[c] == "appos")
        firms = (self.arguments.find(c, ("Company",)) for c in named)
        firm = next((m for m in firms if m is not None and m.kind is MentionKind.NAME), None)
        return firm or self.arguments.find(possessed, WORKS)

    def _is_kind(self, token: int) -> bool:
        """Whether a plural only tells a kind of things."""
        mention = self.arguments.find(token, _COUNTED)
        return mention is not None and mention.kind is MentionKind.NOMINAL

    def _list_counted(self, noun: int) -> list[int]:
        parse = self.parse
        links = [c for c in parse.children[noun] if parse.lemmas[c] == "of"]
        return [t for link in links for t in parse.children[link]]
