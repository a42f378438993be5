"""Figures of where something is: "including 300 tonnes at Zenda station", "will draw $2 million to Cusco"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.row_changes import tell_alike
from kg.extraction.rule import Rule
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.quantity import Quantity

_AT = frozenset(["at", "in", "through", "from"])
_SITES = ("Facility", "LogisticsHub", "EconomicZone")
_LANDS = ("Place", "Facility", "Project")
_INTO = frozenset(["in", "into", "to", "for", "across"])
_OF = frozenset(["in", "of", "worth"])
_NOUN = 6  # tokens from a sum to the noun of what it is: "$3 billion in new foreign direct [investment]"
_REACH = 4  # tokens from that noun to its place
_CLIMBED = 6  # tokens from a sum back to its verb


class PlainSites(PlainShapes):
    """The shapes, over the values that nothing took."""

    def part_at(self, rule: Rule) -> Iterator[Candidate]:
        """A part of what was handled or made, told by the works where: of these works."""
        for value in list(self.list_free()):
            start, end = self.arguments.ranges[value]
            led = self.parse.words[start - 1].lower() in rule.words
            link = self.parse.words[end : end + 1]
            before = self._find_whole(value) if led and link and link[0].lower() in _AT else None
            site = self._find_behind(end, _SITES) if before is not None else None
            if before is None or site is None or site == before.subject:
                continue
            yield from tell_alike(self.observer, rule, before, value, site)

    def _find_whole(self, value: Mention) -> Candidate | None:
        """The figure before in the sentence, in the same unit and larger."""
        before = self.find_figure_before(self.arguments.ranges[value][0], sentences=0)
        whole = before.object if before is not None else None
        if before is None or not isinstance(whole, Mention):
            return None
        one, other = value.value, whole.value
        sized = isinstance(one, Quantity) and isinstance(other, Quantity)
        same = read_unit(value) == read_unit(whole) and value.origin == whole.origin == "measure"
        return before if sized and same and self.size_of(value) < self.size_of(whole) else None

    def _find_behind(self, end: int, kinds: tuple[str, ...]) -> Mention | None:
        """The thing right behind a preposition."""
        at = end + 1
        while self.parse.tags[at : at + 1] in (["DT"], ["PRP$"], ["JJ"]):
            at += 1
        told = self.arguments.by_token.get(at, ())
        named = (m for m in told if m.kind in {MentionKind.NAME, MentionKind.NOMINAL})
        return next((m for m in named if self.arguments.fits(m, kinds)), None)

    def drawn_to(self, rule: Rule) -> Iterator[Candidate]:
        """Money that something which has no figures itself brings to a place: a figure of the place."""
        for value in list(self.list_free()):
            noun = self._find_money_noun(rule, value) if value.origin == "money" else None
            verb = self._find_verb(rule, value) if noun is not None else None
            place = self._find_place(noun) if noun is not None and verb is not None else None
            if noun is None or verb is None or place is None:
                continue
            text = self.observer.owners.measure_text(noun) or self.parse.words[noun]
            yield from self.observe(rule, verb, verb, value, place, text)

    def _find_money_noun(self, rule: Rule, value: Mention) -> int | None:
        """The investment of "$3 billion in new investment", "$40 million of funds"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        if not parse.words[end : end + 1] or parse.words[end].lower() not in _OF:
            return None
        for token in range(end + 1, min(end + _NOUN, len(parse.words))):
            if parse.tags[token][0] == "N" and parse.tags[token + 1 : token + 2] != ["NN"]:
                return token if parse.lemmas[token] in rule.nouns else None
            if parse.tags[token][0] not in "NJVH":
                return None
        return None

    def _find_verb(self, rule: Rule, value: Mention) -> int | None:
        """The verb of drawing right before a sum, whose subject has no figures of its own."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        verbs = (
            t for t in range(start - 1, max(start - _CLIMBED, 0), -1) if parse.tags[t][:2] == "VB"
        )
        verb = next(verbs, None)
        if verb is None or parse.lemmas[verb] not in rule.verbs:
            return None
        subjects = parse.list_subjects(verb)
        plain = all(self.is_plain_noun(t) or self._is_deal(t) for t in subjects)
        return verb if subjects and plain else None

    def _is_deal(self, token: int) -> bool:
        """ "The agreements", which are things of the graph, but have no investment."""
        told = self.arguments.by_token.get(token, ())
        return bool(told) and all(self.arguments.fits(m, ("Agreement", "Project")) for m in told)

    def _find_place(self, noun: int) -> Mention | None:
        """Where to: "in [Cusco]", "to [the zone]"."""
        for token in range(noun + 1, min(noun + _REACH, len(self.parse.words))):
            if self.parse.words[token].lower() in _INTO:
                return self._find_behind(token, _LANDS)
        return None
