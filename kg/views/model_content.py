"""A page from what a build holds in memory."""

from collections.abc import Iterable, Iterator, Mapping

from kg.model.document import Document
from kg.model.entity import Entity
from kg.model.period import Period
from kg.model.quantity import Quantity
from kg.model.statement import Evidence, LiteralValue, Observation, Statement
from kg.model.statement import StatementQualifierValue as QualifierValue
from kg.views.assembly import assemble_content
from kg.views.content import (
    DEFAULT_TITLE,
    PageContent,
    PageDocument,
    PageEdge,
    PageEvidence,
    PageFact,
    PageNode,
)
from kg.views.vocabulary import Vocabulary, load_vocabulary
from kg.views.wording import format_change, format_quantity

Details = tuple[tuple[str, str], ...]


def from_model(
    documents: Iterable[Document],
    entities: Iterable[Entity],
    statements: Iterable[Statement],
    base: str,
    *,
    title: str = DEFAULT_TITLE,
) -> PageContent:
    """The page of these entities and statements; `base` stands before their ids in IRIs.

    Observations and dates become facts of their subject. Order does not matter; entities that only
    a statement names are included.
    """
    vocabulary = load_vocabulary()
    sources = {document.identifier: _describe_document(document) for document in documents}
    found = {entity.id: entity for entity in entities}
    edges, facts = [], []
    for statement in statements:
        for entity in _list_entities(statement):
            found.setdefault(entity.id, entity)
        if isinstance(statement.object, Entity):
            edges.append(_make_edge(statement, statement.object, base, sources, vocabulary))
        else:
            facts.append(_make_fact(statement, statement.object, base, sources, vocabulary))
    nodes = [_make_node(entity, base, vocabulary) for entity in found.values()]
    return assemble_content(title, nodes, edges, facts, sources.values())


def _list_entities(statement: Statement) -> Iterator[Entity]:
    yield statement.subject
    yield from statement.attributed_to
    value = statement.object
    named = (value, *(qualifier.value for qualifier in statement.qualifiers))
    yield from (entity for entity in named if isinstance(entity, Entity))
    if isinstance(value, Observation) and value.place is not None:
        yield value.place


def _describe_document(document: Document) -> PageDocument:
    return PageDocument(
        identifier=document.identifier,
        title=document.title or document.identifier,
        date=document.published.isoformat() if document.published else "",
    )


def _make_node(entity: Entity, base: str, vocabulary: Vocabulary) -> PageNode:
    label, family = vocabulary.describe_type(entity.type)
    return PageNode(
        id=base + entity.id,
        label=entity.label,
        type=label,
        family=family,
        aliases=tuple(sorted({*entity.aliases} - {entity.label})),
        documents=tuple(sorted({*entity.documents})),
    )


def _make_edge(
    statement: Statement,
    target: Entity,
    base: str,
    sources: Mapping[str, PageDocument],
    vocabulary: Vocabulary,
) -> PageEdge:
    return PageEdge(
        id=base + statement.id,
        source=base + statement.subject.id,
        target=base + target.id,
        predicate=vocabulary.describe_term(statement.predicate),
        modality=statement.modality.value,
        confidence=statement.confidence,
        details=_describe_qualifiers(statement, vocabulary),
        evidence=_cite(statement, sources),
        rules=tuple(sorted({*statement.rules})),
    )


def _make_fact(
    statement: Statement,
    value: Observation | LiteralValue,
    base: str,
    sources: Mapping[str, PageDocument],
    vocabulary: Vocabulary,
) -> PageFact:
    own = _describe_qualifiers(statement, vocabulary)
    if isinstance(value, Observation):
        text, own = value.label, tuple(sorted({*own, *_describe_observation(value, vocabulary)}))
    else:
        text = value.value
    return PageFact(
        id=base + statement.id,
        node=base + statement.subject.id,
        predicate=vocabulary.describe_term(statement.predicate),
        value=text,
        modality=statement.modality.value,
        confidence=statement.confidence,
        details=own,
        evidence=_cite(statement, sources),
        rules=tuple(sorted({*statement.rules})),
    )


def _describe_qualifiers(statement: Statement, vocabulary: Vocabulary) -> Details:
    pairs = {(vocabulary.describe_term(q.name), _write(q.value)) for q in statement.qualifiers}
    return tuple(sorted(pairs))


def _describe_observation(observation: Observation, vocabulary: Vocabulary) -> Details:
    given = [("measure", observation.measure)]
    if observation.quantity is not None:
        given.append(("value", _write(observation.quantity)))
    given.extend(("equivalent", _write(other)) for other in observation.equivalents)
    if observation.change is not None:
        given.append(("change", format_change(observation.change.value)))
    if observation.period is not None:
        given.append(("period", observation.period.edtf))
    if observation.place is not None:
        given.append(("place", observation.place.label))
    return tuple((vocabulary.describe_term(name), text) for name, text in given)


def _write(value: QualifierValue) -> str:
    if isinstance(value, Quantity):
        return format_quantity(value.value, value.unit, value.comparator, value.upper)
    if isinstance(value, Period):
        return value.edtf
    return value.label if isinstance(value, Entity) else value


def _cite(statement: Statement, sources: Mapping[str, PageDocument]) -> tuple[PageEvidence, ...]:
    speaker = ", ".join(sorted({entity.label for entity in statement.attributed_to}))

    def cite(evidence: Evidence) -> PageEvidence:
        source = sources.get(evidence.document)
        return PageEvidence(
            title=source.title if source else evidence.document,
            identifier=evidence.document,
            date=source.date if source else "",
            quote=evidence.quote,
            speaker=speaker,
        )

    ordered = sorted(statement.evidence, key=lambda e: (e.document, e.span, e.quote))
    return tuple(cite(evidence) for evidence in ordered)
