"""What is measured, and whose it is: the noun phrase beside a value."""

from collections.abc import Iterable

from kg.extraction.arguments import ArgumentFinder
from kg.model.mention import Mention, MentionKind
from kg.ontology import Ontology

_OWNERS = ("Place", "Organization", "Project", "TransportCorridor", "Event", "Agreement", "Sector")
_OWNER_PREPOSITIONS = frozenset(["of", "in", "for", "at", "from", "across", "between"])


class OwnerFinder:
    """Finds the entity a measured noun belongs to; remembers the last one of each paragraph."""

    def __init__(self, arguments: ArgumentFinder, ontology: Ontology) -> None:
        self.arguments = arguments
        self.parse = arguments.parse
        self.ontology = ontology
        self.last: dict[int, Mention] = {}

    def find(self, noun: int) -> tuple[Mention, float] | None:
        """(owner, share of confidence) of a measured noun, or None."""
        owner = self.find_own(noun)
        if owner is not None:
            self.remember(noun, owner)
            return owner, 1.0
        nearby = self._find_nearby(noun)
        return (nearby, 0.75) if nearby is not None else None

    def find_own(self, noun: int) -> Mention | None:
        """The owner told in the phrase itself: possessive, "of X", "in X", "X output"."""
        parse = self.parse
        for deps in ({"poss"}, {"compound", "nmod", "amod"}):
            for child in parse.children[noun]:
                if parse.deps[child] in deps:
                    owner = self._mention_at(child)
                    if owner is not None:
                        return owner
        for preposition in ("of", "in", "for", "at", "from", "across"):
            for child in parse.children[noun]:
                if parse.deps[child] == "prep" and parse.lemmas[child] == preposition:
                    owner = self._first(
                        c for c in parse.children[child] if parse.deps[c] == "pobj"
                    )
                    if owner is not None:
                        return owner
        return self._find_in_part(noun)

    def _find_in_part(self, noun: int) -> Mention | None:
        """ "the value of Chongqing's exports": the owner of the noun after "of"."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.deps[child] == "prep" and parse.lemmas[child] == "of":
                for inner in parse.children[child]:
                    if parse.deps[inner] == "pobj" and parse.tags[inner][0] == "N":
                        owner = self.find_own(inner)
                        if owner is not None:
                            return owner
        return None

    def _first(self, tokens: Iterable[int]) -> Mention | None:
        return next((m for m in map(self._mention_at, tokens) if m is not None), None)

    def _mention_at(self, token: int) -> Mention | None:
        mention = self.arguments.find(token, _OWNERS)
        if mention is None or mention.origin == "noun phrase":
            return None
        return mention

    def _find_nearby(self, noun: int) -> Mention | None:
        """Told just before: the last owner of the paragraph, or a possessor earlier in the sentence."""
        parse = self.parse
        start, _ = parse.sentences[parse.sentence_of[noun]]
        for token in range(noun - 1, start - 1, -1):
            if parse.deps[token] == "poss":
                owner = self._mention_at(token)
                if owner is not None and owner.kind is MentionKind.NAME:
                    return owner
        return self.last.get(self._paragraph(noun))

    def remember(self, token: int, owner: Mention) -> None:
        """Keeps the owner for later sentences of the paragraph."""
        self.last[self._paragraph(token)] = owner

    def _paragraph(self, token: int) -> int:
        return self.arguments.recognized.paragraph_of[self.parse.sentence_of[token]]

    def measure_text(self, noun: int) -> str | None:
        """The measure without article, owner and value: "industrial output"."""
        bounds = self.arguments.find_phrase(noun)
        if bounds is None:
            return None
        start, end = bounds
        while start < end - 1 and any(
            m.kind in {MentionKind.NAME, MentionKind.ADJECTIVE, MentionKind.QUANTITY}
            for m in self.arguments.by_token.get(start, ())
        ):
            start += 1
        words = self.arguments.text[self.parse.starts[start] : self.parse.ends[end - 1]]
        return f"{words}{self._find_complement(noun)}".replace("\n", " ")

    def _find_complement(self, noun: int) -> str:
        """ " of exports" where the noun alone says little: "value of exports", "number of visitors"."""
        parse = self.parse
        for child in parse.children[noun]:
            if parse.deps[child] == "prep" and parse.lemmas[child] == "of":
                for inner in parse.children[child]:
                    plain = parse.deps[inner] == "pobj" and parse.tags[inner] in {"NN", "NNS"}
                    if plain and not self.arguments.by_token.get(inner):
                        text = self.arguments.phrase_text(inner)
                        return f" of {text}" if text else ""
        return ""
