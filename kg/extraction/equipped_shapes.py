"""What a thing is equipped with, by "with": "a hotel with 240 rooms", "with sales of $3m and 400 workers"."""

from collections.abc import Iterator

from kg.extraction.amount_shapes import AmountShapes
from kg.extraction.brackets import find_before_bracket
from kg.extraction.candidate import Candidate
from kg.extraction.clause import find_first
from kg.extraction.described_owners import find_described
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.lexicon import load_lexicon
from kg.model.claim import Modality
from kg.model.mention import Mention, MentionKind

_ROW = 5  # members of a row behind "with"
_KNOWN = frozenset(["the", "these", "those", "other", "its", "their", "all"])
_MANY = 10  # of what no list names


class EquippedShapes(AmountShapes):
    """The shape, over the nouns of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        words = load_lexicon("measures")
        self.staff, self.working = words.get("staff_nouns"), words.get("working_verbs")

    def equipped(self, rule: Rule) -> Iterator[Candidate]:
        """ "a hotel with 240 rooms", "the plant will open with 3,000 workers"."""
        parse = self.parse
        for noun, lemma in enumerate(parse.lemmas):
            known = lemma in rule.nouns
            if not known and parse.tags[noun] != "NNS":
                continue
            preposition = parse.heads[find_first(parse, noun, _ROW)]
            if parse.lemmas[preposition] != "with":
                continue
            counted = self._counted(noun)
            if counted is None or not (known or self._are_many(noun, counted[0])):
                continue
            owner = self._equipped_thing(rule, preposition, noun, named=not known)
            if owner is not None:
                head = parse.heads[preposition]
                found = self.observer.observe(
                    rule, head, noun, counted[0], owner=owner, measure=counted[1]
                )
                for candidate in found:
                    if head in range(*self.arguments.ranges[owner]) and self._is_firm(owner):
                        candidate.modality = Modality.ACTUAL  # "Norvik, with 40 ships, plans to"
                    yield candidate

    def _is_firm(self, owner: Mention) -> bool:
        return owner.kind is MentionKind.NAME and self.arguments.fits(owner, ("Organization",))

    def _are_many(self, noun: int, value: Mention) -> bool:
        """ "120 kiosks", but not "30 other firms"."""
        words = {self.parse.words[c].lower() for c in self.parse.children[noun] if c < noun}
        return self.size_of(value) >= _MANY and words.isdisjoint(_KNOWN)

    def _is_its_own(self, thing: Mention, preposition: int) -> bool:
        """Whether "with" belongs to a thing that is known: not "talks of Norvik with 30 banks"."""
        start, end = self.arguments.ranges[thing]
        apart = self.parse.words[preposition - 1] == ","
        own = apart or self.parse.heads[preposition] in range(start, end)
        own = own or self.arguments.fits(thing, ("Facility",))
        return own and (thing.kind is MentionKind.NAME or thing in self.arguments.resolved)

    def _is_staffed(self, verb: int, preposition: int, noun: int) -> bool:
        """ "makes tiles in Porto with 90 workers": who does it so; not "made peace with 90 workers"."""
        parse = self.parse
        before = preposition - 1 - (parse.words[preposition - 1] == ",")
        objects = [c for c in parse.children[verb] if parse.deps[c] in {"dobj", "attr"}]
        done = parse.lemmas[verb] in self.working and (objects or parse.lemmas[verb] != "be")
        return parse.lemmas[noun] in self.staff and bool(done) and before not in {*objects, verb}

    def _equipped_thing(
        self, rule: Rule, preposition: int, noun: int, *, named: bool
    ) -> Mention | None:
        """The noun right before "with", `named` if it must be; else the subject of its verb."""
        parse = self.parse
        kinds = ("Facility", "Organization", "EconomicZone", "Event", "TransportCorridor")
        before = preposition - 1 - (parse.words[preposition - 1] == ",")
        before = find_before_bracket(parse.words, before)  # "Norvik (NRV), with 40 ships"
        if preposition and parse.tags[before][0] == "N":
            if (described := find_described(self.arguments, noun, kinds)) is not None:
                return described
            thing = self.arguments.find(before, kinds)
            many = thing is not None and thing.kind is MentionKind.NOMINAL
            many = many and parse.tags[before] == "NNS"  # "has 600 clinics with 4,000 workers"
            own = not named or (thing is not None and self._is_its_own(thing, preposition))
            if thing is not None and own and not many:
                return thing
        if named:
            return None
        if (host := self.works.find(preposition, noun)) is not None:
            return host  # "a factory in Lima, with 378 jobs"
        verb = self.observer.qualifiers.owner_of_token(preposition)
        if parse.lemmas[verb] not in rule.verbs and not self._is_staffed(verb, preposition, noun):
            return None
        for _ in range(3):
            subjects = parse.list_subjects(verb)
            if subjects:
                return self.arguments.find(subjects[0], kinds)
            if parse.deps[verb] not in {"xcomp", "conj"}:
                return None
            verb = parse.heads[verb]
        return None
