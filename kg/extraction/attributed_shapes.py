"""Profits that go to the owners of a firm: "net profits attributable to the shareholders of 5 million euros"."""

from collections.abc import Iterator

from kg.extraction.attributed_owners import ATTRIBUTABLE, FAR
from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.model.mention import Mention
from kg.model.parse import FINITE

_LEADING = frozenset(["of", "at", "worth"])


class AttributedShapes(Shapes):
    """The shape, over the words of one document."""

    def attributed(self, rule: Rule) -> Iterator[Candidate]:
        """ "logged net profits attributable to the owners worth 2 million": so much is the profit."""
        parse = self.parse
        for token, word in enumerate(parse.words):
            noun = token - 1
            if word != ATTRIBUTABLE or noun < 0 or parse.lemmas[noun] not in rule.nouns:
                continue
            value = self._find_sum(token)
            if value is not None:
                verb = parse.heads[noun]
                told = verb if parse.tags[verb][:2] == "VB" else noun
                yield from self.observer.observe(rule, told, noun, value)

    def _find_sum(self, start: int) -> Mention | None:
        """The sum behind "of" or "worth", with no verb before it."""
        parse = self.parse
        last = parse.sentences[parse.sentence_of[start]][1]
        for token in range(start + 2, min(start + FAR, last)):
            if parse.tags[token] in FINITE:
                return None
            for value in self.values.at(token):
                led = parse.words[self.arguments.ranges[value][0] - 1].lower() in _LEADING
                return value if led and value.origin == "money" else None
        return None
