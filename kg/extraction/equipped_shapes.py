"""What a thing is equipped with, by "with": "a hotel with 240 rooms", "with sales of $3m and 400 workers"."""

from collections.abc import Iterator

from kg.extraction.amount_shapes import AmountShapes
from kg.extraction.candidate import Candidate
from kg.extraction.clause import find_first
from kg.extraction.rule import Rule
from kg.model.mention import Mention

_ROW = 5  # members of a row behind "with"


class EquippedShapes(AmountShapes):
    """The shape, over the nouns of one document."""

    def equipped(self, rule: Rule) -> Iterator[Candidate]:
        """ "a hotel with 240 rooms", "the plant will open with 3,000 workers"."""
        parse = self.parse
        for noun, lemma in enumerate(parse.lemmas):
            if lemma not in rule.nouns:
                continue
            preposition = parse.heads[find_first(parse, noun, _ROW)]
            if parse.lemmas[preposition] != "with":
                continue
            counted = self._counted(noun)
            owner = self._equipped_thing(rule, preposition) if counted is not None else None
            if counted is not None and owner is not None:
                yield from self.observer.observe(
                    rule,
                    parse.heads[preposition],
                    noun,
                    counted[0],
                    owner=owner,
                    measure=counted[1],
                )

    def _equipped_thing(self, rule: Rule, preposition: int) -> Mention | None:
        """The noun right before "with", else the subject of its verb."""
        parse = self.parse
        kinds = ("Facility", "Organization", "EconomicZone", "Event", "TransportCorridor")
        before = preposition - 1 - (parse.words[preposition - 1] == ",")
        if preposition and parse.tags[before][0] == "N":
            thing = self.arguments.find(before, kinds)
            if thing is not None:
                return thing
        verb = self.observer.qualifiers.owner_of_token(preposition)
        if parse.lemmas[verb] not in rule.verbs:
            return None
        for _ in range(3):
            for child in parse.children[verb]:
                if parse.deps[child] in {"nsubj", "nsubjpass"}:
                    return self.arguments.find(child, kinds)
            if parse.deps[verb] not in {"xcomp", "conj"}:
                return None
            verb = parse.heads[verb]
        return None
