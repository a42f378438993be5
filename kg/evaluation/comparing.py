"""Holds the annotations of one article against what a graph says of its document."""

from collections import defaultdict
from collections.abc import Iterable

from kg.evaluation.comparison import (
    Comparison,
    Detail,
    JudgedRow,
    JudgedValue,
    Key,
    Missed,
    Outcome,
)
from kg.evaluation.conventions import load_conventions
from kg.evaluation.gold import GoldArticle, GoldObservation, GoldStatement
from kg.evaluation.matching import align_things, is_alike, is_close
from kg.evaluation.plain import format_plain
from kg.evaluation.reading import Measured, Node, Row, View
from kg.ontology import Ontology


def compare_article(view: View, article: GoldArticle, ontology: Ontology) -> Comparison:
    """What of the annotations the view says, what it does not, and what it says beside them."""
    pool = {node.iri: node for node in view.things}
    for row in view.rows:
        pool[row.subject.iri] = row.subject
        if isinstance(row.object, Node):
            pool[row.object.iri] = row.object
    comparison = Comparison(
        article=article, view=view, aligned=align_things(pool.values(), article, ontology)
    )
    _compare_entities(comparison, ontology)
    _StatementComparer(comparison).run()
    _compare_observations(comparison)
    return comparison


def _compare_entities(comparison: Comparison, ontology: Ontology) -> None:
    nodes: defaultdict[str, list[Node]] = defaultdict(list)
    only_in_use = load_conventions().only_in_use
    for node in comparison.view.things:
        if node.iri in comparison.aligned:
            nodes[comparison.aligned[node.iri]].append(node)
        elif node.type and node.type not in only_in_use:
            comparison.unknown.append(node)
    for gold in comparison.article.entities.values():
        if gold.nominal or gold.optional:
            continue
        mine = nodes[gold.id]
        if not mine:
            comparison.missed.append(gold.id)
            continue
        comparison.found.append(gold.id)
        types = sorted({node.type for node in mine})
        family = any(
            ontology.is_a(kind, gold.type) or ontology.is_a(gold.type, kind) for kind in types
        )
        labels = ", ".join(sorted(node.label for node in mine))
        for name, right, found, wanted in (
            ("type exact", gold.type in types, ", ".join(types), gold.type),
            ("type family", family, ", ".join(types), gold.type),
            ("one node per entity", len(mine) == 1, labels, gold.names[0]),
        ):
            detail = Detail(name=name, right=right, found=found, wanted=wanted, entity=gold.id)
            comparison.details.append(detail)


