"""Figures that firms foresee, told with a noun: "kept its outlook for an operating margin of 8 percent"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes

_LINKS = frozenset(["for", "of"])
_FIRM = ("Company", "Facility")


class GuidanceShapes(Shapes):
    """The shape, over the clauses of one document."""

    def foreseen(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "maintained its forecast for revenue of $5 billion": the subject's, and planned."""
        if clause.passive:
            return
        for aim in clause.objects:
            if self.parse.lemmas[aim] not in rule.nouns:
                continue
            own = self.observer.owners.find_possessor(aim)
            owner = own or next(iter(self.observer.find_owners(clause)), None)
            if owner is None or not self.arguments.fits(owner, _FIRM):
                return
            for noun in self._list_foreseen(clause, aim):
                values = [*self.values.after(noun), *self.values.inside(noun)]
                for value in [v for v in values if v.origin != "number"][:1]:
                    for candidate in self.tell(rule, clause, noun, value, owner=owner):
                        self.observer.plan(candidate)
                        yield candidate

    def _list_foreseen(self, clause: Clause, aim: int) -> list[int]:
        """The measured nouns that a forecast is for; no firm has those of an economy."""
        parse = self.parse
        return [
            noun
            for link in (*parse.children[aim], *parse.children[clause.token])
            if link > aim and parse.lemmas[link] in _LINKS and parse.deps[link] == "prep"
            for noun in parse.children[link]
            if parse.deps[noun] == "pobj"
            and parse.lemmas[noun] in self.words.nouns
            and self.observer.owners.field_of(noun) != "economy"
        ]
