"""Amounts that somebody does anything with, by their unit alone: "reserved 60 MW", "works 450 hectares"."""

from collections.abc import Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.open_shapes import OpenShapes
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.mention import Mention, read_unit

_DOERS = ("Organization", "Place", "Project", "TransportCorridor", "Event")
_EACH = frozenset(["head", "capita", "person", "each", "of"])
_RATE, _ENERGY = "/", "MWh"
_DEALING = frozenset(["buy", "purchase", "sell", "supply", "deliver", "draw", "get", "receive"])


class AnyAmountShapes(OpenShapes):
    """The shape, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.moving = words.get("rise_verbs") | words.get("fall_verbs")
        self.moving |= words.get("reach_verbs") | words.get("moved_verbs")
        self.named_units = words.get_mapping("amount_units")

    def amount_of_any(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "has reserved 60 MW", "booked 150,000 tonnes": the unit, or what it measures, and what is done with it."""
        verbs = {clause.lemma, clause.lemma.split()[0]}
        barred = verbs & (self.words.uncounting | self.words.valuing)
        if clause.passive or barred or verbs & self.moving:
            return
        owner = self._find_doer(clause) or self._find_able(clause)
        beside = [c for c in self.parse.children[clause.token] if self._is_adverbial(c, clause)]
        for noun in (*clause.objects, *beside) if owner is not None else ():
            for value in self.values.at(noun)[:1]:
                text = self._name_unit(value, clause.lemma)
                if text is not None and self._stands_alone(value):
                    measure = self.observer.name_able(clause)
                    measure = measure or self.observer.name_done(text, clause)
                    yield from self.tell(
                        rule, clause, clause.token, value, owner=owner, measure=measure
                    )

    def _find_able(self, clause: Clause) -> Mention | None:
        """ "Norvik was able to set aside 40 MW": who is able to."""
        verb = self.parse.heads[clause.token]
        if clause.subjects or self.parse.deps[clause.token] != "xcomp":
            return None
        subjects = self.parse.list_subjects(self.parse.heads[verb], passive=False)
        subjects = self.parse.list_subjects(verb, passive=False) or subjects
        return self.arguments.find(subjects[0], _DOERS) if subjects else None

    def _is_adverbial(self, token: int, clause: Clause) -> bool:
        """ "reserved [60 MW]", which the parser takes for an adverb."""
        return (
            self.parse.deps[token] == "npadvmod"
            and not clause.objects
            and any(self.arguments.ranges[v][0] == clause.token + 1 for v in self.values.at(token))
        )

    def _name_unit(self, value: Mention, verb: str) -> str | None:
        """What the unit measures: "capacity" of megawatts, but what is bought is electricity; of goods "tonnes"."""
        if value.origin != "measure":
            return None
        named = self.named_units.get(read_unit(value).split(_RATE)[0])
        dealt = named == self.words.capacity and verb in self.words.traded | _DEALING
        return self.named_units.get(_ENERGY) if dealt else named

    def _stands_alone(self, value: Mention) -> bool:
        """Whether no noun behind a value tells what it is an amount of."""
        end = self.arguments.ranges[value][1]
        behind = self.parse.tags[end : end + 1]
        each = not _EACH.isdisjoint(value.text.lower().split())  # "43 litres a head"
        alone = self.parse.words[end : end + 1] != ["of"] and not (behind and behind[0][:1] == "N")
        return alone and not each
