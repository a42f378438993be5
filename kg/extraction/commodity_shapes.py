"""The shape of prices on markets: "iron ore rebounded to $54.40 a tonne", "Brent crude below $70 a barrel"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity

_EACH = frozenset(["a", "an", "per", "the", "/"])  # between a price and what it is paid for
_LINKS = frozenset(
    ["to", "at", "for", "below", "above", "near", "around", "under", "over", "as", "about"]
)
_PRICED = frozenset(["at", "for", "to"])
_DEAREST = 20_000  # that a unit of goods is, where it is not told which
_GOODS = 5  # tokens from a price to the goods that it is paid for
_LED = 4  # tokens before a price that say that it is none
_CLIMBED = 7  # heads from a price up to its verb
_BEHIND = 4  # tokens of "per metric tonne" before the place
_NEAR = 2  # sentences back in which the market of goods is told
_OF_MARKETS = frozenset(["free", "market", "spot", "world", "global", "international", "current"])
_SUPPOSING = frozenset(["if", "unless", "must", "should"])
_NOMINAL = frozenset(["nsubj", "nsubjpass"])


class CommodityShapes(Shapes):
    """The shape, over the values of one document."""

    def commodity_price(self, rule: Rule) -> Iterator[Candidate]:
        """What is traded everywhere has its price itself, whoever is told of beside it."""
        for value in self.values.all():
            verb = self._find_verb(rule, value) if value.origin == "money" else None
            if verb is None or self._is_supposed(verb):
                continue
            noun = self._find_moved(verb)
            goods = self._find_goods(noun) if noun is not None else None
            goods = goods and (self._find_goods_before(value) or goods)
            quantity = value.value
            if noun is None or goods is None or not isinstance(quantity, Quantity):
                continue
            unit = self._find_unit(value) or self._find_usual(quantity, goods, noun)
            if unit is None:
                continue
            priced = self._price(value, quantity, unit)
            yield from self.observer.observe(
                rule,
                self._find_mover(verb),
                noun,
                priced,
                owner=goods,
                measure=min(rule.nouns),
                change=self._find_change(verb),
                place=self._find_place(value) or self._find_town(noun),
            )

    def _find_usual(self, quantity: Quantity, goods: Mention, noun: int) -> str | None:
        """ "Brent crude rose to $74", "a barrel of crude closed at $51": the unit by which the goods are traded."""
        told = self.words.price_units.get(self.parse.lemmas[noun].lower())
        last = goods.text.lower().split()[-1]
        usual = told or self.words.usual_units.get(last)
        return usual if quantity.value < _DEAREST and quantity.upper is None else None

    def price_moved(self, rule: Rule) -> Iterator[Candidate]:
        """ "Steel prices rose by 8%", "gold fell 2 percent": a change alone, of goods that markets trade."""
        for value in self.values.all():
            verb = self._find_mover_of(value) if value.origin == "percent" else None
            noun = self._find_moved(verb) if verb is not None else None
            goods = self._find_goods(noun) if noun is not None else None
            if verb is None or noun is None or goods is None or value.span in self.observer.spent:
                continue
            if self._is_supposed(verb) or self._is_part_of_made(verb):
                continue
            falls = self.parse.lemmas[verb] in self.words.falling
            yield from self.observer.observe(
                rule,
                verb,
                noun,
                value,
                owner=goods,
                measure=min(rule.nouns),
                change=signed(value, falls),
            )

    def _find_mover_of(self, value: Mention) -> int | None:
        """The verb of rising or falling that a percentage is beside, or behind "by" of."""
        parse = self.parse
        head = self.observer.qualifiers.head_of(value)
        above = parse.heads[head]
        if parse.deps[above] == "prep" and parse.words[above].lower() == "by":
            above = parse.heads[above]
        moving = parse.lemmas[above] in self.words.moving - {"be"} and parse.tags[above][:2] == "VB"
        return above if moving and above < head else None

    def _is_part_of_made(self, verb: int) -> bool:
        """Whether the price that a change led to was told already."""
        return any(made.token == verb for made in self.observer.made.values())

    def _find_goods_before(self, value: Mention) -> Mention | None:
        """ "copper traded at $9,000 a tonne and [nickel] at $18,000 a tonne": goods right before a price."""
        start = self.arguments.ranges[value][0]
        linked = self.parse.words[start - 1].lower() in _PRICED
        return self.observer.goods.name(start - 1 - linked) if start > 1 else None

    def price_for(self, rule: Rule) -> Iterator[Candidate]:
        """ "pay 126 shillings per litre for petrol", "at $70 per barrel of oil": the price of what stands behind."""
        parse = self.parse
        for value in self.values.all():
            unit = self._find_unit(value) if value.origin == "money" else None
            quantity = value.value
            if unit is None or not isinstance(quantity, Quantity) or self._is_no_price(value):
                continue
            end = self.arguments.ranges[value][1]
            last = min(end + _GOODS, parse.sentences[parse.sentence_of[end - 1]][1] - 1)
            link = next((t for t in range(end, last) if parse.words[t] in {"of", "for"}), last)
            goods = self.observer.goods.name(self._end_phrase(link + 1)) if link < last else None
            if goods is not None:
                priced = self._price(value, quantity, unit)
                yield from self.observer.observe(
                    rule, link, link, priced, owner=goods, measure=min(rule.nouns)
                )

    def _is_no_price(self, value: Mention) -> bool:
        """ "raised it by 3 shillings a litre", "a cost of $30 a tonne": a change, or what is no price."""
        start = self.arguments.ranges[value][0]
        return not self.words.unpriced.isdisjoint(self.parse.lemmas[max(start - _LED, 0) : start])

    def _end_phrase(self, token: int) -> int:
        """The last noun of a phrase that begins at a token."""
        while self.parse.tags[token][0] == "J" or self.parse.tags[token + 1 : token + 2] in (
            ["NN"],
            ["NNS"],
        ):
            token += 1
        return token

    def _is_supposed(self, verb: int) -> bool:
        """ "if oil fell below $50", "oil must stay above $70": nothing that was or is foreseen."""
        children = self.parse.children[verb]
        return not _SUPPOSING.isdisjoint(self.parse.words[c].lower() for c in children)

    def _find_place(self, value: Mention) -> Mention | None:
        """ "$600 a tonne [in China]": where so much is paid."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        last = min(end + _BEHIND + 1, parse.sentences[parse.sentence_of[end - 1]][1] - 1)
        link = next((t for t in range(end, last) if parse.words[t].lower() == "in"), None)
        if link is None:
            return None
        named = (m for m in self.arguments.by_token.get(link + 1, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, ("Place",))), None)

    def _find_town(self, noun: int) -> Mention | None:
        """ "Diesel [in Nairobi] will retail at", "[In Mombasa], petrol will": a town with prices of its own."""
        first = self.parse.sentences[self.parse.sentence_of[noun]][0]
        for link in (noun + 1, first):
            if self.parse.words[link : link + 1] in (["in"], ["In"]):
                return self.arguments.find(link + 1, ("City",))
        return None

    def _price(self, value: Mention, quantity: Quantity, unit: str) -> Mention:
        """The price by the unit, and what it is in other money."""
        again = tuple(replace(q, unit=f"{q.unit}/{unit}") for q in value.equivalents)
        told = replace(
            value, value=replace(quantity, unit=f"{quantity.unit}/{unit}"), equivalents=again
        )
        self.arguments.ranges[told] = self.arguments.ranges[value]
        return told

    def _find_mover(self, verb: int) -> int:
        """ "[rebounded] to stand at": what it led to is no plan."""
        above = self.parse.heads[verb]
        led = self.parse.tags[verb] == "VB" and self.parse.deps[verb] in {"xcomp", "advcl"}
        return above if led and self.parse.lemmas[above] in self.words.moving else verb

    def _find_unit(self, value: Mention) -> str | None:
        """ "$54.40 [a tonne]": what is paid for."""
        words, end = self.parse.words, self.arguments.ranges[value][1]
        if end >= len(words) or words[end].lower() not in _EACH:
            return None
        units = self.words.price_units
        told = [w.lower() for w in words[end + 1 : end + 3]]
        return units.get(" ".join(told)) or units.get(told[0] if told else "")

    def _find_verb(self, rule: Rule, value: Mention) -> int | None:
        """The verb that tells where the price stands: "rose [to] $70", "hit $70", not "rose $2", "by $2"."""
        parse, token = self.parse, self.observer.qualifiers.head_of(value)
        linked = False
        for _ in range(_CLIMBED):
            if parse.deps[token] == "prep":
                if parse.words[token].lower() not in _LINKS:
                    return None
                linked = True
            above = parse.heads[token]
            if above == token:
                return None
            token = above
            if parse.tags[token][:2] == "VB":
                told = parse.lemmas[token] in rule.verbs
                return token if told and (linked or parse.lemmas[token] in self._reached) else None
        return None

    @property
    def _reached(self) -> frozenset[str]:
        return self.words.pricing

    def _find_moved(self, verb: int) -> int | None:
        """The subject of a verb, of the one that it hangs on, or the noun that its participle stands behind."""
        parse = self.parse
        for _ in range(_CLIMBED):
            subjects = [c for c in parse.children[verb] if parse.deps[c] in _NOMINAL]
            if subjects:
                relative = parse.tags[subjects[0]] in {"WDT", "WP"}
                return parse.heads[verb] if relative else subjects[0]
            if parse.deps[verb] in {"acl", "relcl"}:
                return parse.heads[verb]
            if parse.tags[verb] == "VBG" and (beside := self._find_with(verb)) is not None:
                return beside
            if parse.deps[verb] not in {"xcomp", "advcl", "conj"} or parse.heads[verb] == verb:
                return None
            verb = parse.heads[verb]
        return None

    def _find_with(self, verb: int) -> int | None:
        """ "…, with [Brent] slipping", where the parser hangs the two on the verb above."""
        parse = self.parse
        links = [c for c in parse.children[parse.heads[verb]] if parse.lemmas[c] == "with"]
        links = [c for c in links if c < verb and "," not in parse.words[c:verb]]
        return next((t for c in links for t in parse.children[c] if parse.deps[t] == "pobj"), None)

    def _find_goods(self, noun: int) -> Mention | None:
        """What is traded: "copper", "[copper] prices", "the price of [copper]", "the price" of what was told."""
        parse = self.parse
        deps = {parse.deps[c] for c in parse.children[noun]}
        several = not deps.isdisjoint({"poss", "conj"})  # of "diesel and petrol" each has its own
        if several or parse.tags[noun][0] != "N" or self._is_placed(noun):
            return None  # "Norvik's oil", "coffee prices in Uganda": a price of its own
        if parse.lemmas[noun].lower() in self.words.price_units:
            return self.observer.goods.find_measured(noun)  # "a barrel of crude"
        if parse.lemmas[noun].lower() not in self.words.price_heads:
            return self.observer.goods.name(noun)
        of_none = (c for c in parse.children[noun] if parse.lemmas[c].lower() not in _OF_MARKETS)
        told = {parse.deps[c] for c in of_none} <= {"det", "acl", "relcl"}
        found = self.observer.goods.find_measured(noun)
        return found or ((self._find_told(noun) or self._find_before(noun)) if told else None)

    def _find_before(self, noun: int) -> Mention | None:
        """ "Turmoil on [oil] markets, which saw prices fall to $10 a barrel": the only goods whose market was told."""
        parse = self.parse
        if parse.lemmas[noun].lower() != "price":
            return None
        start = parse.sentences[max(parse.sentence_of[noun] - _NEAR, 0)][0]
        markets = [t for t in range(start + 1, noun) if parse.lemmas[t] in {"price", "market"}]
        goods = [m for t in markets if (m := self.observer.goods.name(t - 1)) is not None]
        return goods[-1] if len({m.text.lower() for m in goods}) == 1 else None

    def _is_placed(self, noun: int) -> bool:
        """ "prices in Uganda", but not "prices in London", where the world's goods are traded."""
        parse = self.parse
        return any(
            self.arguments.find(inner, ("Country", "Province", "Company")) is not None
            for link in parse.children[noun]
            if parse.deps[link] == "prep" and parse.lemmas[link] in {"in", "at", "from"}
            for t in parse.children[link]
            for inner in (t, *(i for c in parse.children[t] for i in parse.children[c]))
        )

    def _find_told(self, noun: int) -> Mention | None:
        """ "despite the price plunging to": of the goods that the sentence is about."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[noun]][0]
        told = [t for t in range(first, noun) if parse.deps[t] in _NOMINAL]
        return self.observer.goods.name(told[0]) if len(told) == 1 else None

    def _find_change(self, verb: int) -> Quantity | None:
        """ "fell [2 percent] to", "rose [by 2 percent] to", "was down [2 percent] at"."""
        if self.parse.lemmas[verb] in self.words.turned:
            return self._find_turn(verb)
        percents = [v for v in self.values.beside_verb(verb) if v.origin == "percent"]
        falls = self.parse.lemmas[verb] in self.words.falling
        moved = self.parse.lemmas[verb] in self.words.moving
        return signed(percents[0], falls) if percents and moved else None

    def _find_turn(self, verb: int) -> Quantity | None:
        """ "was [down 2 percent] at", "ended [2 percent lower] at"."""
        parse = self.parse
        for turn in parse.children[verb]:
            word = parse.words[turn].lower()
            if word in self.words.up | self.words.down:
                percents = [v for v in self.values.beside_verb(turn) if v.origin == "percent"]
                return signed(percents[0], word in self.words.down) if percents else None
        return None
