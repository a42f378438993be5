"""What is measured, and whose it is: the noun phrase beside a value."""

from collections.abc import Iterable, Iterator

from kg.extraction.absolute_owners import find_absolute
from kg.extraction.arguments import ArgumentFinder
from kg.extraction.counted_owners import CountedOwners
from kg.extraction.firm_markets import FirmMarkets
from kg.extraction.firm_parts import FirmParts
from kg.extraction.measure_naming import MeasureNamer
from kg.extraction.nationwide import find_nation
from kg.extraction.own_times import OwnTimes
from kg.extraction.owners_before import GOVERNING, NOBODYS, OwnersBefore
from kg.extraction.owners_beside import BesideOwners
from kg.extraction.teller_owners import TellerOwners
from kg.extraction.told_owners import FAR, OWNERS_BY_FIELD, ToldOwners
from kg.extraction.where_owners import find_nearer
from kg.extraction.works_before import WorksBefore
from kg.lexicon import load_lexicon
from kg.model.mention import OPEN, Mention, MentionKind
from kg.model.period import Period

_OWNERS = ("Place", "Organization", "Project", "TransportCorridor", "Event", "Agreement", "Sector")
_ANYTHING = (*_OWNERS, "Product")
_OWNER_PREPOSITIONS = tuple("of in at across for from on through between along".split())  # noqa: SIM905
_THE = frozenset(["the", "'s", "’s", "federal", "central"])
_NEAR = 4  # of them, those that tell whose a thing is


