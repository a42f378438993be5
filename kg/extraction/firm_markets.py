"""What a firm has at a place: "Norvik said sales in China fell" tells Norvik's sales there, not China's."""

from collections.abc import Mapping

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.teller_owners import TellerOwners
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, MentionKind

_AT = frozenset(["in", "across", "outside"])
_FIRM = ("Company",)
_FAR = 4  # sentences over which a firm's figures are remembered


class FirmMarkets:
    """Tells a firm's figures in its markets from those of places, in one document."""

    def __init__(
        self,
        arguments: ArgumentFinder,
        tellers: TellerOwners,
        last: Mapping[int, list[tuple[int, Mention]]],
    ) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.tellers = tellers
        self.last = last
        self.nouns = load_lexicon("measures").get("firm_measures")

    def is_firms(self, noun: int, place: Mention) -> bool:
        """Whether a measure at a place belongs to the firm that tells it, or whose figures were just told.

        "Car sales in China" may be all that are sold there, whoever tells them.
        """
        parse = self.parse
        if parse.lemmas[noun] not in self.nouns or not self.arguments.fits(place, ("Place",)):
            return False
        if any(parse.deps[c] in {"compound", "poss"} for c in parse.children[noun]):
            return False
        teller = self.tellers.find(noun)
        if teller is not None:
            return self.arguments.fits(teller, _FIRM)
        known = [(t, m) for told in self.last.values() for t, m in told if t < noun]
        if not known:
            return False
        token, owner = max(known, key=lambda item: item[0])
        near = parse.sentence_of[noun] - parse.sentence_of[token] <= _FAR
        return near and self.arguments.fits(owner, _FIRM)

    def name_place(self, noun: int, owner: Mention) -> str:
        """ " in China" of "Norvik's sales in China"; nothing where the place itself has the measure."""
        parse = self.parse
        if parse.lemmas[noun] not in self.nouns or not self.arguments.fits(owner, _FIRM):
            return ""
        for child in parse.children[noun]:
            if child != noun + 1 or parse.lemmas[child] not in _AT:
                continue
            for inner in parse.children[child]:
                for place in self.arguments.by_token.get(inner, ()):
                    if place.kind is MentionKind.NAME and self.arguments.fits(place, ("Place",)):
                        return f" {parse.words[child]} {place.text}"
        return ""
