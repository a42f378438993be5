"""Figures beside the thing that they are of: "a rail link to Zenda, valued at $1.6 billion"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_THINGS = ("Facility", "TransportCorridor", "Project", "EconomicZone", "Agreement")
_PRICED = _THINGS[:-1]  # what a deal is worth is the amount of a statement
_HAVING = (*_THINGS, "Organization", "Event")
_KINDS = frozenset([MentionKind.NOMINAL, MentionKind.NAME])
_TAIL = frozenset(["IN", "TO", "NNP", "NNPS", "DT", "NN", ","])
_REACH = 9  # tokens of where a thing is or leads, between it and its figure
_COST = "cost"
_SIZES = frozenset(["size", "length", "area", "height", "width", "depth", "extent"])
_LONG = {"long": "length", "wide": "width", "high": "height", "deep": "depth", "tall": "height"}
_GROUND = frozenset(["on", "along", "across"])
_FEW = 2
_TRADES = load_lexicon("scope").get("deal_nouns") | {"deal", "transaction", "swap"}
_AGENTS = ("er", "or", "ist")


class PlainWorks(PlainShapes):
    """The shapes, over the values of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.pricing = words.get("valued_words")
        self.covering = words.get("covering_words")

    def told_beside(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, valued at $1.6 billion", "…, costing $35 million", "…, covering 240 hectares"."""
        for value in list(self.list_free()):
            start = self.arguments.ranges[value][0]
            verb = start - 1 - (self.parse.words[start - 1].lower() == "at")
            if verb < 1 or self.parse.tags[verb] not in {"VBN", "VBG", "JJ", "IN", "VBD"}:
                continue
            lemma = self.parse.lemmas[verb].lower()
            priced = lemma in self.pricing and value.origin == "money"
            # "a mine in Zenda in a deal valued at $275 million" costs what was paid for it or a share of it
            priced = priced and self.parse.lemmas[verb - 1] not in _TRADES
            covers = lemma in self.covering and value.origin == "measure"
            things = _PRICED if priced else _HAVING
            thing = self._find_thing(verb, things) if priced or covers else None
            if thing is None:
                continue
            unit = self.words.name_of_unit(value)
            measure = _COST if priced else unit
            yield from self.observe(rule, verb, verb, value, thing, measure)

    def _find_thing(self, verb: int, kinds: tuple[str, ...]) -> Mention | None:
        """What a participle hangs on, or what stands before it but for where that is."""
        head = self.parse.heads[verb]
        if head < verb and (found := self._thing_at(head, kinds)) is not None:
            return found
        token = verb - 1 - (self.parse.words[verb - 1] == ",")
        for back in range(token, max(token - _REACH, -1), -1):
            found = self._thing_at(back, kinds)
            if found is not None:
                return found
            if self.parse.tags[back] not in _TAIL:
                return None
        return None

    def _thing_at(self, token: int, kinds: tuple[str, ...]) -> Mention | None:
        """The thing whose last word a token is, with a name or without."""
        found = (
            m
            for m in self.arguments.by_token.get(token, ())
            if m.kind in _KINDS and self.arguments.ranges[m][1] == token + 1
        )
        return next((m for m in found if self.arguments.fits(m, kinds)), None)

    def of_so_much(self, rule: Rule) -> Iterator[Candidate]:
        """ "a cooperative of 130 members", "a campaign of 1.2 million tonnes"."""
        for value in list(self.list_free()):
            start = self.arguments.ranges[value][0]
            link = start - 1
            if link < 1 or self.parse.words[link].lower() != "of" or self.is_time(value):
                continue
            thing = self._thing_at(link - 1, _HAVING)
            if self._is_ground(link - 1):
                continue
            agent = self.parse.lemmas[link - 1].endswith(_AGENTS)  # "a maker of two engines"
            if thing is None or agent or value.origin in {"percent", "money"}:
                continue
            noun = self.find_counted(value)
            text = self._name_counted(noun) if noun is not None else self.words.name_of_unit(value)
            if noun is None and value.origin == "number":
                continue
            if noun is None or self.size_of(value) >= _FEW:
                yield from self.observe(
                    rule, link - 1, link - 1, self.with_counted(value), thing, text
                )

    def _is_ground(self, thing: int) -> bool:
        """ "will cover 30 stations [on] a route of 58 kilometres": only where something is."""
        link = self.parse.heads[thing]
        return self.parse.deps[thing] == "pobj" and self.parse.words[link].lower() in _GROUND

    def _name_counted(self, noun: int) -> str | None:
        lemma = self.parse.lemmas[noun].lower()
        left_out = self.words.none | self.times
        return None if lemma in left_out else self.observer.owners.measure_text(noun)

    def room_for(self, rule: Rule) -> Iterator[Candidate]:
        """ "cold stores with room for 11,000 pallets", "a ferry with space for 110 trucks"."""
        for value in list(self.list_free()):
            start = self.arguments.ranges[value][0]
            before = [w.lower() for w in self.parse.words[max(start - 3, 0) : start]]
            if len(before) < 3 or before[0] != "with" or before[2] != "for":
                continue
            thing = self._thing_at(start - 4, _THINGS) if before[1] in rule.nouns else None
            noun = self.find_counted(value)
            if thing is not None and (noun is not None or value.origin == "measure"):
                counted, head = self.with_counted(value), start - 4
                yield from self.observe(rule, head, head, counted, thing, self.words.capacity)

    def in_size(self, rule: Rule) -> Iterator[Candidate]:
        """ "The store, 40,000 square metres in size,", "The line, 830 kilometres long,"."""
        words = self.parse.words
        for value in list(self.list_free()):
            start, end = self.arguments.ranges[value]
            if value.origin != "measure" or start < 2 or words[start - 1] != ",":
                continue
            behind = [w.lower() for w in words[end : end + 2]]
            sized = behind[:1] == ["in"] and behind[-1] in _SIZES
            measure = _LONG.get(behind[0]) if behind else None
            measure = (self.words.name_of_unit(value) or behind[-1]) if sized else measure
            thing = self._find_thing(start, _HAVING) if measure else None
            if thing is not None:
                head = self.arguments.ranges[thing][1] - 1
                yield from self.observe(rule, head, head, value, thing, measure)

    def before_hyphen(self, rule: Rule) -> Iterator[Candidate]:
        """ "a 5,000-space garage", "the 140-TEU barge": what stands before a thing with a hyphen."""
        words, tags = self.parse.words, self.parse.tags
        for value in list(self.list_free()):
            end = self.arguments.ranges[value][1]
            hyphened = words[end : end + 1] == ["-"] and end + 2 < len(words)
            if value.origin != "number" or not hyphened or tags[end + 1][:2] != "NN":
                continue
            thing, lemma = self._thing_behind(end + 2), self.parse.lemmas[end + 1].lower()
            quantity = value.value
            left_out = lemma in self.words.none | self.times | rule.nouns
            if thing is None or left_out or not isinstance(quantity, Quantity):
                continue
            if self.size_of(value) < _FEW:
                continue
            counted = self.values.replaced(value, replace(quantity, unit=lemma))
            plural = lemma if lemma in self.words.plural_alike else f"{lemma}s"
            yield from self.observe(rule, end + 1, end + 1, counted, thing, plural)

    def _thing_behind(self, start: int) -> Mention | None:
        """The thing whose phrase ends the next few words."""
        for token in range(start, min(start + 5, len(self.parse.words))):
            found = self._thing_at(token, _THINGS)
            if found is not None:
                return found
            if self.parse.tags[token][0] not in "NJ" and self.parse.tags[token] not in {
                "HYPH",
                "CD",
                ",",
                "VBN",
            }:
                return None
        return None
