"""Measure rules: one value, what it measures, whose it is, when, and how it changed."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from kg.extraction.arguments import ArgumentFinder
from kg.extraction.bare_changes import is_bare_change, key_of, list_retold
from kg.extraction.base_periods import BasePeriods
from kg.extraction.candidate import Candidate
from kg.extraction.changes_of import read_changes_of
from kg.extraction.clause import Clause
from kg.extraction.compared_others import give_to_others
from kg.extraction.figure_times import MOVING
from kg.extraction.figures_to_come import settle_to_come
from kg.extraction.frame_periods import FramePeriods
from kg.extraction.headline_figures import list_rounded
from kg.extraction.measure_words import MeasureWords
from kg.extraction.observing import Observer
from kg.extraction.officer_figures import OfficerFigures
from kg.extraction.origins_told import tell_origins
from kg.extraction.outer_shape_lists import (
    list_final_shapes,
    list_first_shapes,
    list_last_shapes,
    list_topic_shapes,
)
from kg.extraction.past_rows import PastRows
from kg.extraction.plain_shape_lists import list_plain_shapes
from kg.extraction.qualifying import QualifierFinder
from kg.extraction.ranked_partners import leave_ranked
from kg.extraction.rule import Rule, RuleSet
from kg.extraction.scope import ScopeReader
from kg.extraction.shape_lists import (
    ClauseShape,
    FreeShape,
    list_clause_shapes,
    list_value_shapes,
)
from kg.extraction.times_of_parts import settle_parts
from kg.extraction.turned_back import name_turned_back
from kg.extraction.year_after import settle_year_after
from kg.lexicon import load_lexicon
from kg.model.document import Span
from kg.model.mention import Mention, MentionKind
from kg.model.quantity import Quantity
from kg.ontology import Ontology

_OF_ANY_VERB = frozenset(
    [
        "share-of-people",
        "part-told",
        "counted-by-any",
        "in-turn",
        "done-with",
        "done-at",
        "nationals",
        "counted-behind",
        "counted-acting",
        "deeds-of",
        "sum-of-any",
        "left-to-told",
        "left-to-home",
        "amount-of-any",
        "of-them",
    ]
)


_NONE = (Span(0, 0),)  # the many of "will double" are in no sentence with values
_NO_CHANGES = load_lexicon("measures").get("parting_verbs")  # "energy takes up 31 percent"
_Shape = TypeVar("_Shape", ClauseShape, FreeShape)
_Attempt = tuple[Callable[[], Iterator[Candidate]], int | None]  # with the sentence of its clause


class MeasureMatcher:
    """Matches measure rules over one document's clauses and values."""

    def __init__(self, rules: RuleSet, ontology: Ontology) -> None:
        self.words = MeasureWords(ontology)
        self.by_shape: dict[str, list[Rule]] = {}
        for rule in rules.measures:
            self.by_shape.setdefault(rule.shape, []).append(rule)
        self.acting: dict[str, tuple[int, ...]] = {}  # a verb → the places of shapes that take it
        self.acting_last: dict[str, tuple[int, ...]] = {}  # the same of the shapes asked last

    def match(
        self,
        clauses: list[Clause],
        arguments: ArgumentFinder,
        qualifiers: QualifierFinder,
        scope: ScopeReader,
        home: Mention | None = None,
        officers: OfficerFigures | None = None,
    ) -> Iterator[Candidate]:
        """Candidates, at most one a value: the first shape that takes it keeps it.

        A change alone ("profit up 22%") is left out where the same text tells it with the value that it led to.
        """
        if not self._may_tell(clauses, arguments):
            return
        observer = Observer(self.words, arguments, qualifiers, scope, home)
        observer.owners.tellers.officers = officers
        found = read_changes_of([*self._match(clauses, arguments, observer)], arguments)
        told = {key for c in found if not is_bare_change(c) and (key := key_of(c, arguments))}
        retold = list_retold(found, self.words.change_nouns) + list_rounded(found, arguments)
        PastRows(arguments, self.words).settle(found)
        FramePeriods(arguments, self.words).settle(found)
        settle_year_after(found, arguments)
        BasePeriods(arguments).settle(found)
        settle_to_come(found, arguments)
        settle_parts(found, arguments)
        name_turned_back(found, arguments)
        tell_origins(found, arguments)
        yield from (
            c
            for c in found
            if c not in retold and (not is_bare_change(c) or key_of(c, arguments) not in told)
        )

    def _may_tell(self, clauses: list[Clause], arguments: ArgumentFinder) -> bool:
        """Whether there is a number or a word that stands for one; of a short text most have neither."""
        return (
            "CD" in arguments.parse.tags
            or any(m.kind is MentionKind.QUANTITY for m in arguments.recognized.mentions)
            or any(c.lemma in self.words.multiples for c in clauses)
            or self.words.may_multiply(arguments.parse)
        )

    def _match(
        self,
        clauses: list[Clause],
        arguments: ArgumentFinder,
        observer: Observer,
    ) -> Iterator[Candidate]:
        taken: set[Span] = set()
        yield from self._match_free(list_first_shapes(observer), taken, observer)
        values = _list_values(arguments)
        many = self.words.multiples  # "will double its output"
        verbs = (c for c in clauses if c.kind == "verb")
        telling = [c for c in verbs if c.sentence in values or c.lemma in many]
        every = list(self._list_attempts(telling, observer))
        for attempt, sentence in every:
            if sentence is None or not taken.issuperset(values.get(sentence, _NONE)):
                yield from _fresh(attempt(), taken, observer)
        yield from self._match_free(list_final_shapes(observer), taken, observer)
        observer.topic.settle(leave_ranked(observer.made.values(), arguments))
        observer.topic.take_over(
            [(observer.made[s], n) for s, n in observer.loose.items() if s in observer.made]
        )
        if observer.topic.topic is not None:
            observer.last = None  # what goes on with the figure told last went on before
            for (
                attempt,
                sentence,
            ) in every:  # what is left, where it is of what the text's figures are of
                if sentence is None or not taken.issuperset(values.get(sentence, _NONE)):
                    kept = observer.topic.keep(attempt(), observer.loose)
                    yield from _fresh(kept, taken, observer)
            yield from self._match_free(list_topic_shapes(observer), taken, observer)
        yield from self._match_free(list_plain_shapes(observer, telling), taken, observer)

    def _list_attempts(self, telling: list[Clause], observer: Observer) -> Iterator[_Attempt]:
        """What is tried, in order: the clauses in text order, so that owners are known to what follows."""
        shapes = self._pair(list_clause_shapes(observer))
        for clause in telling:
            for n in self._find_acting(shapes, clause, self.acting):
                look, rule = shapes[n]
                yield partial(look, rule, clause), clause.sentence
        values = self._pair(list_value_shapes(observer))
        yield from ((partial(look_at, rule), None) for look_at, rule in values)
        last = self._pair(list_last_shapes(observer))
        acting: dict[int, list[Clause]] = {}
        for clause in telling:
            for n in self._find_acting(last, clause, self.acting_last):
                acting.setdefault(n, []).append(clause)
        for n in sorted(acting):  # shape by shape, each over all clauses
            look, rule = last[n]
            yield from ((partial(look, rule, clause), clause.sentence) for clause in acting[n])

    def _pair(self, shapes: tuple[tuple[str, _Shape], ...]) -> list[tuple[_Shape, Rule]]:
        """Each shape with each of its rules, in their order."""
        return [(look, rule) for shape, look in shapes for rule in self.by_shape.get(shape, ())]

    def _match_free(
        self, shapes: tuple[tuple[str, FreeShape], ...], taken: set[Span], observer: Observer
    ) -> Iterator[Candidate]:
        """The candidates of shapes that look at values, whatever the clause."""
        for shape, finder in shapes:
            for rule in self.by_shape.get(shape, ()):
                yield from _fresh(finder(rule), taken, observer)

    def _find_acting(
        self,
        shapes: list[tuple[ClauseShape, Rule]],
        clause: Clause,
        known: dict[str, tuple[int, ...]],
    ) -> tuple[int, ...]:
        """The places of the shapes whose rules take the verb of a clause; kept by verb."""
        found = known.get(clause.lemma)
        if found is None:
            found = tuple(n for n, (_, rule) in enumerate(shapes) if _acts(rule, clause))
            known[clause.lemma] = found
        return found


