"""Counts of a sentence that names nobody: "Some 12,000 families will be resettled", "3 million people face hunger"."""

from collections.abc import Callable, Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.few_known import is_told_apart
from kg.extraction.lone_owners import is_told_elsewhere, list_named_owners
from kg.extraction.measure_naming import gerund
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_BEARERS = ("Place", "Project", "TransportCorridor", "Event", "Company")
_FIGURE = 10  # fewer are told of one by one
_KNOWN = frozenset(["the", "these", "those", "all", "other", "their", "his", "her", "our"])
_NEAR = 1  # sentences back to the figure that the text goes on from


class LeftShapes(CountShapes):
    """The shape, over the clauses of one document, of what is left when all other shapes were asked."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        self.telling = load_lexicon("scope").get("speech")

    def left_to_told(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """So many or so much that does something or to which it is done, of whom the figures before were told."""
        yield from self._list_left(rule, clause, self._find_told)

    def left_to_home(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "310 applications were received": of the country, in a text that tells of one and of nothing else."""
        if clause.passive and self.observer.lone.home is not None:
            yield from self._list_left(rule, clause, self._find_home)

    def _list_left(
        self, rule: Rule, clause: Clause, find_told: Callable[[int], Mention | None]
    ) -> Iterator[Candidate]:
        if clause.lemma in self.telling | self.words.uncounting | rule.verbs:
            return
        subjects = clause.objects if clause.passive else clause.subjects
        objects = [] if clause.passive else clause.objects
        plain = all(self._is_anybody(t) for t in clause.subjects)
        for found in (*subjects, *(objects if plain else ())):
            noun = self._find_counted(found)
            value = self._find_value(noun)
            owner = find_told(noun) if value is not None else None
            text = self.observer.owners.measure_text(noun) if owner is not None else None
            if value is None or not text or self.observer.owners.find_own(noun) is not None:
                continue
            counted = self.values.with_unit(value, noun)
            doing = not clause.passive and noun in subjects
            measure = self._name_doing(clause, text) if doing else None
            measure = measure or self.observer.name_done(text, clause)
            yield from self.tell(rule, clause, noun, counted, owner=owner, measure=measure)

    def _find_home(self, noun: int) -> Mention | None:
        found = self.observer.lone.find(noun)
        if found is None or is_told_elsewhere(noun, found[0], self.arguments):
            return None
        return found[0]

    def _find_counted(self, noun: int) -> int:
        """ "A total of 185 patents": the patents."""
        parse = self.parse
        if parse.lemmas[noun] not in self.words.sums:
            return noun
        behind = (
            k for c in parse.children[noun] if parse.lemmas[c] == "of" for k in parse.children[c]
        )
        return next(behind, noun)

    def _is_anybody(self, token: int) -> bool:
        """ "Farmers sowed": many of whom none is known."""
        many = self.parse.tags[token] == "NNS" and not self.arguments.by_token.get(token)
        return many and self.parse.lemmas[token] not in self.words.nouns  # "investments provide"

    def _find_value(self, noun: int) -> Mention | None:
        """The number of some that were not known before."""
        value = self.values.count_of(noun)
        if value is None or self.size_of(value) < _FIGURE or not self.is_plural(noun):
            return None
        start = self.arguments.ranges[value][0]
        lemma = self.parse.lemmas[noun]
        closed = self.words.uncounted | self.words.none | self.words.vague
        known = self.parse.words[start - 1].lower() in _KNOWN if start else False
        named = self.is_named(noun) or lemma in closed or is_told_apart(self.parse, noun, value)
        return None if known or named else value

    def _name_doing(self, clause: Clause, text: str) -> str:
        """ "people facing hunger"."""
        things = (self.arguments.phrase_text(t) for t in clause.objects)
        return f"{text} {gerund(clause.lemma)} {next((t for t in things if t), '')}".strip()

    def _find_told(self, noun: int) -> Mention | None:
        """Whose figures the sentence before tells last, where this one names nobody who may have them."""
        sentence_of = self.parse.sentence_of
        before = [
            c
            for c in self.observer.made.values()
            if 0 < sentence_of[noun] - sentence_of[c.token] <= _NEAR
        ]
        if not before or self._names_others(sentence_of[noun]):
            return None
        owner = max(before, key=lambda c: c.token).subject
        return owner if self.arguments.fits(owner, _BEARERS) else None

    def _names_others(self, sentence: int) -> bool:
        """Whether a sentence names anything that has figures, but who says it."""
        return any(
            self.parse.lemmas[self.parse.heads[token]] not in self.telling
            for _, token in list_named_owners(sentence, self.arguments)
        )
