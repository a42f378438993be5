"""Measures whose noun alone says too little: "the share" told before, "the stock", "attendance of 300 buyers"."""

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.candidate import Candidate
from kg.extraction.measure_words import MeasureWords
from kg.extraction.ordered import name_ordered
from kg.extraction.share_sums import name_each_share
from kg.extraction.where_owners import parse_up
from kg.model.document import Span
from kg.model.mention import Mention
from kg.model.quantity import Quantity

_THE = "the"
_OBJECTS = frozenset(["dobj", "pobj"])
_NEAR = 2  # sentences over which a share is taken up
_TAKING = frozenset(["the", "this", "that", "its", "their"])


class ToldShares:
    """Reads "share" alone in one document."""

    def __init__(self, arguments: ArgumentFinder, words: MeasureWords) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.share = words.share
        self.stock, self.attendance = words.stock, words.attendance

    def find_told(self, noun: int, last: Candidate | None) -> tuple[Mention, str] | None:
        """ "PV made up 30 percent of capacity. The share rose to 40": whose and what share was told last."""
        parse = self.parse
        if last is None or parse.lemmas[noun] != self.share or parse.tags[noun] != "NN":
            return None
        beside = [c for c in parse.children[noun] if parse.deps[c] != "punct"]
        bare = len(beside) == 1 and parse.words[beside[0]].lower() in _TAKING
        near = 0 <= parse.sentence_of[noun] - parse.sentence_of[last.token] <= _NEAR
        if not bare or not near or last.subject is None:
            return None
        return (
            (last.subject, last.measure) if last.measure.startswith(f"{self.share} of ") else None
        )

    def find_alike(self, noun: int, made: dict[Span, Candidate]) -> Mention | None:
        """ "wind capacity reached 3 GW, passing the coal-fired capacity of": whose the same is in the sentence."""
        parse, word = self.parse, self.parse.words[noun].lower()
        the = [c for c in parse.children[noun] if parse.words[c].lower() == _THE]
        owned = any(parse.deps[c] == "poss" for c in parse.children[noun])
        if not the or owned or parse.deps[noun] not in _OBJECTS:
            return None
        owners = [
            c.subject
            for c in made.values()
            if c.subject is not None
            and c.token < noun
            and not self._is_acted(noun, c.token)
            and parse.sentence_of[c.token] == parse.sentence_of[noun]
            and c.measure.lower().split()[-1:] == [word]
        ]
        return owners[0] if self.arguments.are_one(owners) else None

    def _is_acted(self, noun: int, told: int) -> bool:
        """ "…, after a rival closed the capacity of": somebody else has it, who acts behind what was told."""
        parse = self.parse
        verb = parse_up(parse, noun)
        subjects = () if verb is None else parse.children[verb]
        return any(parse.deps[c] in {"nsubj", "nsubjpass"} and c > told for c in subjects)

    def spell_out(self, text: str | None, noun: int, value: Mention, owner: Mention) -> str | None:
        """ "Stock" of a firm is its price; an attendance of buyers is told with them, aircraft on order as such."""
        parse, quantity = self.parse, value.value
        if text is None or not isinstance(quantity, Quantity):
            return text
        text = name_each_share(self.arguments, value, name_ordered(parse, noun, text))
        if text.lower() == self.stock and parse.tags[noun] == "NN" and quantity.unit == "%":
            return f"{text} price" if self.arguments.fits(owner, ("Company",)) else text
        end = self.arguments.ranges[value][1]
        counted = quantity.unit not in {"", "%", "person"} and value.origin == "number"
        if (
            parse.lemmas[noun] != self.attendance
            or not counted
            or parse.tags[end : end + 1] != ["NNS"]
        ):
            return text
        return f"{text} of {parse.words[end]}"

    def name(self, noun: int, value: Mention) -> str | None:
        """ "leads the market with a share of 34 percent": a share, whatever of."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[noun]][0]
        told = parse.lemmas[noun] == self.share and value.origin == "percent"
        return f"market {self.share}" if told and "market" in parse.lemmas[first:noun] else None
