"""What "the cost", "total investment" are of: the only works that the sentences before are about."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS_AND_ZONES
from kg.model.mention import Mention, MentionKind
from kg.model.parse import SUBJECTS

_CENTRAL = SUBJECTS | {"dobj"}
_LINKS = frozenset(["of", "on", "for"])  # "construction of the bridge", "work on the line"
_STARTING = frozenset(["break", "begin", "start", "resume"])
_FAR = 3  # sentences back


class WorksBefore:
    """Looks works up in what stands before a cost, in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("measures")
        self.arguments = arguments
        self.parse = arguments.parse
        self.costs = words.get("cost_nouns")
        self.plain = words.get("cost_modifiers")
        self.building = words.get("building_costs")
        self.able, self.coming = words.get("able_nouns"), words.get("coming_nouns")
        self.rated = words.get("capacity_modifiers")

    def is_cost(self, noun: int) -> bool:
        """Whether a noun is what works cost: "the total cost", "construction costs"; not a firm's "labour costs"."""
        parse = self.parse
        words = {parse.words[c].lower() for c in parse.children[noun] if c < noun}
        told = parse.lemmas[noun] in self.costs and words <= self.plain | self.building
        return told and (parse.tags[noun] == "NN" or not words.isdisjoint(self.building))

    def is_capacity(self, noun: int) -> bool:
        """ "The annual capacity", "the output will be": of works told before, which are still to run."""
        parse, lemma = self.parse, self.parse.lemmas[noun]
        if lemma not in self.able and not (lemma in self.coming and self._is_coming(noun)):
            return False
        words = {parse.words[c].lower() for c in parse.children[noun] if c < noun}
        return "the" in words and words <= self.rated and parse.tags[noun] == "NN"

    def _is_coming(self, noun: int) -> bool:
        """Whether the verb that a noun hangs on tells of what will be."""
        return self.parse.is_coming(self.parse.climb_to_verb(noun, len(self.parse.words)))

    def is_bare(self, noun: int) -> bool:
        """ "The cost": nobody's who was told of, where no works are."""
        return self.parse.lemmas[noun] in {"cost"}

    def find(self, noun: int) -> Mention | None:
        """The works of the nearest sentence that is about some; None where it is about several."""
        last = self.parse.sentence_of[noun]
        for sentence in range(last, max(last - _FAR, 0) - 1, -1):
            found = self._find_in(sentence, noun)
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _find_in(self, sentence: int, noun: int) -> list[Mention]:
        """The works that a sentence is about: its subject, else its object, if it tells of no others."""
        told: dict[Mention, Mention] = {}
        acting: dict[Mention, Mention] = {}
        central = False
        for token in range(*self.parse.sentences[sentence]):
            for mention in self.arguments.by_token.get(token, ()) if token < noun else ():
                if not self._is_works(mention, token):
                    continue
                first, part = self.arguments.find_first(mention), self._find_part(token)
                told.setdefault(first, mention)
                central = central or part in _CENTRAL
                if part in SUBJECTS:
                    acting.setdefault(first, mention)
        if not central:
            return []
        return list(acting.values()) if len(acting) == 1 else list(told.values())

    def _find_part(self, token: int) -> str:
        """What part of its sentence a noun is, or what it is of: "construction of the bridge" is a subject."""
        parse = self.parse
        while parse.deps[token] == "conj" and parse.heads[token] < token:
            token = parse.heads[token]
        if parse.deps[token] == "pobj" and parse.lemmas[parse.heads[token]] in _LINKS:
            token = parse.heads[parse.heads[token]]
            if parse.lemmas[token] in _STARTING:  # "broke ground on a mill"
                return "dobj"
        return parse.deps[token]

    def _is_works(self, mention: Mention, token: int) -> bool:
        if self.arguments.ranges[mention][1] != token + 1:
            return False
        named = mention.kind is MentionKind.NAME or self.arguments.is_referring(mention)
        return named and self.arguments.fits(mention, WORKS_AND_ZONES)
