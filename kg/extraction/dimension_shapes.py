"""What works measure after they were changed: "the wharf will be lengthened to 825 metres from 500"."""

from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.shapes import Shapes
from kg.extraction.told_subjects import list_told_owners
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind, read_unit
from kg.model.parse import FINITE
from kg.model.quantity import Quantity

_WORKS = ("Facility", "TransportCorridor", "Project", "EconomicZone", "NaturalFeature")
_LENGTHS = frozenset(["m", "km", "mile", "foot", "yard"])
_DONE = frozenset(["complete", "finish", "conclude", "end", "bring"])
_NEAR = 12  # tokens from a verb or noun of changing to its "to"


class DimensionShapes(Shapes):
    """The shapes, over the clauses and values of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.of_verbs = words.get_mapping("dimension_verbs")
        self.of_nouns = words.get_mapping("dimension_nouns")
        self.changed = words.get("dimension_things")

    def dimension_changed(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "lengthened to 825 metres from 500", "extended from 2,800 metres to 3,400"."""
        dimension = self.of_verbs.get(clause.lemma)
        things = clause.objects or ([] if clause.passive else clause.subjects)
        ends = self._find_ends(clause.token) if dimension is not None else None
        if dimension is None or not things or ends is None:
            return
        noun, (before, after) = things[0], ends
        if self.parse.lemmas[noun].lower() not in self.changed:
            return
        yield from self._tell(rule, clause, noun, after, dimension, None)
        if before is not None:
            yield from self._tell(rule, clause, noun, before, dimension, Modality.ACTUAL)

    def _tell(
        self,
        rule: Rule,
        clause: Clause,
        noun: int,
        value: Mention,
        dimension: str,
        modality: Modality | None,
    ) -> Iterator[Candidate]:
        owner = self._find_thing(noun)
        whole = self._find_whole(noun) if owner is None or self._is_nameless(owner) else None
        part = owner is None or whole is not None
        owner, measure = whole or owner, f"{self.parse.lemmas[noun]} " * part + dimension
        for candidate in self.tell(rule, clause, noun, value, owner=owner, measure=measure):
            candidate.modality = modality or candidate.modality
            yield candidate

    def _find_thing(self, noun: int) -> Mention | None:
        """What was changed, where it is a thing of its own; of "Zenda Port's wharf" the port has a wharf."""
        found = self.arguments.find(noun, _WORKS)
        own = self.observer.owners.find_own(noun)
        if found is None or found.kind is MentionKind.ADJECTIVE:
            return None
        return found if own is None or not self._is_nameless(found) else None

    def _is_nameless(self, thing: Mention) -> bool:
        return self.arguments.find_first(thing).kind is not MentionKind.NAME

    def _find_whole(self, noun: int) -> Mention | None:
        """ "The port's capacity will grow, and [the wharf] will be lengthened": the port's."""
        the = any(self.parse.words[c].lower() == "the" for c in self.parse.children[noun])
        if not the or self.observer.owners.find_own(noun) is not None:
            return None
        first = self.parse.sentences[self.parse.sentence_of[noun]][0]
        hubs = list_told_owners(self.observer, first, noun, ("LogisticsHub",))
        return hubs[0] if self.arguments.are_one(hubs) else None

    def _find_ends(self, token: int) -> tuple[Mention | None, Mention] | None:
        """The lengths behind "from" and "to", in either order."""
        told: dict[str, Mention] = {}
        last = self.parse.sentences[self.parse.sentence_of[token]][1]
        for at in range(token + 1, min(token + _NEAR, last - 1)):
            if self.parse.tags[at] in FINITE:
                break
            word = self.parse.words[at].lower()
            for value in self.values.at(at + 1) if word in {"from", "to"} else ():
                ends = self.values.split(value)
                if ends is not None:
                    return ends[0], ends[1]
                if self.arguments.ranges[value][0] == at + 1:
                    told.setdefault(word, value)
        after = told.get("to")
        if after is None or read_unit(after) not in _LENGTHS:
            return None
        return self._read_alike(told.get("from"), after), after

    def _read_alike(self, before: Mention | None, after: Mention) -> Mention | None:
        """What it was before, in the same unit or without one."""
        if before is None or not isinstance(before.value, Quantity):
            return None
        if before.origin == "number":
            return self.values.replaced(before, replace(before.value, unit=read_unit(after)))
        return before if read_unit(before) == read_unit(after) else None

    def dimension_named(self, rule: Rule) -> Iterator[Candidate]:
        """ "the deepening of the channel to 16.5 metres": the depth of the channel."""
        parse = self.parse
        for noun, (lemma, word) in enumerate(zip(parse.lemmas, self.arguments.lower, strict=True)):
            dimension = self.of_nouns.get(lemma.lower()) or self.of_nouns.get(word)
            ends = self._find_ends(noun) if dimension is not None else None
            if dimension is None or ends is None:
                continue
            thing = self._find_deepened(noun, self.arguments.ranges[ends[1]][0])
            if thing is None:
                continue
            owner = self.arguments.find(thing, _WORKS)
            measure = dimension if owner is not None else f"{parse.lemmas[thing]} {dimension}"
            verb = parse.heads[noun] if parse.tags[parse.heads[noun]][:2] == "VB" else noun
            for candidate in self.observer.observe(
                rule, verb, thing, ends[1], owner=owner, measure=measure
            ):
                if parse.lemmas[verb] not in _DONE:  # "has begun"
                    self.observer.plan(candidate)
                yield candidate

    def _find_deepened(self, noun: int, end: int) -> int | None:
        """ "deepening of the navigation [channel]"."""
        if [w.lower() for w in self.parse.words[noun + 1 : noun + 2]] != ["of"]:
            return None
        things = (t for t in range(noun + 2, end) if self.parse.lemmas[t].lower() in self.changed)
        return next(things, None)
