"""Counts of what a graph says rightly, wrongly and not at all, against hand-made annotations."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath

from kg.graph import Graph
from kg.model.entity import Entity
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.model.statement import LiteralValue, Observation, Statement
from kg.ontology import Ontology, load_ontology

from .gold import GoldArticle, GoldObservation, GoldStatement
from .matching import align_entities, is_alike, is_close
from .plain import format_plain

Key = tuple[str | None, str, str | None]  # subject, predicate and object, in the annotations' ids

# How the annotations are made: these have one direction only, and what follows from a chain of
# these (or from a seat in a place) is neither asked for nor wrong.
_EITHER_WAY = frozenset({"cooperatesWith", "connectedTo"})
_CHAINED = ("locatedIn", "partOf")
_CHAINED_WITH = "headquarteredIn"
# Whatever is annotated only where a statement uses it is never wrong by itself.
_ONLY_IN_USE = frozenset({"Sector", "Product"})


@dataclass(slots=True)
class Count:
    """Right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what is said that is right; 0 where nothing is said."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Share of what is asked for that is said; 0 where nothing is asked for."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0


@dataclass(slots=True)
class Score:
    """Counts by kind ("entity", "statement", "p:holdsPost", "observation"), details beside them.

    `details` say for the matched ones how many have a part right, of how many that have the part.
    """

    counts: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    details: defaultdict[str, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))


def score_graph(graph: Graph, articles: Iterable[GoldArticle]) -> Score:
    """Holds each article's annotations against what stands on the document of that name."""
    score, ontology = Score(), load_ontology()
    for article in articles:
        _ArticleScorer(graph, article, ontology, score).run()
    return score


