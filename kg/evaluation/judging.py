"""Says of each mistake which kind it is: what would have to be mended. docs/evaluation.md tells how."""

from collections.abc import Iterator

from kg.evaluation.comparison import Comparison, Detail, JudgedRow, Missed, Outcome
from kg.evaluation.gold import GoldEntity, GoldStatement
from kg.evaluation.mistakes import Fault, Mistake, MistakeKind
from kg.evaluation.reading import Node, Row
from kg.evaluation.sentences import Sentences, is_named, is_overlapping
from kg.ontology import Ontology

Reason = tuple[MistakeKind, str]

_PARTS = {
    "type exact": MistakeKind.TYPE,
    "one node per entity": MistakeKind.RESOLUTION,
    "modality": MistakeKind.MODALITY,
    "post title": MistakeKind.TITLE,
    "amount": MistakeKind.AMOUNT,
    "attribution": MistakeKind.ATTRIBUTION,
    "observation unit": MistakeKind.UNIT,
    "observation comparator": MistakeKind.COMPARATOR,
    "observation period": MistakeKind.PERIOD,
}


class Judge:
    """Judges the mistakes of one comparison."""

    def __init__(self, comparison: Comparison, text: str, ontology: Ontology) -> None:
        self.comparison = comparison
        self.entities = comparison.article.entities
        self.sentences = Sentences(comparison.view, text)
        self._ontology = ontology
        self._nodes: dict[str, list[Node]] = {}
        known = {node.iri: node for node in comparison.view.things}
        for row in comparison.view.rows:
            ends = [row.subject, row.object]
            known.update({end.iri: end for end in ends if isinstance(end, Node)})
        for iri in sorted(known):
            if iri in comparison.aligned:
                self._nodes.setdefault(comparison.aligned[iri], []).append(known[iri])
        self._known = [known[iri] for iri in sorted(known)]

    def list_mistakes(self) -> Iterator[Mistake]:
        """Mistakes of entities, then of statements, then parts of what is right."""
        for entity in self.comparison.missed:
            gold = self.entities[entity]
            kind, because = self.why_entity(gold)
            yield self.make(Fault.MISSED_ENTITY, kind, f"{gold.names[0]} ({gold.type})", because)
        for node in self.comparison.unknown:
            kind, because = self._why_extra(node)
            yield self.make(Fault.WRONG_ENTITY, kind, f"{node.label} ({node.type})", because)
        for missed in self.comparison.missed_statements:
            yield self._judge_missed(missed)
        for judged in self.comparison.rows:
            if judged.outcome is Outcome.WRONG:
                yield self._judge_wrong(judged)
        for detail in self.comparison.details:
            if not detail.right and detail.name in _PARTS:
                yield self._judge_part(detail)

    def make(
        self,
        fault: Fault,
        kind: MistakeKind,
        what: str,
        because: str,
        *,
        predicate: str = "",
        sentence: str = "",
        rules: tuple[str, ...] = (),
    ) -> Mistake:
        """A mistake of this document."""
        return Mistake(
            document=self.comparison.article.name,
            outlet=self.comparison.view.outlet,
            fault=fault,
            kind=kind,
            what=what,
            because=because,
            predicate=predicate,
            sentence=" ".join(sentence.split()),
            rules=rules,
        )

    def why_entity(self, gold: GoldEntity) -> Reason:
        """Why an annotated entity is no thing of the graph."""
        for node in self._known:
            other = self.comparison.aligned.get(node.iri)
            if other not in {None, gold.id} and node.forms & gold.forms:
                return MistakeKind.RESOLUTION, f"its name stands on '{node.label}', another thing"
        for node in self.comparison.unknown:
            if is_overlapping(node.forms, gold.forms):
                return MistakeKind.BORDER, f"the graph has '{node.label}'"
        if gold.nominal:
            return MistakeKind.MISSING, "a thing without a name, of which the graph makes no thing"
        return MistakeKind.MISSING, "the graph has nothing of its name"

    def why_end(self, entity: str | None) -> Reason | None:
        """Why an end of a fact is not there; None where it is, or is a literal."""
        gold = None if entity is None else self.entities.get(entity)
        if gold is None or gold.id in self._nodes:
            return None
        kind, because = self.why_entity(gold)
        return kind, f"'{gold.names[0]}': {because}"

    def is_named(self, entity: str | None, sentence: str) -> bool:
        """Whether the entity stands in the sentence by a name; literals do."""
        gold = None if entity is None else self.entities.get(entity)
        return gold is None or is_named(sentence, gold, self._nodes.get(gold.id, ()))

    def find_unnamed(self, ends: tuple[str | None, ...], sentence: str) -> str | None:
        """The first end that the sentence does not name; None where it names all."""
        unnamed = (end for end in ends if not self.is_named(end, sentence))
        return next((self.entities[end].names[0] for end in unnamed if end is not None), None)

    def _why_extra(self, node: Node) -> Reason:
        for gold in self.entities.values():
            if is_overlapping(node.forms, gold.forms):
                return MistakeKind.BORDER, f"annotated is '{gold.names[0]}'"
        return MistakeKind.EXTRA, "nothing of that name is annotated"

    def _judge_missed(self, missed: Missed) -> Mistake:
        gold = missed.golds[0]
        sentence = self.sentences.find(gold.evidence)
        kind, because = self._why_missed(missed, sentence)
        what = f"{self._name(gold.subject)} {gold.predicate} {self._name(gold.object)}"
        return self.make(
            Fault.MISSED_FACT, kind, what, because, predicate=gold.predicate, sentence=sentence
        )

    def _why_missed(self, missed: Missed, sentence: str) -> Reason:
        subject, predicate, target = missed.key
        reason = self.why_end(subject) or self.why_end(target)
        if reason is not None:
            return reason
        for judged in self.comparison.rows:
            if {judged.key[0], judged.key[2]} == {subject, target}:
                return MistakeKind.RULE_WRONG, f"said is {self._describe(judged.row)}"
        if target in self.entities and not self._accepts(subject, predicate, target):
            return (
                MistakeKind.TYPE,
                f"as {self._list_types(subject)} and {self._list_types(target)}",
            )
        unnamed = self.find_unnamed((subject, target), sentence)
        if unnamed is not None:
            return MistakeKind.COREFERENCE, f"no name of '{unnamed}' stands in the sentence"
        for judged in self.comparison.rows:
            same_end = subject == judged.key[0] or target == judged.key[2]
            if judged.key[1] == predicate and same_end and _stands_in(judged.row, sentence):
                return MistakeKind.CLAUSE, f"said is {self._describe(judged.row)}"
        return MistakeKind.RULE_MISSING, "the sentence names both, and no rule says it"

    def _accepts(self, subject: str | None, predicate: str, target: str | None) -> bool:
        """Whether the predicate takes the two as the graph has them."""
        return any(
            self._ontology.accepts_pair(predicate, left.type, right.type)
            for left in self._nodes.get(subject or "", ())
            for right in self._nodes.get(target or "", ())
        )

    def _list_types(self, entity: str | None) -> str:
        return "/".join(sorted({node.type for node in self._nodes.get(entity or "", ())}))

    def _judge_wrong(self, judged: JudgedRow) -> Mistake:
        row = judged.row
        sentence = row.passages[0].quote if row.passages else ""
        kind, because = self._why_wrong(judged, sentence)
        return self.make(
            Fault.WRONG_FACT,
            kind,
            self._describe(row),
            because,
            predicate=row.predicate,
            sentence=sentence,
            rules=row.rules,
        )

    def _why_wrong(self, judged: JudgedRow, sentence: str) -> Reason:
        row = judged.row
        subject, predicate, target = judged.key
        for end in (row.subject, row.object):
            if isinstance(end, Node) and end.iri not in self.comparison.aligned:
                kind, because = self._why_extra(end)
                return kind, f"'{end.label}': {because}"
        for gold in self.comparison.article.statements:
            if {gold.subject, gold.object} == {subject, target}:
                return MistakeKind.RULE_WRONG, f"annotated is {self._describe_gold(gold)}"
        left, right = self.entities.get(subject or ""), self.entities.get(target or "")
        if left and right and not self._ontology.accepts_pair(predicate, left.type, right.type):
            return MistakeKind.TYPE, f"annotated as {left.type} and {right.type}"
        ends = [end for end in (row.subject, row.object) if isinstance(end, Node)]
        unnamed = next((end for end in ends if not is_named(sentence, None, [end])), None)
        if unnamed is not None:
            return MistakeKind.COREFERENCE, f"no name of '{unnamed.label}' stands in the sentence"
        for gold in self.comparison.article.statements:
            same_end = gold.subject == subject or gold.object == target
            if gold.predicate == predicate and same_end and gold.evidence in sentence:
                return MistakeKind.CLAUSE, f"annotated is {self._describe_gold(gold)}"
        return MistakeKind.RULE_WRONG, "the sentence says nothing of the kind of the two"

    def _judge_part(self, detail: Detail) -> Mistake:
        row = detail.row
        what = self._name(detail.entity) if row is None else self._describe(row)
        return self.make(
            Fault.WRONG_PART,
            _PARTS[detail.name],
            what,
            f"{detail.name}: '{detail.found}' for '{detail.wanted}'",
            predicate="" if row is None else row.predicate,
            sentence=self.sentences.find(detail.evidence) if detail.evidence else "",
            rules=() if row is None else row.rules,
        )

    def _name(self, end: str | None) -> str:
        gold = self.entities.get(end or "")
        return (end or "") if gold is None else gold.names[0]

    def _describe_gold(self, gold: GoldStatement) -> str:
        return f"{self._name(gold.subject)} {gold.predicate} {self._name(gold.object)}"

    @staticmethod
    def _describe(row: Row) -> str:
        target = row.object if isinstance(row.object, str) else row.object.label
        return f"{row.subject.label} {row.predicate} {target}"


def _stands_in(row: Row, sentence: str) -> bool:
    return any(p.quote in sentence or sentence in p.quote for p in row.passages)
