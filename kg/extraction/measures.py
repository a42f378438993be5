"""What is measured, and whose it is: the noun phrase beside a value."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measure_naming import MeasureNamer
from kg.extraction.owners_before import OwnersBefore
from kg.extraction.owners_beside import BesideOwners
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind
from kg.model.period import Period

_OWNERS = ("Place", "Organization", "Project", "TransportCorridor", "Event", "Agreement", "Sector")
_OWNER_PREPOSITIONS = (
    "of",
    "in",
    "at",
    "for",
    "from",
    "across",
    "on",
    "through",
    "between",
    "along",
)
_OWNERS_BY_FIELD = {
    "economy": ("Country", "Province", "City", "District"),
    "business": ("Organization",),
    "output": _OWNERS,
    "event": ("Event",),
    "traffic": ("LogisticsHub", "TransportCorridor", "Organization", "City", "Province", "Country"),
}
_TELLERS = ("GovernmentBody", "MediaOutlet", "ResearchBody")  # who only report a measure
_NEAR = 3  # of them, those that tell whose a thing is
_SEE = "see"
_FORESEEING = frozenset(["expect", "forecast", "project", "anticipate", "estimate"])
_FAR = 4  # sentences over which an owner is remembered


class OwnerFinder:
    """Finds the entity a measured noun belongs to; remembers the last one of each paragraph."""

    def __init__(self, arguments: ArgumentFinder, home: Mention | None = None) -> None:
        self.home = home
        self.arguments = arguments
        self.parse = arguments.parse
        words = load_lexicon("measures")
        self.namer = MeasureNamer(arguments)
        self.speech = load_lexicon("scope").get("speech")
        self.sent = words.get("sent_nouns")
        self.beside = BesideOwners(arguments)
        self.before = OwnersBefore(arguments)
        self.field_of = self.beside.field_of
        self.shares = words.get("share")
        self.nouns = words.get("measure_nouns")
        self.own_period = words.get("own_period")
        self.last: dict[int, list[tuple[int, Mention]]] = {}
        self.periods: dict[int, Period] = {}

    def find(self, noun: int) -> tuple[Mention, bool] | None:
        """(owner, whether it is told in the phrase itself) of a measured noun, or None."""
        owner = self.find_own(noun)
        if owner is not None and owner.origin == OPEN:  # "Its exports", in a paragraph of its own
            told = self._find_told(noun)
            return (told, False) if told is not None else (owner, True)
        if owner is not None:
            return owner, True
        nearby = self._find_nearby(noun)
        return (nearby, False) if nearby is not None else None

    def find_own(self, noun: int, *, near: bool = False) -> Mention | None:
        """The owner told in the phrase itself: possessive, "of X", "in X", "X output".

        `near` takes no prepositions that only tell what something is about ("a vote on X").
        """
        parse = self.parse
        owner = self.beside.find_foreseen(noun) or self.find_possessor(noun)
        if owner is not None:
            return owner
        for preposition in _OWNER_PREPOSITIONS[: _NEAR if near else None]:
            for child in parse.children[noun]:
                if parse.deps[child] == "prep" and parse.lemmas[child] == preposition:
                    if preposition == "from" and parse.lemmas[noun] not in self.sent:
                        continue  # "imports from X" are not X's
                    objects = [c for c in parse.children[child] if parse.deps[c] == "pobj"]
                    owner = self._first(objects)
                    if owner is None and preposition == "between":  # "the two countries"
                        pairs = (m for t in objects for m in self.arguments.find_all(t, _OWNERS))
                        owner = next(pairs, None)
                    if owner is not None:
                        return owner
        return (
            self.beside.find_inflow(noun)
            or self._find_in_part(noun)
            or self.beside.find_agent(noun)
            or self.beside.find_along(noun)
            or self.beside.find_thing(noun)
        )

    def find_possessor(self, noun: int) -> Mention | None:
        """The owner before a measure: "Kenya's exports", "Kenyan exports"."""
        for deps in ({"poss"}, {"compound", "nmod", "amod"}):
            for child in self.parse.children[noun]:
                owner = self._mention_at(child) if self.parse.deps[child] in deps else None
                if owner is not None:
                    return owner
        return None

    def _find_in_part(self, noun: int) -> Mention | None:
        """ "the value of Chongqing's exports": the owner of the noun after "of"."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.deps[child] == "prep" and parse.lemmas[child] == "of":
                for inner in parse.children[child]:
                    if parse.deps[inner] == "pobj" and parse.tags[inner][0] == "N":
                        owner = self.find_own(inner)
                        if owner is not None:
                            return owner
        return None

    def _first(self, tokens: Iterable[int]) -> Mention | None:
        return next((m for m in map(self._mention_at, tokens) if m is not None), None)

    def _mention_at(self, token: int) -> Mention | None:
        mention = self.arguments.find(token, _OWNERS)
        if mention is None or mention.origin == "noun phrase":
            return None
        return mention

    def _find_nearby(self, noun: int) -> Mention | None:
        """Told just before: a possessor earlier in the sentence, or the last owner of the paragraph."""
        parse = self.parse
        start, _ = parse.sentences[parse.sentence_of[noun]]
        for token in range(noun - 1, start - 1, -1):
            # "Norvik, Peru's largest bank, swung to a profit": not Peru
            if parse.deps[token] == "poss" and parse.deps[parse.heads[token]] != "appos":
                owner = self.beside.find_possessed(token, noun) or self._mention_at(token)
                if owner is not None and self.arguments.fits(owner, ("Place", "Company")):
                    return owner
        subject = self.beside.find_reporting(noun)
        if subject is not None:
            return subject
        if self.beside.is_elsewhere(noun):
            return None
        teller = self._find_teller(noun)
        if teller is not None:
            return teller
        fitting = _OWNERS_BY_FIELD.get(self.field_of(noun) or "", _OWNERS)
        again = self._find_same(noun)
        if again is not None and self.beside.find_with_verb(noun) is None:
            return again
        known = [m for t, m in self.last.get(self._paragraph(noun), ()) if t < noun]
        known = [m for m in known if self.arguments.fits(m, fitting)]
        beside = self.beside.find_with_verb(noun)
        if beside is not None and not (known and self.arguments.fits(known[-1], ("Company",))):
            return beside
        return (
            known[-1] if known else self.before.find_subject_before(noun) or self._find_told(noun)
        )

    def _find_same(self, noun: int) -> Mention | None:
        """ "German orders rose. Foreign orders rose too": whose the same measure was just before."""
        sentence, lemmas = self.parse.sentence_of[noun], self.parse.lemmas
        known = [(t, m) for told in self.last.values() for t, m in told if t < noun]
        if not known or not self._is_plain(noun):
            return None
        token, owner = max(known, key=lambda item: item[0])
        near = sentence - self.parse.sentence_of[token] <= _FAR
        return owner if near and lemmas[token] == lemmas[noun] else None

    def _find_teller(self, noun: int) -> Mention | None:
        """ "Norvik said revenue fell", "Norvik saw output fall": whose verb the measure's clause hangs on."""
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
        tellers = [c for c in parse.children[above] if parse.deps[c] == "nsubj"]
        owner = self._first(tellers) or next(
            (m for t in tellers for m in self.arguments.find_all(t, ("Facility",))), None
        )
        kinds = ("Company", "ResearchBody", "Facility", "Country", "City", "Province")
        return owner if owner is not None and self.arguments.fits(owner, kinds) else None

    def _find_told(self, noun: int) -> Mention | None:
        """The last owner of the paragraphs before, where the measure is of its field and nobody else's.

        "Imports rose" goes on with the country whose exports were told; "the world's imports" does not.
        """
        field = self.field_of(noun)
        sentence = self.parse.sentence_of[noun]
        known = [(t, m) for told in self.last.values() for t, m in told if t < noun]
        if field is None:
            return self._find_only(noun, known)
        if field == "event":
            known += [
                (self.arguments.ranges[m][0], m)
                for m in self.arguments.recognized.mentions
                if self.arguments.ranges[m][0] < noun and self.arguments.fits(m, ("Event",))
            ]
        if not self._is_plain(noun):
            return None
        if field == "business" and not any(self.arguments.fits(m, ("Company",)) for _, m in known):
            return self.before.find_company(noun) or self._find_facility(noun, known)
        if not known:
            only = self.before.find_only_country(noun, -1) if field == "economy" else None
            return only or (self.home if field == "economy" else None)
        fitting = [k for k in known if self.arguments.fits(k[1], _OWNERS_BY_FIELD[field])]
        token, owner = max(fitting or known, key=lambda item: item[0])
        if field == "economy":
            owner = self.before.find_only_country(noun, token) or owner
        far = sentence - self.parse.sentence_of[token] > _FAR
        home = field == "economy" and self.home is not None
        if far and not (home and self._is_home(owner)):
            return None
        return owner if self.arguments.fits(owner, _OWNERS_BY_FIELD[field]) else None

    def _find_facility(self, noun: int, known: list[tuple[int, Mention]]) -> Mention | None:
        """The port or line that is told of, where no company is: its revenue too."""
        owner = self._find_only(noun, known)
        kinds = ("Facility", "TransportCorridor", "Organization")
        return owner if owner is not None and self.arguments.fits(owner, kinds) else None

    def _find_only(self, noun: int, known: list[tuple[int, Mention]]) -> Mention | None:
        """Whose everything measured just before was, for a measure of no field: "debt", "punctuality"."""
        first, sentence_of = self.arguments.find_first, self.parse.sentence_of
        near = [m for t, m in known if sentence_of[noun] - sentence_of[t] <= _FAR]
        measured = self.parse.lemmas[noun] in self.nouns and self._is_plain(noun)
        return near[-1] if measured and near and len({first(m) for m in near}) == 1 else None

    def _is_home(self, owner: Mention) -> bool:
        """Whether an owner is the country that the document speaks from."""
        first = self.arguments.find_first
        return self.home is not None and first(owner).text == first(self.home).text

    def _is_plain(self, noun: int) -> bool:
        """Whether a measured noun has no possessor and no word that gives it to somebody else."""
        parse = self.parse
        start = parse.sentences[parse.sentence_of[noun]][0]
        return not any(self._is_possessor(c) for c in parse.children[noun]) and not any(
            m.kind is MentionKind.NAME
            and self.arguments.fits(m, _OWNERS)
            and not self.arguments.fits(m, _TELLERS)
            for t in range(start, noun)
            for m in self.arguments.by_token.get(t, ())
        )

    def _is_possessor(self, token: int) -> bool:
        """Whether a possessor tells whose a measure is; "its" that stands for nothing known does not."""
        unknown = any(m.origin == OPEN for m in self.arguments.by_token.get(token, ()))
        return self.parse.deps[token] == "poss" and not unknown

    def remember(self, token: int, owner: Mention, period: Period | None = None) -> None:
        """Keeps the owner, and when it was, for what is measured later.

        Not that of a share: "the US share fell" goes on with the exports of whose share it is.
        """
        if self.parse.lemmas[token] in self.shares and self.parse.tags[token] == "NN":
            return
        known = self.last.setdefault(self._paragraph(token), [])
        known.append((token, owner))
        known.sort(key=lambda item: (item[0], item[1].span))
        if period is not None:
            self.periods[token] = period

    def find_told_period(self, noun: int) -> Period | None:
        """The period of the measure told last, not far before and not in the same sentence."""
        sentence = self.parse.sentence_of[noun]
        known = [t for t in self.periods if self.parse.sentence_of[t] < sentence]
        words = {w.lower() for w in self.parse.words[slice(*self.parse.sentences[sentence])]}
        if (
            not known
            or not words.isdisjoint(self.own_period)
            or sentence - self.parse.sentence_of[max(known)] > _FAR
        ):
            return None
        return self.periods[max(known)]

    def _paragraph(self, token: int) -> int:
        return self.arguments.recognized.paragraph_of[self.parse.sentence_of[token]]

    def measure_text(self, noun: int, *, bare: bool = False) -> str | None:
        """The measure without article, owner and value: "industrial output"; None where it says nothing.

        `bare` leaves out what follows the noun: "exports" of "exports of tea and coffee".
        """
        return self.namer.name(noun, bare=bare, owned=lambda: self.find_own(noun) is not None)