class _ArticleScorer:
    """Adds one article to a score."""

    def __init__(
        self, graph: Graph, article: GoldArticle, ontology: Ontology, score: Score
    ) -> None:
        def is_here(identifier: str) -> bool:
            return PurePath(identifier).stem == article.name

        self._article, self._ontology, self._score = article, ontology, score
        self._found = [e for e in graph.entities if any(map(is_here, e.documents))]
        self._said = [
            s for s in graph.statements if any(is_here(passage.document) for passage in s.evidence)
        ]
        pool = {entity.id: entity for entity in self._found}
        for statement in self._said:
            pool[statement.subject.id] = statement.subject
            if isinstance(statement.object, Entity):
                pool[statement.object.id] = statement.object
        self._aligned = align_entities(pool.values(), article, ontology)

    def run(self) -> None:
        self._count_entities()
        self._count_statements()
        self._count_observations()

    def _tell(self, detail: str, right: bool) -> None:
        self._score.details[detail][right] += 1

    def _count_entities(self) -> None:
        count = self._score.counts["entity"]
        nodes: defaultdict[str, list[Entity]] = defaultdict(list)
        for entity in self._found:
            if entity.id in self._aligned:
                nodes[self._aligned[entity.id]].append(entity)
            elif entity.type not in _ONLY_IN_USE:
                count.wrong += 1
        for gold in self._article.entities.values():
            if gold.nominal or gold.optional:
                continue
            mine = nodes[gold.id]
            if not mine:
                count.missed += 1
                continue
            count.right += 1
            is_a = self._ontology.is_a
            self._tell("type exact", gold.type in {e.type for e in mine})
            family = any(is_a(e.type, gold.type) or is_a(gold.type, e.type) for e in mine)
            self._tell("type family", family)
            self._tell("one node per entity", len(mine) == 1)

    def _get_key(self, statement: Statement) -> Key:
        value = statement.object
        if isinstance(value, LiteralValue):
            target: str | None = format_plain(value.value)
        else:
            target = self._aligned.get(value.id)
        return self._aligned.get(statement.subject.id), statement.predicate, target

    def _count_statements(self) -> None:
        wanted: defaultdict[Key, list[GoldStatement]] = defaultdict(list)
        for gold in self._article.statements:
            wanted[gold.subject, gold.predicate, gold.object].append(gold)
        used: set[Key] = set()
        seen: set[Key] = set()
        implied = _follow_chains(self._article)
        for statement in self._said:
            if isinstance(statement.object, Observation):
                continue
            key = self._get_key(statement)
            if key in seen and None not in key:
                continue
            seen.add(key)
            match = self._find_match(key, wanted)
            if match is not None:
                used.add(match)
                if not all(gold.optional for gold in wanted[match]):
                    self._add(statement.predicate, "right")
                    self._compare(statement, wanted[match])
            elif key not in implied and not self._is_optional(key):
                self._add(statement.predicate, "wrong")
        for key, golds in wanted.items():
            optional = any(gold.optional for gold in golds) or self._is_optional(key)
            if key not in used and not optional:
                self._add(key[1], "missed")

    def _find_match(self, key: Key, wanted: dict[Key, list[GoldStatement]]) -> Key | None:
        keys = [key]
        if key[1] in _EITHER_WAY:
            keys.append((key[2], key[1], key[0]))
        return next((k for k in keys if k in wanted), None)

    def _is_optional(self, key: Key) -> bool:
        entities = self._article.entities
        return any(end in entities and entities[end].optional for end in (key[0], key[2]) if end)

    def _add(self, predicate: str, outcome: str) -> None:
        for kind in ("statement", f"p:{predicate}"):
            count = self._score.counts[kind]
            setattr(count, outcome, getattr(count, outcome) + 1)

    def _compare(self, statement: Statement, golds: list[GoldStatement]) -> None:
        """The qualifiers of a statement that is right."""
        self._tell("modality", statement.modality.value in {gold.modality for gold in golds})
        qualifiers: defaultdict[str, list[object]] = defaultdict(list)
        for qualifier in statement.qualifiers:
            qualifiers[qualifier.name].append(qualifier.value)
        if statement.predicate == "holdsPost":
            titles = sorted(str(title) for title in qualifiers["title"])[:1]
            right = {format_plain(gold.title or "") for gold in golds}
            self._tell("post title", any(format_plain(title) in right for title in titles))
        if (asked := golds[0].amount) is not None:
            amounts = [q for q in qualifiers["amount"] if isinstance(q, Quantity)][:1]
            equal = [is_close(float(q.value), asked[0]) and q.unit == asked[1] for q in amounts]
            self._tell("amount", any(equal))
        if golds[0].attributed_to is not None:
            speakers = [self._aligned.get(speaker.id) for speaker in statement.attributed_to[:1]]
            self._tell("attribution", golds[0].attributed_to in speakers)

    def _count_observations(self) -> None:
        count = self._score.counts["observation"]
        golds = self._article.observations
        taken: set[int] = set()
        for statement in self._said:
            if not isinstance(statement.object, Observation):
                continue
            subject = self._aligned.get(statement.subject.id)
            match = _find_observation(statement.object, subject, golds, taken)
            if match is None:
                value = _get_value(statement.object)
                count.wrong += not any(g.optional and is_close(value, g.value) for g in golds)
                continue
            taken.add(match)
            if not golds[match].optional:
                count.right += 1
                self._compare_observation(statement.object, golds[match])
        count.missed += sum(not g.optional for i, g in enumerate(golds) if i not in taken)

    def _compare_observation(self, observation: Observation, gold: GoldObservation) -> None:
        quantity = observation.quantity or observation.change
        unit = observation.quantity.unit if observation.quantity else None
        if gold.unit is not None:
            self._tell("observation unit", unit == gold.unit)
        if gold.comparator is not None:
            right = quantity is not None and quantity.comparator == gold.comparator
            self._tell("observation comparator", right)
        if gold.period is not None:
            period: Period | None = observation.period
            self._tell("observation period", period is not None and period.edtf == gold.period)


def _get_value(observation: Observation) -> float | None:
    return float(observation.quantity.value) if observation.quantity else None


def _find_observation(
    observation: Observation,
    subject: str | None,
    golds: tuple[GoldObservation, ...],
    taken: set[int],
) -> int | None:
    """The first annotation, not yet taken, of this subject and value with a like measure."""
    value = _get_value(observation)
    change = float(observation.change.value) if observation.change else None
    for i, gold in enumerate(golds):
        same = is_close(value, gold.value)
        if gold.value is None:
            same = is_close(change, gold.change)
        free = i not in taken and gold.subject == subject
        if same and free and is_alike(observation.measure, gold.measure):
            return i
    return None


def _follow_chains(article: GoldArticle) -> set[Key]:
    """What follows from the annotated places and wholes."""
    implied: set[Key] = set()
    for predicate in _CHAINED:
        pairs = {
            (gold.subject, gold.object)
            for gold in article.statements
            if gold.predicate in {predicate, _CHAINED_WITH}
        }
        while more := {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs:
            pairs |= more
        implied |= {(a, predicate, b) for a, b in pairs}
    return implied
