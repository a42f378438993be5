"""Growth of a land's economy told of the land itself: "Peru grew 3 percent in 2024", "the country shrank by 2%"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import signed
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes

_LANDS = ("Country", "Province")


class LandGrowthShapes(Shapes):
    """The shape, over the clauses of one document."""

    def land_grew(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """A percentage alone, of a land that grows or shrinks."""
        owners = [m for t in clause.subjects for m in self.arguments.find_all(t, _LANDS)]
        values = self.values.in_slots_or_beside(clause, ("object", "by", "at"))
        reached = clause.slot("to") or clause.slot("in")
        sized = any(self.parse.lemmas[t] in self.words.none | {"size"} for t in reached)
        if len(owners) != 1 or clause.passive or not values or sized:
            return
        if values[0].origin == "percent":
            falls = clause.lemma in self.words.falling
            yield from self.tell(
                rule,
                clause,
                clause.token,
                values[0],
                owner=owners[0],
                measure=self.words.economy,
                change=signed(values[0], falls),
            )
