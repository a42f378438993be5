"""Owners of measures by what stands beside them: where it flows to, whose port, which company reports."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.attributed_owners import find_attributed
from kg.extraction.measure_fields import MeasureFields
from kg.extraction.measure_naming import load_partners
from kg.extraction.others_measures import is_of_all, is_of_group, is_of_many, is_unknown, list_kinds
from kg.extraction.where_owners import find_where, list_inward, parse_up
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.mention import Mention, MentionKind
from kg.model.parse import FINITE

_ALONG = 8  # tokens after a measured noun in which its owner stands
_ALONG_OF = frozenset(["through", "via", "at", "in", "by", "across"])
_ALL = ("Place", "Organization", "Project", "TransportCorridor", "Event", "Agreement", "Sector")
_PARTS = ("Region", "Province", "City", "District")
_AT = ("Organization", "Facility")
_IN = ("Country", "Province", "City", "District", "Facility", "EconomicZone")
_AT_OR_IN = frozenset(["at", "in", "across", "throughout"])
_ENDS = frozenset([",", ";", "while", "and", "but", "as", "after"])
_FORESEEN = frozenset(["for", "of", "on"])  # a forecast is …what it tells
_OWNING = frozenset(["poss", "amod", "compound", "nmod"])
_CALLED = ("Organization", "Facility", "TransportCorridor", "Project")
_ARTICLE = 2  # tokens between a name and what it is called: ", a"
_KINDS = ("Place", "Organization", "TransportCorridor")


class BesideOwners(MeasureFields):
    """Looks owners up around a measured noun of one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        super().__init__(arguments.parse)
        words = load_lexicon("measures")
        self.arguments = arguments
        self.things = words.get("measured_things")
        self.elsewhere = words.get("elsewhere")
        self.market_goods = words.get("market_goods")
        self.partnered = load_partners()
        self.aims = words.get("aim_nouns")
        self.inflows = words.get("inflow_nouns")
        self.many, self.reporting = words.get("many_holders"), words.get("report_verbs")
        self.either = words.get("either_nouns")
        self.others = words.get("unnamed_subjects") | words.get("others_nouns")
        self.inward = {("prep", word) for word in words.get("inflow_links")}
        self.inward |= {("acl", verb) for verb in words.get("entering_verbs")}

    def _first(self, tokens: Iterable[int]) -> Mention | None:
        kinds = ("Place", "Organization", "Event")
        found = (self.arguments.find(t, kinds) for t in tokens)
        return next((m for m in found if m is not None and m.origin != "noun phrase"), None)

    def find_inflow(self, noun: int) -> Mention | None:
        """ "remittances to Nepal", "investment into Peru": what flows in is the place's."""
        return self._first(list_inward(self.parse, noun, self.inflows, self.inward))

    def find_first_of_several(
        self, tokens: Iterable[int], types: tuple[str, ...] = _ALL
    ) -> Mention | None:
        """ "trade between the two countries", "both countries' trade": the first of those that were told."""
        told = (m for t in tokens for m in self.arguments.find_all(t, types))
        return next((m for m in told if m.origin != "noun phrase"), None)

    def find_first_of_lands(self, token: int) -> Mention | None:
        """ "the two countries' trade": the same of lands alone; what two firms have they need not share."""
        plural = self.parse.tags[token] == "NNS"
        return (
            self.find_first_of_several([token], ("Country", "Province", "City")) if plural else None
        )

    def find_foreseen(self, noun: int) -> Mention | None:
        """ "its growth forecast for Peru", "its forecast of Peru's growth": Peru's, whoever forecasts."""
        if (firm := find_attributed(self.arguments, noun)) is not None:
            return firm
        parse = self.parse
        if parse.lemmas[noun] not in self.aims:
            return None
        links = [c for c in parse.children[noun] if parse.deps[c] == "prep"]
        for link in (c for c in links if parse.lemmas[c] in _FORESEEN):
            objects = [c for c in parse.children[link] if parse.deps[c] == "pobj"]
            named = self._first(objects) if parse.lemmas[link] == "for" else None
            foreseen = [t for t in objects if self.field_of(t) is not None]
            owner = named or self._first(
                c for t in foreseen for c in parse.children[t] if parse.deps[c] in _OWNING
            )
            if owner is None and foreseen:  # "its forecast of growth in Peru"
                placed = [
                    c
                    for t in (noun, *foreseen)
                    for c in parse.children[t]
                    if parse.lemmas[c] in {"in", "for"}
                ]
                owner = self._first(i for c in placed for i in parse.children[c])
            if owner is not None:
                return owner
        return None

    def find_described(self, owner: Mention) -> Mention:
        """ "Chile is the largest producer, with output of": Chile's, of whom the noun is said."""
        token = self.arguments.ranges.get(owner, (0, 0))[1] - 1  # a place within a name has none
        nominal = owner.kind is MentionKind.NOMINAL
        if nominal and (named := self._find_called(owner, token)) is not None:
            return named
        said = nominal and self.parse.deps[token] == "attr"
        if not said or self.arguments.find_antecedent(owner).kind is MentionKind.NAME:
            return owner
        verb = self.parse.heads[token]
        subjects = self.parse.list_subjects(verb, passive=False)
        told = (m for t in subjects for m in self.arguments.find_all(t, _ALL))
        return next(told, owner)

    def _find_called(self, owner: Mention, token: int) -> Mention | None:
        """ "The Zenda Chamber, a private group of 1,800 firms,": the chamber, of which it only tells what it is."""
        if self.parse.deps[token] != "appos":
            return None
        start, ranges = self.arguments.ranges[owner][0], self.arguments.ranges
        return next(
            (
                m
                for m in self.arguments.by_token.get(self.parse.heads[token], ())
                if m.kind is MentionKind.NAME
                and self.parse.words[ranges[m][1] : ranges[m][1] + 1] == [","]
                and start - ranges[m][1] <= _ARTICLE
                and any(
                    self.arguments.fits(m, (kind,)) and self.arguments.fits(owner, (kind,))
                    for kind in _CALLED
                )
            ),
            None,
        )

    def find_agent(self, noun: int) -> Mention | None:
        """ "cargo volumes handled by the port": who does what the participle says."""
        parse = self.parse
        agents = [
            inner
            for child in parse.children[noun]
            if parse.deps[child] == "acl" and parse.tags[child] == "VBN"
            if parse.words[child - 1] != ","  # "the scheme, run by Norvik,"
            for by in parse.children[child]
            if parse.deps[by] == "agent"
            for inner in parse.children[by]
        ]
        verb = parse.heads[noun]
        if parse.deps[noun] == "nsubjpass" and parse.lemmas[verb] in self.reporting:
            # "A loss of 3 million was posted by Norvik"
            acting = (c for c in parse.children[verb] if parse.deps[c] == "agent")
            agents += [inner for by in acting for inner in parse.children[by]]
        return self._first(agents)

    def find_along(self, noun: int) -> Mention | None:
        """ "the volume of cargo moved through X": a name after a preposition before the sentence's verb.

        The parser often takes such a participle for the verb.
        """
        parse = self.parse
        _, last = parse.sentences[parse.sentence_of[noun]]
        firms = self.field_of(noun) == "business" and parse.lemmas[noun] not in self.either
        kinds = _AT if firms else _ALL  # "pays a dividend of 32 cents a share in Hong Kong"
        for token in range(noun + 1, min(noun + _ALONG, last - 1)):
            if parse.tags[token] in {"VBZ", "VBP", "MD"} or parse.words[token] in {",", ";"}:
                return None
            following = parse.words[token + 1].lower() if token + 1 < len(parse.words) else ""
            if parse.tags[token] in {"VBD", "VBN"} and following not in _ALONG_OF:
                return None
            if parse.words[token].lower() in _ALONG_OF:
                for mention in self.arguments.by_token.get(token + 1, ()):
                    named = mention.kind is MentionKind.NAME
                    if named and self.arguments.fits(mention, kinds):
                        return mention
        return None

    def find_thing(self, noun: int) -> Mention | None:
        """ "the pipeline capacity", after a pipeline project was told of: that pipeline's."""
        parse, ranges = self.parse, self.arguments.ranges
        kinds = {c for c in parse.children[noun] if parse.deps[c] == "compound"}
        words = {parse.words[c].lower() for c in kinds if parse.tags[c] == "NN"} & self.things
        if not words or not any(parse.words[c].lower() == "the" for c in parse.children[noun]):
            return None
        told = [
            m
            for m in self.arguments.recognized.mentions
            if (m.kind is MentionKind.NAME or any(c.isupper() for c in m.text))
            and ranges[m][0] < noun
            and self.arguments.fits(m, WORKS)
            and words & set(m.text.lower().split())
        ]
        return told[-1] if told else None

    def find_possessed(self, owner: int, noun: int) -> Mention | None:
        """ "Peru's largest port saw throughput fall": the port, not the country that it lies in."""
        head = self.parse.heads[owner]
        if self.field_of(noun) == "economy" or head >= noun:
            return None
        found = self.arguments.find_all(head, ("Facility", "TransportCorridor"))
        return next((m for m in found if self.parse.deps[head] in {"nsubj", "nsubjpass"}), None)

    def find_reporting(self, noun: int) -> Mention | None:
        """ "Norvik swung to a profit of": the company that is the subject of the clause."""
        parse, verb = self.parse, parse_up(self.parse, noun)
        if verb is None or self.field_of(noun) != "business":
            return None
        subjects = [c for c in parse.list_subjects(verb, passive=False) if c < noun]
        owner = self._first(subjects)
        states = ("Country", "Province", "City") if parse.lemmas[noun] in self.either else ()
        fits = owner is not None and self.arguments.fits(owner, ("Company", *states))
        return owner if fits else None

    def find_with_verb(self, noun: int) -> Mention | None:
        """ "Profit rose 5 percent at Norvik", "output fell to 2 million tons in Peru": told with the verb."""
        parse, verb = self.parse, self.parse.heads[noun]
        if parse.deps[noun] not in {"nsubj", "nsubjpass"} or parse.tags[verb][:2] != "VB":
            return None
        last = parse.sentences[parse.sentence_of[noun]][1]
        business = self.field_of(noun) == "business"
        for token in range(verb + 1, last - 1):
            if parse.tags[token] in FINITE or parse.words[token] in _ENDS:
                return None
            link = parse.words[token].lower()
            if link not in _AT_OR_IN:
                continue
            at = token + 1 + (parse.words[token + 1].lower() == "the")
            for mention in self.arguments.by_token.get(at, ()):
                kinds = _AT if link == "at" or business else _IN
                if mention.kind is MentionKind.NAME and self.arguments.fits(mention, kinds):
                    return mention
        return None

    def find_inside(self, noun: int) -> Mention | None:
        """ "In Peru's other areas, prices rose in the Lima region": the part of what opens the sentence."""
        opening = self.find_opening(noun)
        inner = self.find_with_verb(noun) if opening and opening.type == "Country" else None
        return inner if inner is not None and self.arguments.fits(inner, _PARTS) else opening

    def find_opening(self, noun: int) -> Mention | None:
        """ "In Ghana, inflation slowed": the place that opens the sentence, or its part."""
        parse = self.parse
        if (where := find_where(self.arguments, noun)) is not None:
            return where
        first = parse.sentences[parse.sentence_of[noun]][0]
        for token in range(noun - 1, first - 1, -1):
            if parse.tags[token] in FINITE:
                return None
            opens = token == first or parse.words[token - 1].lower() in _ENDS
            if not opens or parse.words[token].lower() not in {"in", "at", "across"}:
                continue
            at = token + 1 + (parse.words[token + 1].lower() == "the")
            for mention in self.arguments.by_token.get(at, ()):
                if mention.kind is MentionKind.NAME and self.arguments.fits(mention, _IN):
                    return mention
        return None

    def is_markets(self, noun: int) -> bool:
        """ "jet fuel prices": those of a market, where nobody is told to have them."""
        words = {self.parse.words[c].lower() for c in self.parse.children[noun]}
        return self.parse.lemmas[noun] == "price" and not self.market_goods.isdisjoint(words)

    def is_elsewhere(self, noun: int) -> bool:
        """ "global imports", "their exports": told to be somebody else's."""
        words = list_kinds(noun, self.parse)
        flows = self.field_of(noun) == "traffic" and "air" not in words
        if flows or self.parse.lemmas[noun] in self.inflows:
            words -= {"international"}  # its passengers from abroad
        others = (
            is_of_all(words)
            or is_of_many(noun, self.parse, self.many)
            or self._goes_elsewhere(noun)
            or is_unknown(noun, self.parse)
            or is_of_group(noun, self.parse)
        )
        return not self.elsewhere.isdisjoint(words) or others

    def is_had_by_others(self, noun: int) -> bool:
        """ "The industry saw a loss of", "its rivals' sales fell": of somebody who has no name."""
        parse, verb = self.parse, parse_up(self.parse, noun)
        had = () if verb is None or parse.deps[noun] == "nsubj" else parse.children[verb]
        subjects = [c for c in had if parse.deps[c] == "nsubj" and c < noun]
        subjects += [c for c in parse.children[noun] if parse.deps[c] == "poss"]
        return any(parse.lemmas[t].lower() in self.others for t in subjects)

    def _goes_elsewhere(self, noun: int) -> bool:
        """ "containers to and from Shanghai": traffic of somebody who was not told of before."""
        parse = self.parse
        if self.field_of(noun) not in {None, "traffic"}:
            return False
        links = [c for c in parse.children[noun] if c > noun and parse.deps[c] == "prep"]
        links += [c for link in links for c in parse.children[link] if parse.deps[c] == "conj"]
        return any(
            mention.kind is MentionKind.NAME and self.arguments.fits(mention, _KINDS)
            for link in links
            if parse.lemmas[link] in {"to", "from"}
            and parse.lemmas[noun] not in self.partnered[parse.lemmas[link]]
            for inner in parse.children[link]
            for mention in self.arguments.by_token.get(inner, ())
        )
