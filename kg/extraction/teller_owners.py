"""Owners of measures that tell of themselves: "Norvik said revenue fell", "its order book grew, Norvik said"."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.people_owners import find_land_of_people
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

if TYPE_CHECKING:
    from kg.extraction.officer_figures import OfficerFigures

_SEE = "see"
_COUNTING = frozenset(["statistics", "statistical"])
_FORESEEING = frozenset(["expect", "forecast", "project", "anticipate", "estimate"])


class TellerOwners:
    """Looks up whose verb of speech a measure hangs on, in one document."""

    def __init__(
        self,
        arguments: ArgumentFinder,
        field_of: Callable[[int], str | None],
        first: Callable[[Iterable[int]], Mention | None],
    ) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.field_of = field_of
        self.first = first
        self.speech = load_lexicon("scope").get("speech")
        self.officers: OfficerFigures | None = None

    def find(self, noun: int) -> Mention | None:
        """ "Norvik said revenue fell", "Norvik saw output fall", "Norvik's chief said profit rose": whose it is."""
        own = self._find_own(noun)
        if own is not None or self.officers is None:
            return own
        return self.officers.find(noun, self.field_of(noun))

    def _find_own(self, noun: int) -> Mention | None:
        """Whose verb the measure's clause hangs on."""
        parse = self.parse
        verb = parse.heads[noun]
        above = parse.heads[verb]
        hangs = parse.deps[noun] == "nsubj" and parse.deps[verb] in {"ccomp", "xcomp"}
        field = self.field_of(noun)
        if not hangs or above == verb or (field is None and parse.lemmas[above] != _SEE):
            return None
        if parse.lemmas[above] != _SEE and (
            field == "economy" or parse.lemmas[above] not in self.speech | _FORESEEING
        ):
            return None
        tellers = parse.list_subjects(above, passive=False)
        owner = self.first(tellers) or next(
            (m for t in tellers for m in self.arguments.find_all(t, ("Facility",))), None
        )
        kinds = ("Company", "ResearchBody", "Facility", "Country", "City", "Province")
        if owner is None or not _COUNTING.isdisjoint(owner.text.lower().split()):
            return None  # "output fell, the statistics institute said": no output of its own
        return owner if self.arguments.fits(owner, kinds) else None

    def find_sayer(self, noun: int) -> Mention | None:
        """ "Its order book grew, Norvik said": the firm that says it of itself, or the land of people."""
        land = find_land_of_people(noun, self.arguments)
        if land is not None:
            return land
        parse, verb = self.parse, self.parse.heads[noun]
        above = parse.heads[verb]
        said = parse.deps[verb] == "ccomp" and parse.lemmas[above] in self.speech
        tellers = [c for c in parse.children[above] if said and parse.deps[c] == "nsubj"]
        owner = self.first(tellers)
        return owner if owner is not None and self.arguments.fits(owner, ("Company",)) else None
