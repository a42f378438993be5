"""Figures that no other shape took, of any noun and wherever they stand, where it is clear whose they are."""

from collections.abc import Iterator

from kg.extraction.any_owners import AnyOwners
from kg.extraction.behind_times import leave_changes
from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.plain_shapes import PlainShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_SINGLE = frozenset(["a", "an", "another"])
_LINKS = frozenset(["of", "at"])
_NEAR = 2  # tokens that must stand before such a word


class AnyFigures(PlainShapes):
    """The shapes, over the values of one document."""

    def __init__(self, observer: Observer, clauses: list[Clause]) -> None:
        super().__init__(observer, clauses)
        words = load_lexicon("measures")
        self.whose = AnyOwners(observer, clauses)
        self.amounts = words.get("amount_nouns") | self.words.stakes | words.get("no_sums")
        self.amounts -= {"capital"}  # "a registered capital of"

    def summed(self, rule: Rule) -> Iterator[Candidate]:
        """ "debts of $420m", "Capex guidance of NOK 1.3bn", "the city's debt, at $38.6 million,"."""
        for value in list(self.list_free()):
            if value.origin in {"number", "percent"} or self.is_time(value):
                continue
            noun = self._find_before(value)
            if noun is None or not leave_changes(noun, [value], self.parse):
                continue
            if self.is_plain_noun(noun) and not self._is_amount(value, noun):
                yield from self._tell(rule, noun, value)

    def _tell(self, rule: Rule, noun: int, value: Mention) -> Iterator[Candidate]:
        found = self.whose.find(noun)
        owner, clause = found if found is not None else (None, self.whose.find_clause(noun))
        if owner is None and self._is_nobodys(noun, clause):
            owner = self.find_last_owner(noun) or self.whose.find_focus(noun)
        text = self.observer.owners.measure_text(noun)
        if owner is None or not text:
            return
        if clause is not None and noun in clause.objects:
            text = self.observer.name_done(text, clause)
        token = clause.token if clause is not None else noun
        yield from self.observe(rule, token, noun, value, owner, text)

    def _is_nobodys(self, noun: int, clause: Clause | None) -> bool:
        """Whether a clause tells of no other doer: none, the noun itself, or somebody who only speaks of it."""
        if clause is None or noun in clause.subjects or not clause.subjects:
            return True
        if clause.passive and noun in clause.objects:
            return True
        return all(self.arguments.find(t, ("Person",)) is not None for t in clause.subjects)

    def _is_amount(self, value: Mention, noun: int) -> bool:
        """Whether a sum is what a statement is about, or the price of one thing: "left a house of $300,000"."""
        single = any(self.parse.words[c].lower() in _SINGLE for c in self.parse.children[noun])
        return (
            single
            or self.observer.is_amount(value)
            or self.parse.lemmas[noun].lower() in self.amounts
        )

    def _find_before(self, value: Mention) -> int | None:
        """The noun before "of" and a value, or before ", at" or ", of" and it."""
        words, link = self.parse.words, self.arguments.ranges[value][0] - 1
        if link < _NEAR or words[link].lower() not in _LINKS:
            return None
        apart = words[link - 1] == ","
        if words[link].lower() == "at" and not apart:
            return None  # "last changed hands at 6.84"
        noun = link - 1 - apart
        return noun if self.parse.tags[noun] in {"NN", "NNS"} else None
