"""What a value is called with which another is compared, where its name is another one."""

from kg.extraction.arguments import ArgumentFinder
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_NAMELESS = 3  # tokens between "compared with" and the value


class ComparedNames:
    """Finds the names in one document."""

    def __init__(self, arguments: ArgumentFinder) -> None:
        words = load_lexicon("measures")
        self.arguments, self.parse = arguments, arguments.parse
        self.opposites, self.change_nouns = words.get("opposite_nouns"), words.get("change_nouns")
        self.nouns = words.get("measure_nouns") - words.get("vague_nouns")

    def find(self, value: Mention, other: Mention) -> str | None:
        """ "a profit of 3 million, compared with a loss of 2 million": the loss; None where it has the same name."""
        start = self.arguments.ranges[other][0]
        end = self.arguments.ranges[value][1]
        for token in range(start - 1, max(end, start - _NAMELESS - 1), -1):
            if self.parse.lemmas[token] in self.opposites:
                return self.arguments.phrase_text(token)
        behind = self.arguments.ranges[other][1]
        if (
            self.parse.lemmas[behind : behind + 1] != []
            and self.parse.lemmas[behind] in self.opposites
        ):
            return self.parse.words[behind]  # "a loss, compared with a $5 million profit"
        return self._find_measure(value, start)

    def _find_measure(self, value: Mention, start: int) -> str | None:
        """ "a capacity of 554 MW against a demand [of] 720 MW": a measure of its own."""
        parse, noun = self.parse, start - 2
        if parse.words[start - 1].lower() != "of" or parse.lemmas[noun] not in self.nouns:
            return None
        if parse.lemmas[noun] in self.change_nouns or noun < self.arguments.ranges[value][1]:
            return None
        return self.arguments.phrase_text(noun)
