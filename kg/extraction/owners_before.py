"""Owners of measures told before: who the sentence before is about, which company acted, which country was named."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.paired_owners import find_two
from kg.extraction.sources_told import is_source
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_TOLD_OWNERS = ("Company", "Facility", "Project", "TransportCorridor", "EconomicZone")
_HUB_WORDS = frozenset(
    ["port", "of", "the", "airport", "harbour"]
)  # "Zenda port", "the Port of Zenda"
# A preposition whose object has not the measure: "orders for X", "the driving time between X and Y".
NOBODYS = frozenset(
    [
        ("for", "order"),
        ("between", "time"),
        ("from", "time"),
        *(("on", noun) for noun in load_lexicon("measures").get("duty_nouns")),
    ]
)
GOVERNING = frozenset(["government", "country", "nation", "state", "kingdom", "republic"])
_GUESTS = frozenset(
    ["visitor", "tourist", "traveller", "traveler", "guest", "holidaymaker", "arrival"]
)
_STATES = ("Country", "Province", "City")
_AREAS = ("Country", "Region", "Province", "IntergovernmentalBody")
_NAMED = frozenset([MentionKind.NAME, MentionKind.ADJECTIVE])
_HYPHENS = frozenset(["-", "–", "—", "/"])
_ONE = frozenset(["a", "an", "another"])
_THESE = frozenset(["these", "those"])
_UNDER = frozenset(["poss", "pobj", "compound", "conj"])
_UP = 3  # nouns above a name: "the chief of the board of Norvik"
_LABEL = 8  # tokens in which the colon behind a name stands
_LABELS = ("Place", "Company", "TransportCorridor", "Project", "Event")
_FAR = 4  # sentences over which a company is remembered


class OwnersBefore:
    """Looks owners up in what stands before a measured noun of one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        words = load_lexicon("measures")
        self.holders, self.wholes = words.get("one_holder"), words.get("own_wholes") | GOVERNING

    def _paragraph(self, token: int) -> int:
        return self.arguments.recognized.paragraph_of[self.parse.sentence_of[token]]

    def find_first_of_pair(self, owner: Mention, noun: int) -> Mention | None:
        """ "Kenya-Ethiopia trade", "Kenya and Ethiopia's trade": the first of two places."""
        if (two := find_two(self.arguments, noun)) is not None and owner in two:
            return two[0]
        start, words = self.arguments.ranges.get(owner, (0, 0))[0], self.parse.words
        if start < 2 or words[start - 1] not in _HYPHENS:
            return None
        states = (m for m in self.arguments.by_token.get(start - 2, ()) if m.kind in _NAMED)
        if not self.arguments.fits(owner, _AREAS):
            return None
        return next((m for m in states if self.arguments.fits(m, _AREAS)), None)

    def is_of_unnamed(self, noun: int) -> bool:
        """ "to create an institution with assets of": those of what has no name, and of nobody told before."""
        parse, link = self.parse, self.parse.heads[noun]
        holder = parse.heads[link]
        led = parse.words[link].lower() == "with" and parse.deps[noun] == "pobj"
        if not led or parse.deps[holder] not in {"dobj", "pobj"}:
            return False
        one = any(parse.words[c].lower() in _ONE for c in parse.children[holder])
        as_it = parse.lemmas[parse.heads[holder]] in {"as", "like", "be", "become"}
        return one and not as_it and parse.lemmas[holder] in self.holders

    def is_of_another(self, noun: int) -> bool:
        """ "The mill will lift [the region's] output": what somebody has of whom nothing is known, and not the mill."""
        parse = self.parse
        return any(
            parse.deps[c] == "poss"
            and parse.tags[c] in {"NN", "NNS"}
            and parse.lemmas[c] not in self.wholes
            and not self._is_known(c)
            for c in parse.children[noun]
        )

    def is_of_these(self, noun: int) -> bool:
        """ "The value of these contracts": of several that were told one by one, and not of who was told last."""
        parse = self.parse
        links = (c for c in parse.children[noun] if parse.lemmas[c] == "of")
        return parse.lemmas[noun] != "number" and any(
            parse.tags[t] == "NNS"
            and not self._is_known(t)
            and any(parse.words[d].lower() in _THESE for d in parse.children[t])
            for c in links
            for t in parse.children[c]
        )

    def _is_known(self, token: int) -> bool:
        """Whether a token stands in a name, a time or what takes up something told."""
        return any(
            m.kind is not MentionKind.NOMINAL or self.arguments.is_referring(m)
            for m in self.arguments.by_token.get(token, ())
        )

    def find_label(self, noun: int) -> Mention | None:
        """ "[Port of Zenda]: throughput up": the name before the colon with which a sentence opens."""
        start, _ = self.parse.sentences[self.parse.sentence_of[noun]]
        words = self.parse.words[start : min(start + _LABEL, noun)]
        colon = start + words.index(":") if ":" in words else start
        named = self.arguments.by_token.get(start, ()) if colon > start else ()
        return next(
            (
                m
                for m in named
                if m.kind is MentionKind.NAME
                and self.arguments.ranges[m] == (start, colon)
                and self.arguments.fits(m, _LABELS)
            ),
            None,
        )

    def find_subject_before(self, noun: int) -> Mention | None:
        """The thing or company that the sentence before, in the same paragraph, is about."""
        parse, paragraphs = self.parse, self.arguments.recognized.paragraph_of
        sentence = parse.sentence_of[noun]
        if sentence == 0 or paragraphs[sentence - 1] != paragraphs[sentence]:
            return None
        start, end = parse.sentences[sentence - 1]
        subjects = [
            t
            for t in range(start, end)
            if parse.deps[t] in {"nsubj", "nsubjpass"} and parse.deps[parse.heads[t]] == "ROOT"
        ]
        owner = self.arguments.find(subjects[0], _TOLD_OWNERS) if len(subjects) == 1 else None
        named = owner is not None and owner.origin != "noun phrase"
        return owner if named else None

    def find_company(self, noun: int) -> Mention | None:
        """The company that acted last, not far before, where only one did."""
        sentence = self.parse.sentence_of[noun]
        start = self.parse.sentences[max(sentence - _FAR, 0)][0]
        found = {
            self.arguments.find_first(m): m
            for t in range(start, noun)
            if self.parse.deps[t] == "nsubj" and not is_source(t, self.parse)
            for m in self.arguments.by_token.get(t, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, ("Company",))
        }
        found = found or self._find_told_of(start, noun)
        return next(iter(found.values())) if len(found) == 1 else None

    def _find_told_of(self, start: int, noun: int) -> dict[Mention, Mention]:
        """ "[Norvik]'s chief executive will leave", "shares of [Norvik] fell": whose the subjects are."""
        return {
            self.arguments.find_first(m): m
            for t in range(start, noun)
            if self.parse.deps[t] in _UNDER and self._is_in_subject(t)
            for m in self.arguments.by_token.get(t, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, ("Company",))
        }

    def _is_in_subject(self, token: int) -> bool:
        """Whether a noun stands under a subject, beside nothing else."""
        parse = self.parse
        for _ in range(_UP):
            token = parse.heads[token]
            if parse.deps[token] in SUBJECTS:
                return True
        return False

    def find_topic(self, noun: int, kinds: tuple[str, ...]) -> Mention | None:
        """The only named thing of some kinds that was a subject just before: what is told about."""
        parse, first = self.parse, self.arguments.find_first
        start = parse.sentences[max(parse.sentence_of[noun] - _FAR, 0)][0]
        found = {
            first(m): m
            for t in range(start, noun)
            if parse.deps[t] in SUBJECTS or parse.deps[parse.heads[t]] in SUBJECTS
            if not is_source(t, parse)
            for m in self.arguments.by_token.get(t, ())
            if first(m).kind is MentionKind.NAME and self.arguments.fits(first(m), kinds)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def find_only_hub(self, token: int) -> Mention | None:
        """The only port, airport or the like that the document has named so far."""
        found = {
            frozenset(self.arguments.find_first(m).text.lower().split()) - _HUB_WORDS: m
            for m in self.arguments.recognized.mentions
            if m.kind is MentionKind.NAME
            and self.arguments.ranges[m][0] < token
            and self.arguments.fits(m, ("LogisticsHub",))
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def find_only_country(self, noun: int, since: int) -> Mention | None:
        """The only country named since the last figure, in the paragraph of a measure."""
        recognized = self.arguments.recognized
        paragraph = self._paragraph(noun)
        named = {
            self.arguments.find_antecedent(m)
            for m in recognized.mentions
            if m.kind is MentionKind.NAME
            and since < self.arguments.ranges[m][0] < noun
            and self._paragraph(self.arguments.ranges[m][0]) == paragraph
            and self.arguments.fits(m, ("Country",))
        }
        return named.pop() if len(named) == 1 else None

    def is_guest(self, noun: int, owner: Mention | None) -> bool:
        """ "Chinese visitors": guests from China, and not China's."""
        nation = owner is not None and owner.kind is MentionKind.ADJECTIVE
        return nation and self.parse.lemmas[noun] in _GUESTS

    def find_only_possessor(self, noun: int, since: int) -> Mention | None:
        """ "Zenda's housing market is strong. Gross domestic product grew": the only place that has anything."""
        parse, sentence = self.parse, self.parse.sentence_of[noun]
        start = parse.sentences[max(sentence - 1, 0)][0]
        return self.arguments.pick_only(
            m
            for t in range(max(start, since + 1), noun)
            if parse.deps[t] == "poss"
            for m in self.arguments.by_token.get(t, ())
            if m.kind is MentionKind.NAME and self.arguments.fits(m, _STATES)
        )

    def is_of_nation(self, child: int) -> bool:
        """ "the country's OPEC quota": not OPEC's."""
        parse = self.parse
        inner = (c for c in parse.children[child] if parse.deps[c] == "poss")
        return any(parse.lemmas[c] in GOVERNING for c in inner)
