"""What works are put at: "The project is estimated at over $600 million", "the bridge was budgeted at 90 million"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.count_shapes import CountShapes
from kg.extraction.rule import Rule
from kg.extraction.undertakings import find_undertaking
from kg.lexicon import load_lexicon
from kg.model.kinds import WORKS
from kg.model.mention import Mention

_COST, _AT = "cost", ("at",)
_UNDERTAKINGS = load_lexicon("measures").get("works_nouns")


class EstimatedWorks(CountShapes):
    """The shape, over the clauses of one document."""

    def estimated_at(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """So much money at which somebody puts what is built."""
        if len(clause.objects) != 1:
            return
        noun = clause.objects[0]
        value = next((v for v in self.values.in_slots(clause, _AT) if v.origin == "money"), None)
        owner = self._find_works(clause, noun) if value is not None else None
        if value is not None and owner is not None:
            yield from self.tell(rule, clause, noun, value, owner=owner, measure=_COST)

    def _find_works(self, clause: Clause, noun: int) -> Mention | None:
        """The works themselves, or the only ones told before that "the project" means."""
        found = self.arguments.find(noun, WORKS)
        if found is not None and self.observer.is_entity(noun):
            return found
        if self.parse.lemmas[noun].lower() not in _UNDERTAKINGS or self.parse.tags[noun] != "NN":
            return None
        return find_undertaking(self.arguments, self.parse.sentences[clause.sentence][0])