class _StatementComparer:
    """Compares the statements of one article."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._entities = comparison.article.entities
        self._conventions = load_conventions()
        self._wanted: dict[Key, list[GoldStatement]] = {}
        for gold in comparison.article.statements:
            key = (gold.subject, gold.predicate, gold.object)
            self._wanted.setdefault(key, []).append(gold)
        self._pairs: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for gold in comparison.article.statements:
            self._pairs[gold.subject, gold.object].add(gold.predicate)
        self._used: set[Key] = set()
        self._used_near: set[Key] = set()

    def run(self) -> None:
        seen: set[Key] = set()
        implied = _follow_chains(self._comparison.article)
        for row in self._comparison.view.rows:
            if row.predicate == self._conventions.measured:
                continue
            key = self._get_key(row)
            repeated = key in seen and None not in key
            seen.add(key)
            judged = (
                JudgedRow(row=row, key=key, outcome=Outcome.REPEATED)
                if repeated
                else self._judge(row, key, implied)
            )
            self._comparison.rows.append(judged)
        for key, golds in self._wanted.items():
            if any(gold.optional for gold in golds) or self._is_optional(key):
                continue
            if key not in self._used:
                self._comparison.missed_statements.append(Missed(key=key, golds=tuple(golds)))
            self._comparison.missed_near += key not in self._used_near

    def _get_key(self, row: Row) -> Key:
        aligned = self._comparison.aligned
        target: str | None = None
        if isinstance(row.object, Node):
            target = aligned.get(row.object.iri)
        elif isinstance(row.object, str):
            target = format_plain(row.object)
        return aligned.get(row.subject.iri), row.predicate, target

    def _judge(self, row: Row, key: Key, implied: set[Key]) -> JudgedRow:
        match = self._find_match(key)
        if match is not None:
            self._used.add(match)
            self._used_near.add(match)
            golds = tuple(self._wanted[match])
            if all(gold.optional for gold in golds):
                return JudgedRow(row=row, key=match, outcome=Outcome.NEUTRAL, matched=golds)
            self._compare_parts(row, golds)
            return JudgedRow(row=row, key=match, outcome=Outcome.RIGHT, matched=golds)
        if key in implied or self._is_optional(key):
            return JudgedRow(row=row, key=key, outcome=Outcome.NEUTRAL)
        return JudgedRow(row=row, key=key, outcome=Outcome.WRONG, near=self._take_near(key))

    def _find_match(self, key: Key) -> Key | None:
        keys = [key]
        if key[1] in self._conventions.either_way:
            keys.append((key[2], key[1], key[0]))
        return next((k for k in keys if k in self._wanted), None)

    def _take_near(self, key: Key) -> bool:
        """Whether another predicate of the family is annotated for the pair and not yet taken."""
        family = self._conventions.families.get(key[1], frozenset())
        for left, right in ((key[0], key[2]), (key[2], key[0])):
            if left is None or right is None:
                continue
            for predicate in sorted(self._pairs.get((left, right), ())):
                near = (left, predicate, right)
                if predicate in family and near not in self._used_near:
                    self._used_near.add(near)
                    return True
        return False

    def _is_optional(self, key: Key) -> bool:
        ends = (self._entities.get(end) for end in (key[0], key[2]) if end)
        return any(end.optional for end in ends if end is not None)

    def _compare_parts(self, row: Row, golds: tuple[GoldStatement, ...]) -> None:
        """The modality and qualifiers of a statement that is right."""
        gold = golds[0]

        def tell(name: str, right: bool, found: str, wanted: str) -> None:
            detail = Detail(
                name=name, right=right, found=found, wanted=wanted, row=row, evidence=gold.evidence
            )
            self._comparison.details.append(detail)

        tell("modality", row.modality in {g.modality for g in golds}, row.modality, gold.modality)
        if row.predicate == self._conventions.titled:
            titles = {format_plain(g.title or "") for g in golds}
            right = bool(row.title) and format_plain(row.title or "") in titles
            tell("post title", right, row.title or "", gold.title or "")
        if gold.amount is not None:
            value, unit = gold.amount
            found = row.amount
            equal = found is not None and is_close(found.value, value) and found.unit == unit
            tell("amount", equal, "" if found is None else found.label, f"{value:,.15g} {unit}")
        if gold.attributed_to is not None:
            speaker = row.attributed_to
            mine = None if speaker is None else self._comparison.aligned.get(speaker.iri)
            wanted = self._entities.get(gold.attributed_to)
            tell(
                "attribution",
                mine == gold.attributed_to,
                "" if speaker is None else speaker.label,
                gold.attributed_to if wanted is None else wanted.names[0],
            )


def _follow_chains(article: GoldArticle) -> set[Key]:
    """What follows from the annotated places and wholes."""
    conventions = load_conventions()
    implied: set[Key] = set()
    for predicate in conventions.chained:
        pairs = {
            (gold.subject, gold.object)
            for gold in article.statements
            if gold.predicate in {predicate, conventions.chained_with}
        }
        while more := {(a, d) for a, b in pairs for c, d in pairs if b == c} - pairs:
            pairs |= more
        implied |= {(a, predicate, b) for a, b in pairs}
    return implied


def _compare_observations(comparison: Comparison) -> None:
    golds = comparison.article.observations
    taken: set[int] = set()
    for row in comparison.view.rows:
        value = row.object
        if row.predicate != load_conventions().measured or not isinstance(value, Measured):
            continue
        subject = comparison.aligned.get(row.subject.iri)
        match = _find_observation(value, subject, golds, taken)
        gold = None if match is None else golds[match]
        if match is not None:
            taken.add(match)
        if gold is None:
            loose = any(g.optional and is_close(value.value, g.value) for g in golds)
            outcome = Outcome.NEUTRAL if loose else Outcome.WRONG
        else:
            outcome = Outcome.NEUTRAL if gold.optional else Outcome.RIGHT
        comparison.values.append(
            JudgedValue(row=row, value=value, subject=subject, outcome=outcome, matched=gold)
        )
        if gold is not None and not gold.optional:
            comparison.details += _compare_value(row, value, gold)
    comparison.missed_observations = [
        gold for i, gold in enumerate(golds) if i not in taken and not gold.optional
    ]


def _find_observation(
    value: Measured, subject: str | None, golds: tuple[GoldObservation, ...], taken: set[int]
) -> int | None:
    """The first annotation, not yet taken, of this subject and value with a like measure."""
    for i, gold in enumerate(golds):
        same = is_close(value.value, gold.value)
        if gold.value is None:
            same = is_close(value.change, gold.change)
        free = i not in taken and gold.subject == subject
        if same and free and is_alike(value.measure, gold.measure):
            return i
    return None


def _compare_value(row: Row, value: Measured, gold: GoldObservation) -> Iterable[Detail]:
    for part, found, wanted in (
        ("unit", value.unit, gold.unit),
        ("comparator", value.comparator, gold.comparator),
        ("period", value.period, gold.period),
    ):
        if wanted is not None:
            yield Detail(
                name=f"observation {part}",
                right=found == wanted,
                found=found or "",
                wanted=wanted,
                row=row,
                evidence=gold.evidence,
            )
