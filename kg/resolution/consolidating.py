"""consolidate(): claims over mentions → statements over entities, with their evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model.claim import Claim, Literal, Qualifier, Reading
from kg.model.document import Document
from kg.model.entity import Entity, Resolution
from kg.model.ids import format_digest
from kg.model.mention import Mention
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.model.signature import Signature
from kg.model.statement import (
    Evidence,
    LiteralValue,
    Observation,
    Statement,
    StatementObject,
    StatementQualifier,
    StatementQualifierValue,
)
from kg.model.wording import format_quantity
from kg.ontology import Ontology
from kg.resolution.growth import settle_value
from kg.resolution.reprints import add_sources
from kg.resolution.saying import Node, Said, format_value


class Consolidator:
    """Puts the claims of all documents together."""

    def __init__(self, ontology: Ontology, resolution: Resolution, min_confidence: float) -> None:
        self.ontology = ontology
        self.resolution = resolution
        self.min_confidence = min_confidence

    def consolidate(self, claims: Iterable[tuple[Claim, Evidence]]) -> list[Statement]:
        """Statements sorted by id; independent of the order of the claims."""
        groups: dict[tuple[str, ...], list[Said]] = defaultdict(list)
        for claim, evidence in claims:
            said = self._resolve(claim, evidence)
            if said is not None:
                groups[self._key(said)].append(said)
        made = [self._make(node) for key in sorted(groups) for node in self._split(groups[key])]
        return sorted(_join_equal(made), key=lambda s: s.id)

    def find_group(self, claim: Claim, evidence: Evidence) -> tuple[str, ...] | None:
        """What the claim has in common with those it may be one statement with; None if it is left out.

        The statements of a group depend on the claims of that group alone.
        """
        said = self._resolve(claim, evidence)
        return None if said is None else self._key(said)

    def _entity(self, document: str, mention: Mention) -> Entity | None:
        return self.resolution.entity_of.get((document, mention.span.start, mention.span.end))

    def _resolve(self, claim: Claim, evidence: Evidence) -> Said | None:
        if claim.confidence < self.min_confidence:
            return None
        document = evidence.document
        subject = self._entity(document, claim.subject)
        if subject is None:
            return None
        details = [self._qualifier(q, document) for q in claim.qualifiers]
        qualifiers = tuple(q for q in details if q is not None)
        target: StatementObject | None
        if isinstance(claim.object, Literal):
            literal = claim.object
            target = LiteralValue(
                value=literal.value, datatype=literal.datatype, period=literal.period
            )
        elif claim.predicate == "observes":
            target = self._observe(claim, subject, qualifiers)
            qualifiers = ()
        else:
            target = self._entity(document, claim.object)
        if target is None or (isinstance(target, Entity) and target.id == subject.id):
            return None
        if isinstance(target, Entity):
            if not self.ontology.accepts_pair(claim.predicate, subject.type, target.type):
                return None
            if self.ontology.get_predicate(claim.predicate).symmetric and target.id < subject.id:
                subject, target = target, subject
        return Said(
            subject=subject,
            object=target,
            qualifiers=tuple(sorted(qualifiers, key=lambda q: (q.name, format_value(q.value)))),
            claim=claim,
            evidence=evidence,
            speaker=self._speaker(claim, document),
        )

    def _speaker(self, claim: Claim, document: str) -> Entity | None:
        if claim.attributed_to is None:
            return None
        speaker = self._entity(document, claim.attributed_to)
        if speaker is None or not any(
            self.ontology.is_a(speaker.type, kind) for kind in ("Agent", "Place")
        ):
            return None
        return speaker

    def _qualifier(self, qualifier: Qualifier, document: str) -> StatementQualifier | None:
        value: StatementQualifierValue | None
        if isinstance(qualifier.value, Mention):
            entity = self._entity(document, qualifier.value)
            value = entity if entity is not None else qualifier.value.text
            if qualifier.name == "place" and not isinstance(value, Entity):
                return None
        else:
            value = qualifier.value
        return StatementQualifier(name=qualifier.name, value=value)

    def _observe(
        self, claim: Claim, subject: Entity, qualifiers: tuple[StatementQualifier, ...]
    ) -> Observation | None:
        """The observation node; a per cent that is only the change has no value of its own."""
        if not isinstance(claim.object, Mention) or not isinstance(claim.object.value, Quantity):
            return None
        by_name = {q.name: q.value for q in qualifiers}
        measure = by_name.get("measure")
        change, period, place = by_name.get("change"), by_name.get("period"), by_name.get("place")
        quantity: Quantity | None = claim.object.value
        if isinstance(change, Quantity) and quantity is not None:
            quantity = settle_value(str(measure), quantity, change)
        equivalents = tuple(
            q.value for q in qualifiers if q.name == "equivalent" and isinstance(q.value, Quantity)
        )
        parts = (
            subject.id, measure, format_value(quantity), format_value(change), format_value(period),
            format_value(place), claim.modality.value,
        )  # fmt: skip
        shown = quantity or change
        when = f", {period.edtf}" if isinstance(period, Period) else ""
        amount = format_quantity(shown) if isinstance(shown, Quantity) else ""
        return Observation(
            id=f"observation/{format_digest(*parts)}",
            label=f"{measure} of {subject.label}{when}: {amount}",
            measure=str(measure),
            quantity=quantity,
            equivalents=equivalents,
            change=change if isinstance(change, Quantity) else None,
            period=period if isinstance(period, Period) else None,
            place=place if isinstance(place, Entity) else None,
        )

    def _key(self, said: Said) -> tuple[str, ...]:
        predicate = self.ontology.get_predicate(said.claim.predicate)
        defining = [
            f"{q.name}={format_value(q.value)}"
            for q in said.qualifiers
            if q.name in predicate.defining_qualifiers
        ]
        return (
            said.subject.id, predicate.name, format_value(said.object), said.claim.modality.value,
            *defining,
        )  # fmt: skip

    def _split(self, group: list[Said]) -> Iterator[Node]:
        """One node, or several where further details contradict each other."""
        nodes: list[Node] = []
        ordered = sorted(
            group, key=lambda s: (-len(s.qualifiers), [(q.name, format_value(q.value)) for q in s.qualifiers],
                                  s.evidence.document, s.evidence.span),
        )  # fmt: skip
        for said in ordered:
            details: dict[str, set[str]] = defaultdict(set)
            for q in said.qualifiers:
                details[q.name].add(format_value(q.value))
            node = next((n for n in nodes if n.takes(details) and n.agrees_on_end(said)), None)
            if node is None:
                node = Node()
                nodes.append(node)
            node.add(said, details)
        return iter(nodes)

    def _make(self, node: Node) -> Statement:
        first = node.said[0]
        qualifiers = {
            (q.name, format_value(q.value)): q for said in node.said for q in said.qualifiers
        }
        ordered = tuple(qualifiers[key] for key in sorted(qualifiers))
        digest = format_digest(*self._key(first), *(list(key) for key in sorted(qualifiers)))
        speakers = {s.speaker.id: s.speaker for s in node.said if s.speaker is not None}
        return Statement(
            id=f"statement/{digest}",
            subject=first.subject,
            predicate=first.claim.predicate,
            object=first.object,
            qualifiers=ordered,
            modality=first.claim.modality,
            confidence=max(s.claim.confidence for s in node.said),
            rules=tuple(sorted({rule for s in node.said for rule in s.claim.rules})),
            evidence=tuple(
                sorted({s.evidence for s in node.said}, key=lambda e: (e.document, e.span))
            ),
            attributed_to=tuple(speakers[key] for key in sorted(speakers)),
        )


def _join_equal(statements: list[Statement]) -> list[Statement]:
    """Statements of one id are one, whatever group they came from."""
    by_id: dict[str, Statement] = {}
    for statement in statements:
        other = by_id.get(statement.id)
        if other is not None:
            evidence = {*other.evidence, *statement.evidence}
            statement = replace(
                other,
                evidence=tuple(sorted(evidence, key=lambda e: (e.document, e.span))),
                rules=tuple(sorted({*other.rules, *statement.rules})),
            )
        by_id[statement.id] = statement
    return list(by_id.values())


def consolidate(
    readings: Iterable[Reading],
    resolution: Resolution,
    ontology: Ontology,
    *,
    min_confidence: float = 0.0,
) -> list[Statement]:
    """Statements over entities, sorted by id. Claims below `min_confidence` are left out."""
    signatures: dict[str, Signature] = {}
    claims: list[tuple[Claim, Evidence]] = []
    for reading in readings:
        claims += [(claim, make_evidence(claim, reading.document)) for claim in reading.claims]
        if reading.signature is not None:
            signatures[reading.document.identifier] = reading.signature
    statements = Consolidator(ontology, resolution, min_confidence).consolidate(claims)
    return [add_sources(statement, signatures) for statement in statements]


def make_evidence(claim: Claim, document: Document) -> Evidence:
    """The passage that a claim stands on."""
    span = claim.evidence
    return Evidence(
        document=document.identifier, span=span, quote=document.text[span.start : span.end]
    )
