"""Counts of a sentence that names nobody, of what the one before is about: "The museum reopened. 400 people came"."""

from collections.abc import Callable, Iterator

from kg.extraction.candidate import Candidate
from kg.extraction.clause import Clause
from kg.extraction.left_shapes import LeftShapes
from kg.extraction.observing import Observer
from kg.extraction.rule import Rule
from kg.extraction.topics_before import LANDS
from kg.lexicon import load_lexicon
from kg.model.mention import Mention

_THINGS = ("Facility", "LogisticsHub", "TransportCorridor", "Event", "EconomicZone")
_HIRING = frozenset(["employ", "hire", "recruit", "engage", "dismiss", "train"])
_EMPLOYERS = ("Company", "Facility", "EconomicZone", "ResearchBody")
_MOVED = ("Facility", "LogisticsHub", "TransportCorridor", "NaturalFeature")
_GUESTS = frozenset(
    [
        "visitor",
        "tourist",
        "traveller",
        "traveler",
        "guest",
        "holidaymaker",
        "foreigner",
        "pilgrim",
        "migrant",
        "refugee",
        "newcomer",
    ]
)


class ComingShapes(LeftShapes):
    """The shapes, over the clauses of one document."""

    def __init__(self, observer: Observer) -> None:
        super().__init__(observer)
        self.topics = observer.owners.told.topics
        self.passing = load_lexicon("measures").get("passing_nouns")

    def came_there(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Some 230,000 passengers passed through", "1.4 million visitors arrived": the airport's, the country's."""
        if clause.passive or self._leads_on(clause):
            return
        for noun in map(self._find_counted, clause.subjects):
            find = self._choose(self.parse.lemmas[noun])
            yield from self._count_for(rule, clause, noun, find, done=False)

    def _leads_on(self, clause: Clause) -> bool:
        """Whether it tells where or whom: "entered the market", but "it", "part" are the thing itself."""
        return any(
            self.parse.tags[t][0] == "N" and self.parse.lemmas[t] != "part" for t in clause.objects
        )

    def _choose(self, lemma: str) -> Callable[[int], Mention | None]:
        if lemma in _GUESTS:
            return lambda noun: self.topics.find(noun, _THINGS) or self.topics.find_land(noun)
        moved = lemma in self.passing
        return lambda noun: self.topics.find(noun, _MOVED if moved else _THINGS)

    def done_in_land(self, rule: Rule, clause: Clause) -> Iterator[Candidate]:
        """ "Zenda province is growing. Some 320 firms were founded", "There are 23 parks": the land's."""
        expletive = any(self.parse.deps[c] == "expl" for c in self.parse.children[clause.token])
        if not clause.passive and not expletive:
            return
        for found in clause.objects if clause.passive else clause.complements:
            noun = self._find_counted(found)
            find: Callable[[int], Mention | None] = self.topics.find_land
            if clause.lemma in _HIRING and clause.passive:
                find = self._find_employer
            yield from self._count_for(rule, clause, noun, find, done=clause.passive)

    def _find_employer(self, noun: int) -> Mention | None:
        """ "Norvik had its best year. On average 4,870 people were employed": the firm's, the works' or the zone's."""
        return self.topics.find(noun, _EMPLOYERS)

    def _count_for(
        self,
        rule: Rule,
        clause: Clause,
        noun: int,
        find: Callable[[int], Mention | None],
        *,
        done: bool,
    ) -> Iterator[Candidate]:
        """The count of a noun, for whom `find` gives where the sentence names nobody who may have it."""
        value = self._find_value(noun)
        owner = find(noun) if value is not None else None
        text = self.observer.owners.measure_text(noun) if owner is not None else None
        if value is None or owner is None or not text:
            return
        if self._names_others(clause.sentence) or self._has_owner(noun):
            return
        measure = self.observer.name_done(text, clause) if done else text
        counted = self.values.with_unit(value, noun)
        yield from self.tell(rule, clause, noun, counted, owner=owner, measure=measure)
        for money in self.values.worth(noun) if owner.type in LANDS else ():
            worth = f"value of {measure}"
            yield from self.tell(rule, clause, noun, money, owner=owner, measure=worth)

    def _has_owner(self, noun: int) -> bool:
        """Whether its phrase gives what is counted to somebody."""
        own = self.observer.owners.find_own(noun)
        return own is not None and noun not in range(*self.arguments.ranges.get(own, (0, 0)))
