"""What counted things are worth together, and which are among them: "23 projects with a combined cost of $2"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_TOTALS = load_lexicon("measures").get("told_together")
_BEFORE = 6  # tokens from "with" to "of": "with a total registered capital of"
_BETWEEN = 4  # tokens from what is counted to "with"
_DESCRIBED = 7  # tokens from a number to what it counts
_OVER = ["in", "excess", "of"]
_LED = frozenset(["including", "includes", "included"])


class PlainProjects(PlainShapes):
    """The shapes, over the values that nothing took."""

    def total_with(self, rule: Rule) -> Iterator[Candidate]:
        """The sum behind "with a combined investment of", as a figure of whose the count before is."""
        for value in list(self.list_free()):
            noun = self._find_total(value) if value.origin == "money" else None
            found = self._find_count_before(rule, noun) if noun is not None else None
            if noun is None or found is None:
                continue
            (before, counted), text = found, self.observer.owners.measure_text(noun)
            yield from self.go_on(rule, before, counted, value, text or self.parse.words[noun])

    def included(self, rule: Rule) -> Iterator[Candidate]:
        """ "drew $2 billion of investment, including 92 new projects": the projects of who drew it."""
        for value in list(self.list_free()):
            start, end = self.arguments.ranges[value]
            if value.origin != "number" or self.parse.words[start - 1].lower() not in _LED:
                continue
            near = range(end, min(end + _DESCRIBED, len(self.parse.words)))
            noun = next((t for t in near if self.parse.tags[t] in {"NNS", "NNPS"}), None)
            before = self.find_figure_before(start, sentences=0)
            if noun is None or before is None or self.parse.lemmas[noun] not in rule.nouns:
                continue
            text = self.observer.owners.measure_text(noun)
            if text and before.subject is not None and self._is_money(before):
                counted = self.values.with_unit(value, noun)
                yield from self.go_on(rule, before, noun, counted, text)

    def _is_money(self, before: Candidate) -> bool:
        return isinstance(before.object, Mention) and before.object.origin == "money"

    def _find_total(self, value: Mention) -> int | None:
        """The noun of "with a combined [investment] of" before a sum."""
        parse, of = self.parse, self.arguments.ranges[value][0] - 1
        over = parse.words[of + 1 : of + 4] == _OVER
        noun = of if over else of - 1
        linked = over or parse.words[of].lower() == "of"
        if noun < 1 or not linked or parse.tags[noun] not in {"NN", "NNS"}:
            return None
        words = [w.lower() for w in parse.words[max(noun - _BEFORE, 0) : noun]]
        led = "with" in words
        inner = words[len(words) - words[::-1].index("with") :] if led else []
        told = not _TOTALS.isdisjoint([*inner, parse.words[noun]]) or parse.tags[noun] == "NNS"
        return noun if led and told else None

    def _find_count_before(self, rule: Rule, noun: int) -> tuple[Candidate, int] | None:
        """The figure of the counted things right before "with", and their noun."""
        words = self.parse.words
        link = next(t for t in range(noun, 0, -1) if words[t].lower() == "with")
        for candidate in self.observer.made.values():
            counted = candidate.object
            if not isinstance(counted, Mention) or counted.origin != "number":
                continue
            end = self.arguments.ranges[counted][1]
            things = [t for t in range(max(link - _BETWEEN, end), link) if self._is_of(rule, t)]
            apart = any(self.values.at(t) for t in range(end, link))
            if things and not apart and link - end <= _DESCRIBED + _BETWEEN:
                return candidate, things[-1]
        return None

    def _is_of(self, rule: Rule, token: int) -> bool:
        return self.parse.lemmas[token] in rule.nouns and self.is_plural(token)
