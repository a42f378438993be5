"""Owners of measures that nothing in their sentence tells: whose figures were told before, whom the text is about."""

from collections.abc import Callable, Set
from functools import cached_property

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.firm_accounts import FirmAccounts
from kg.extraction.label_firms import LabelFirms
from kg.extraction.main_company import find_main_company
from kg.extraction.owners_before import OwnersBefore
from kg.extraction.topics_before import TopicsBefore
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind

_OWNERS = ("Place", "Organization", "Project", "TransportCorridor", "Event", "Agreement", "Sector")
OWNERS_BY_FIELD = {
    "economy": ("Country", "Province", "City", "District"),
    "business": ("Organization",),
    "output": _OWNERS,
    "event": ("Event",),
    "traffic": ("LogisticsHub", "TransportCorridor", "Organization", "City", "Province", "Country"),
}
_TIMES = frozenset(["year", "quarter", "month", "week", "period", "today", "yesterday"])
_PAST = frozenset(["last", "this", "previous"])
_TOPICS = ("Company", "Facility", "TransportCorridor", "Project")
_TELLERS = ("GovernmentBody", "MediaOutlet", "ResearchBody")  # who only report a measure
FAR = 4  # sentences over which an owner is remembered


class ToldOwners:
    """Looks owners up in what was measured before, in one document."""

    def __init__(
        self,
        arguments: ArgumentFinder,
        field_of: Callable[[int], str | None],
        last: dict[int, list[tuple[int, Mention]]],
        home: Mention | None,
    ) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.parse = arguments.parse
        self.field_of = field_of
        self.last = last
        self.home = home
        self.before, self.labels = OwnersBefore(arguments), LabelFirms(arguments)
        self.topics = TopicsBefore(arguments)
        self.accounts = FirmAccounts(arguments, self.before, lambda: self._main_company)
        self.nouns = words.get("measure_nouns")
        self.payouts = words.get("payouts")
        self.net = words.get("net_figures")
        self.whole = self.net | words.get("whole_figures") | words.get("whole_firm")
        self.either = words.get("either_nouns")
        self.macro = words.get("macro_nouns")
        self.anybodys, self.national = words.get("anybodys_nouns"), words.get("national_nouns")
        self.none = words.get("no_measures")
        self.moving = words.get("counting_up_verbs")
        self.agents = words.get("many_holders") | words.get("others_nouns") | words.get("people")

    def find_labelled(self, noun: int) -> Mention | None:
        """ "NRV: Net profit rose": whom a label names, where a firm may have such a measure."""
        possessed = any(self._is_possessor(c) for c in self.parse.children[noun])
        if possessed or self.field_of(noun) == "economy" or self.is_anybodys(noun):
            return None
        return self.labels.find(noun)

    def find_fitting(self, noun: int) -> Mention | None:
        """What `find` gives, but no place for "net sales", which are a firm's."""
        told = self.find(noun)
        place = told is not None and self.arguments.fits(told, ("Country", "City", "Province"))
        return None if place and self._is_told_by(noun, self.net) else told

    def find(self, noun: int) -> Mention | None:
        """The last owner of the paragraphs before, where the measure is of its field and nobody else's.

        "Imports rose" goes on with the country whose exports were told; "the world's imports" does not.
        """
        field = self.field_of(noun)
        sentence = self.parse.sentence_of[noun]
        known = [(t, m) for told in self.last.values() for t, m in told if t < noun]
        if field is None:
            return self._find_only(noun, known)
        if field == "economy":  # a central bank whose rate was told has no inflation
            known = [k for k in known if not self.arguments.fits(k[1], _TELLERS)]
        known += self._list_events(noun) if field == "event" else []
        if not self.is_plain(noun):
            return None
        if field == "business" and known and (whole := self._find_whole(noun)) is not None:
            return whole
        if field == "business" and not any(self.arguments.fits(m, ("Company",)) for _, m in known):
            company = self.before.find_company(noun) or self._find_facility(noun, known)
            return company or self._find_either(noun, known)
        if not known and field != "economy":
            return self._find_only(noun, known)
        if not known:
            only = self._find_land(noun) or self.before.find_only_country(noun, -1)
            only = only or self._find_possessing(noun, -1)
            return only or self.home or self._find_either(noun, known)
        fitting = [k for k in known if self.arguments.fits(k[1], OWNERS_BY_FIELD[field])]
        token, owner = max(fitting or known, key=lambda item: item[0])
        if field == "economy":
            only = self.before.find_only_country(noun, token)
            owner = only or self._find_possessing(noun, token) or owner
        far = sentence - self.parse.sentence_of[token] > FAR
        home = field == "economy" and self.home is not None
        if far and not (home and self._is_home(owner)):
            return None
        fits = self.arguments.fits(owner, OWNERS_BY_FIELD[field])
        return owner if fits else self._find_either(noun, known)

    def _list_events(self, noun: int) -> list[tuple[int, Mention]]:
        """The events named before, each with where it stands."""
        ranges = self.arguments.ranges
        return [
            (ranges[m][0], m)
            for m in self.arguments.recognized.mentions
            if ranges[m][0] < noun and self.arguments.fits(m, ("Event",))
        ]

    def _find_whole(self, noun: int) -> Mention | None:
        """ "Net earnings", "total revenue", "a dividend": those of the firm that the text is about, and of no unit."""
        whole = self._is_told_by(noun, self.whole) or self.parse.lemmas[noun] in self.payouts
        return self._main_company if whole else None

    def _is_told_by(self, noun: int, words: Set[str]) -> bool:
        """Whether one of some words stands beside a noun."""
        return any(self.parse.words[c].lower() in words for c in self.parse.children[noun])

    @cached_property
    def _main_company(self) -> Mention | None:
        return find_main_company(self.arguments)

    def _find_possessing(self, noun: int, since: int) -> Mention | None:
        """ "Zenda's housing market is strong. Gross domestic product grew": what no firm has."""
        parse = self.parse
        macro = parse.lemmas[noun] in self.macro | {"product"}
        return self.before.find_only_possessor(noun, since) if macro else None

    def _find_either(self, noun: int, known: list[tuple[int, Mention]]) -> Mention | None:
        """ "Shipments rose", of a firm too; "car sales", of a country too."""
        if self.parse.lemmas[noun] not in self.either:
            return None
        owner = self._find_only(noun, known)
        return owner if owner is not None and not self.is_foreign(noun, owner) else None

    def _find_facility(self, noun: int, known: list[tuple[int, Mention]]) -> Mention | None:
        """The port or line that is told of, where no company is: its revenue too."""
        owner = self._find_only(noun, known)
        kinds = ("Facility", "TransportCorridor", "Organization")
        return owner if owner is not None and self.arguments.fits(owner, kinds) else None

    def _find_only(self, noun: int, known: list[tuple[int, Mention]]) -> Mention | None:
        """Whose everything measured just before was, for a measure of no field: "debt", "punctuality"."""
        first, sentence_of = self.arguments.find_first, self.parse.sentence_of
        near = [m for t, m in known if sentence_of[noun] - sentence_of[t] <= FAR]
        words = {self.parse.lemmas[noun], self.parse.words[noun].lower()}
        owned = any(
            self.parse.deps[c] == "poss" and not self._is_time(c) for c in self.parse.children[noun]
        )
        known_noun = not words.isdisjoint(self.nouns) or self._is_counted_up(noun)
        if not known_noun or owned or not self.is_plain(noun):
            return None
        if not near:
            kinds = _TOPICS[1:] if self.field_of(noun) == "traffic" else _TOPICS
            topic = None if self.is_anybodys(noun) else self.before.find_topic(noun, kinds)
            if topic is None and self.field_of(noun) == "traffic":
                topic = self.before.find_only_hub(noun)
            return topic or self._find_land(noun) or self._find_home(noun)
        return near[-1] if len({first(m) for m in near}) == 1 else None

    def _is_counted_up(self, noun: int) -> bool:
        """ "Burglaries fell", "subscribers are to hit": things told by how many they are, whatever they are called."""
        parse, verb = self.parse, self.parse.heads[noun]
        subject = parse.tags[noun] == "NNS" and parse.deps[noun] in {"nsubj", "nsubjpass"}
        counted = any(parse.tags[c] == "CD" for c in parse.children[noun])  # "30 cars were lost"
        told = parse.lemmas[verb] in self.moving and parse.tags[verb][:2] == "VB"
        some = parse.lemmas[noun] not in self.none | self.agents
        return subject and told and some and not counted

    def is_traded(self, noun: int) -> bool:
        """Whether a noun is a firm's shares or dividend, wherever they are sold or paid."""
        lemma = self.parse.lemmas[noun]
        shares = lemma in {"share", "stock"} and self.parse.tags[noun] == "NNS"
        return shares or lemma in self.payouts

    def is_anybodys(self, noun: int) -> bool:
        """ "prices rose": the market's, where nobody's figures were told; "passenger numbers" are somebody's."""
        lemma, children = self.parse.lemmas[noun], self.parse.children[noun]
        numbers = lemma == "number" and any(self.parse.deps[c] == "compound" for c in children)
        return lemma in self.anybodys and not numbers

    def _find_land(self, noun: int) -> Mention | None:
        """ "Zenda province is growing. Exports rose": the land that the text just went on about."""
        land = self.topics.find_land(noun)
        if land is not None and self.parse.lemmas[noun] in self.national:
            return land if self.arguments.fits(land, ("Country",)) else None
        return land

    def _find_home(self, noun: int) -> Mention | None:
        """The country that the document speaks from, for a measure that is no firm's or port's."""
        acting = self.before.find_topic(noun, ("Company", "Facility", "TransportCorridor"))
        traffic = self.field_of(noun) == "traffic"
        return self.home if acting is None and not traffic else None

    def _is_home(self, owner: Mention) -> bool:
        """Whether an owner is the country that the document speaks from."""
        first = self.arguments.find_first
        return self.home is not None and first(owner).text == first(self.home).text

    def is_foreign(self, noun: int, owner: Mention) -> bool:
        """Whether a measure of an economy cannot be that of a firm: inflation, and all of a bank."""
        economy = self.field_of(noun) == "economy"
        firm = economy and self.arguments.fits(owner, ("Company",))
        built = economy and self.parse.lemmas[noun] in self.macro
        if built and self.arguments.fits(owner, ("Facility", "TransportCorridor", "Project")):
            return True
        bank = "bank" in self.arguments.find_first(owner).text.lower()
        return firm and (bank or self.parse.lemmas[noun] not in self.either)

    def is_plain(self, noun: int) -> bool:
        """Whether a measured noun has no possessor and no word that gives it to somebody else."""
        parse = self.parse
        start = parse.sentences[parse.sentence_of[noun]][0]
        return not any(self._is_possessor(c) for c in parse.children[noun]) and not any(
            m.kind is MentionKind.NAME
            and self.arguments.fits(m, _OWNERS)
            and not self.arguments.fits(m, _TELLERS)
            and not (self.field_of(noun) == "economy" and self._is_of_teller(t))
            for t in range(start, noun)
            for m in self.arguments.by_token.get(t, ())
        )

    def _is_of_teller(self, token: int) -> bool:
        """ "The statistics bureau [of Kenya] said that": the land of who tells."""
        parse, top = self.parse, token
        while parse.deps[top] == "pobj" or (parse.deps[top] == "prep" and parse.words[top] == "of"):
            top = parse.heads[top]
        body = top != token and parse.deps[top] == "nsubj" and parse.tags[top][0] == "N"
        land = (m for m in self.arguments.by_token.get(token, ()) if m.type == "Country")
        return body and parse.lemmas[parse.heads[top]] in self.topics.telling and any(land)

    def _is_possessor(self, token: int) -> bool:
        """Whether a possessor tells whose a measure is; "its" that stands for nothing known does not."""
        unknown = any(m.origin == OPEN for m in self.arguments.by_token.get(token, ()))
        return self.parse.deps[token] == "poss" and not unknown and not self._is_time(token)

    def _is_time(self, token: int) -> bool:
        """ "last year's revenue"; "the first year's" is that of what began."""
        before = {self.parse.words[c].lower() for c in self.parse.children[token]}
        return self.parse.lemmas[token] in _TIMES and not before.isdisjoint(_PAST)
