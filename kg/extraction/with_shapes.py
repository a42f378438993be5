"""Figures behind "with" that go along with a clause: "with margins at 12 percent", "with 300 shops opened"."""

from collections.abc import Iterator

from kg.extraction.amount_shapes import AmountShapes
from kg.extraction.candidate import Candidate
from kg.extraction.rule import Rule
from kg.extraction.subject_owners import OWNERS
from kg.extraction.with_phrases import find_with_noun
from kg.model.mention import Mention, MentionKind

_WITH = "with"
_LEADING = frozenset(["DT", "PDT", "JJ", "JJR", "VBN", "RB"])  # tags between "with" and its figure
_LED = 3  # tokens of these
_INSIDE = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "HYPH", "VBG"])
_BEHIND = 7  # tokens from a figure to what was done with it
_HELD = frozenset(
    ["service", "operation", "use", "place", "production", "circulation", "employment"]
)
_PLACED = frozenset(["in", "on", "at", "across"])
_WHERE = ("Place", "TransportCorridor")
_MANY = 10
_CLIMBED = 6


class WithShapes(AmountShapes):
    """The shapes, over the values of one document."""

    def with_at(self, rule: Rule) -> Iterator[Candidate]:
        """ "revenue fell, with ARPU [at 116 rupees]": a measure of its own, and not where the first one ended."""
        for value in self.values.all():
            start = self.arguments.ranges[value][0]
            noun = find_with_noun(self.parse, start)
            if noun is None or self.observer.is_entity(noun):
                continue
            if self._is_measure(noun):
                yield from self.observer.observe(rule, noun, noun, value)

    def _is_measure(self, noun: int) -> bool:
        names = {self.parse.lemmas[noun], self.parse.words[noun].lower()}
        return not names.isdisjoint(self.words.nouns)

    def with_done(self, rule: Rule) -> Iterator[Candidate]:
        """ "…, with 168 billion rupees of bills [sold]", "with 5 million health workers [in service]"."""
        for value in self.values.all():
            if value.span in self.observer.made or not self._is_after_with(value):
                continue
            noun = self._find_noun(value)
            text = self._name(value, noun) if noun is not None else None
            if noun is None or not text:
                continue
            behind = noun + (1 if value.origin == "percent" else 2)
            owner = self._find_placed(behind)
            owner = owner or self._find_acting(self.arguments.ranges[value][0])
            if owner is not None:
                counted = self.values.with_unit(value, noun) if value.origin == "number" else value
                yield from self.observer.observe(
                    rule, noun, noun, counted, owner=owner, measure=text
                )

    def _is_set_off(self, value: Mention) -> bool:
        """ "…, with 300 shops opened": a comma right before "with"."""
        start = self.arguments.ranges[value][0]
        before = self.parse.words[max(start - 2 - _LED, 0) : start]
        lower = [w.lower() for w in before]
        return _WITH in lower and before[: lower.index(_WITH)][-1:] in ([","], ["("])

    def _is_after_with(self, value: Mention) -> bool:
        """Whether "with" stands before a figure, or few words before it: "with all offered 168 billion"."""
        start, parse = self.arguments.ranges[value][0], self.parse
        for token in range(start - 1, max(start - 2 - _LED, -1), -1):
            if parse.words[token].lower() == _WITH:
                return True
            if parse.tags[token] not in _LEADING:
                return False
        return False

    def _find_noun(self, value: Mention) -> int | None:
        """The noun that ends the phrase of a figure: "6 million Sentra [vehicles]", "168 billion rupees of [bills]"."""
        parse, found = self.parse, None
        start = self.arguments.ranges[value][1]
        last = parse.sentences[parse.sentence_of[start - 1]][1]
        counted = value.origin == "number"
        of = start < last and parse.words[start] == "of"
        if of == (counted or value.origin == "percent"):
            return None  # "with 3 million dollars gone", "with 29% of sales"
        for token in range(start + of, min(start + _BEHIND, last)):
            if parse.tags[token] in {"NN", "NNS"}:
                found = token
            elif found is not None or parse.tags[token] not in _INSIDE:
                break
        many = found is not None and (not counted or self.is_plural(found))
        return found if many and self.size_of(value) >= (_MANY if counted else 1) else None

    def _name(self, value: Mention, noun: int) -> str | None:
        """ "bills sold", "health workers in service"; None where nothing was done, or it is no figure."""
        parse, lemma = self.parse, self.parse.lemmas[noun]
        behind = [w.lower() for w in parse.words[noun + 1 : noun + 3]]
        if lemma in self.words.uncounted | self.words.none or not behind:
            return None
        text = self.observer.owners.measure_text(noun, bare=True)
        if value.origin == "percent":  # "with over 29% vacancy rate on"
            known = lemma in self.words.nouns - self.words.amount_nouns and not self.is_plural(noun)
            return text if known and self._is_set_off(value) else None
        if not text:
            return None
        if behind[:1] == ["in"] and behind[1:] and behind[1] in _HELD:
            return f"{text} in {behind[1]}"
        apart = {"VBN", "VBD"} if self._is_set_off(value) else {"VBN"}
        done = parse.tags[noun + 1] in apart
        return f"{text} {behind[0]}" if done else None

    def _find_placed(self, link: int) -> Mention | None:
        """ "300 shops opened [in Lima]"."""
        words = self.parse.words
        at = link + 1 + (words[link + 1 : link + 2] == ["the"])
        if "".join(words[link : link + 1]).lower() not in _PLACED:
            return None
        named = (m for m in self.arguments.by_token.get(at, ()) if m.kind is MentionKind.NAME)
        return next((m for m in named if self.arguments.fits(m, _WHERE)), None)

    def _find_acting(self, token: int) -> Mention | None:
        """The only subject of the clause that a phrase goes along with, where it is a thing itself."""
        parse = self.parse
        for _ in range(_CLIMBED):
            subjects = parse.list_subjects(token)
            if parse.tags[token][:2] == "VB" and subjects and parse.deps[token] in {"ROOT", "conj"}:
                owners = [m for t in subjects for m in self.arguments.find_all(t, OWNERS)]
                if owners and self.observer.is_entity(subjects[0]):
                    return owners[0] if self.arguments.are_one(owners) else None
                return self.observer.owners.find_own(subjects[0], near=True)
            if parse.heads[token] == token:
                return None
            token = parse.heads[token]
        return None
