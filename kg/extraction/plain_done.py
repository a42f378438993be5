"""Counts of what was done, told beside figures of the same place or firm: "…, and 11 new projects were licensed"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.extraction.weakening import shares_being
from kg.model.mention import Mention

_SEVERAL = 5  # fewer are told of one by one
_PLACING = frozenset(["in", "at", "by", "for", "from", "across", "throughout"])
_BEING = frozenset(["was", "were", "been", "being", "are", "have", "has", "had"])
_AUXILIARIES, _DESCRIBED = 5, 7  # tokens behind a noun and a number
_LINKS = frozenset([",", ";", "and", "while", "but", "with"])
_BEFORE = 8  # tokens from what joins a clause to its number


class PlainDone(PlainShapes):
    """The shape, over the values of one document."""

    def done_too(self, rule: Rule) -> Iterator[Candidate]:
        """ "Exports of Ha Tinh grew by 8 percent, and 11 new projects were licensed": in Ha Tinh, too."""
        for value in list(self.list_free()):
            if value.origin != "number" or self.size_of(value) < _SEVERAL:
                continue
            noun = self._find_noun(value)
            verb = self._find_verb(rule, noun) if noun is not None else None
            if noun is None or verb is None or self._tells_where(verb):
                continue
            owner = self._find_owner(verb, noun, value)
            text = self.observer.owners.measure_text(noun) if owner is not None else None
            if owner is not None and text:
                counted = self.values.with_unit(value, noun)
                measure = f"{text} {self.parse.words[verb].lower()}"
                yield from self.observe(rule, verb, noun, counted, owner, measure)

    def _find_noun(self, value: Mention) -> int | None:
        """The plural behind a number, past what describes it: "11 new [foreign-invested projects]"."""
        parse, end = self.parse, self.arguments.ranges[value][1]
        for token in range(end, min(end + _DESCRIBED, len(parse.words))):
            if self.is_plural(token) and parse.tags[token] in {"NNS", "NNPS"}:
                return token
            if parse.tags[token][0] not in "JNH" and parse.tags[token] not in {"VBN", "VBD", "VBG"}:
                return None
        return None

    def _find_verb(self, rule: Rule, noun: int) -> int | None:
        """The participle behind "were" or "have been"."""
        words, passed = self.parse.words, False
        for token in range(noun + 1, min(noun + _AUXILIARIES, len(words))):
            if words[token].lower() in _BEING:
                passed = True
            elif self.parse.tags[token] in {"VBN", "VBD"}:
                passed = passed or shares_being(self.parse, token)
                return token if passed and self.parse.lemmas[token] in rule.verbs else None
            elif self.parse.tags[token][:2] != "RB":
                return None
        return None

    def _tells_where(self, verb: int) -> bool:
        """Whether a clause tells itself where something was done, or by whom."""
        parse = self.parse
        links = [c for c in parse.children[verb] if parse.lemmas[c] in _PLACING and c > verb]
        return any(self.observer.is_entity(t) for c in links for t in parse.children[c])

    def _find_owner(self, verb: int, noun: int, value: Mention) -> Mention | None:
        """Whose the figure before in the sentence is, if a joint stands before the number."""
        start = self.arguments.ranges[value][0]
        before = self.find_figure_before(start, sentences=0)
        words = {w.lower() for w in self.parse.words[max(start - _BEFORE, 0) : start]}
        own = self.observer.owners.find_own(noun)
        foreign = own is not None and noun not in range(*self.arguments.ranges[own])
        if before is None or words.isdisjoint(_LINKS) or foreign:
            return None
        return self.find_last_owner(verb)
