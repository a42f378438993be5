"""Figures that an officer tells without saying whose: "X, chief executive of Y, said sales rose"."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.attribution import AttributionReader
from kg.extraction.body_countries import find_country
from kg.extraction.candidate import Candidate
from kg.extraction.lone_owners import list_named_owners
from kg.extraction.speaking import SpeakerFinder
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind

_POST = "holdsPost"
_LANDS = ("Country", "Province", "City", "District")
_FIELDS = {  # what is told of the own house, by kind of house
    "Company": frozenset(["business", "traffic"]),
    "LogisticsHub": frozenset(["business", "traffic"]),
}
_WATCHERS = load_lexicon("scope").get("watching_titles")
_NAMED = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_UP = 25  # heads above a token

_Post = tuple[int, Mention]  # the sentence that tells it, whose post it is


class OfficerFigures:
    """Looks up the houses of those who speak, by the posts that a document's rules have found."""

    def __init__(
        self,
        candidates: Iterable[Candidate],
        arguments: ArgumentFinder,
        attribution: AttributionReader,
        speakers: SpeakerFinder,
    ) -> None:
        self.arguments, self.parse = arguments, arguments.parse
        self.attribution, self.speakers = attribution, speakers
        self.posts: dict[Mention, list[_Post]] = {}
        for candidate in candidates:
            house = candidate.object
            if isinstance(house, Mention) and self._speaks_for(candidate):
                person = arguments.find_first(candidate.subject)
                told = (self.parse.sentence_of[candidate.token], house)
                self.posts.setdefault(person, []).append(told)

    def find(self, noun: int, field: str | None) -> Mention | None:
        """The firm, hub or land whose officer tells a measure; None where its clause names others."""
        if not self.posts or field is None or self.parse.deps[noun] not in {"nsubj", "nsubjpass"}:
            return None
        if any(self.parse.deps[c] == "poss" for c in self.parse.children[noun]):
            return None  # "the industry's sales"
        if any(m.kind is MentionKind.NOMINAL for m in self.arguments.by_token.get(noun, ())):
            return None  # "the sector grew"
        speaker = self.attribution.find(self.speakers.find(noun), noun)
        house = self._find_house(speaker, self.parse.sentence_of[noun]) if speaker else None
        if house is None or self._names_others(noun, house):
            return None
        if field == "economy":
            lands = self.arguments.fits(house, _LANDS)
            return house if lands else find_country(house, self.arguments)
        kinds = (k for k, fields in _FIELDS.items() if field in fields)
        return house if self.arguments.fits(house, tuple(kinds)) else None

    def _speaks_for(self, candidate: Candidate) -> bool:
        """Whether a post is held now, by somebody who does not watch others for a living."""
        if candidate.rule.predicate != _POST:
            return False
        told = {q.name: q.value for q in candidate.qualifiers}
        title = told.get("title")
        words = set(
            (title.text if isinstance(title, Mention) else str(title or "")).lower().split()
        )
        now = candidate.modality is Modality.ACTUAL and "endTime" not in told
        return now and bool(words) and words.isdisjoint(_WATCHERS)

    def _find_house(self, speaker: Mention, sentence: int) -> Mention | None:
        """The only house of a speaker: that which the sentence tells, or all before."""
        first = self.arguments.find_first
        told = [p for p in self.posts.get(first(speaker), ()) if p[0] <= sentence]
        here = [p for p in told if p[0] == sentence]
        houses = {first(house) for _, house in here or told}
        named = len(houses) == 1 and houses.pop().kind in _NAMED
        return (here or told)[-1][1] if named else None

    def _names_others(self, noun: int, house: Mention) -> bool:
        """Whether the clause of a measure names anything else that may have it."""
        first, verb = self.arguments.find_first, self.parse.heads[noun]
        return any(
            first(mention) != first(house) and self._hangs_on(token, verb)
            for mention, token in list_named_owners(self.parse.sentence_of[noun], self.arguments)
        )

    def _hangs_on(self, token: int, verb: int) -> bool:
        for _ in range(_UP):
            if token == verb:
                return True
            if self.parse.heads[token] == token:
                return False
            token = self.parse.heads[token]
        return False
