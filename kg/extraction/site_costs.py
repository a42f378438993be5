"""What works not built yet cost and cover: "a plant, to come up on a large plot with an outlay of $2 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.model.kinds import WORKS
from kg.model.mention import Mention, MentionKind

_FAR = 26  # tokens back to the works
_LINKS = frozenset(["with", "at", "for", "on"])
_BEFORE = 5  # tokens from "with" to "of": "with an estimated total outlay of"
_SITE = 3  # tokens behind a size in which the ground stands


class SiteCosts(PlainShapes):
    """The shape, over the values that nothing took."""

    def site_cost(self, rule: Rule) -> Iterator[Candidate]:
        """ "… for a tyre plant with an outlay of $45 million": the plant's; "on a 90,000 sq metre plot": its plot."""
        for value in list(self.list_free()):
            if value.origin == "money":
                noun = self._find_cost(rule, value)
            else:
                noun = self._find_ground(rule, value) if value.origin == "measure" else None
            works = self._find_works(self.arguments.ranges[value][0]) if noun is not None else None
            text = self.observer.owners.measure_text(noun, bare=True) if noun is not None else None
            if noun is not None and works is not None and text:
                yield from self.observe(rule, noun, noun, value, works, text)

    def _find_cost(self, rule: Rule, value: Mention) -> int | None:
        """The noun of cost in "with an outlay of" before a sum."""
        parse, start = self.parse, self.arguments.ranges[value][0]
        at = start - 1 if parse.words[start - 1].lower() == "of" else -1
        noun = at - 1
        if at < 0 or parse.lemmas[noun] not in rule.nouns or parse.tags[noun] != "NN":
            return None
        first = parse.sentences[parse.sentence_of[start]][0]
        before = [w.lower() for w in parse.words[max(first, noun - _BEFORE) : noun]]
        return noun if not _LINKS.isdisjoint(before) else None

    def _find_ground(self, rule: Rule, value: Mention) -> int | None:
        """The ground in "on a 90,000 sq metre plot"."""
        parse, (start, end) = self.parse, self.arguments.ranges[value]
        led = [w.lower() for w in parse.words[max(start - 3, 0) : start]]
        if "on" not in led and "over" not in led:
            return None
        near = range(end, min(end + _SITE, len(parse.words)))
        return next((t for t in near if parse.lemmas[t] in rule.words), None)

    def _find_works(self, start: int) -> Mention | None:
        """The works told last before, in the same sentence, that no name of a place or firm parts from it."""
        parse = self.parse
        first = parse.sentences[parse.sentence_of[start]][0]
        for token in range(start - 1, max(first, start - _FAR) - 1, -1):
            for mention in self.arguments.by_token.get(token, ()):
                known = mention.kind in {MentionKind.NAME, MentionKind.NOMINAL, MentionKind.PRONOUN}
                if known and self.arguments.fits(mention, WORKS):
                    return mention
        return None
