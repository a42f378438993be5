"""Goods that markets trade, by their names: "iron ore", "Brent crude", and what the world has of them."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.measure_words import MeasureWords
from kg.model.mention import Mention, MentionKind

_WITHIN = frozenset(["compound", "amod", "nmod", "appos"])
_WORLD = frozenset(["world", "global", "worldwide", "globe"])


class GoodsNamer:
    """Names traded goods as products, in one document."""

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.words = words

    def find_worldwide(self, noun: int) -> Mention | None:
        """ "global [iron ore] trade", "the world's [copper] output", "global demand for [cocoa]"."""
        parse, children = self.parse, self.parse.children[noun]
        if parse.lemmas[noun] not in self.words.world_measures:
            return None
        near = [*children, *(parse.children[noun - 1] if noun - 1 in children else ())]
        if _WORLD.isdisjoint(parse.lemmas[c].lower() for c in near):
            return None
        return self.find_measured(noun)

    def find_measured(self, noun: int) -> Mention | None:
        """What a noun is of: "[copper] prices", "the price of [copper]", "demand for [cocoa]"."""
        parse = self.parse
        if noun and parse.deps[noun - 1] in _WITHIN and (found := self.name(noun - 1)):
            return found
        inner = [
            t
            for c in parse.children[noun]
            if parse.deps[c] == "prep" and parse.lemmas[c] in {"of", "for"}
            for t in parse.children[c]
        ]
        return self.name(inner[0]) if inner else None

    def name(self, last: int) -> Mention | None:
        """The longest known name of goods that ends at a token, with its own words before: "Urals crude"."""
        parse = self.parse
        words = [w.lower() for w in parse.words[max(last - 2, 0) : last + 1]]
        size = next(
            (n for n in range(len(words), 0, -1) if " ".join(words[-n:]) in self.words.commodities),
            0,
        )
        start = last - size + 1
        if not size or any(
            m.kind is MentionKind.NAME and self.arguments.ranges[m][1] > last + 1
            for m in self.arguments.by_token.get(last, ())
        ):
            return None  # "the Iron Ore Company", told by its name
        first = parse.sentences[parse.sentence_of[last]][0]
        while start > first and self._is_kind_of_goods(start - 1, last):
            start -= 1
        if any(parse.deps[c] == "poss" for t in range(start, last + 1) for c in parse.children[t]):
            return None
        made = self.arguments.phrases.make((start, last + 1), "Product")
        self.arguments.ranges[made] = (start, last + 1)
        return made

    def _is_kind_of_goods(self, token: int, last: int) -> bool:
        """ "[thermal] coal", "[Urals] crude", "[U.S.] crude": not "[benchmark] copper", "[rising] oil"."""
        parse = self.parse
        word, deps = parse.words[token], parse.deps[token]
        if deps not in _WITHIN or not token < parse.heads[token] <= last + 1:
            return False
        named = word[:1].isupper() and parse.tags[token][:3] == "NNP"
        return named or word.lower() in self.words.kinds_of_goods