def _list_values(arguments: ArgumentFinder) -> dict[int, list[Span]]:
    """The values by sentence: a clause of another sentence tells no figure."""
    values: dict[int, list[Span]] = {}
    for mention, (start, _) in arguments.ranges.items():
        if isinstance(mention.value, Quantity):
            values.setdefault(arguments.parse.sentence_of[start], []).append(mention.span)
    return values


def _acts(rule: Rule, clause: Clause) -> bool:
    """Whether a clause has a verb of the rule, or the shape takes any."""
    if clause.lemma in _NO_CHANGES and rule.shape in MOVING:
        return False
    known = clause.lemma.split()[0] in rule.verbs or clause.lemma in rule.verbs
    return known or rule.shape in _OF_ANY_VERB


def _fresh(
    candidates: Iterator[Candidate], taken: set[Span], observer: Observer
) -> Iterator[Candidate]:
    """Candidates whose value is not yet taken, each with what it is compared with."""
    own: set[Span] = set()
    for candidate in candidates:
        if not isinstance(candidate.object, Mention):
            continue
        span = candidate.object.span
        if span in observer.spent or (span in taken and span not in own & observer.shared):
            continue
        taken.add(span)
        own.add(span)
        yield candidate
        compared = observer.changes.find_compared(candidate)
        for other in give_to_others(compared, observer.arguments):
            if isinstance(other.object, Mention) and other.object.span not in taken:
                taken.add(other.object.span)
                yield other