class OwnerFinder:
    """Finds the entity a measured noun belongs to; remembers the last one of each paragraph."""

    def __init__(self, arguments: ArgumentFinder, home: Mention | None = None) -> None:
        self.home = home
        self.arguments = arguments
        self.parse = arguments.parse
        words = load_lexicon("measures")
        self.namer = MeasureNamer(arguments)
        self.sent = words.get("sent_nouns")
        self.beside = BesideOwners(arguments)
        self.before = OwnersBefore(arguments)
        self.parts = FirmParts(arguments)
        self.works, self.counted = WorksBefore(arguments), CountedOwners(arguments)
        self.field_of = self.beside.field_of
        self.tellers = TellerOwners(arguments, self.field_of, self._first)
        self.shares = words.get("share")
        self.reports = words.get("reports")
        self.own_times = OwnTimes(arguments.parse)
        self.last: dict[int, list[tuple[int, Mention]]] = {}
        self.told_times = 0  # how often an owner was told; in between all is answered alike
        self.told = ToldOwners(arguments, self.field_of, self.last, home)
        self.markets = FirmMarkets(arguments, self.tellers, self.last)
        self.periods: dict[int, Period | None] = {}

    def find(self, noun: int) -> tuple[Mention, bool] | None:
        """(owner, whether it is told in the phrase itself) of a measured noun, or None."""
        owner = self.find_own(noun)
        if owner is not None and owner.origin == OPEN:  # "Its exports", in a paragraph of its own
            told = self.tellers.find_sayer(noun) or self.told.find(noun)
            return (told, False) if told is not None else (owner, True)
        if owner is not None:
            return owner, True
        if (part := self.parts.find_acting(noun)) is not None:
            owner = self.parts.find(part)
            return (owner, True) if owner is not None else None
        labelled = self.told.find_labelled(noun)
        nearby = labelled or self.told.accounts.settle(self._find_nearby(noun), noun)
        return None if nearby is None or self._is_partner(nearby, noun) else (nearby, False)

    def _is_partner(self, owner: Mention, noun: int) -> bool:
        """Whether a measure goes to or comes from somebody: "exports to Peru" are not Peru's."""
        parse, first = self.parse, self.arguments.find_first
        ends = (
            m
            for told in (noun, *self._list_parts(noun))
            for child in parse.children[told]
            if parse.lemmas[child] in self.namer.partnered
            and parse.lemmas[told] in self.namer.partnered[parse.lemmas[child]]
            for inner in parse.children[child]
            if (m := self._mention_at(inner)) is not None
        )
        inflow = self.beside.find_inflow(noun)
        return inflow is None and any(first(m).text == first(owner).text for m in ends)

    def find_own(self, noun: int, *, near: bool = False) -> Mention | None:
        """The owner told in the phrase itself: possessive, "of X", "in X", "X output".

        `near` takes no prepositions that only tell what something is about ("a vote on X").
        """
        parse = self.parse
        owner = self.beside.find_foreseen(noun) or self.find_possessor(noun)
        owner = owner or self.counted.find_passed(noun)
        if owner is not None:
            return owner
        for preposition in _OWNER_PREPOSITIONS[: _NEAR if near else None]:
            for child in self.counted.list_links(noun):
                if parse.deps[child] == "prep" and parse.lemmas[child] == preposition:
                    if preposition == "from" and parse.lemmas[noun] not in self.sent:
                        continue  # "imports from X" are not X's
                    if (preposition, parse.lemmas[noun]) in NOBODYS:
                        continue  # nor are "orders for X", "the driving time between X and Y"
                    objects = self.counted.list_owning(noun, child)
                    owner = self._first(objects)
                    if preposition == "between":  # "between Kenya's exports and imports"
                        parts = (self.find_possessor(t) for t in objects)
                        owner = next((m for m in parts if m is not None), owner)
                    traded = preposition in {"in", "on"} and self.told.is_traded(noun)
                    if traded and owner is not None and self.arguments.fits(owner, ("Place",)):
                        continue  # "Norvik's shares in London"
                    if owner is not None and self.markets.is_firms(noun, owner):
                        return None  # "Norvik said sales in China fell"
                    if owner is None and preposition == "between":  # "the two countries"
                        owner = self.beside.find_first_of_several(objects)
                    if owner is not None:
                        return owner
        found = (
            self.beside.find_inflow(noun)
            or self._find_in_part(noun)
            or self.beside.find_agent(noun)
            or self.beside.find_along(noun)
            or self.beside.find_thing(noun)
        )
        return None if self.counted.is_counted(noun, found) else found

    def find_possessor(self, noun: int) -> Mention | None:
        """The owner before a measure: "Kenya's exports", "Kenyan exports"."""
        for deps in ({"poss"}, {"compound", "nmod", "amod"}):
            for child in self.namer.list_beside(noun):
                if self.parse.deps[child] not in deps or self.before.is_of_nation(child):
                    continue  # "the country's OPEC quota" is not OPEC's
                owner = self._mention_at(child) or self.beside.find_first_of_lands(child)
                owner = owner or self.find_governed(child)
                if self.before.is_guest(noun, owner):
                    continue
                if owner is not None:
                    first = self.before.find_first_of_pair(owner, noun)
                    return first or find_nearer(self.arguments, noun, child) or owner
                if self.parse.lemmas[child] in GOVERNING and "poss" in deps:
                    return None
        return None

    def find_governed(self, child: int) -> Mention | None:
        """ "the government's deficit", "the country's exports": those of the country that the text is about."""
        named = any(m in self.arguments.resolved for m in self.arguments.by_token.get(child, ()))
        governing = self.parse.lemmas[child] in GOVERNING and not named
        the = all(self.parse.words[c].lower() in _THE for c in self.parse.children[child])
        return self.home if governing and the else None

    def _find_in_part(self, noun: int) -> Mention | None:
        """ "the value of Chongqing's exports": the owner of the noun after "of"."""
        owners = map(self.find_own, self._list_parts(noun))
        return next((owner for owner in owners if owner is not None), None)

    def _list_parts(self, noun: int) -> Iterator[int]:
        """The nouns behind "of": "exports" of "the value of exports"."""
        below = (c for c in self.parse.children[noun] if self.parse.deps[c] == "prep")
        inner = (k for c in below if self.parse.lemmas[c] == "of" for k in self.parse.children[c])
        return (k for k in inner if self.parse.deps[k] == "pobj" and self.parse.tags[k][0] == "N")

    def _first(self, tokens: Iterable[int]) -> Mention | None:
        return next((m for m in map(self._mention_at, tokens) if m is not None), None)

    def _mention_at(self, token: int) -> Mention | None:
        if self.parts.is_part(token):
            return self.parts.find(token)
        mention = self.arguments.find(token, _OWNERS)
        if mention is None or mention.origin == "noun phrase":
            return None
        return mention

    def _find_nearby(self, noun: int) -> Mention | None:
        """Told just before: a possessor earlier in the sentence, or the last owner of the paragraph."""
        if self.before.is_of_unnamed(noun) or self.before.is_of_these(noun):
            return None
        if (label := self.before.find_label(noun)) is not None:
            return label
        business = self.field_of(noun) == "business"
        nation = find_nation(self.arguments, noun, self.home, business=business)
        opening = nation or (None if business else self.beside.find_inside(noun))
        if opening is not None and not self.beside.is_elsewhere(noun):
            return opening
        if self.works.is_cost(noun) or self.works.is_capacity(noun):
            works = self.works.find(noun)
            if works is not None or self.works.is_bare(noun):
                return works
        if business and (teller := self.tellers.find(noun)) is not None:
            return teller  # "Norvik, which runs Peru's largest chain, said sales rose"
        subject = find_absolute(self.arguments, noun) or self._find_possessing(noun)
        subject = subject or self.beside.find_reporting(noun)
        if subject is not None:
            return subject
        if (
            self.beside.is_elsewhere(noun)
            or self.beside.is_markets(noun)
            or self.beside.is_had_by_others(noun)
            or self.parts.follows(noun)
        ):
            return None
        if (teller := self.tellers.find(noun)) is not None:
            return teller
        fitting = OWNERS_BY_FIELD.get(self.field_of(noun) or "", _ANYTHING)
        again = self._find_same(noun)
        if again is not None and self.beside.find_with_verb(noun) is None:
            return again
        known = [m for t, m in self.last.get(self._paragraph(noun), ()) if t < noun]
        known = [m for m in known if self.arguments.fits(m, fitting)]
        beside = self.beside.find_with_verb(noun)
        if beside is not None and not (known and self.arguments.fits(known[-1], ("Company",))):
            return beside
        return known[-1] if known else self._find_told(noun)

    def _find_told(self, noun: int) -> Mention | None:
        """Told in sentences before."""
        subject = self.before.find_subject_before(noun)
        anybody = self.told.is_anybodys(noun)
        if subject is not None and not anybody and not self.told.is_foreign(noun, subject):
            return subject
        return self.told.find_fitting(noun)

    def _is_name(self, token: int) -> bool:
        return any(
            m.kind is MentionKind.NAME and self.arguments.fits(m, _OWNERS)
            for m in self.arguments.by_token.get(token, ())
        )

    def _find_possessing(self, noun: int) -> Mention | None:
        """ "Kenya's farms … and output rose": a possessor earlier in the sentence.

        Not "Norvik, Peru's largest bank, swung to a profit", "via Peru's Lima".
        """
        parse = self.parse
        start, _ = parse.sentences[parse.sentence_of[noun]]
        for token in range(noun - 1, start - 1, -1):
            possessed = parse.heads[token]
            while parse.deps[possessed] == "compound":
                possessed = parse.heads[possessed]
            described = parse.deps[possessed] == "appos" or self._is_name(possessed)
            described = described or self.parse.lemmas[possessed].lower() in self.reports
            if parse.deps[token] != "poss" or described:
                continue
            owner = self.beside.find_possessed(token, noun) or self._mention_at(token)
            firm = owner is not None and self.arguments.fits(owner, ("Company",))
            if not firm and self._is_own_firm(possessed, noun):
                continue  # but "Norvik's board forecast a profit of"
            works = self.counted.find_acting(possessed, noun)
            if works is not None and self.field_of(noun) != "economy":
                return works
            if owner is not None and self.arguments.fits(owner, ("Place", "Company")):
                return owner
        return None

    def _is_own_firm(self, possessed: int, noun: int) -> bool:
        """ "France's largest carmaker made a profit of": the carmaker's, not the country's."""
        acting = self.parse.deps[possessed] in {"nsubj", "nsubjpass"} and possessed < noun
        return acting and not self.field_of(possessed) and self.field_of(noun) == "business"

    def _find_same(self, noun: int) -> Mention | None:
        """ "German orders rose. Foreign orders rose too": whose the same measure was just before."""
        sentence, lemmas = self.parse.sentence_of[noun], self.parse.lemmas
        known = [(t, m) for told in self.last.values() for t, m in told if t < noun]
        if not known or not self.told.is_plain(noun):
            return None
        token, owner = max(known, key=lambda item: item[0])
        near = sentence - self.parse.sentence_of[token] <= FAR
        return owner if near and lemmas[token] == lemmas[noun] else None

    def remember(self, token: int, owner: Mention, period: Period | None = None) -> None:
        """Keeps the owner, and when it was, for what is measured later.

        Not that of a share: "the US share fell" goes on with the exports of whose share it is.
        """
        share = self.parse.lemmas[token] in self.shares and self.parse.tags[token] == "NN"
        if share or self.parts.is_owner(owner):
            return
        known = self.last.setdefault(self._paragraph(token), [])
        known.append((token, owner))
        self.told_times += 1
        known.sort(key=lambda item: (item[0], item[1].span))
        told = period if period is None or ".." not in period.edtf else None
        self.periods.setdefault(token, told)  # not that of what a value is compared with

    def find_told_period(self, noun: int) -> Period | None:
        """The period of the measure told last, not far before and not in the same sentence."""
        sentence_of, sentence = self.parse.sentence_of, self.parse.sentence_of[noun]
        known = [t for t, p in self.periods.items() if p and sentence_of[t] < sentence]
        if not known or sentence - sentence_of[max(known)] > FAR:
            return None
        first = sentence_of[max(known)]
        rows = {sentence, *(s for t in self.periods if first < (s := sentence_of[t]) < sentence)}
        return None if any(map(self.own_times.tells, rows)) else self.periods[max(known)]

    def _paragraph(self, token: int) -> int:
        return self.arguments.recognized.paragraph_of[self.parse.sentence_of[token]]

    def measure_text(self, noun: int, *, bare: bool = False) -> str | None:
        """The measure without article, owner and value: "industrial output"; None where it says nothing.

        `bare` leaves out what follows the noun: "exports" of "exports of tea and coffee".
        """
        return self.namer.name(noun, bare=bare, owned=lambda: self.find_own(noun) is not None)
