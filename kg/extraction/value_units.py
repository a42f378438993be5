"""Units that a figure takes from its noun or from the figure told before: "sales rose to 223,000", cars."""

from kg.extraction.candidate import Candidate
from kg.extraction.measure_words import MeasureWords
from kg.extraction.measures import OwnerFinder
from kg.extraction.value_pairs import takes_money
from kg.extraction.values_beside import ValueFinder
from kg.model.mention import Mention


class ValueUnits:
    """Finds them in one document."""

    def __init__(self, values: ValueFinder, words: MeasureWords, owners: OwnerFinder) -> None:
        self.values, self.words, self.owners = values, words, owners
        self.arguments, self.parse = values.arguments, values.parse

    def settle(
        self, value: Mention, noun: int, measure: str | None, last: Candidate | None
    ) -> Mention:
        """What a bare number counts; "its sales rose to 223,000", after "sales fell to 175,000 cars": cars."""
        words = (measure or "").lower().split()
        known = last.object if last is not None and isinstance(last.object, Mention) else None
        same = last is not None and last.measure.lower().split()[-1:] == words[-1:]
        bare = value.origin == "number" and same
        if known is not None and known.origin == "measure" and bare:
            value = self.values.in_unit_of(value, known)  # "its coal output fell to 1.1 million"
        value = self.values.with_own_unit(value, noun, self.owners.field_of(noun))
        if value.origin != "number" or last is None or known is None or not words:
            return value
        told = self.parse.lemmas[noun] in self.words.told_in_money
        if takes_money(self.arguments, value, known, told=told):
            return self.values.in_unit_of(value, known)  # "1.9 billion euros from 1.5"
        counted = known.origin in {"number", "measure"}
        summed = self.parse.lemmas[noun] in self.words.sums and counted
        beside = self.parse.sentence_of[last.token] == self.parse.sentence_of[noun]
        taken = (counted and same) or (summed and beside)
        return self.values.in_unit_of(value, known) if taken else value
